import Knowledge
import Templates

/// A thing with its page.
struct ShownLink: Sendable {
  let page: PageContext
  let target: Target

  static let record: RecordType<ShownLink> = RecordType(
    "link", "What *link* means in the tables below: a thing with its page.",
    [
      .text("text", "its title") { $0.page.graph.title(of: $0.target.entity) },
      .text("short", "its [abbreviation](writing.md#names), else its title") {
        $0.page.graph.shortTitle(of: $0.target.entity)
      },
      .text("full", "its title, where `short` is another") { link in
        link.hasShortTitle ? link.page.graph.title(of: link.target.entity) : nil
      },
      .text("href", "its page") { $0.page.href($0.target) },
      .text("siglum", "of a source: its letters") { $0.page.site.sigla[$0.target.entity] },
    ])

  private var hasShortTitle: Bool {
    page.graph.shortTitle(of: target.entity) != page.graph.title(of: target.entity)
  }
}

extension PageContext {
  func link(_ target: Target) -> ShownLink { ShownLink(page: self, target: target) }

  func link(_ entity: EntityID) -> ShownLink { link(Target(entity)) }
}
