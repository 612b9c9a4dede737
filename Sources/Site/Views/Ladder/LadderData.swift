import Diagnostics
import Knowledge

/// A line of a ladder's data: a rung, and a step from it as one source says it.
private struct LadderLine {
  let graph: KnowledgeGraph
  let view: LadderView
  let rung: Ladder.Rung
  let edge: Edge?

  static let columns: [Column<LadderLine>] =
    [
      .number("chain", "rungs that steps connect have the same") { $0.rung.chain },
      .number("level", "from 1") { $0.rung.level },
      .text("id") { $0.graph.id(of: $0.rung.entity) },
      .text("title") { $0.graph.title(of: $0.rung.entity) },
      .texts("since", "as claimed") { $0.starts },
      .text("to", "the next rung") { line in (line.edge?.to.entity).map(line.graph.id) },
      .text("condition", "what the step takes") { line in
        line.view.condition.flatMap { line.edge?.item.qualifier($0) }
      },
      .text("source") { line in (line.edge?.provenance.source?.entity).map(line.graph.id) },
    ] + Column.statement([.quote, .at]) { $0.edge?.provenance } + [
      .flag("inferred", "as in the claim; nothing where no step leads on") { $0.edge?.provenance.isInferred }
    ]

  private var starts: [String] {
    let claims = view.since.flatMap { graph[rung.entity].today($0) }?.claims ?? []
    return claims.compactMap { claim in
      if case .date(let date) = claim.value { date.description } else { nil }
    }.unique
  }
}

extension LadderView {
  /// One row for each step and each source that says it; a rung from which no step leads has one without `to`.
  func data(of part: ViewPart, _ ladder: Ladder, in site: SiteModel) -> ViewData {
    let lines = ladder.rungs.flatMap { rung in
      let edges: [Edge?] = ladder.steps(from: rung.entity).flatMap(\.edges)
      return (edges.isEmpty ? [nil] : edges).map {
        LadderLine(graph: site.graph, view: self, rung: rung, edge: $0)
      }
    }
    return ViewData(LadderLine.columns, lines)
  }
}
