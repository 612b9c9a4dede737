import Diagnostics
import Folding

/// Turns libcmark's tree into flat nodes, and marks back into what they stand for.
struct TreeBuilder: LibcmarkVisitor {
  let source: [UInt8]
  let prepared: PreparedDocument
  let lines: [PreparedText.Origin]
  let origin: SourceOrigin
  let options: MarkdownOptions

  var nodes: [MarkdownNode] = []
  var text: [UInt8] = []
  var links: [MarkdownLink] = []
  var htmlAnchors: [String] = []
  var diagnostics: [Diagnostic] = []
  /// The content of each footnote and cell, which are parsed before the main text.
  var noteNodes: [Range<Int>] = []
  var cellNodes: [Range<Int>] = []

  /// The nodes that are open, outermost first; `skipped` for one that is left out.
  var open: [Int] = []
  static let skipped = -1
  /// Links and images around: in them marks are put back.
  var linkDepth = 0
  /// Links around, without those around an image: a link in a link would be none for browsers.
  var linksAround = 0
  /// Whether the last node is text that the next text continues.
  var isInRun = false
  var runMayHoldURL = false
  var blockHasTilde = false
  var blockHasEquals = false
  private(set) var hasHTML = false
  /// The aside that the open paragraph starts.
  var aside: AsideSyntax?
  /// Where in the source the last link was found: the next one is sought from there.
  var linkOffset = 0
  /// Bytes looked through for links whose position libcmark does not know.
  var searched = 0
  private var noteIndices: [String: Int] = [:]

  init(
    _ source: [UInt8], _ prepared: PreparedDocument, lines: [PreparedText.Origin], origin: SourceOrigin,
    options: MarkdownOptions
  ) {
    self.source = source
    self.prepared = prepared
    self.lines = lines
    self.origin = origin
    self.options = options
    text.reserveCapacity(source.count + source.count / 4)
    nodes.reserveCapacity(source.count / 16 + 8)
    for (index, note) in prepared.notes.enumerated() where noteIndex(note.label) == nil {
      noteIndices[note.label.foldedCase] = index
    }
  }

  /// The index of the first definition of a footnote.
  func noteIndex(_ label: String) -> Int? { noteIndices[label.foldedCase] }

  // MARK: Walk

  mutating func enter(_ node: borrowing LibcmarkNode) {
    let kind = node.kind
    if kind == .text { return appendText(node) }
    endRun()
    switch kind {
    case .softBreak, .lineBreak:
      append(kind, at: nodes[open.last ?? 0].position)
    case .code, .htmlInline, .htmlBlock:
      appendVerbatim(kind, node)
    case .codeBlock:
      appendCodeBlock(node)
    case .thematicBreak:
      append(kind, at: position(of: node))
    case .link, .image:
      openLink(kind, node)
    default:
      openContainer(kind, node)
    }
  }

  mutating func leave(_ node: borrowing LibcmarkNode) {
    endRun()
    guard let index = open.popLast(), index != Self.skipped else { return }
    switch nodes[index].kind {
    case .paragraph, .heading:
      if blockHasTilde, options.extensions { wrap(.strikethrough, from: index + 1) }
      if blockHasEquals, options.marks { wrap(.mark, from: index + 1) }
      nodes[index].end = Int32(truncatingIfNeeded: nodes.count)
      if let aside { makeAside(aside, paragraph: index) }
      if open.count == 1 { closeTopLevel(index) }
      return
    case .link, .image, .droppedLink, .droppedImage:
      linkDepth -= 1
      if nodes[index].kind == .link { linksAround -= 1 }
      closeLink(index)
    default: break
    }
    nodes[index].end = Int32(truncatingIfNeeded: nodes.count)
    if open.count == 1 { closeTopLevel(index) }
  }

  private mutating func closeTopLevel(_ index: Int) {
    if noteNodes.count < prepared.notes.count {
      // Two quotations carry a footnote.
      noteNodes.append(min(index + 2, nodes.count)..<nodes.count)
    } else if cellNodes.count < prepared.cells.lines.count {
      cellNodes.append(index + 1..<nodes.count)
    }
  }

  /// Where the main text's nodes start.
  var mainStart: Int {
    max(1, cellNodes.last?.upperBound ?? 0, noteNodes.last?.upperBound ?? 0)
  }

  @discardableResult
  mutating func append(_ kind: MarkdownNode.Kind, at position: Position) -> Int {
    let index = nodes.count
    nodes.append(MarkdownNode(kind, at: position, end: index + 1))
    return index
  }

  private mutating func openContainer(_ kind: MarkdownNode.Kind, _ node: borrowing LibcmarkNode) {
    let parent = open.last
    let index = append(kind, at: position(of: node))
    open.append(index)
    switch kind {
    case .heading:
      nodes[index].detail = node.headingLevel
      startBlock(node)
    case .list:
      nodes[index].flags = (node.isTightList ? 1 : 0) | (node.isOrderedList ? 2 : 0)
      nodes[index].payload = node.listStart
    case .paragraph:
      if let parent, parent > 0, nodes[parent].kind == .item, nodes[open[open.count - 3]].isTight {
        nodes[index].flags = 1
      }
      startBlock(node)
    default: break
    }
  }

  private mutating func startBlock(_ node: borrowing LibcmarkNode) {
    blockHasTilde = false
    blockHasEquals = false
    aside = nil
    linkOffset = sourceOffset(line: node.line, column: node.column)
  }

  private mutating func appendVerbatim(_ kind: MarkdownNode.Kind, _ node: borrowing LibcmarkNode) {
    let index = append(kind, at: position(of: node))
    let start = text.count
    node.appendLiteral(to: &text)
    restore(from: start, isVerbatim: true)
    nodes[index].text = start..<text.count
    if kind != .code { hasHTML = true }
    if kind != .code, options.unsafeHTML, options.extensions { collectAnchors(in: start..<text.count) }
  }

  /// The info string stands in the text before the code.
  private mutating func appendCodeBlock(_ node: borrowing LibcmarkNode) {
    let index = append(.codeBlock, at: position(of: node))
    let infoStart = text.count
    node.appendInfo(to: &text)
    restore(from: infoStart, isVerbatim: false)
    nodes[index].payload = Int32(truncatingIfNeeded: text.count - infoStart)
    let start = text.count
    node.appendLiteral(to: &text)
    restore(from: start, isVerbatim: true)
    nodes[index].text = start..<text.count
  }

  // MARK: Positions

  func position(of node: borrowing LibcmarkNode) -> Position {
    let line = node.line
    guard line >= 1, line <= lines.count else {
      return open.last.map { nodes[max($0, 0)].position } ?? origin.first
    }
    let from = lines[line - 1]
    return origin.position(line: from.line, column: max(1, node.column + from.columnShift))
  }

  /// An offset in the source for a line and column of the prepared text; 0 where there is none.
  func sourceOffset(line: Int, column: Int) -> Int {
    guard line >= 1, line <= lines.count else { return 0 }
    let from = lines[line - 1]
    return Int(prepared.lineStarts[from.line - 1]) + max(0, column + from.columnShift - 1)
  }
}
