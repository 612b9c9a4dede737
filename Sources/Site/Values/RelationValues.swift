import Knowledge
import Templates

extension PageValues {
  /// The items of a relation, each target once, with all that is said of it.
  func relationValues(_ claims: [Claim]) -> [Value] {
    var targets: [Target] = []
    var said: [Target: [Value]] = [:]
    for claim in claims {
      for case .reference(let item) in claim.value.items {
        guard let target = graph.target(of: item.reference, in: entity) else { continue }
        if said[target] == nil { targets.append(target) }
        said[target, default: []] += statements(item)
        if !claim.provenance.isEmpty { said[target, default: []].append(statement(claim.provenance)) }
      }
    }
    return targets.map { item($0, statements: said[$0] ?? []) }
  }

  /// Relations that other entities declare: by name, each with the entities at the other end.
  func inverses() -> Value {
    var groups: [(relation: Relation.Inverse, edges: [Edge])] = []
    for edge in graph.edges(to: entity) {
      guard let inverse = graph.schema.relation(of: edge)?.inverse else { continue }
      if let index = groups.firstIndex(where: { $0.relation.name == inverse.name }) {
        groups[index].edges.append(edge)
      } else {
        groups.append((inverse, [edge]))
      }
    }
    return .list(groups.map { inverse($0.relation, $0.edges) })
  }

  private func inverse(_ relation: Relation.Inverse, _ edges: [Edge]) -> Value {
    var origins: [Target] = []
    var said: [Target: [Value]] = [:]
    for edge in edges {
      let origin = Target(edge.from, anchor: edge.fromAnchor)
      if said[origin] == nil { origins.append(origin) }
      let other = seen(from: edge.from)
      said[origin, default: []] += other.statements(edge.item)
      if !edge.claim.isEmpty { said[origin, default: []].append(other.statement(edge.claim)) }
    }
    return [
      "name": .text(relation.name),
      "label": .text(relation.label),
      "anchor": .text("rel-" + relation.name),
      "count": .text(String(origins.count)),
      "items": .list(origins.map { item($0, statements: said[$0] ?? []) }),
    ]
  }

  /// The entity at the other end of a relation.
  func item(_ target: Target, statements: [Value]) -> Value {
    let title = graph.title(of: target.entity)
    return value(
      target.anchor.map { "\(title) (\($0))" } ?? title, type: "reference", statements: statements,
      [
        "href": .text(href(target)),
        "short": .text(short(target.entity)),
        "kind": .text(graph.schema[graph[target.entity].kind].label.one),
      ])
  }

  /// What an item of a relation says beside its target; nothing, where it's a bare name.
  func statements(_ item: ReferenceItem) -> [Value] {
    if item.qualifiers.isEmpty, item.provenance.isEmpty { return [] }
    return [statement(item.provenance, qualifiers: item.qualifiers)]
  }
}
