import Knowledge
import Templates

/// The values of one field by which a list can be narrowed.
struct ShownFacets: Sendable {
  let list: ListPage
  let links: FacetLinks.Group

  static let record: RecordType<ShownFacets> = RecordType([
    .text("name", "from the schema") { $0.field?.name },
    .text("label", "from the schema") { $0.field?.label },
    .list("values", "that are in use", of: ShownFacet.record) { group in
      let links = group.named
      return links.indices.map { ShownFacet(list: group.list, links: links, index: $0) }
    },
  ])

  private var field: Field? {
    links.first.map { list.site.graph.schema[$0.facet.kind].fields[$0.facet.field] }
  }

  /// Where there are very many, only the whole list names them all, as with the parts of a view.
  private var named: FacetLinks.Group {
    let isShort = links.count <= ViewPart.mostNamed || !links.contains { $0.facet.path == list.path }
    return isShort ? links : links.filter { $0.facet.path == list.path }
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
