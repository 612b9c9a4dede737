package import CommonMark

/// What is wrong with the nesting or the references of a document's nodes.
package func treeProblem(in document: MarkdownDocument) -> String? {
  let nodes = document.nodes
  guard nodes.first?.kind == .document, Int(nodes[0].end) == nodes.count else {
    return "the root is not the whole"
  }
  var open: [Int] = []
  for (index, node) in nodes.enumerated() {
    while let last = open.last, Int(nodes[last].end) <= index { open.removeLast() }
    if Int(node.end) <= index { return "node \(index) ends before it starts" }
    if let parent = open.last, node.end > nodes[parent].end { return "node \(index) ends after its parent" }
    if let parent = open.last, node.isBlock, !nodes[parent].isBlock {
      return "block \(index) is in an inline"
    }
    if node.text.upperBound > document.text.count { return "node \(index) has no text" }
    if String(validating: document.text[node.text], as: UTF8.self) == nil {
      return "node \(index) splits a character"
    }
    open.append(index)
  }
  return nil
}
