import Knowledge
import Templates

/// The list of a kind's entities, whole or narrowed to a facet. A class, since each of its facets and rows has it.
final class ListPage: Sendable {
  let page: PageContext
  let id: KindID
  let path: String
  /// To which the list is narrowed.
  let facet: Facet?
  let kind: Kind
  /// The fields that it shows beside the title: those in which somebody on it says something.
  let columns: [Int]

  init(page: PageContext, id: KindID, path: String, facet: Facet?) {
    (self.page, self.id, self.path, self.facet) = (page, id, path, facet)
    let kind = page.graph.schema[id]
    self.kind = kind
    let entities = facet?.entities ?? page.graph.entities(of: id)
    columns = kind.columns.compactMap { kind.fieldIndex(named: $0) }
      .filter { field in entities.contains { page.graph[$0].today(field) != nil } }
  }

  var site: SiteModel { page.site }
  var entities: [EntityID] { facet?.entities ?? site.graph.entities(of: id) }

  /// `Status: Draft`.
  var narrowed: String? {
    facet.map { kind.fields[$0.field].label + ": " + site.theme.label(of: $0.value, in: site.graph) }
  }

  static let record: RecordType<ListPage> = RecordType(
    "list", "",
    [
      .record("kind", "the kind", of: kindRecord) { $0 },
      .text("narrowed", "on a narrowed list: to what, such as `Status: Draft`") { $0.narrowed },
      .list("facets", "by what the list can be narrowed", of: ShownFacets.record) { $0.facets },
      .list("columns", "beside the title", of: ShownColumn.record) { list in
        list.columns.map { ShownColumn(field: list.kind.fields[$0]) }
      },
      .list(
        "sections", "on the whole list: the things that are sections of it, each as on a page of its own",
        of: EntityPage.section
      ) { list in
        guard list.facet == nil else { return [] }
        return list.site.routes.sections.sections(of: .list(list.id)).map {
          EntityPage(list.page, $0, path: list.path)
        }
      },
      .list("rows", "the entities", of: ShownRow.record) { list in
        list.entities.map { ShownRow(list: list, entity: $0) }
      },
    ])

  private static let kindRecord = RecordType<ListPage>([
    .text("name", "from the schema") { $0.kind.name },
    .text("label", "what several are called") { $0.kind.label.many },
    .text("label_one", "what one is called") { $0.kind.label.one },
    .text("description", "from the schema") { $0.kind.description },
    .text("href", "the address of the whole list") { list in
      list.site.routes.href(toListOf: list.id, root: list.page.root)
    },
  ])

  private var facets: [ShownFacets] {
    site.facetLinks[id].map { ShownFacets(list: self, links: $0) }
  }
}

struct ShownColumn: Sendable {
  let field: Field

  static let record = RecordType<ShownColumn>([
    .text("name", "from the schema") { $0.field.name },
    .text("label", "from the schema") { $0.field.label },
  ])
}

/// One entity in a list.
struct ShownRow: Sendable {
  let list: ListPage
  let entity: EntityID

  var page: PageContext { list.page }

  static let record: RecordType<ShownRow> = RecordType([
    .text("title", "its title") { $0.page.graph.title(of: $0.entity) },
    .text("href", "its page") { $0.page.href(Target($0.entity)) },
    .text("id", "its id") { $0.page.graph.id(of: $0.entity) },
    .text("summary", "its summary, without markup") { $0.page.plainSummary(of: $0.entity) },
    .flag("is_disputed", "on one of its facts claims differ, and nobody has explained it") {
      $0.page.graph[$0.entity].discrepancies.contains { $0.isOpen && $0.matters }
    },
    .list("cells", "one for each column", of: ShownCell.record) { row in
      let entity = row.page.graph[row.entity]
      return row.list.columns.map {
        ShownCell(page: row.page, field: row.list.kind.fields[$0], fact: entity.today($0))
      }
    },
  ])
}

struct ShownCell: Sendable {
  let page: PageContext
  let field: Field
  let fact: Fact?

  static let record: RecordType<ShownCell> = RecordType([
    .text("name", "from the schema") { $0.field.name },
    .text("label", "from the schema") { $0.field.label },
    .list("values", "what the entity says", of: ShownValue.record) { cell in
      cell.fact.map { $0.isUnknown ? [] : cell.page.cell($0, cell.field) } ?? []
    },
    .flag("is_disputed", "claims differ, and nobody has explained it") { $0.fact?.isOpen ?? false },
    .flag("is_inferred", "no source says it outright") { $0.fact?.preferredClaim?.isInferred ?? false },
  ])
}

extension Claim {
  /// Whether no source says it outright: of a list, whether that holds for all of it.
  fileprivate var isInferred: Bool {
    let items = value.items.map { value in
      if case .reference(let item) = value { item.provenance.isInferred } else { false }
    }
    return provenance.isInferred || !items.isEmpty && items.allSatisfy(\.self)
  }
}
