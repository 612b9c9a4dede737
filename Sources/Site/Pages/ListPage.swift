import Folding
import Knowledge
import Templates

/// The list of a kind's entities, whole or narrowed to a facet, or a page of it. A class, since each of its facets and
/// rows has it.
final class ListPage: Sendable {
  let page: PageContext
  let id: KindID
  let path: String
  /// To which the list is narrowed.
  let facet: Facet?
  /// Which of the pages of a long list it is; `nil` for the first, which leads to the others.
  let number: Int?
  let kind: Kind
  /// Those that this page shows.
  let rows: [EntityID]
  /// The fields that it shows beside the title: those in which somebody on it says something.
  let columns: [Int]

  init(page: PageContext, id: KindID, path: String, facet: Facet?, part number: Int?) {
    (self.page, self.id, self.path, self.facet, self.number) = (page, id, path, facet, number)
    let (graph, kind) = (page.graph, page.graph.schema[id])
    self.kind = kind
    let parts = facet?.parts ?? page.site.routes.listParts[Int(id.index)]
    let all = facet?.entities ?? graph.entities(of: id)
    let isWhole = parts.isEmpty || all.count <= ListPart.mostRows
    let chosen = number.map { parts[$0].entities } ?? (isWhole ? all : Array(all.prefix(ListPart.firstRows)))
    let rows = kind.isAlphabetical ? graph.sortedByReading(chosen) : chosen
    self.rows = rows
    columns = kind.columns.compactMap { kind.fieldIndex(named: $0) }.filter { field in
      field != kind.index && !(facet?.isAllOf(field, rows, in: graph) ?? false)
        && rows.contains { graph[$0].today(field).map { !$0.isUnknown } ?? false }
    }
  }

  var site: SiteModel { page.site }
  /// All that is on the list.
  var entities: [EntityID] { facet?.entities ?? site.graph.entities(of: id) }
  var parts: [ListPart] { facet?.parts ?? site.routes.listParts[Int(id.index)] }
  var part: ListPart? { number.map { parts[$0] } }

  /// By whose values it is an index; none where it is narrowed to one of them.
  var indexField: Int? { kind.index == facet?.field ? nil : kind.index }

  /// Whether it is looked through, and not read.
  private var isIndex: Bool {
    indexField != nil || columns.isEmpty && rows.count > 40 && kind.isAlphabetical
  }

  /// `Status: Draft`.
  var narrowed: String? {
    facet.map {
      kind.fields[$0.field].label + ": "
        + site.theme.label(of: $0.value, in: site.graph, field: kind.fields[$0.field].name)
    }
  }

  static let record: RecordType<ListPage> = RecordType(
    "list", "",
    [
      .record("kind", "the kind", of: kindRecord) { $0 },
      .text("narrowed", "on a narrowed list: to what, such as `Status: Draft`") { $0.narrowed },
      .number("count", "how many entities it has on all its pages") { $0.entities.count },
      .text(
        "feed",
        "on a list that is not narrowed: the address of its [feed](schema.md#a-feed), where it has one"
      ) {
        $0.feed
      },
      .text("part", "on a page of a long list: its letter, year or numbers") { list in
        list.part?.label(in: list.site.theme)
      },
      .record("whole", "on such a page: the first one of the list", of: ShownListPart.record) { list in
        list.number.map { _ in ShownListPart(list: list, number: nil) }
      },
      .list("parts", "the pages of a long list", of: ShownListPart.record) { list in
        list.parts.indices.map { ShownListPart(list: list, number: $0) }
      },
      .list("turns", "the pages before this one and behind it", of: ShownTurn.record) { $0.turns },
      .list("facets", "by what the list can be narrowed", of: ShownFacets.record) { $0.facets },
      .list("columns", "beside the title", of: ShownColumn.record) { list in
        list.columns.map { ShownColumn(field: list.kind.fields[$0]) }
      },
      .list(
        "sections",
        "on a list that is not narrowed: the things that are sections of this page of it, each as on a page of its own",
        of: EntityPage.section
      ) { list in
        list.sections.map { EntityPage(list.page, $0, path: list.path) }
      },
      .text("indexed_by", "where the kind has an `index`: what the field is called") { list in
        list.indexField.map { list.kind.fields[$0].label }
      },
      .list(
        "index",
        "instead of `rows` where the kind has an `index`: the entities by its values; by letter where nothing stands beside the titles of more than forty",
        of: ShownIndexGroup.record
      ) { list in
        list.isIndex ? ShownIndexGroup.groups(of: list) : []
      },
      .list("rows", "the entities", of: ShownRow.record) { list in
        list.isIndex ? [] : list.rows.map { ShownRow(list: list, entity: $0) }
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

  private var feed: String? {
    guard facet == nil, site.configuration.baseURL != nil else { return nil }
    return ListFeed.path(of: kind).map { page.sharedRoot + Routes.encode($0) }
  }

  private var turns: [ShownTurn] {
    // The first page is before all that have a number.
    let current = number ?? -1
    return [(-1, "prev"), (1, "next")].compactMap { step, rel in
      let place = current + step
      guard place >= -1, place < parts.count else { return nil }
      let part = ShownListPart(list: self, number: place < 0 ? nil : place)
      return ShownTurn(rel: rel, label: part.label, href: part.href)
    }
  }

  private var sections: [EntityID] {
    guard facet == nil else { return [] }
    return site.routes.sections(of: id, at: path)
  }

  private var facets: [ShownFacets] {
    site.facetLinks[id].map { ShownFacets(list: self, links: $0) }
  }
}

extension Facet {
  /// Whether a field says of each of some things only what the list is narrowed to.
  fileprivate func isAllOf(_ field: Int, _ entities: [EntityID], in graph: KnowledgeGraph) -> Bool {
    if field != self.field { return false }
    if case .year = value { return false }
    return entities.allSatisfy { (graph[$0].today(field)?.claims.flatMap(\.value.items).count ?? 0) <= 1 }
  }
}

struct ShownColumn: Sendable {
  let field: Field

  static let record = RecordType<ShownColumn>([
    .text("name", "from the schema") { $0.field.name },
    .text("label", "from the schema") { $0.field.label },
  ])
}

extension KnowledgeGraph {
  /// Things by their names, where these are Chinese: the graph has them in the order of the site's own language.
  fileprivate func sortedByReading(_ entities: [EntityID]) -> [EntityID] {
    guard NameOrder(language: language) == .pinyin else { return entities }
    return entities.map { (NaturalKey(title(of: $0).sortingKey(in: .pinyin)), $0) }
      .sorted { $0 < $1 }.map(\.1)
  }
}
