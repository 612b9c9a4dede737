import Diagnostics
import Knowledge

extension RegisterView {
  /// One row for each claim; a disagreement without claims has one row too.
  func data(of part: ViewPart, in site: SiteModel) -> ViewData {
    let register = register(of: site)
    let filter = register.filter(slug: part.slug)
    let rows = register.rows(filter)
    return ViewData(
      columns: [
        "id", "title", "field", "class", "state", "preferred", "source", "value", "quote", "at", "scope",
        "as_of", "inferred", "note", "reason", "about",
      ],
      rows: rows.flatMap { row in
        row.discrepancy.claims.isEmpty
          ? [line(row.discrepancy, nil, site.graph)]
          : register.claims(of: row, filter).map { line(row.discrepancy, $0, site.graph) }
      })
  }

  private func line(_ row: Discrepancy, _ claim: Claim?, _ graph: KnowledgeGraph) -> [JSON] {
    let provenance = claim?.provenance ?? Provenance()
    let value = claim.flatMap { claim in row.field.map { graph.written(claim.value, $0) } }
    return [
      .string(graph.written(graph.target(of: row))),
      .string(graph.title(of: row.entity)),
      .optional(graph.fieldName(of: row)),
      .string(row.discrepancyClass), .string(row.state),
      .bool(claim.map(row.isPreferred) ?? false),
      .optional((claim?.source).map(graph.id)),
      .optional(value),
      .optional(provenance.quote?.text), .optional(provenance.at), .optional(provenance.scope),
      .optional(provenance.asOf?.description), .bool(provenance.isInferred), .optional(provenance.note),
      .optional(row.reason.map { graph.written($0) }),
      .array(row.about.map { .string(graph.written($0)) }),
    ]
  }
}
