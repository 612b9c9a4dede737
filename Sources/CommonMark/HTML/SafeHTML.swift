import Diagnostics

/// Puts elements into a document's tree for the raw HTML that may stand in it.
///
/// What the tree has is closed where it must be, so no page can be left open, whatever tags an author wrote. A tag
/// without its partner, or where it has no place, is left out or shown as text. The tree is one that a browser builds
/// of the page, too: no block in a paragraph, no link in a link, nothing but rows and cells in a table.
struct SafeHTML {
  let old: [MarkdownNode]
  let oldLinks: [MarkdownLink]
  let pairs: HTMLPairs
  private(set) var places: SourcePlaces
  var text: [UInt8]
  private(set) var nodes: [MarkdownNode] = []
  private(set) var links: [MarkdownLink] = []
  private(set) var elements: [HTMLElement] = []
  /// What is told of tags, by the node before which they stand.
  private(set) var faults: [Int: [HTMLFault]] = [:]
  private(set) var diagnostics: [Diagnostic] = []
  var open: [Open] = []
  private var linksAround = 0
  /// End tags of what is shown as text.
  var shownEnds: Set<Int> = []
  /// Where the block or paragraph in turn is.
  var position: Position

  /// A node that is open.
  struct Open {
    enum Sort: Equatable {
      /// A node of the old tree, which ends there.
      case markdown(end: Int)
      case element(HTMLElementName)
      /// The text that stands in an element or between blocks.
      case run
    }

    var sort: Sort
    /// Its index in the new tree.
    var node: Int
    var content: HTMLElementName.Content
    /// The token that closes it.
    var endToken: Int?

    var element: HTMLElementName? {
      if case .element(let name) = sort { name } else { nil }
    }
  }

  init(_ document: MarkdownDocument, places: SourcePlaces) {
    old = document.nodes
    oldLinks = document.links
    text = document.text
    self.places = places
    position = old.first?.position ?? .start
    pairs = HTMLPairs(old, text: text)
    nodes.reserveCapacity(old.count)
    for index in old.indices {
      closeMarkdown(before: index)
      let node = old[index]
      if node.isBlock { begin(node) }
      if let tokens = pairs[index] {
        for token in tokens { read(token, in: node) }
        if node.kind == .htmlBlock { endBlock() }
      } else {
        copy(node, at: index)
      }
    }
    closeMarkdown(before: old.count)
  }

  private mutating func begin(_ node: MarkdownNode) {
    position = node.position
    places.seekFrom(position)
  }

  // MARK: Nodes of Markdown

  private mutating func closeMarkdown(before index: Int) {
    while let last = open.lastIndex(where: { if case .markdown = $0.sort { true } else { false } }),
      case .markdown(let end) = open[last].sort, end <= index
    {
      close(to: last)
    }
  }

  private mutating func copy(_ node: MarkdownNode, at index: Int) {
    // What an aside calls itself, rows and items stand where they stood.
    if node.isBlock { _ = makeRoomForBlock() } else { makeRoomForText() }
    var node = node
    if node.kind == .link, linksAround > 0 { node.kind = .droppedLink }
    let new = nodes.count
    if let link = node.link {
      var moved = oldLinks[link]
      moved.node = new
      node.payload = Int32(truncatingIfNeeded: links.count)
      links.append(moved)
    }
    let oldEnd = Int(node.end)
    node.end = Int32(truncatingIfNeeded: new + 1)
    nodes.append(node)
    if node.kind == .link { linksAround += 1 }
    guard oldEnd > index + 1 else { return }
    open.append(Open(sort: .markdown(end: oldEnd), node: new, content: content(of: node)))
  }

  private func content(of node: MarkdownNode) -> HTMLElementName.Content {
    if !node.isBlock { return .phrasing }
    switch node.kind {
    case .paragraph, .heading, .asideTitle: return .phrasing
    default: return .flow
    }
  }

  // MARK: The new tree

  @discardableResult
  mutating func append(_ kind: MarkdownNode.Kind, text range: Range<Int>? = nil) -> Int {
    let index = nodes.count
    var node = MarkdownNode(kind, at: position, end: index + 1)
    if let range { node.text = range }
    nodes.append(node)
    return index
  }

  mutating func openElement(_ element: HTMLElement, endToken: Int? = nil) {
    let name = element.name
    let index = append(name.isInline ? .inlineElement : .blockElement)
    setElement(element, of: index)
    open.append(Open(sort: .element(name), node: index, content: name.content, endToken: endToken))
  }

  mutating func setElement(_ element: HTMLElement, of node: Int) {
    nodes[node].payload = Int32(truncatingIfNeeded: elements.count)
    elements.append(element)
  }

  mutating func openHeading(_ element: HTMLElement, level: UInt8, endToken: Int?) {
    let index = append(.heading)
    nodes[index].detail = level
    // A heading's own id is known until its ids are given.
    nodes[index].textCount = UInt32(truncatingIfNeeded: elements.count + 1)
    elements.append(element)
    open.append(Open(sort: .element(element.name), node: index, content: .phrasing, endToken: endToken))
  }

  mutating func openLink(_ kind: MarkdownNode.Kind, _ link: MarkdownLink, endToken: Int?) {
    let index = append(kind)
    nodes[index].payload = Int32(truncatingIfNeeded: links.count)
    var link = link
    link.node = index
    links.append(link)
    if kind == .link { linksAround += 1 }
    if kind == .image { return }
    open.append(Open(sort: .element(.a), node: index, content: .phrasing, endToken: endToken))
  }

  mutating func openDropped(_ kind: MarkdownNode.Kind, endToken: Int?) {
    let index = append(kind)
    open.append(Open(sort: .element(.a), node: index, content: .phrasing, endToken: endToken))
  }

  mutating func openRun() {
    let index = append(.paragraph)
    if open.last?.element != nil { nodes[index].flags = 1 }
    open.append(Open(sort: .run, node: index, content: .phrasing))
  }

  mutating func end(_ node: Int) { nodes[node].end = Int32(truncatingIfNeeded: nodes.count) }

  /// Closes what is open from a place in `open` on.
  mutating func close(to count: Int) {
    while open.count > count {
      let last = open.removeLast()
      if last.sort == .run || nodes[last.node].kind == .paragraph { endParagraph(last.node) }
      nodes[last.node].end = Int32(truncatingIfNeeded: nodes.count)
      if nodes[last.node].kind == .link { linksAround -= 1 }
    }
  }

  /// A line end that nothing follows is none; and where a paragraph is nothing but places that links lead to, it takes no
  /// room.
  private mutating func endParagraph(_ paragraph: Int) {
    var (child, end) = (paragraph + 1, paragraph + 1)
    var isEmpty = true
    while child < nodes.count {
      let node = nodes[child]
      child = Int(node.end)
      if node.kind == .softBreak { continue }
      end = child
      let isPlace = node.kind == .inlineElement && elements[Int(node.payload)].isPlace
      isEmpty = isEmpty && isPlace
    }
    if open.last.map({ nodes[$0.node].kind != .item }) ?? true, end > paragraph + 1, isEmpty {
      nodes[paragraph].flags |= 1
    }
    nodes.removeSubrange(end...)
  }

  var isInLink: Bool { linksAround > 0 }

  // MARK: What is told

  mutating func fault(_ kind: LeftoverKind, _ token: HTMLToken) {
    faults[nodes.count, default: []].append(HTMLFault(kind: kind, written: token.range))
  }

  /// Where a tag stands in the file.
  mutating func place(of token: HTMLToken) -> (position: Position, length: Int) {
    let written = text[token.range]
    return places.find(Array(written.prefix { $0 != .newline }.prefix(60)), length: written.count)
      ?? (position, 1)
  }

  mutating func refuse(_ url: [UInt8], _ token: HTMLToken) {
    let (position, length) = place(of: token)
    diagnostics.append(
      .unsafeURL(url, at: Place(places.origin.path, position, length: length)))
  }
}

/// A tag that is not as its author meant it.
struct HTMLFault: Sendable {
  var kind: LeftoverKind
  /// In the document's text.
  var written: Range<Int>
}
