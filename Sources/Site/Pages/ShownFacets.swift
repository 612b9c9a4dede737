import Knowledge
import Templates

/// The values of one field by which a list can be narrowed.
struct ShownFacets: Sendable {
  let list: ListPage
  let facets: [Facet]

  static let record: RecordType<ShownFacets> = RecordType([
    .text("name", "from the schema") { $0.field?.name },
    .text("label", "from the schema") { $0.field?.label },
    .list("values", "that are in use", of: ShownFacet.record) { group in
      let facets = group.named
      return facets.indices.map { ShownFacet(list: group.list, facets: facets, index: $0) }
    },
  ])

  private var field: Field? {
    facets.first.map { list.site.graph.schema[$0.kind].fields[$0.field] }
  }

  /// Where there are very many, only the whole list names them all, as with the parts of a view.
  private var named: [Facet] {
    let isShort = facets.count <= ViewPart.mostNamed || !facets.contains { $0.path == list.path }
    return isShort ? facets : facets.filter { $0.path == list.path }
  }
}

struct ShownFacet: Sendable {
  let list: ListPage
  private let facets: [Facet]
  private let index: Int

  /// One of several, which share the memory of their list: a page has very many.
  init(list: ListPage, facets: [Facet], index: Int) {
    (self.list, self.facets, self.index) = (list, facets, index)
  }

  static let record = RecordType<ShownFacet>([
    .text("label", "the value in words") { $0.list.site.label(of: $0.facets[$0.index].value) },
    .number("count", "how many entities have it") { $0.facets[$0.index].entities.count },
    .text("href", "the address of the narrowed list") {
      $0.list.page.root + Routes.encode($0.facets[$0.index].path)
    },
    .flag("is_current", "this page is that list") { $0.facets[$0.index].path == $0.list.path },
  ])
}

extension SiteModel {
  /// The value of a facet in words.
  func label(of value: Facet.Value) -> String {
    switch value {
    case .word(let word): theme.word(word, group: "value")
    case .flag(let flag): theme.word(flag ? "yes" : "no", group: "flag")
    case .entity(let entity): graph.shortTitle(of: entity)
    case .year(let year): String(year)
    case .none: theme.strings["facet_none"] ?? "–"
    }
  }
}
