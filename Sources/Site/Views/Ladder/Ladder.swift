import Knowledge

/// The rungs of all ladders, with the level of each and the steps between them.
struct Ladder: Sendable {
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

  let view: LadderView
  /// By chain, then from the lowest level up, then in the graph's order.
  let rungs: [Rung]
  let steps: [Step]
  /// The rungs that steps connect, lowest first; the longest chain first.
  let chains: [[Rung]]
  /// The numbers of the steps that lead from a rung, and of those that lead to it.
  private let outgoing: [EntityID: [Int]]
  private let incoming: [EntityID: [Int]]

  init(_ view: LadderView, in graph: KnowledgeGraph) {
    self.view = view
    steps = Ladder.steps(view, graph)
    outgoing = Dictionary(grouping: steps.indices) { [steps] in steps[$0].from }
    incoming = Dictionary(grouping: steps.indices) { [steps] in steps[$0].to }
    let entities = Set(steps.flatMap { [$0.from, $0.to] }).sorted()
    let ways = Layering(entities, next: outgoing.mapValues { [steps] in $0.map { steps[$0].to } })
    let groups = ways.groups.sorted { ($1.count, $0[0]) < ($0.count, $1[0]) }
    chains = groups.enumerated().map { number, group in
      group.map { Rung(entity: $0, level: (ways.levels[$0] ?? 0) + 1, chain: number + 1) }
        .sorted { ($0.level, $0.entity) < ($1.level, $1.entity) }
    }
    rungs = chains.flatMap(\.self)
  }

  func steps(from entity: EntityID) -> [Step] { (outgoing[entity] ?? []).map { steps[$0] } }

  func steps(to entity: EntityID) -> [Step] { (incoming[entity] ?? []).map { steps[$0] } }

  /// What the sources say it takes, each wording once.
  func conditions(of step: Step) -> String? {
    guard let condition = view.condition else { return nil }
    let said = step.edges.compactMap { $0.item.qualifier(condition) }.unique
    return said.isEmpty ? nil : said.joined(separator: " / ")
  }

  private static func steps(_ view: LadderView, _ graph: KnowledgeGraph) -> [Step] {
    var steps: [Step] = []
    var numbers: [[EntityID]: Int] = [:]
    for rung in graph.entities(of: view.kind) {
      for edge in graph.currentEdges(from: rung)
      where edge.field.index == view.step && edge.subfield == nil && edge.to.entity != rung
        && graph[edge.to.entity].kind == view.kind
      {
        if let number = numbers[[rung, edge.to.entity]] {
          steps[number].edges.append(edge)
        } else {
          numbers[[rung, edge.to.entity]] = steps.count
          steps.append(Step(from: rung, to: edge.to.entity, edges: [edge]))
        }
      }
    }
    return steps
  }
}
