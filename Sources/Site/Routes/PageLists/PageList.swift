import Folding
import Knowledge

/// What of the plain pages belongs together: those of a folder, those with a tag, and all tags.
package final class PageList: Sendable {
  package enum Subject: Hashable, Sendable {
    /// With a slash at its end; the topmost, whose list is on the home page, is empty.
    case folder(String)
    case tags
    /// By the last part of its address.
    case tag(String)

    /// As folders are compared: capitals do not count.
    var folded: Subject { if case .folder(let path) = self { .folder(path.foldedPath) } else { self } }
  }

  let subject: Subject
  /// The path of its page.
  let path: String
  /// The author's own page at this address, below whose text the list stands.
  let index: EntityID?
  /// The pages, in their order.
  let pages: [EntityID]
  /// The lists of the folders right below, in their order; of `tags` those of the tags.
  let inner: [Subject]
  /// How many pages there are in a folder, with those in folders below.
  let count: Int
  /// The further pages of a long list.
  let parts: [ListPart]
  /// What it's called, where no page of an author's says it.
  let name: String
  /// Whether it has a page to stand on: none where a file of another sort has its address.
  let hasPage: Bool

  init(
    subject: Subject, path: String, index: EntityID?, pages: [EntityID], inner: [Subject], count: Int,
    parts: [ListPart], name: String, hasPage: Bool
  ) {
    self.subject = subject
    self.path = path
    self.index = index
    self.pages = pages
    self.inner = inner
    self.count = count
    self.parts = parts
    self.name = name
    self.hasPage = hasPage
  }

  /// What the first page shows: all, or of a long list its beginning.
  var first: [EntityID] { parts.isEmpty ? pages : Array(pages.prefix(ListPart.firstRows)) }

  /// Whether the author's own page at its address shows it: not where that says `list: false`, or where the text itself leads to
  /// all that would be listed.
  func isShown(in graph: KnowledgeGraph, _ lists: PageLists) -> Bool {
    guard !(pages.isEmpty && inner.isEmpty) else { return false }
    guard let index else { return true }
    if let field = graph.schema[.page].fieldIndex(named: "list"),
      case .flag(let isWanted)? = graph[index].today(field)?.preferredClaim?.value
    {
      return isWanted
    }
    let listed = Set(graph.listed(by: index))
    return
      !(pages.allSatisfy(listed.contains)
      && inner.allSatisfy { lists[$0]?.index.map(listed.contains) ?? false })
  }
}
