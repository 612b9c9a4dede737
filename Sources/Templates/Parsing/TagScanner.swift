/// A tag as it is written, before what stands around it is known.
struct Tag {
  enum Kind {
    case variable, raw, section, inverted, close, comment, partial, parent, block, delimiters
  }

  var kind: Kind
  /// From the first byte of the opening delimiter to the last of the closing one.
  var range: Range<Int>
  /// What it names, without the blanks around it.
  var name: Range<Int>
  /// Whether it takes away the white space before it: `{{~name}}`.
  var trimsBefore = false
  /// Whether it takes away the white space behind it: `{{name~}}`.
  var trimsAfter = false
  var isTrimming: Bool { trimsBefore || trimsAfter }
}

/// Finds the tags of a template, one after the other, and follows the delimiters that it sets.
struct TagScanner {
  struct SyntaxError: Error {
    var message: String
    var range: Range<Int>
    /// Whether what follows can't be told apart any more.
    var isFinal = false
  }

  private let bytes: [UInt8]
  private var position: Int
  private(set) var open = Array("{{".utf8)
  private var close = Array("}}".utf8)

  init(_ bytes: [UInt8], from position: Int) {
    self.bytes = bytes
    self.position = position
  }

  /// The next tag, or nothing at the end of the file. After an error that isn't final the next call goes on
  /// behind the tag.
  mutating func next() throws(SyntaxError) -> Tag? {
    guard let start = find(open, from: position) else {
      position = bytes.count
      return nil
    }
    let trimsBefore = isTrimMark(at: start + open.count)
    let sigil = skipBlanks(from: start + open.count + (trimsBefore ? 1 : 0))
    let kind = kind(at: sigil)
    let content = kind == .variable ? sigil : sigil + 1
    let sign = sign(before: close, of: kind, at: sigil)
    guard let end = ending(sign, from: content), kind == .comment || !contains(open, in: content..<end.start)
    else {
      position = bytes.count
      throw SyntaxError(message: unclosed(sign + close), range: start..<start + open.count, isFinal: true)
    }
    position = end.end
    let tag = Tag(
      kind: kind, range: start..<position, name: trimmed(content..<end.start), trimsBefore: trimsBefore,
      trimsAfter: end.isTrimming)
    if kind == .delimiters { try setDelimiters(tag) }
    if kind != .comment, tag.name.isEmpty {
      throw SyntaxError(message: "the tag has no name", range: tag.range)
    }
    return tag
  }

  private func unclosed(_ ending: [UInt8]) -> String {
    "the tag is not closed by '\(String(decoding: ending, as: UTF8.self))'"
  }

  private func kind(at offset: Int) -> Tag.Kind {
    guard offset < bytes.count else { return .variable }
    return switch bytes[offset] {
    case UInt8(ascii: "#"): .section
    case UInt8(ascii: "^"): .inverted
    case UInt8(ascii: "/"): .close
    case UInt8(ascii: "!"): .comment
    case UInt8(ascii: ">"): .partial
    case UInt8(ascii: "<"): .parent
    case UInt8(ascii: "$"): .block
    case UInt8(ascii: "&"), UInt8(ascii: "{"): .raw
    case UInt8(ascii: "="): .delimiters
    default: .variable
    }
  }

  /// What stands before the closing delimiter of tags that have a second sign.
  private func sign(before close: [UInt8], of kind: Tag.Kind, at sigil: Int) -> [UInt8] {
    switch kind {
    case .delimiters: [UInt8(ascii: "=")]
    case .raw where bytes[sigil] == UInt8(ascii: "{"): [UInt8(ascii: "}")]
    default: []
    }
  }

  /// The first place where the sign and the closing delimiter stand; a mark to trim may be between them.
  private func ending(_ sign: [UInt8], from content: Int) -> (start: Int, end: Int, isTrimming: Bool)? {
    var next = content
    while let end = find(close, from: next) {
      let isTrimming = end > content && isTrimMark(at: end - 1)
      let start = end - (isTrimming ? 1 : 0) - sign.count
      if start >= content, bytes[start...].starts(with: sign) {
        return (start, end + close.count, isTrimming)
      }
      next = end + 1
    }
    return nil
  }

  private func isTrimMark(at offset: Int) -> Bool {
    offset < bytes.count && bytes[offset] == UInt8(ascii: "~")
  }

  /// `=<% %>=`: two delimiters without blanks or `=`, with blanks between them.
  private mutating func setDelimiters(_ tag: Tag) throws(SyntaxError) {
    let parts = bytes[tag.name].split(whereSeparator: isBlank)
    guard parts.count == 2, !parts.joined().contains(UInt8(ascii: "=")) else {
      let message = "a tag that sets delimiters must name two, without '=', such as '{{=<% %>=}}'"
      throw SyntaxError(message: message, range: tag.range)
    }
    (open, close) = (Array(parts[0]), Array(parts[1]))
  }

  private func trimmed(_ range: Range<Int>) -> Range<Int> {
    var (start, end) = (range.lowerBound, range.upperBound)
    while start < end, isBlank(bytes[start]) { start += 1 }
    while end > start, isBlank(bytes[end - 1]) { end -= 1 }
    return start..<end
  }

  private func skipBlanks(from offset: Int) -> Int {
    var offset = offset
    while offset < bytes.count, isBlank(bytes[offset]) { offset += 1 }
    return offset
  }

  private func contains(_ pattern: [UInt8], in range: Range<Int>) -> Bool {
    find(pattern, from: range.lowerBound, to: range.upperBound) != nil
  }

  private func find(_ pattern: [UInt8], from start: Int, to end: Int? = nil) -> Int? {
    let last = (end ?? bytes.count) - pattern.count
    guard start <= last else { return nil }
    for offset in start...last where bytes[offset] == pattern[0] {
      if pattern.indices.allSatisfy({ bytes[offset + $0] == pattern[$0] }) { return offset }
    }
    return nil
  }
}

/// Whether a byte is white space, as tags know it.
func isBlank(_ byte: UInt8) -> Bool {
  byte == 0x20 || (0x09...0x0D).contains(byte)
}
