import Diagnostics
import Knowledge

/// A line of a register's data: one claim of a disagreement, or a disagreement without any.
private struct RegisterLine {
  let graph: KnowledgeGraph
  let discrepancy: Discrepancy
  let claim: Claim?

  static let columns: [Column<RegisterLine>] =
    [
      .text("id", "of the discrepancy, or `entity#fact`") { line in
        line.graph.written(line.graph.target(of: line.discrepancy))
      },
      .text("title") { $0.graph.title(of: $0.discrepancy.entity) },
      .text("field") { $0.graph.fieldName(of: $0.discrepancy) },
      .text("class") { $0.discrepancy.discrepancyClass },
      .text("state") { $0.discrepancy.state },
      .text("weight") { $0.discrepancy.weight.rawValue },
      .flag("preferred") { line in line.claim.map { line.discrepancy.isPreferred($0) } ?? false },
      .text("source") { line in (line.claim?.source).map { line.graph.id(of: $0) } },
      .text("value") { line in
        line.claim.flatMap { claim in line.discrepancy.field.map { line.graph.written(claim.value, $0) } }
      },
    ] + Column.statement([.quote, .at, .scope, .asOf, .inferred, .note]) { $0.claim?.provenance } + [
      .text("from") { $0.claim?.span?.from?.description },
      .text("until") { $0.claim?.span?.until?.description },
      .text("by") { line in (line.claim?.span?.changer).map { line.graph.id(of: $0) } },
      .text("tense", "whether it holds on the day") { ($0.claim?.span?.tense).map(\.rawValue) },
      .text("reason") { line in line.discrepancy.reason.map { line.graph.written($0) } },
      .texts("about") { line in line.discrepancy.about.map { line.graph.written($0) } },
    ]
}

extension RegisterView {
  /// One row for each claim; a disagreement without claims has one row too. The data of the first page have every weight,
  /// so that whoever takes these has all.
  func data(of part: ViewPart, _ register: Register, in site: SiteModel) -> ViewData {
    let filter = register.filter(part.about)
    let lines = (filter.map(register.rows) ?? register.rows).flatMap { row -> [RegisterLine] in
      let claims = register.claims(of: row, filter)
      return (row.discrepancy.claims.isEmpty ? [nil] : claims.map(Optional.some)).map {
        RegisterLine(graph: site.graph, discrepancy: row.discrepancy, claim: $0)
      }
    }
    return ViewData(RegisterLine.columns, lines)
  }
}
