extension MarkdownDocument {
  /// The text of a node and all in it, without markup: line ends as blanks (as nothing in Chinese), images as their text, and without
  /// references to footnotes, citations and HTML that is none on the page.
  ///
  /// - Parameter linkText: what links without a text of their own show, if anything is known.
  package func plainText(of node: Int, linkText: (MarkdownLink) -> String? = { _ in nil }) -> String {
    var bytes: [UInt8] = []
    var index = node
    while index < Int(nodes[node].end) {
      if nodes[index].isBlock, nodes[index].kind != .codeBlock {
        if index > node, let last = bytes.last, last != .space { bytes.append(.space) }
        index += 1
        continue
      }
      appendPlainText(of: index, to: &bytes, linkText: linkText)
      index += 1
    }
    return bytes.string(bytes.trimmed(0..<bytes.count))
  }

  /// Appends what an inline shows by itself, without its children.
  func appendPlainText(of index: Int, to bytes: inout [UInt8], linkText: (MarkdownLink) -> String?) {
    let node = nodes[index]
    switch node.kind {
    case .text, .code, .codeBlock:
      bytes += text[node.text]
    // A tag that is shown as text is a word of the author's: `List<String>`.
    case .htmlInline where options.extensions && !options.unsafeHTML: bytes += text[node.text]
    case .softBreak where node.isJoined: break
    case .softBreak, .lineBreak:
      bytes.append(.space)
    case .citation:
      // The blank before it goes with it.
      if bytes.last == .space { bytes.removeLast() }
    case .wikiLink where links[Int(node.payload)].imageSize != nil:
      bytes += links[Int(node.payload)].target.utf8
    case .wikiLink:
      bytes += shownText(of: links[Int(node.payload)], linkText).utf8
    default: break
    }
  }

  private func shownText(of link: MarkdownLink, _ linkText: (MarkdownLink) -> String?) -> String {
    if let own = link.text { return own }
    return linkText(link) ?? link.name
  }
}

extension MarkdownLink {
  /// A wiki link's target as a reader can read it.
  var name: String { target.isEmpty ? anchor ?? "" : target }
}
