import Knowledge
import Templates

/// The values of one field by which a list can be narrowed.
struct ShownFacets: Sendable {
  let list: ListPage
  let links: FacetLinks.Group

  static let record: RecordType<ShownFacets> = RecordType([
    .text("name", "from the schema") { $0.field?.name },
    .text("label", "from the schema") { $0.field?.label },
    .list("values", "that are in use, of very many the first", of: ShownFacet.record) { group in
      let links = group.named
      return links.indices.map { ShownFacet(list: group.list, links: links, index: $0) }
    },
    .number("count", "how many values are in use") { $0.links.count },
    .text("all", "where only the whole list names them: its address") { $0.whole },
    .number("others", "on the whole list: how many even it does not name") { group in
      group.isWhole ? group.links.count - group.named.count : 0
    },
  ])

  /// Each narrowed list, and each page of a long one, would else name some hundred that lead away from it.
  static let mostNamed = 40

  private var field: Field? {
    links.first.map { list.site.graph.schema[$0.facet.kind].fields[$0.facet.field] }
  }

  private var isWhole: Bool { list.facet == nil && list.number == nil }

  private var named: FacetLinks.Group {
    if links.count <= Self.mostNamed { return links }
    if isWhole { return Array(links.prefix(ViewPart.mostNamedOnWhole)) }
    return list.facet.map { facet in links.filter { $0.facet.path == facet.path } } ?? []
  }

  private var whole: String? {
    guard !isWhole, links.count > Self.mostNamed else { return nil }
    return list.site.routes.href(toListOf: list.id, root: list.page.root)
  }
}

struct ShownFacet: Sendable {
  let list: ListPage
  private let links: FacetLinks.Group
  private let index: Int

  /// One of several, which share the memory of their list: a page has very many.
  init(list: ListPage, links: FacetLinks.Group, index: Int) {
    (self.list, self.links, self.index) = (list, links, index)
  }

  static let record = RecordType<ShownFacet>([
    .text("label", "the value in words") { $0.links[$0.index].label },
    .number("count", "how many entities have it") { $0.links[$0.index].facet.entities.count },
    .text("href", "the address of the narrowed list") { $0.list.page.root + $0.links[$0.index].address },
    .flag("is_current", "this page is that list") { $0.links[$0.index].facet.path == $0.list.path },
  ])
}
