import Diagnostics

/// Finds what other tools left in a document, and where in the source it stands.
///
/// The tree says what is text, code or HTML, and of a block where it starts; the rest is sought in the source from
/// there on.
struct LeftoverFinder {
  private let document: MarkdownDocument
  private let source: [UInt8]
  private let lineStarts: [UInt32]
  private let origin: SourceOrigin
  private(set) var found: [Leftover] = []
  /// Where in the source the next is sought.
  private var offset = 0
  /// The end of the block that holds the nodes in turn.
  private var blockEnd = 0
  /// Bytes looked through in vain: a file that is made for it must not take long.
  private var wasted = 0

  init(_ document: MarkdownDocument, source: [UInt8], lineStarts: [UInt32], origin: SourceOrigin) {
    self.document = document
    self.source = source
    self.lineStarts = lineStarts
    self.origin = origin
    for index in document.nodes.indices.dropFirst() { look(at: index) }
  }

  private mutating func look(at index: Int) {
    let node = document.nodes[index]
    if node.isBlock {
      offset = sourceOffset(node.position)
      if [.paragraph, .heading, .tableCell, .asideTitle].contains(node.kind) { blockEnd = Int(node.end) }
    }
    switch node.kind {
    case .text: lookAtText(node, index)
    case .code: skipCode()
    case .codeBlock where isForPlugin(node): add(.pluginCode, at: offset, length: 3)
    case .htmlBlock where isShown(node): add(.html, at: offset, length: lengthOfLine(from: offset))
    case .htmlInline: lookAtHTML(node, index)
    case .wikiLink: lookAtWikiLink(node)
    default: break
    }
  }

  private mutating func add(_ kind: LeftoverKind, at offset: Int, length: Int) {
    found.append(Leftover(kind: kind, offset: offset, length: max(1, length)))
  }

  // MARK: Text

  private mutating func lookAtText(_ node: MarkdownNode, _ index: Int) {
    guard !node.text.isEmpty, !node.isLiteral else { return }
    let before = document.nodes[index - 1]
    let starts = before.kind == .paragraph
    var signs = LeftoverSigns(
      text: document.text, range: node.text, isLineStart: starts || before.kind == .softBreak,
      isAlone: starts && index + 1 == blockEnd, isBlockEnd: index + 1 == blockEnd)
    for sign in signs.all() {
      let wanted = Array(document.text[sign.range].prefix(6))
      guard let start = seek(wanted) else { continue }
      add(sign.kind, at: start, length: min(sign.range.count, lengthOfLine(from: start)))
    }
  }

  /// The next place where the bytes stand, past which is sought from then on; `nil` where they are escaped there.
  private mutating func seek(_ wanted: [UInt8]) -> Int? {
    guard wasted < 4_000_000 else { return nil }
    let limit = min(source.count, offset + 8_000)
    guard offset < limit, let next = source.first(wanted, in: offset..<limit) else {
      wasted += max(0, limit - offset)
      return nil
    }
    offset = next + wanted.count
    return next > 0 && source[next - 1] == .backslash ? nil : next
  }

  // MARK: Code

  /// Goes past the next code span, in which nothing is sought.
  private mutating func skipCode() {
    let limit = min(source.count, offset + 8_000)
    var start = offset
    while start < limit, let open = source[start..<limit].firstIndex(of: .backtick) {
      let after = endOfTicks(from: open)
      var next = after
      while next < limit, let close = source[next..<limit].firstIndex(of: .backtick) {
        next = endOfTicks(from: close)
        if next - close == after - open {
          offset = next
          return
        }
      }
      start = after
    }
    wasted += max(0, limit - offset)
  }

  private func endOfTicks(from start: Int) -> Int {
    var end = start
    while end < source.count, source[end] == .backtick { end += 1 }
    return end
  }

  private static let plugins = ["dataview", "dataviewjs", "tasks", "query", "mermaid", "plantuml"]

  private func isForPlugin(_ node: MarkdownNode) -> Bool {
    let start = node.text.lowerBound
    let info = document.text[(start - Int(node.payload))..<start].prefix { !$0.isWhitespace }
    return !info.isEmpty && Self.plugins.contains(String(decoding: info, as: UTF8.self))
  }

  // MARK: HTML

  private func isShown(_ node: MarkdownNode) -> Bool {
    !document.options.unsafeHTML && !RawHTML.isComment(document.text[node.text])
  }

  /// A tag; one that closes another belongs to that.
  private mutating func lookAtHTML(_ node: MarkdownNode, _ index: Int) {
    let written = document.text[node.text]
    guard let start = seek(Array(written.prefix { $0 != .newline }.prefix(40))) else { return }
    let before = document.nodes[index - 1]
    if before.kind == .text, document.text[before.text].suffix(2).elementsEqual("{{".utf8) {
      add(.hugoShortcode, at: max(0, start - 2), length: 3)
    } else if isShown(node), !written.starts(with: "</".utf8) {
      add(.html, at: start, length: min(written.count, lengthOfLine(from: start)))
    }
  }

  // MARK: Links

  private mutating func lookAtWikiLink(_ node: MarkdownNode) {
    guard let link = node.link.map({ document.links[$0] }), link.isEmbed else { return }
    offset = sourceOffset(link.position)
    if !link.isImageEmbed { add(.embed, at: offset, length: link.length) }
  }

  // MARK: Places

  private func sourceOffset(_ position: Position) -> Int {
    let line = Int(position.line) - Int(origin.first.line)
    guard lineStarts.indices.contains(line) else { return offset }
    let start = Int(lineStarts[line])
    // Where something was written anew, columns of the file are no offsets: what is sought comes later in the line.
    if !origin.replaced.isEmpty {
      let isInLine = offset >= start && line + 1 < lineStarts.count && offset < Int(lineStarts[line + 1])
      return isInLine ? offset : start
    }
    let before = line == 0 ? Int(origin.first.column) : origin.indent + 1
    return min(source.count, start + max(0, Int(position.column) - before))
  }

  /// In bytes; of a long line only what anybody would look at.
  private func lengthOfLine(from start: Int) -> Int {
    let limit = min(source.count, start + 200)
    return (source[start..<limit].firstIndex(of: .newline) ?? limit) - start
  }

  /// In the file.
  func position(of leftover: Leftover) -> Position {
    let line = lineStarts.partitioningIndex { Int($0) > leftover.offset }
    let start = line > 0 ? Int(lineStarts[line - 1]) : 0
    return origin.position(line: max(1, line), column: leftover.offset - start + 1)
  }
}
