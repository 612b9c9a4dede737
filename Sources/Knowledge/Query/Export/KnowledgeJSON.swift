package import Diagnostics
package import Progress

/// A whole knowledge base as JSON.
package struct KnowledgeJSON {
  private let graph: KnowledgeGraph
  private let url: (EntityID) -> String

  /// - Parameter url: the path of an entity's page below the site's root.
  package init(_ graph: KnowledgeGraph, url: @escaping (EntityID) -> String) {
    self.graph = graph
    self.url = url
  }

  /// An object with `title`, `as_of`, `kinds` (how many entities of each), `totals`, `entities` and
  /// `discrepancies`: the facts on which claims differ, then the entities of the kind for discrepancies.
  ///
  /// - Parameter progress: is told of each entity.
  package func callAsFunction(title: String?, asOf: EDTFDate?, progress: ProgressMeter? = nil) -> JSON {
    let entity = EntityJSON(graph, url: url)
    let graph = graph
    progress?.begin(.export, of: graph.entities.count) { graph.id(of: EntityID($0)) }
    return .compact([
      "title": .optional(title),
      "as_of": .optional(asOf?.description),
      "kinds": kinds,
      "totals": Totals(graph).json,
      "entities": .array(
        graph.entityIDs.map { id in
          progress?.start(Int(id.index))
          defer { progress?.advance() }
          return entity(id)
        }),
      "discrepancies": .array(graph.entities.flatMap(\.discrepancies).map(disputed) + declared),
    ])
  }

  private var kinds: JSON {
    var counts = [Int](repeating: 0, count: graph.schema.kinds.count)
    for entity in graph.entities { counts[Int(entity.kind.index)] += 1 }
    return .object(
      zip(graph.schema.kinds, counts).flatMap { JSON.member($0.name, .integer($1)) })
  }

  private func disputed(_ discrepancy: Discrepancy) -> JSON {
    let values = ValueJSON(graph: graph)
    return .compact([
      "id": .string(graph.id(of: discrepancy.entity)),
      "title": .string(graph.title(of: discrepancy.entity)),
      "field": .optional(graph.fieldName(of: discrepancy)),
      "anchor": .optional(discrepancy.place?.record),
      "class": .string(discrepancy.discrepancyClass),
      "state": .string(discrepancy.state),
      "weight": .string(discrepancy.weight.rawValue),
      "prefer": discrepancy.fact?.assessment?.prefer.map { values.source($0.reference) } ?? .null,
      "reason": .optional(discrepancy.fact?.assessment?.reason),
      "claims": .array(discrepancy.claims.map { values.claim($0, discrepancy.field) }),
    ])
  }

  /// What no field can hold has an entity of its own; its facts `class`, `state` and so on are the schema's.
  private var declared: [JSON] {
    guard let kind = graph.schema.discrepancyKind else { return [] }
    return graph.entities(of: kind).map { id in
      let facts = graph[id].facts.filter { !$0.isToldOutside }.flatMap { fact in
        JSON.member(graph.schema[kind].fields[fact.field].name, graph.json(field: fact.field, of: id))
      }
      // What the class alone says stands beside what the author wrote.
      let weight = graph[id].toldDiscrepancy.map { JSON.string($0.weight.rawValue) } ?? .null
      let own = facts.contains { $0.key == "weight" } ? [] : JSON.members(["weight": weight])
      return .object(graph.members(of: Target(id)) + facts + own)
    }
  }
}
