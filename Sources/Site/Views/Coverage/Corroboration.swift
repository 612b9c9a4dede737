import Knowledge

/// A fact, or one item of a relation, that several independent works state. The renderings of one work count once.
struct Corroboration: Sendable {
  let entity: EntityID
  let field: Int
  let value: FieldValue
  /// Whoever states it, in the order of the claims.
  let sources: [EntityID]
  let workCount: Int
}

/// Which sources are one work: those that a relation joins, read from either end and over several steps. Two that render
/// the same act are one work too, though the act is no source.
struct Works {
  private var work: [EntityID: EntityID] = [:]

  /// - Parameter relation: of the kind of sources, such as `renders`.
  init(_ relation: Int, in graph: KnowledgeGraph) {
    for source in graph.schema.sourceKind.map({ graph.entities(of: $0) }) ?? [] {
      for edge in graph.currentEdges(from: source) where edge.field.index == relation && edge.subfield == nil
      {
        let (a, b) = (self[source], self[edge.to.entity])
        if a != b { work[max(a, b)] = min(a, b) }
      }
    }
  }

  /// The first entity of the same work.
  subscript(source: EntityID) -> EntityID {
    var first = source
    while let next = work[first] { first = next }
    return first
  }
}

extension Corroboration {
  /// All facts that two works or more state. Names are none: a title says no more the second time.
  static func all(_ works: Works, in graph: KnowledgeGraph) -> [Corroboration] {
    graph.entityIDs.flatMap { id -> [Corroboration] in
      let entity = graph[id]
      let kind = graph.schema[entity.kind]
      // What tells of a disagreement gives both sides of it.
      guard !kind.isPlainPage, entity.kind != graph.schema.discrepancyKind else { return [] }
      return entity.facts.filter {
        $0.field >= Kind.commonFields.count && !kind.fields[$0.field].isName
      }
      .flatMap { fact in
        said(fact, in: graph).compactMap { value, sources in
          let count = Set(sources.map { works[$0] }).count
          return count < 2
            ? nil
            : Corroboration(
              entity: id, field: fact.field, value: value, sources: sources.unique, workCount: count)
        }
      }
    }
  }

  /// What a fact says, each with those who say so: the items of a relation one by one, else the value of the day.
  private static func said(_ fact: Fact, in graph: KnowledgeGraph) -> [(FieldValue, [EntityID])] {
    let claims = fact.current.filter { !$0.provenance.isInferred }
    let items = claims.flatMap { claim in
      claim.value.items.compactMap { value -> (target: Target, value: FieldValue, source: EntityID?)? in
        guard case .reference(let item) = value, item.holds, let target = item.target,
          !item.provenance.isInferred
        else { return nil }
        return (target, value, item.provenance.said(within: claim.provenance).source?.entity)
      }
    }
    if !items.isEmpty {
      let same = Dictionary(grouping: items, by: \.target)
      return items.map(\.target).unique.compactMap { target in
        same[target].flatMap { items in items.first.map { ($0.value, items.compactMap(\.source)) } }
      }
    }
    // A single claim names one source.
    guard claims.count > 1, let first = fact.preferredClaim else { return [] }
    let agreeing = claims.filter {
      graph.agreement.isComparable($0, first) && graph.agreement.agree($0.value, first.value)
    }
    return [(first.value, agreeing.compactMap(\.source))]
  }
}

extension Field {
  /// Whether it holds what a thing is called.
  fileprivate var isName: Bool { aliasSort != nil || hasLanguages }
}
