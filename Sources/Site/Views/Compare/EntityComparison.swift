import Knowledge

/// Two entities side by side: their facts, and what their relations lead to, read from both ends.
struct EntityComparison: Sendable {
  /// What both, or one of them, are related to in one way.
  struct RelationLines: Sendable {
    let label: String
    let lines: [ComparedLine]
  }

  let facts: [ComparedLine]
  let relations: [RelationLines]
  /// Those that are about both.
  let discrepancies: [Discrepancy]

  init(_ a: EntityID, _ b: EntityID, in graph: KnowledgeGraph) {
    let pair = EntityPair(graph: graph, a: a, b: b)
    facts = pair.facts
    relations = pair.relations + pair.inverses
    discrepancies = graph.toldDiscrepancies.filter { discrepancy in
      [a, b].allSatisfy { side in discrepancy.about.contains { $0.entity == side } }
    }
  }

  var lines: [ComparedLine] { facts + relations.flatMap(\.lines) }
}

private struct EntityPair {
  let graph: KnowledgeGraph
  let a: EntityID
  let b: EntityID

  private func fields(of entity: EntityID) -> [Field] { graph.schema[graph[entity].kind].fields }

  /// The fields of both kinds, those of one name once.
  private var fields: [Field] {
    let (first, second) = (fields(of: a), fields(of: b))
    return first + second.filter { field in !first.contains { $0.name == field.name } }
  }

  /// Titles and summaries are no facts: they say what the page is called and about.
  var facts: [ComparedLine] {
    let told = Set(Kind.commonFields.map(\.name))
    return fields.filter { $0.relation == nil && !told.contains($0.name) }.compactMap { field in
      let (ofA, ofB) = (fact(field.name, of: a), fact(field.name, of: b))
      guard ofA != nil || ofB != nil else { return nil }
      let saidA = said(ofA)
      let saidB = said(ofB)
      let isSame =
        ofA.flatMap { ofA in
          ofB.map { ofB in
            ofA.field.type.name == ofB.field.type.name
              && graph.agreement.agree(ofA.fact.claims, ofB.fact.claims) ?? false
          }
        } ?? false
      return ComparedLine(
        place: Target(ofA == nil ? b : a, anchor: "fact-" + field.name),
        matter: .field(name: field.name, label: field.label, record: nil), a: saidA, b: saidB,
        verdict: ComparedLine.Verdict(saidA, saidB, agree: isSame))
    }
  }

  private func fact(_ name: String, of entity: EntityID) -> (fact: Fact, field: Field)? {
    let fields = fields(of: entity)
    guard let index = fields.firstIndex(where: { $0.name == name }), let fact = graph[entity].today(index)
    else { return nil }
    return (fact, fields[index])
  }

  private func said(_ fact: (fact: Fact, field: Field)?) -> [Said] {
    guard let (fact, field) = fact else { return [] }
    return fact.claims.flatMap { claim in
      guard field.recordFields != nil else { return [Said(claim, field)] }
      return claim.value.items.compactMap { item in
        guard case .record(let record) = item else { return nil }
        return Said(record, of: claim, field)
      }
    }
  }

  /// Relations that the two declare, those inside records too.
  var relations: [EntityComparison.RelationLines] {
    var groups: [(label: String, name: String, a: [Edge], b: [Edge])] = []
    for edge in graph.currentEdges(from: a) + graph.edges(from: b) {
      let field = graph.schema.relationField(of: edge)
      let index = groups.firstIndex { $0.name == field.name } ?? groups.count
      if index == groups.count { groups.append((field.label, field.name, [], [])) }
      if edge.from == a { groups[index].a.append(edge) } else { groups[index].b.append(edge) }
    }
    let order = fields.map(\.name)
    let sorted = groups.enumerated().sorted { x, y in
      let (rankX, rankY) = (order.firstIndex(of: x.element.name), order.firstIndex(of: y.element.name))
      return (rankX ?? order.count, x.offset) < (rankY ?? order.count, y.offset)
    }
    return sorted.map { _, group in
      EntityComparison.RelationLines(
        label: group.label,
        lines: lines(.field(name: group.name, label: group.label, record: nil), group.a, group.b, \.to))
    }
  }

  /// Relations that others declare and that lead to the two.
  var inverses: [EntityComparison.RelationLines] {
    var known: [InverseRelation] = []
    for entity in [a, b] {
      for inverse in graph.schema.inverseRelations(of: graph[entity].kind)
      where !known.contains(where: { $0.name == inverse.name }) {
        known.append(inverse)
      }
    }
    return known.compactMap { inverse in
      let lines = lines(
        .inverse(name: inverse.name, label: inverse.label), graph.currentEdges(to: a, inverse: inverse.name),
        graph.currentEdges(to: b, inverse: inverse.name)
      ) { Target($0.from, anchor: $0.fromAnchor) }
      return lines.isEmpty ? nil : EntityComparison.RelationLines(label: inverse.label, lines: lines)
    }
  }

  /// A line for each entity at the other end.
  private func lines(
    _ matter: ComparedLine.Matter, _ ofA: [Edge], _ ofB: [Edge], _ end: (Edge) -> Target
  ) -> [ComparedLine] {
    (ofA + ofB).map(end).unique.map { target in
      func said(_ edges: [Edge]) -> [Said] {
        edges.filter { end($0) == target }.map { edge in
          Said(.item(target, edge.item.qualifiers), provenance: edge.provenance)
        }
      }
      let (saidA, saidB) = (said(ofA), said(ofB))
      return ComparedLine(
        place: target, matter: matter, a: saidA, b: saidB,
        verdict: ComparedLine.Verdict(saidA, saidB, agree: true))
    }
  }
}
