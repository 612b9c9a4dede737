package import Diagnostics

/// What stands before the body of a Markdown file.
package struct FrontMatter: Sendable {
  /// Always a mapping, empty for an empty block; `nil` where there is no block, or where `diagnostics` say
  /// why it cannot be read.
  package var root: YAMLNode?
  /// Where the Markdown stands in the file's bytes.
  package var bodyRange: Range<Int>
  /// The number of the file's line on which the body begins, counted from 1.
  package var bodyFirstLine: Int
  package var diagnostics: [Diagnostic] = []
  /// Lines such as `key: value` at the top of a text without front matter.
  package var bareEntries: [YAMLNode.Entry] = []
  /// What may be front matter, too, and is not known.
  package var unread: [UnreadText] = []
  /// What nobody can read, so that what it says is not known: a file in UTF-32, or in an encoding that can't be told.
  package var unreadable: Unreadable?

  package struct Unreadable: Sendable {
    /// Such as "it is not in UTF-8".
    package var reason: String
    package var position: Position
    package var help: String

    package init(
      _ reason: String = "it is not in UTF-8", position: Position = .start,
      help: String = "save the file as UTF-8"
    ) {
      self.reason = reason
      self.position = position
      self.help = help
    }
  }
}

/// Splits a Markdown file into front matter and body, and reads the front matter.
///
/// A block begins with a first line that is exactly `---` and ends with the next line that is exactly `---`
/// or `...`; blanks may follow on both. A byte order mark before it belongs to neither.
package func readFrontMatter(_ source: SourceText) -> FrontMatter {
  let source = source.withLineFeeds
  let start = lengthOfByteOrderMark(source.bytes)
  var matter = readBlock(source, from: start)
  if source.bytes.prefix(64).contains(0) || hasForeignByteOrderMark(source.bytes) {
    matter.unreadable = FrontMatter.Unreadable()
  }
  let isUnclosed = matter.diagnostics.contains { $0.id == .unclosedFrontMatter }
  if !isUnclosed { MisplacedFrontMatter.find(in: source, from: matter.bodyRange.lowerBound, into: &matter) }
  return matter
}

private func readBlock(_ source: SourceText, from start: Int) -> FrontMatter {
  var lines = LineReader(source.bytes, from: start)
  guard let first = lines.next() else {
    return FrontMatter(root: nil, bodyRange: start..<source.bytes.count, bodyFirstLine: 1)
  }
  guard isFence(source.bytes[first], of: UInt8(ascii: "-")) else {
    return readForeignFrontMatter(source, from: start)
      ?? FrontMatter(root: nil, bodyRange: start..<source.bytes.count, bodyFirstLine: 1)
  }
  if let block = FrontMatterBlock(source, from: start) {
    let (root, diagnostics) = readYAML(source, range: block.range, what: .frontMatter)
    var matter = FrontMatter(
      root: root ?? emptyRoot(unless: diagnostics), bodyRange: block.body..<source.bytes.count,
      bodyFirstLine: block.bodyFirstLine, diagnostics: diagnostics)
    if diagnostics.hasErrors { matter.addUnread(source, block.range, isCertain: true) }
    return matter
  }
  var matter = FrontMatter(
    root: nil, bodyRange: lines.offset..<source.bytes.count, bodyFirstLine: 2,
    diagnostics: [unclosed(source, first)])
  matter.addUnclosed(source, from: start)
  return matter
}

/// Reads a whole file of YAML. The node is `nil` where the file says nothing, or where the diagnostics say
/// why it cannot be read.
package func readYAML(_ source: SourceText) -> (YAMLNode?, [Diagnostic]) {
  let source = source.withLineFeeds
  return readYAML(source, range: lengthOfByteOrderMark(source.bytes)..<source.bytes.count, what: .file)
}

private func emptyRoot(unless diagnostics: [Diagnostic]) -> YAMLNode? {
  diagnostics.hasErrors ? nil : YAMLNode(.mapping([]), at: .start)
}

private func unclosed(_ source: SourceText, _ first: Range<Int>) -> Diagnostic {
  Diagnostic(
    .unclosedFrontMatter, .error, "the front matter that begins here is never closed",
    at: Place(source.path, source.position(at: first.lowerBound), length: 3),
    help: "end it with a line that is exactly '---'; for a horizontal rule, write '***'")
}

func lengthOfByteOrderMark(_ bytes: [UInt8]) -> Int {
  bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
}

/// Whether a file begins with the byte order mark of UTF-16 or UTF-32.
private func hasForeignByteOrderMark(_ bytes: [UInt8]) -> Bool {
  bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF])
}

/// Whether a line is exactly three of a character, blanks after them aside.
func isFence(_ line: ArraySlice<UInt8>, of character: UInt8) -> Bool {
  line.count >= 3 && line.prefix(3).allSatisfy { $0 == character }
    && line.dropFirst(3).allSatisfy { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }
}

/// Goes through the lines of a text.
struct LineReader {
  private let bytes: [UInt8]
  /// Where the next line begins.
  private(set) var offset: Int
  /// The number of the line that was read last, counted from 1.
  private(set) var number = 0

  init(_ bytes: [UInt8], from offset: Int) {
    self.bytes = bytes
    self.offset = offset
  }

  /// The next line without its ending (`\n` or `\r\n`).
  mutating func next() -> Range<Int>? {
    guard offset < bytes.count else { return nil }
    let start = offset
    let end = bytes[start...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
    offset = min(end + 1, bytes.count)
    number += 1
    let hasReturn = end > start && bytes[end - 1] == UInt8(ascii: "\r")
    return start..<(hasReturn ? end - 1 : end)
  }
}
