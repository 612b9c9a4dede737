/// Copies nodes in preorder to the end of a list while nodes are put in or left out, and keeps their `end`s
/// right.
struct TreeCopy {
  private struct Open {
    /// The end in the old tree; `nil` for a node that is closed by hand.
    var oldEnd: Int?
    var new: Int
  }

  private var open: [Open] = []

  /// Ends the nodes whose subtree ends before the old index.
  mutating func close(before oldIndex: Int, in nodes: inout [MarkdownNode]) {
    while let last = open.last, let oldEnd = last.oldEnd, oldEnd <= oldIndex {
      closeLast(in: &nodes)
    }
  }

  mutating func copy(_ node: MarkdownNode, in nodes: inout [MarkdownNode]) {
    open(node, oldEnd: Int(node.end), in: &nodes)
  }

  /// Copies a text node with part of its text, if that is any.
  mutating func copy(_ node: MarkdownNode, text: Range<Int>, in nodes: inout [MarkdownNode]) {
    guard !text.isEmpty else { return }
    var part = node
    part.text = text
    part.end = Int32(truncatingIfNeeded: nodes.count + 1)
    nodes.append(part)
  }

  mutating func open(_ node: MarkdownNode, oldEnd: Int? = nil, in nodes: inout [MarkdownNode]) {
    open.append(Open(oldEnd: oldEnd, new: nodes.count))
    nodes.append(node)
  }

  mutating func closeLast(in nodes: inout [MarkdownNode]) {
    guard let last = open.popLast() else { return }
    nodes[last.new].end = Int32(truncatingIfNeeded: nodes.count)
  }
}
