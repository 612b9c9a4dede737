import Diagnostics

/// Admonitions of MkDocs (`!!! note "Title"` with indented lines) and containers of Docusaurus (`:::note[Title]` to
/// `:::`), which are written anew as asides of Obsidian, each on the lines that it had, so that everything after reads
/// one form of asides. What stands in code or HTML is left alone, and so is a container that nothing closes.
struct ForeignAsides {
  private(set) var bytes: [UInt8]
  /// What was written anew in each round: those that lie in others come later.
  private(set) var replaced: [ReplacedColumns] = []
  private let origin: SourceOrigin
  /// Lines looked at for the ends of containers.
  private var looked = 0

  /// So deep asides may lie in asides.
  private static let depth = 8
  private static let signs = ["!!!", "???", ":::"]
  private static let mostLooked = 1_000_000

  init(_ source: [UInt8], origin: SourceOrigin) {
    bytes = source
    self.origin = origin
    // Most texts have none, and need no look at their lines.
    guard Self.signs.contains(where: { source.first(Array($0.utf8), in: 0..<source.count) != nil }) else {
      return
    }
    for _ in 0..<Self.depth {
      guard rewrite() else { return }
    }
  }

  /// Writes those anew that lie in no other.
  ///
  /// - Returns: whether there were any.
  private mutating func rewrite() -> Bool {
    let lines = MarkedLines(bytes)
    guard lines.all.contains(where: { ForeignAsideSyntax(bytes, $0) != nil }) else { return false }
    var scanner = BlockScanner(bytes, origin: origin, options: MarkdownOptions())
    scanner.scan()
    guard scanner.violation == nil else { return false }
    let isText = scanner.leafLines.map { $0.sort == .text }
    var output = RewrittenLines(bytes)
    var number = 0
    while number < lines.all.count {
      let line = lines.all[number]
      guard number < isText.count, isText[number], let syntax = ForeignAsideSyntax(bytes, line),
        !output.endsInQuote(line), let end = end(of: syntax, at: number, lines, isText)
      else {
        output.copy(line)
        number += 1
        continue
      }
      output.open(syntax, line)
      for inner in lines.all[(number + 1)..<end].map({ $0.below(line, in: bytes) }) {
        if syntax.isIndented { output.unindent(inner, below: line) } else { output.quote(inner, below: line) }
      }
      number = end
      if !syntax.isIndented {
        output.blank(lines.all[end])
        number += 1
      }
    }
    guard output.hasChanged else { return false }
    bytes = output.bytes
    replaced.append(output.columns)
    return true
  }

  /// The number of the line after the last that belongs to it, which of a container is the one that closes it.
  private mutating func end(
    of syntax: ForeignAsideSyntax, at start: Int, _ lines: MarkedLines, _ isText: [Bool]
  ) -> Int? {
    syntax.isIndented
      ? endOfIndented(syntax, at: start, lines) : endOfContainer(syntax, at: start, lines, isText)
  }

  private func endOfIndented(_ syntax: ForeignAsideSyntax, at start: Int, _ lines: MarkedLines) -> Int? {
    let line = lines.all[start]
    var end = start + 1
    for number in (start + 1)..<max(start + 1, lines.all.count) {
      let inner = lines.all[number].below(line, in: bytes)
      guard inner.quotes == line.quotes else { break }
      if inner.isBlank { continue }
      guard line.indentation(of: inner, in: bytes) != nil else { break }
      end = number + 1
    }
    return end > start + 1 || syntax.standsAlone ? end : nil
  }

  private mutating func endOfContainer(
    _ syntax: ForeignAsideSyntax, at start: Int, _ lines: MarkedLines, _ isText: [Bool]
  ) -> Int? {
    let line = lines.all[start]
    var open = [syntax.colons]
    for number in (start + 1)..<max(start + 1, min(lines.all.count, isText.count)) {
      looked += 1
      let inner = lines.all[number].below(line, in: bytes)
      guard looked < Self.mostLooked, inner.quotes == line.quotes else { return nil }
      guard isText[number], let fence = ContainerFence(bytes, inner.content..<inner.end) else { continue }
      if fence.hasWord {
        open.append(fence.colons)
      } else if let last = open.lastIndex(where: { $0 <= fence.colons }) {
        open.removeSubrange(last...)
        if open.isEmpty { return number }
      }
    }
    return nil
  }
}

/// The lines of a text, each with the marks of quotations before it.
struct MarkedLines {
  private(set) var all: [Line] = []

  struct Line {
    var start: Int
    /// After the marks of quotations.
    var afterQuotes: Int
    /// Where its text starts.
    var content: Int
    var end: Int
    var quotes = 0

    var isBlank: Bool { content == end }

    /// The same line, with no more quotations than another has.
    func below(_ line: Line, in bytes: [UInt8]) -> Line {
      quotes <= line.quotes ? self : MarkedLines.line(bytes, start, end, most: line.quotes)
    }

    /// The blanks of a line that belongs below this one because it's indented by four columns more.
    func indentation(of inner: Line, in bytes: [UInt8]) -> Range<Int>? {
      let start = inner.afterQuotes + content - afterQuotes
      guard start < inner.content else { return nil }
      if bytes[start] == .tab { return start..<start + 1 }
      return start + 4 <= inner.content && bytes[start..<start + 4].allSatisfy { $0 == .space }
        ? start..<start + 4 : nil
    }
  }

  init(_ bytes: [UInt8]) {
    var start = 0
    while start < bytes.count {
      let end = bytes.span.firstIndex(from: start, before: bytes.count) { $0 == .newline }
      all.append(MarkedLines.line(bytes, start, end))
      start = end + 1
    }
  }

  fileprivate static func line(_ bytes: [UInt8], _ start: Int, _ end: Int, most: Int = .max) -> Line {
    var line = Line(start: start, afterQuotes: start, content: start, end: end)
    var offset = start
    while offset < end,
      bytes[offset].isSpaceOrTab || (bytes[offset] == .greater && line.quotes < most)
    {
      offset += 1
      guard bytes[offset - 1] == .greater else { continue }
      line.quotes += 1
      // The blank after the mark belongs to it.
      if offset < end, bytes[offset] == .space { offset += 1 }
      line.afterQuotes = offset
    }
    line.content = offset
    return line
  }
}

/// Lines that are copied or written anew, with what became of their columns.
private struct RewrittenLines {
  private let source: [UInt8]
  private(set) var bytes: [UInt8] = []
  private(set) var columns = ReplacedColumns()
  private(set) var hasChanged = false
  private var number = 0
  private var last: MarkedLines.Line?

  init(_ source: [UInt8]) {
    self.source = source
    bytes.reserveCapacity(source.count + 64)
  }

  /// Whether an aside on this line would become part of a quotation or aside on the one before.
  func endsInQuote(_ line: MarkedLines.Line) -> Bool { (last?.quotes ?? 0) > line.quotes }

  mutating func copy(_ line: MarkedLines.Line) {
    bytes += source[line.start..<line.end]
    finish(line, quotes: line.quotes)
  }

  mutating func open(_ syntax: ForeignAsideSyntax, _ line: MarkedLines.Line) {
    hasChanged = true
    bytes += source[line.start..<line.content]
    let mark = Array("> [!\(syntax.word)]\(syntax.folding)".utf8) + (syntax.title.isEmpty ? [] : [.space])
    let written = syntax.title.isEmpty ? line.end : syntax.title.lowerBound
    replace(line.content..<written, with: mark, of: line)
    bytes += source[syntax.title]
    finish(line, quotes: line.quotes + 1)
  }

  /// A line of an admonition: the mark of a quotation stands for its indentation.
  mutating func unindent(_ inner: MarkedLines.Line, below line: MarkedLines.Line) {
    guard let blanks = line.indentation(of: inner, in: source) else { return quote(inner, below: line) }
    bytes += source[inner.start..<blanks.lowerBound]
    replace(blanks, with: [.greater, .space], of: inner)
    bytes += source[blanks.upperBound..<inner.end]
    finish(inner, quotes: line.quotes + 1)
  }

  /// A line of a container, or a blank one of an admonition.
  mutating func quote(_ inner: MarkedLines.Line, below line: MarkedLines.Line) {
    let start = inner.afterQuotes + min(line.content - line.afterQuotes, inner.content - inner.afterQuotes)
    bytes += source[inner.start..<start]
    replace(start..<start, with: [.greater, .space], of: inner)
    bytes += source[start..<inner.end]
    finish(inner, quotes: line.quotes + 1)
  }

  /// The line that closes a container.
  mutating func blank(_ line: MarkedLines.Line) {
    bytes += source[line.start..<line.content]
    finish(line, quotes: line.quotes)
  }

  private mutating func replace(_ range: Range<Int>, with new: [UInt8], of line: MarkedLines.Line) {
    let position = Position(line: number + 1, column: range.lowerBound - line.start + 1)
    columns.add(position, length: range.count, newLength: new.count)
    bytes += new
  }

  private mutating func finish(_ line: MarkedLines.Line, quotes: Int) {
    number += 1
    if line.end < source.count { bytes.append(.newline) }
    last = line
    last?.quotes = quotes
  }
}
