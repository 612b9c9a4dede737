import Diagnostics
import Knowledge

extension LadderView {
  /// One row for each step and each source that says it; a rung from which no step leads has one without `to`.
  func data(of part: ViewPart, _ ladder: Ladder, in site: SiteModel) -> ViewData {
    let graph = site.graph
    let rows = ladder.rungs.flatMap { rung -> [[JSON]] in
      let head = head(rung, graph)
      let steps = ladder.steps(from: rung.entity)
      guard !steps.isEmpty else { return [head + [JSON](repeating: .null, count: 6)] }
      return steps.flatMap { step in step.edges.map { head + tail($0, graph) } }
    }
    return ViewData(
      columns: [
        "chain", "level", "id", "title", "since", "to", "condition", "source", "quote", "at", "inferred",
      ], rows: rows)
  }

  private func head(_ rung: Ladder.Rung, _ graph: KnowledgeGraph) -> [JSON] {
    let dates = since.flatMap { graph[rung.entity].fact($0) }?.claims.compactMap { claim -> String? in
      if case .date(let date) = claim.value { date.description } else { nil }
    }
    return [
      .integer(rung.chain), .integer(rung.level), .string(graph.id(of: rung.entity)),
      .string(graph.title(of: rung.entity)), .array((dates ?? []).unique.map(JSON.string)),
    ]
  }

  private func tail(_ edge: Edge, _ graph: KnowledgeGraph) -> [JSON] {
    let said = edge.provenance
    return [
      .string(graph.id(of: edge.to.entity)), .optional(condition.flatMap { edge.item.qualifier($0) }),
      .optional((said.source?.entity).map { graph.id(of: $0) }), .optional(said.quote?.text),
      .optional(said.at),
      .bool(said.isInferred),
    ]
  }
}
