import Folding
import Knowledge
import Templates

/// The entities of a list that begin with one letter, or that say the same of what the list is an index by.
struct ShownIndexGroup: Sendable {
  let list: ListPage
  let heading: String
  /// What the heading names.
  var subject: EntityID?
  let entities: [EntityID]

  static let record: RecordType<ShownIndexGroup> = RecordType([
    .text("letter", "the heading: a letter, or a value") { $0.heading },
    .text("href", "the page of the thing that is the value") { group in
      group.subject.map { group.list.page.href(Target($0)) }
    },
    .list("entries", "the entities", of: ShownRow.record) { group in
      group.entities.map { ShownRow(list: group.list, entity: $0) }
    },
  ])
}

extension ShownIndexGroup {
  static func groups(of list: ListPage) -> [ShownIndexGroup] {
    if let field = list.indexField { return groups(of: list, by: field) }
    let order = NameOrder(language: list.site.graph.language)
    let titles = list.rows.map { (title: list.site.graph.title(of: $0), id: $0) }
    return LetterGroups.grouped(titles, in: order, by: \.title).map {
      ShownIndexGroup(list: list, heading: $0.heading, entities: $0.items.map(\.id))
    }
  }

  /// What says nothing of the field comes last.
  private static func groups(of list: ListPage, by field: Int) -> [ShownIndexGroup] {
    let graph = list.site.graph
    var groups: [Facet.Value: [EntityID]] = [:]
    for id in list.rows {
      let values = Facet.values(of: field, in: id, graph)
      for value in values.isEmpty ? [.none] : values { groups[value, default: []].append(id) }
    }
    let type = list.kind.fields[field].type
    let keyed = groups.map { value, entities in
      let heading = list.site.theme.label(of: value, in: graph, field: list.kind.fields[field].name)
      // Words and years have an order of their own; things are looked for by their names.
      let (isNone, rank) = value.rank(in: type)
      return (
        key: (
          isNone, value.entity == nil ? rank : 0,
          NaturalKey(heading.sortingKey(in: NameOrder(language: graph.language)))
        ),
        group: ShownIndexGroup(list: list, heading: heading, subject: value.entity, entities: entities)
      )
    }
    return keyed.sorted { $0.key < $1.key }.map(\.group)
  }
}

extension CountedValue {
  fileprivate var entity: EntityID? { if case .entity(let id) = self { id } else { nil } }
}
