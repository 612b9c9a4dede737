/// A sentence around a link, as plain text: what a backlink shows.
package struct LinkedSentence: Hashable, Sendable {
  package var before: String
  /// What the link itself shows.
  package var link: String
  package var after: String
}

extension MarkdownDocument {
  /// The sentence that a link stands in, within its paragraph, heading or cell; each side is clipped at a
  /// word to about 160 characters, with `…` for what is left out.
  ///
  /// - Parameter linkText: what links without a text of their own show.
  package func sentence(
    around link: MarkdownLink, linkText: (MarkdownLink) -> String? = { _ in nil }
  ) -> LinkedSentence {
    let (before, isCutBefore) = textBefore(link.node, linkText)
    let (after, isCutAfter) = textAfter(link.node, linkText)
    let shown =
      link.kind == .citation ? citationText(link, linkText) : plainText(of: link.node, linkText: linkText)
    return LinkedSentence(
      before: SentenceBounds.last(in: before, isCut: isCutBefore),
      link: shown, after: SentenceBounds.first(in: after, isCut: isCutAfter))
  }

  private func citationText(_ link: MarkdownLink, _ linkText: (MarkdownLink) -> String?) -> String {
    let name = linkText(link) ?? link.target
    return link.at.map { "\(name), \($0)" } ?? name
  }

  /// Bytes and nodes enough for 160 characters.
  private static let reach = (bytes: 700, nodes: 300)

  /// A block's inlines stand right after it, so the text ends at the next block.
  private func textAfter(_ node: Int, _ linkText: (MarkdownLink) -> String?) -> (text: [UInt8], isCut: Bool) {
    var bytes: [UInt8] = []
    let start = Int(nodes[node].end)
    var index = start
    while index < nodes.count, !nodes[index].isBlock {
      if bytes.count > Self.reach.bytes || index - start > Self.reach.nodes { return (bytes, true) }
      appendPlainText(of: index, to: &bytes, linkText: linkText)
      index += 1
    }
    return (bytes, false)
  }

  private func textBefore(_ node: Int, _ linkText: (MarkdownLink) -> String?) -> (text: [UInt8], isCut: Bool)
  {
    var node = node
    while nodes[node].kind == .citationItem { node -= 1 }
    var first = node
    var count = 0
    while first > 0, !nodes[first - 1].isBlock, count <= Self.reach.bytes, node - first < Self.reach.nodes {
      first -= 1
      count += max(Int(nodes[first].textCount), 1)
    }
    var bytes: [UInt8] = []
    for index in first..<node { appendPlainText(of: index, to: &bytes, linkText: linkText) }
    return (bytes, first > 0 && !nodes[first - 1].isBlock)
  }
}
