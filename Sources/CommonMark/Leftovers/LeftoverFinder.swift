import Diagnostics

/// Finds what other tools left in a document, and where in the source it stands.
///
/// The tree says what is text, code or HTML, and of a block where it starts; the rest is sought in the source from
/// there on.
struct LeftoverFinder {
  private let document: MarkdownDocument
  private var places: SourcePlaces
  private(set) var found: [Leftover] = []
  /// The end of the block that holds the nodes in turn.
  private var blockEnd = 0

  init(_ document: MarkdownDocument, in places: SourcePlaces) {
    self.document = document
    self.places = places
    for index in document.nodes.indices.dropFirst() { look(at: index) }
    tellFaults(before: document.nodes.count)
  }

  private var source: [UInt8] { places.source }
  /// Where in the source the next is sought.
  private var offset: Int {
    get { places.offset }
    set { places.offset = newValue }
  }

  private mutating func look(at index: Int) {
    let node = document.nodes[index]
    tellFaults(before: index)
    if node.isBlock {
      places.seekFrom(node.position)
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

  private mutating func seek(_ wanted: [UInt8]) -> Int? { places.seek(wanted) }

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
    places.wasted += max(0, limit - offset)
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

  /// What is told of the tags that stood before a node.
  private mutating func tellFaults(before index: Int) {
    guard let faults = document.htmlFaults[index] else { return }
    for fault in faults {
      let written = document.text[fault.written].prefix { $0 != .newline }.prefix(60)
      guard let start = seek(Array(written)) else { continue }
      add(fault.kind, at: start, length: min(fault.written.count, lengthOfLine(from: start)))
    }
  }

  // MARK: Links

  private mutating func lookAtWikiLink(_ node: MarkdownNode) {
    guard let link = node.link.map({ document.links[$0] }), link.isEmbed else { return }
    places.seekFrom(link.position)
    if !link.isImageEmbed { add(.embed, at: offset, length: link.length) }
  }

  // MARK: Places

  private func lengthOfLine(from start: Int) -> Int { places.lengthOfLine(from: start) }
}
