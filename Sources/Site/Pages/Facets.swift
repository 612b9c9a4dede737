import Diagnostics
import Knowledge

/// The entities of a kind that share a value of a field: a list of its own.
package struct Facet: Sendable {
  let kind: KindID
  let field: Int
  let value: Value
  /// Some claim of each says so.
  fileprivate(set) var entities: [EntityID]
  /// The address of its list.
  let path: String
  /// Its pages, where it is long.
  let parts: [ListPart]

  typealias Value = CountedValue

  /// Where the value is written first.
  func place(in graph: KnowledgeGraph) -> Place? {
    guard let first = entities.first else { return nil }
    return Place(graph[first].path, graph[first].fact(field)?.position ?? .start)
  }
}

extension String {
  /// As one part of a path.
  var withoutSlashes: String {
    String(String.UnicodeScalarView(unicodeScalars.map { $0 == "/" ? "-" : $0 }))
  }
}

/// The facets of all kinds.
struct Facets {
  /// By kind, then by field, each in the order of its values.
  private let byKind: [[[Facet]]]
  /// Whether they are those of the earlier graph.
  let isKept: Bool

  /// - Parameter previous: an earlier graph with the same pages, and its facets: those of which nothing changed are
  ///   kept.
  init(_ graph: KnowledgeGraph, after previous: (graph: KnowledgeGraph, facets: Facets)?) {
    let changes = previous.map { graph.changes(since: $0.graph) } ?? []
    var isKept = previous != nil
    byKind = graph.schema.kindIDs.map { kind in
      let schema = graph.schema[kind]
      let fields = schema.facets.compactMap { schema.fieldIndex(named: $0) }
      if let previous {
        let isSame = changes.allSatisfy { id in
          graph[id].kind != kind
            || ListPart.isKept(id, in: graph, since: previous.graph)
              && fields.allSatisfy {
                Facet.values(of: $0, in: id, graph) == Facet.values(of: $0, in: id, previous.graph)
              }
        }
        if isSame { return previous.facets[kind] }
      }
      isKept = false
      return fields.map { Facet.facets(of: kind, field: $0, in: graph) }
    }
    self.isKept = isKept
  }

  /// By field.
  subscript(kind: KindID) -> [[Facet]] { byKind[kind.index] }

  var all: [Facet] { byKind.joined().flatMap(\.self) }
}

extension Facet {
  fileprivate static func facets(of kind: KindID, field: Int, in graph: KnowledgeGraph) -> [Facet] {
    var groups: [Value: [EntityID]] = [:]
    for id in graph.entities(of: kind) {
      let values = values(of: field, in: id, graph)
      for value in values.isEmpty ? [.none] : values { groups[value, default: []].append(id) }
    }
    let type = graph.schema[kind].fields[field].type
    // A list of all would be the list itself.
    guard groups.count > 1 else { return [] }
    return groups.map { value, entities in
      let entities = ordered(entities, by: field, value, graph)
      let path = path(of: value, field: field, kind: kind, in: graph)
      return Facet(
        kind: kind, field: field, value: value, entities: entities, path: path,
        parts: ListPart.parts(of: entities, graph.schema[kind], path: path, in: graph))
    }.sorted { $0.value.rank(in: type) < $1.value.rank(in: type) }
  }

  /// Who reads the list of a year looks for days, so it stands in their order, the newest first where the kind's order is that; all others stand as the whole list does.
  private static func ordered(
    _ entities: [EntityID], by field: Int, _ value: Value, _ graph: KnowledgeGraph
  ) -> [EntityID] {
    guard case .year(let year) = value else { return entities }
    let days = entities.map { id -> Int32 in
      let dates = graph[id].today(field)?.claims.flatMap(\.value.items).compactMap { value -> EDTFDate? in
        if case .date(let date) = value, date.years.contains(year) { date } else { nil }
      }
      return dates?.map(\.earliest).min() ?? .max
    }
    let order = entities.first.flatMap { graph.schema[graph[$0].kind].order }
    let isNewestFirst = order.map { $0.field == field && $0.isDescending } ?? false
    return zip(entities, days).enumerated().sorted { a, b in
      let (x, y) = isNewestFirst ? (b.element.1, a.element.1) : (a.element.1, b.element.1)
      return (x, a.offset) < (y, b.offset)
    }.map(\.element.0)
  }

  static func values(of field: Int, in id: EntityID, _ graph: KnowledgeGraph) -> [Value] {
    guard let fact = graph[id].today(field) else { return [] }
    return fact.claims.flatMap(\.value.items).flatMap { value -> [Value] in
      switch value {
      case .text(let word): [.word(word)]
      case .flag(let flag): [.flag(flag)]
      case .reference(let item):
        item.reference.entity.map { [.entity($0)] } ?? []
      case .date(let date): date.years.map(Value.year)
      // By the others no list is narrowed (`FieldTraits.isFacet`).
      default: []
      }
    }.unique
  }

  private static func path(
    of value: Value, field: Int, kind: KindID, in graph: KnowledgeGraph
  ) -> String {
    let schema = graph.schema[kind]
    let name =
      switch value {
      // By scalars: a slash with an accent is one character, and still a slash to the disk.
      case .word(let word): word.withoutSlashes
      case .flag(let flag): flag ? "yes" : "no"
      case .entity(let entity):
        graph.shortID(
          of: entity,
          among: schema.fields[field].relation?.targets.compactMap(graph.schema.kind(named:)) ?? [])
      case .year(let year): String(year)
      case .none: "_none"
      }
    return "\(schema.folder)/by-\(schema.fields[field].name)/\(name).html"
  }
}
