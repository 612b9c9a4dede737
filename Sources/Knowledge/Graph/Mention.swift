import CommonMark

/// A link in running text, seen from the page that it leads to.
package struct Mention: Hashable, Sendable {
  package var document: DocumentID
  /// The link in the document.
  package var link: Int
  package var to: Target
  package var isCitation: Bool

  package var from: EntityID { document.entity }

  static func all(of entity: WrittenEntity, _ id: EntityID, links: [[LinkTarget]]) -> [Mention] {
    var mentions: [Mention] = []
    for (document, targets) in links.enumerated() {
      for (link, target) in targets.enumerated() {
        guard case .entity(let to) = target else { continue }
        let isCitation = entity.documents[document].links[link].kind == .citation
        mentions.append(
          Mention(document: DocumentID(id, number: document), link: link, to: to, isCitation: isCitation))
      }
    }
    return mentions
  }
}

/// Where a link in running text leads.
package enum LinkTarget: Hashable, Sendable {
  case entity(Target)
  /// A file of `content/` that is no Markdown, by its path below it.
  case asset(String, fragment: String?)
  case samePage(anchor: String)
  /// Somewhere else: as the author wrote it.
  case external
  /// Nowhere: reported already, and shown as its text.
  case broken
}
