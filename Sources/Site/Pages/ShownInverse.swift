import Knowledge
import Templates

/// A relation as it reads from its other end.
struct ShownInverse: Sendable {
  let page: PageContext
  /// What stands before its id.
  let prefix: String
  let id: EntityID
  let relation: Relation.Inverse
  var edges: [Edge]
  /// Which page of a long list it is; the first is the entity's own.
  var number = 1

  static let record: RecordType<ShownInverse> = RecordType([
    .text("name", "from the schema") { $0.relation.name },
    .text("label", "from the schema") { $0.relation.label },
    .text("anchor", "its id on the page") { $0.prefix + "rel-" + $0.relation.name },
    .number("count", "how many lead here, without what only a draft has") { shown in
      origins(shown.current).count { !shown.page.site.isProposedRow($0.entity) }
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
    ) { shown in
      shown.page.sharedMark(of: shown.items(of: shown.current), label: shown.relation.label)
    },
    .record("shared", "where all are named in one role: that role", of: ShownStatement.record) {
      $0.items(of: $0.current).sharedRole
    },
    .list("history", "what led here before, will, or is proposed to", of: ShownMoment.record) { $0.history },
  ])

  /// Those that lead to an entity, by name.
  static func all(of id: EntityID, on page: PageContext) -> [ShownInverse] {
    let prefix = page.site.routes.sections.prefix(of: id)
    var groups: [ShownInverse] = []
    for edge in page.graph.edges(to: id) {
      guard let inverse = page.graph.schema.relation(of: edge)?.inverse else { continue }
      if let index = groups.firstIndex(where: { $0.relation.name == inverse.name }) {
        groups[index].edges.append(edge)
      } else {
        groups.append(ShownInverse(page: page, prefix: prefix, id: id, relation: inverse, edges: [edge]))
      }
    }
    return groups
  }

  private var current: [Edge] { edges.filter(\.isCurrent) }

  /// How many things or places lead here, on all pages.
  var itemCount: Int { Set(current.map { Target($0.from, anchor: $0.fromAnchor) }).count }

  private static func origins(_ edges: [Edge]) -> [Target] {
    edges.map { Target($0.from, anchor: $0.fromAnchor) }.unique
  }

  private var history: [ShownMoment] {
    if number > 1 { return [] }
    return edges.compactMap { edge -> ShownMoment? in
      guard let span = edge.item.span, !edge.item.holds else { return nil }
      return ShownMoment(
        page: page, span: span, values: [page.item(Target(edge.from, anchor: edge.fromAnchor))],
        statement: page.statements(edge.provenance.withoutTimes, edge.item.qualifiers).first)
    }.inOrder
  }

  private var shownItems: [ShownValue] { items(of: current).besideShared.map(\.inFull) }

  private var table: InverseTable? {
    let said = said(by: current)
    return InverseTable(page, zip(onPage(Self.origins(current)), shownItems).map { (said[$0] ?? [], $1) })
  }

  private func onPage(_ all: [Target]) -> [Target] {
    Array(all[EntityPart.range(ofPage: number, among: all.count)])
  }

  private func said(by edges: [Edge]) -> [Target: [Edge]] {
    Dictionary(grouping: edges) { Target($0.from, anchor: $0.fromAnchor) }
  }

  private func items(of edges: [Edge]) -> [ShownValue] {
    let said = said(by: edges)
    // A page that everybody names has ten thousand of them.
    let fields = Dictionary(grouping: edges, by: \.from).mapValues { Set($0.map(\.field.index)) }
    return onPage(Self.origins(edges)).map { origin in
      let statements = (said[origin] ?? []).flatMap { page.statements($0.provenance, $0.item.qualifiers) }
      return page.item(origin, statements, details: .all(besides: fields[origin.entity] ?? []))
    }
  }
}
