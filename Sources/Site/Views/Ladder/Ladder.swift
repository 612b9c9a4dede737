import Knowledge

/// The rungs of all ladders, with the level of each and the steps between them.
struct Ladder {
  struct Rung {
    let entity: EntityID
    /// 1 for the lowest, then one more for each step, by the longest way.
    let level: Int
    /// Rungs that steps connect have the same number, from 1.
    let chain: Int
  }

  /// From one rung to another, as often as a source says it.
  struct Step {
    let from: EntityID
    let to: EntityID
    var edges: [Edge]
  }

  /// By chain, then from the lowest level up, then in the graph's order.
  let rungs: [Rung]
  let steps: [Step]

  init(_ view: LadderView, in graph: KnowledgeGraph) {
    let field = FieldID(view.kind, view.step)
    let edges = graph.edges.filter {
      $0.field == field && $0.subfield == nil && graph[$0.to.entity].kind == view.kind
        && $0.from != $0.to.entity
    }
    var steps: [Step] = []
    for edge in edges {
      if let index = steps.firstIndex(where: { $0.from == edge.from && $0.to == edge.to.entity }) {
        steps[index].edges.append(edge)
      } else {
        steps.append(Step(from: edge.from, to: edge.to.entity, edges: [edge]))
      }
    }
    self.steps = steps
    let entities = Set(steps.flatMap { [$0.from, $0.to] }).sorted()
    let levels = Ladder.levels(entities, steps)
    let chains = Ladder.chains(entities, steps)
    let groups = Dictionary(grouping: entities) { chains[$0] ?? 0 }
      .sorted { ($1.value.count, $0.key) < ($0.value.count, $1.key) }.map(\.value)
    rungs = groups.enumerated().flatMap { number, group in
      group.map { Rung(entity: $0, level: (levels[$0] ?? 0) + 1, chain: number + 1) }
        .sorted { ($0.level, $0.entity) < ($1.level, $1.entity) }
    }
  }

  /// The rungs that steps connect, lowest first; the longest chain first.
  var chains: [[Rung]] { rungs.map(\.chain).unique.map { chain in rungs.filter { $0.chain == chain } } }

  func steps(from entity: EntityID) -> [Step] { steps.filter { $0.from == entity } }

  /// Takes away rungs that nothing unplaced leads to, again and again. Where steps go in a circle, its first rung
  /// in the graph's order begins it.
  private static func levels(_ entities: [EntityID], _ steps: [Step]) -> [EntityID: Int] {
    var levels: [EntityID: Int] = [:]
    var open = entities
    while let first = open.first {
      let next =
        open.first { entity in !steps.contains { $0.to == entity && levels[$0.from] == nil } } ?? first
      levels[next] = steps.filter { $0.to == next }.compactMap { levels[$0.from] }.max().map { $0 + 1 } ?? 0
      open.removeAll { $0 == next }
    }
    return levels
  }

  private static func chains(_ entities: [EntityID], _ steps: [Step]) -> [EntityID: Int] {
    var chains: [EntityID: Int] = [:]
    for (number, entity) in entities.enumerated() where chains[entity] == nil {
      var open = [entity]
      while let next = open.popLast() {
        guard chains[next] == nil else { continue }
        chains[next] = number
        open += steps.filter { $0.from == next }.map(\.to) + steps.filter { $0.to == next }.map(\.from)
      }
    }
    return chains
  }
}
