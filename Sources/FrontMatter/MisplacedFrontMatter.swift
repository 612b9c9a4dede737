import Diagnostics

/// Front matter that stands where it is not read: after a blank line or a remark, indented, between other lines than
/// `---`, with line ends that only old Macintoshes wrote, in a comment, or without any lines around it.
///
/// Such text is shown as it stands. But what it may say of publishing counts.
struct MisplacedFrontMatter {
  private let source: SourceText
  private var lines: OpeningLines

  /// - Parameter start: where the text begins that is taken for Markdown.
  static func find(in source: SourceText, from start: Int, into matter: inout FrontMatter) {
    var search = MisplacedFrontMatter(source: source, lines: OpeningLines(source, from: start))
    search.find(isBare: start <= lengthOfByteOrderMark(source.bytes), &matter)
  }

  /// - Parameter isBare: whether there was no front matter before.
  private mutating func find(isBare: Bool, _ matter: inout FrontMatter) {
    var isFirst = isBare
    while let line = lines.read() {
      let text = source.bytes[line].withoutInvisible
      guard let first = text.first else { continue }
      if let fence = Fence(text) { return findBlock(fence, at: line, isFirst: isFirst, &matter) }
      if text.starts(with: "<!--".utf8) {
        // So many comments are a text of comments.
        let isLast = matter.unread.count == 20
        let end =
          isLast ? nil : source.bytes[line.lowerBound...].firstRange(of: Array("-->".utf8))?.upperBound
        if isBare {
          matter.addUnread(source, line.lowerBound..<(end ?? source.bytes.count), isCertain: false)
        }
        guard let end else { return }
        lines.skip(to: end)
      } else if "#/%;".utf8.contains(first) {
        // A remark, or a heading.
        isFirst = false
        if isBare, let simple = simpleLine(line) { matter.bareEntries.append(simple) }
      } else {
        guard isBare else { return }
        return first == UInt8(ascii: "{") ? addParagraph(from: line, &matter) : addLines(from: line, &matter)
      }
    }
  }

  /// Text between two lines of signs, of which the first line looks like `key: value`.
  ///
  /// - Parameter isFirst: whether nothing but blank lines and comments stands above.
  private mutating func findBlock(
    _ fence: Fence, at line: Range<Int>, isFirst: Bool, _ matter: inout FrontMatter
  ) {
    var end: Int?
    var isLikely: Bool?
    while end == nil, let inside = lines.read() {
      let text = source.bytes[inside].withoutInvisible
      if Fence(text)?.sign == fence.sign || text.elementsEqual("...".utf8) { end = inside.upperBound }
      guard isLikely == nil, end == nil, let first = text.first, first != UInt8(ascii: "#") else { continue }
      isLikely = simpleLine(inside) != nil || first == UInt8(ascii: "{")
      if isLikely == false { return }
    }
    guard isLikely == true else { return }
    matter.addUnread(source, line.lowerBound..<(end ?? source.bytes.count), isCertain: end != nil)
    guard isFirst, end != nil else { return }
    matter.diagnostics.append(
      Diagnostic(
        .misplacedFrontMatter, "this looks like front matter, but is not read as such",
        at: Place(source.path, source.position(at: line.lowerBound), length: max(1, line.count)),
        help: "the file must begin with a line that is exactly '---', and the front matter must end with one")
    )
  }

  /// Text up to the first blank line, such as JSON.
  private mutating func addParagraph(from line: Range<Int>, _ matter: inout FrontMatter) {
    var end = line.upperBound
    while let next = lines.read(), !source.bytes[next].withoutInvisible.isEmpty { end = next.upperBound }
    matter.addUnread(source, line.lowerBound..<end, isCertain: false)
  }

  /// Lines of `key: value` without any others around them (MultiMarkdown, reStructuredText, Org).
  private mutating func addLines(from line: Range<Int>, _ matter: inout FrontMatter) {
    guard let first = simpleLine(line) else { return }
    matter.bareEntries.append(first)
    while let line = lines.read(), !source.bytes[line].withoutInvisible.isEmpty {
      if let simple = simpleLine(line) { matter.bareEntries.append(simple) }
    }
  }

  /// - Parameter line: the one that was read last.
  private func simpleLine(_ line: Range<Int>) -> YAMLNode.Entry? {
    SimpleLine(source.bytes[line], number: lines.number)?.entry
  }
}

/// A line of three or more of one sign, blanks between them or not, with a word or remark behind it at most.
private struct Fence {
  let sign: UInt8

  init?(_ line: ArraySlice<UInt8>) {
    guard let sign = line.first, "-+*_;=".utf8.contains(sign) else { return nil }
    var count = 0
    var rest = line
    while let byte = rest.first, byte == sign || isBlank(byte) {
      if byte == sign { count += 1 }
      rest = rest.dropFirst()
    }
    let isWord = rest.allSatisfy(isWordByte) && rest.count <= 10
    guard count >= 3, isWord || rest.first == UInt8(ascii: "#") else { return nil }
    self.sign = sign
  }
}

/// The lines of a text, whatever ends them: LF, CR LF or CR alone.
private struct OpeningLines {
  private let bytes: [UInt8]
  private var offset: Int
  /// The number of the line that was read last, as editors count.
  private(set) var number: Int
  private var next = 0

  init(_ source: SourceText, from start: Int) {
    bytes = source.bytes
    offset = start
    number = Int(source.position(at: start).line)
    next = number
  }

  mutating func read() -> Range<Int>? {
    guard offset < bytes.count else { return nil }
    number = next
    let start = offset
    let end = bytes[start...].firstIndex { $0 == 10 || $0 == 13 } ?? bytes.count
    let isPair = end + 1 < bytes.count && bytes[end] == 13 && bytes[end + 1] == 10
    offset = min(end + (isPair ? 2 : 1), bytes.count)
    next += 1
    return start..<end
  }

  mutating func skip(to end: Int) {
    guard end > offset else { return }
    for index in offset..<end where bytes[index] == 10 || bytes[index] == 13 {
      let isPair = bytes[index] == 13 && index + 1 < bytes.count && bytes[index + 1] == 10
      if !isPair { next += 1 }
    }
    offset = end
  }
}

extension ArraySlice<UInt8> {
  /// Without blanks around, and without the marks that no editor shows: byte order marks, no-break blanks and blanks of
  /// no width.
  fileprivate var withoutInvisible: ArraySlice<UInt8> {
    var slice = self
    let invisible: [[UInt8]] = [[0xEF, 0xBB, 0xBF], [0xC2, 0xA0], [0xE2, 0x80, 0x8B]]
    while let first = slice.first {
      if isBlank(first) || first == 12 {
        slice = slice.dropFirst()
      } else if let mark = invisible.first(where: slice.starts) {
        slice = slice.dropFirst(mark.count)
      } else {
        break
      }
    }
    while let last = slice.last, isBlank(last) || last == 13 { slice = slice.dropLast() }
    return slice
  }
}
