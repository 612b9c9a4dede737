/// Turns the text between the tags into nodes, without the blanks that the layout of the file only needs.
struct TextNodes {
  /// The text before it has become nodes, or was left out.
  private(set) var position: Int
  /// How many blanks at the beginning of each line do not count, inside an override.
  var strip = 0
  /// Whether white space was taken away before `position`, so that no line begins there.
  private var isTrimmed = false

  init(from position: Int) {
    self.position = position
  }

  mutating func skip(to offset: Int) {
    position = max(position, offset)
  }

  mutating func append(to end: Int, _ template: inout ParsedTemplate) {
    while position < end {
      let isLineStart = template.source.isLineStart(position) && !isTrimmed
      if isLineStart {
        skip(to: min(end, position + min(strip, template.source.blanks(from: position).count)))
      }
      let start = position
      position = strip == 0 ? end : template.source.nextLine(from: position, to: end)
      if start < position {
        append(start..<position, isLineStart: isLineStart, &template)
        isTrimmed = false
      }
    }
  }

  /// The text up to a tag without the white space before that.
  mutating func appendTrimmed(to offset: Int, _ template: inout ParsedTemplate) {
    var end = offset
    while end > position, isBlank(template.source[end - 1]) { end -= 1 }
    if end == position, template.source.isLineStart(position), !isTrimmed {
      template.nodes.append(.lineStart)
    }
    append(to: end, &template)
    trim(after: offset, template)
  }

  /// Leaves out the white space from an offset on.
  mutating func trim(after offset: Int, _ template: ParsedTemplate) {
    skip(to: offset)
    while position < template.source.count, isBlank(template.source[position]) { position += 1 }
    isTrimmed = true
  }

  /// Whether the white space before a tag was taken away.
  func isTrimmed(at offset: Int) -> Bool { isTrimmed && position >= offset }

  /// The lines above the one that holds `offset`.
  mutating func appendLines(before offset: Int, _ template: inout ParsedTemplate) {
    append(to: template.source.startOfBlankLine(before: offset) ?? offset, &template)
  }

  /// Marks the beginning of a line at a tag, where it is one.
  func startLine(at offset: Int, _ template: inout ParsedTemplate) {
    if !isTrimmed(at: offset), let start = template.source.startOfBlankLine(before: offset),
      offset - start <= strip
    {
      template.nodes.append(.lineStart)
    }
  }

  /// The blanks before a tag as two nodes of their own: the line's beginning and its text.
  func appendBlanks(before offset: Int, _ template: inout ParsedTemplate) {
    template.nodes.append(.lineStart)
    template.nodes.append(.text(indent(before: offset, &template).blanks))
  }

  /// The blanks before a tag as the indentation of what it calls.
  func indent(before offset: Int, _ template: inout ParsedTemplate) -> Indent {
    let start = isTrimmed(at: offset) ? nil : template.source.startOfBlankLine(before: offset)
    return indent(((start ?? offset)..<offset).dropFirst(strip), &template)
  }

  /// The indentation of a block's default text, which begins at `line`; the tag's own where it is empty.
  func indent(ofLineAt line: Int, orBefore offset: Int, _ template: inout ParsedTemplate) -> Indent {
    let blanks = template.source.blanks(from: line)
    let rest = template.source[blanks.upperBound...]
    if rest.isEmpty || rest.starts(with: "{{/".utf8) || rest.starts(with: "{{~/".utf8) {
      return indent(before: offset, &template)
    }
    return indent(blanks.dropFirst(strip), &template)
  }

  private func indent(_ blanks: Range<Int>, _ template: inout ParsedTemplate) -> Indent {
    let start = template.literals.count
    template.literals.append(contentsOf: template.source[blanks])
    return Indent(blanks: start..<template.literals.count, resets: false)
  }

  /// Text that goes on where the last ended is one node with it: a line that begins in it needs no mark.
  private func append(_ range: Range<Int>, isLineStart: Bool, _ template: inout ParsedTemplate) {
    let start = template.literals.count
    template.literals.append(contentsOf: template.source[range])
    if case .text(let last) = template.nodes.last, last.upperBound == start, !last.isEmpty {
      template.nodes[template.nodes.count - 1] = .text(last.lowerBound..<template.literals.count)
    } else {
      if isLineStart { template.nodes.append(.lineStart) }
      template.nodes.append(.text(start..<template.literals.count))
    }
  }
}

extension [UInt8] {
  func isLineStart(_ offset: Int) -> Bool {
    offset == 0 || self[offset - 1] == UInt8(ascii: "\n")
      || (offset == 3 && starts(with: [0xEF, 0xBB, 0xBF]))
  }

  /// Blanks and tabs from an offset on.
  func blanks(from offset: Int) -> Range<Int> {
    var end = offset
    while end < count, self[end] == 0x20 || self[end] == 0x09 { end += 1 }
    return offset..<end
  }

  /// Where the line begins, if there are only blanks between that and `offset`.
  func startOfBlankLine(before offset: Int) -> Int? {
    var start = offset
    while start > 0, self[start - 1] == 0x20 || self[start - 1] == 0x09 { start -= 1 }
    return isLineStart(start) ? start : nil
  }

  /// Where the next line begins, if there are only blanks between `offset` and that.
  func endOfBlankLine(from offset: Int) -> Int? {
    var end = blanks(from: offset).upperBound
    if end < count, self[end] == UInt8(ascii: "\r") { end += 1 }
    if end == count { return end }
    return self[end] == UInt8(ascii: "\n") ? end + 1 : nil
  }

  func nextLine(from offset: Int, to end: Int) -> Int {
    self[offset..<end].firstIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? end
  }
}
