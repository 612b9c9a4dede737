import Knowledge
import Site

/// The files of the website that are as the last build left them, though some texts have changed since.
struct KeptPages: Sendable {
  /// By the folder of the language.
  private let readers: [String: TextReaders]

  /// - Parameter texts: the Markdown files that have changed, by their paths.
  init(_ base: KnowledgeBase, texts: [String]) {
    let changed = texts.compactMap { base.graph.entity(atPath: $0.belowContent) }
    readers = Dictionary(
      ([base.site] + base.site.editions).map { ($0.folder, TextReaders(changed, in: $0)) },
      uniquingKeysWith: { first, _ in first })
  }

  func contains(_ page: SitePage) -> Bool {
    readers[page.site.folder].map { !$0.includes(page.entry) } ?? false
  }
}
