package import Diagnostics

/// A parsed Markdown text: a flat tree, and what in it other stages look at.
package struct MarkdownDocument: Sendable {
  package let path: String
  package let options: MarkdownOptions
  /// In preorder; the first is the document itself.
  package internal(set) var nodes: [MarkdownNode]
  /// The bytes that nodes refer to: valid UTF-8, with more in between that no node refers to.
  package internal(set) var text: [UInt8]
  /// In document order, footnotes last.
  package internal(set) var links: [MarkdownLink] = []
  /// In document order.
  package internal(set) var headings: [MarkdownHeading] = []
  /// In the order of their numbers. Footnotes that nothing refers to are left out.
  package internal(set) var footnotes: [MarkdownFootnote] = []
  /// In document order.
  package internal(set) var elements: [HTMLElement] = []
  /// What is to be told of tags, by the node before which they stand.
  var htmlFaults: [Int: [HTMLFault]] = [:]
  /// Ids besides those of headings: `id` and `name` in raw HTML.
  package internal(set) var htmlAnchors: [String] = []
  /// Every id that a link into this document may name.
  package internal(set) var anchors: Set<String> = []
  package internal(set) var diagnostics: [Diagnostic] = []
}

package struct MarkdownHeading: Hashable, Sendable {
  package let node: Int
  /// 1 to 6
  package let level: Int
  /// Unique in the document: from the text as GitHub does it, or what the author wrote as `{#id}`.
  package let id: String
  /// The id before a number was put behind it because something else has the same.
  package let wanted: String
  package let text: String
  package let position: Position
  /// Of one that is written in HTML: which of the document's elements has its attributes.
  let element: Int?
}

package struct MarkdownFootnote: Hashable, Sendable {
  package let label: String
  /// From 1, in the order of the first references.
  package let number: Int
  /// How many references there are to it.
  package internal(set) var references: Int
  package let position: Position
}

extension MarkdownDocument {
  /// The index of the level-1 heading that the document starts with.
  package var titleNode: Int? {
    guard nodes.count > 1, nodes[1].kind == .heading, nodes[1].level == 1 else { return nil }
    return 1
  }

  /// The text of the level-1 heading that the document starts with.
  package var title: String? {
    guard titleNode != nil else { return nil }
    return headings.first?.text
  }

  /// The plain text of the first paragraph that is no part of a list, quotation or table; for summaries.
  package var firstParagraph: String? {
    var index = 1
    while index < nodes.count {
      if nodes[index].kind == .paragraph {
        let text = plainText(of: index)
        if !text.isEmpty { return text }
      }
      index = Int(nodes[index].end)
    }
    return nil
  }

  /// The ids that its headings, footnotes, references to these and elements have.
  package var ids: Set<String> { FootnoteIDs(footnotes).all.union(headings.map(\.id)).union(elementIDs) }

  /// The ids that elements of HTML have, where pages can give them others.
  package var elementIDs: [String] { options.unsafeHTML ? [] : htmlAnchors }

  package func place(of link: MarkdownLink) -> Place {
    Place(path, link.position, length: link.length)
  }
}
