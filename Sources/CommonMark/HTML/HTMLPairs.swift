/// The tags in a document's raw HTML, and which belong together: both in the same list item, quotation, cell or paragraph,
/// and those of what stands within a line in the same block.
struct HTMLPairs {
  private(set) var tokens: [HTMLToken] = []
  /// The tokens of a node, by its index; none for one that is shown as it stands.
  private var ranges: [Int: Range<Int>] = [:]

  private struct Frame {
    var end: Int
    var starts: [HTMLElementName: [Int]] = [:]
  }

  private var frames: [Frame] = []

  init(_ nodes: [MarkdownNode], text: [UInt8]) {
    /// The end of the image around: its text has no elements.
    var imageEnd = 0
    for (index, node) in nodes.enumerated() {
      while let last = frames.last, last.end <= index { frames.removeLast() }
      if Int(node.end) > index + 1 { frames.append(Frame(end: Int(node.end))) }
      if node.kind == .image || node.kind == .droppedImage { imageEnd = Int(node.end) }
      guard index >= imageEnd else { continue }
      if node.kind == .htmlInline || node.kind == .htmlBlock { read(node, index, text) }
    }
  }

  subscript(node: Int) -> Range<Int>? { ranges[node] }

  private mutating func read(_ node: MarkdownNode, _ index: Int, _ text: [UInt8]) {
    let isBlock = node.kind == .htmlBlock
    if isBlock, HTMLTokens.isVerbatim(text, node.text) { return }
    let read = HTMLTokens(in: text, node.text).all
    let isSafe = read.isEmpty || read.contains { $0.isOfElement }
    guard isSafe else { return }
    let first = tokens.count
    tokens += read
    ranges[index] = first..<tokens.count
    guard !frames.isEmpty else { return }
    for token in first..<tokens.count {
      tokens[token].node = index
      pair(token)
    }
    if isBlock {
      for name in HTMLElementName.allCases where !name.spansBlocks {
        frames[frames.count - 1].starts[name] = nil
      }
    }
  }

  private mutating func pair(_ token: Int) {
    let frame = frames.count - 1
    switch tokens[token].sort {
    case .start(let name, let closesItself):
      if !closesItself, name.content != .nothing { frames[frame].starts[name, default: []].append(token) }
    case .end(let name):
      guard let start = frames[frame].starts[name]?.popLast() else { return }
      tokens[start].partner = token
      tokens[token].partner = start
    case .other, .text: break
    }
  }
}

extension HTMLToken {
  fileprivate var isOfElement: Bool {
    switch sort {
    case .start, .end: true
    case .other, .text: false
    }
  }
}
