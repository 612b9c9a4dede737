import Knowledge
import Search

/// What readers can look for, numbered: the kinds in the schema's order, plain pages, views and lists. Within a kind the
/// newest come first.
struct SearchSubjects: Sendable {
  enum Subject: Sendable {
    case entity(EntityID)
    case view(ViewPage)
    case list(KindID)
  }

  private(set) var all: [Subject] = []
  private(set) var kinds: [SearchKind] = []
  /// By document.
  private(set) var years: [Int] = []
  private(set) var numbers: [EntityID: Int] = [:]

  init(_ site: SiteModel) {
    let graph = site.graph
    for kind in graph.schema.kindIDs.dropFirst() + [.page] {
      let years = Dictionary(
        uniqueKeysWithValues: graph.entities(of: kind).map { ($0, graph.year(of: $0)) })
      let ids = graph.entities(of: kind).filter { site.routes.path(of: $0) != Routes.notFound }
        .sorted { (years[$1] ?? 0, $0) < (years[$0] ?? 0, $1) }
      add(graph.schema[kind].label, ids.map { (.entity($0), years[$0] ?? 0) })
      for id in ids { numbers[id] = numbers.count }
    }
    add(site.label("view"), site.views.wholes.map { (.view($0), 0) })
    let lists = graph.schema.kindIDs.filter {
      graph.hasEntities(of: $0) && !graph.schema[$0].isPlainPage
    }
    add(site.label("list"), lists.map { (.list($0), 0) })
  }

  private mutating func add(_ label: Kind.Label, _ subjects: [(subject: Subject, year: Int)]) {
    guard !subjects.isEmpty else { return }
    kinds.append(SearchKind(one: label.one, many: label.many, first: all.count))
    all += subjects.map(\.subject)
    years += subjects.map(\.year)
  }

  /// What a document is, in one word of the schema, `view` or `list`.
  func name(of document: Int, in graph: KnowledgeGraph) -> String {
    switch all[document] {
    case .entity(let id): graph.schema[graph[id].kind].name
    case .view: "view"
    case .list: "list"
    }
  }

  /// The number of a document's kind.
  func kind(of document: Int) -> Int { kinds.lastIndex { $0.first <= document } ?? 0 }
}

extension SiteModel {
  /// What pages are called that are no entity's.
  fileprivate func label(_ sort: String) -> Kind.Label {
    Kind.Label(
      one: theme.strings["search_\(sort)"] ?? sort, many: theme.strings["search_\(sort)s"] ?? sort + "s")
  }
}

extension KnowledgeGraph {
  /// The year of the date by which a kind is ordered, else of the first date that a thing gives; 0 where there is none.
  fileprivate func year(of id: EntityID) -> Int {
    let fields = schema[self[id].kind].fields
    let order = schema[self[id].kind].order.map(\.field).flatMap { fields[$0].type == .date ? $0 : nil }
    let dates = order.map { [$0] } ?? fields.indices.filter { fields[$0].type == .date }
    return dates.lazy.flatMap { self[id].today($0)?.value.items ?? [] }
      .compactMap { if case .date(let date) = $0 { date.years.first } else { nil } }.first ?? 0
  }
}
