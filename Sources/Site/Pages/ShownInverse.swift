import Knowledge
import Templates

/// A relation as it reads from its other end.
struct ShownInverse: Sendable {
  let page: PageContext
  /// What stands before its id.
  let prefix: String
  let id: EntityID
  let relation: Relation.Inverse
  let edges: [Edge]
  /// Which page of a long list it is; the first is the entity's own.
  private let number: Int
  /// Those that hold on the day.
  private let current: [Edge]
  /// What they lead from, as far as it stands on this page.
  private let list: Once<ValueList>

  init(
    page: PageContext, prefix: String, id: EntityID, relation: Relation.Inverse, edges: [Edge],
    number: Int = 1
  ) {
    self.page = page
    self.prefix = prefix
    self.id = id
    self.relation = relation
    self.edges = edges
    self.number = number
    let current = edges.filter(\.isCurrent)
    self.current = current
    list = Once { ValueList(page.items(from: current, onPage: number)) }
  }

  static let record: RecordType<ShownInverse> = RecordType([
    .text("name", "from the schema") { $0.relation.name },
    .text("label", "from the schema") { $0.relation.label },
    .text("anchor", "its id on the page") { $0.prefix + "rel-" + $0.relation.name },
    .number("count", "how many lead here, without what only a draft has") { shown in
      shown.current.map(\.origin).unique.count { !shown.page.site.isProposedRow($0.entity) }
    },
    .list("turns", "of a long list: the page on which it goes on", of: ShownTurn.record) { shown in
      // Where it goes on, that page has them.
      shown.number > 1
        ? []
        : shown.page.turns(.inverse(shown.relation.name), of: shown.id, from: 1, among: shown.itemCount)
    },
    .list("items", "what leads here, with its `details`", of: ShownValue.record) { $0.shownItems },
    .record(
      "table", "the same as lines, where these are four or more things of one kind", of: InverseTable.record
    ) { $0.table },
    .record(
      "mark", "the button for those who say it, and its card, where it is the same for all items",
      of: SourceMark.record
    ) { $0.list.value.mark(on: $0.page, label: $0.relation.label) },
    .record("shared", "where all are named in one role: that role", of: ShownStatement.record) {
      $0.list.value.role
    },
    .list("history", "what led here before, will, or is proposed to", of: ShownMoment.record) { $0.history },
  ])

  /// Those that lead to an entity, by name.
  static func all(of id: EntityID, on page: PageContext) -> [ShownInverse] {
    let prefix = page.site.routes.sections.prefix(of: id)
    var groups: [(relation: Relation.Inverse, edges: [Edge])] = []
    for edge in page.graph.edges(to: id) {
      guard let inverse = page.graph.schema.relation(of: edge)?.inverse else { continue }
      if let index = groups.firstIndex(where: { $0.relation.name == inverse.name }) {
        groups[index].edges.append(edge)
      } else {
        groups.append((inverse, [edge]))
      }
    }
    return groups.map { relation, edges in
      ShownInverse(page: page, prefix: prefix, id: id, relation: relation, edges: edges)
    }
  }

  /// A further page of the same, where it is long.
  func page(_ number: Int) -> ShownInverse {
    ShownInverse(page: page, prefix: prefix, id: id, relation: relation, edges: edges, number: number)
  }

  /// How many things or places lead here, on all pages.
  var itemCount: Int { Set(current.map(\.origin)).count }

  private var history: [ShownMoment] {
    if number > 1 { return [] }
    return edges.compactMap { edge -> ShownMoment? in
      guard let span = edge.item.span, !edge.item.holds else { return nil }
      return ShownMoment(
        page: page, span: span, values: [page.item(edge.origin)],
        statement: page.statements(edge.provenance.withoutTimes, edge.item.qualifiers).first)
    }.inOrder
  }

  private var shownItems: [ShownValue] { list.value.besideShared.map(\.inFull) }

  private var table: InverseTable? {
    let said = Dictionary(grouping: current, by: \.origin)
    return InverseTable(page, shownItems.map { value in ((value.target.flatMap { said[$0] }) ?? [], value) })
  }
}

extension PageContext {
  /// What relations lead from, each once, with what is said of it.
  fileprivate func items(from edges: [Edge], onPage number: Int) -> [ShownValue] {
    let said = Dictionary(grouping: edges, by: \.origin)
    // A page that everybody names has ten thousand of them.
    let fields = Dictionary(grouping: edges, by: \.from).mapValues { Set($0.map(\.field.index)) }
    let all = edges.map(\.origin).unique
    return all[EntityPart.range(ofPage: number, among: all.count)].map { origin in
      let statements = (said[origin] ?? []).flatMap { self.statements($0.provenance, $0.item.qualifiers) }
      return item(origin, statements, details: .all(besides: fields[origin.entity] ?? []))
    }
  }
}

extension Edge {
  fileprivate var origin: Target { Target(from, anchor: fromAnchor) }
}
