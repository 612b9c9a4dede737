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
        row.claims.isEmpty
          ? [line(row, nil, site.graph)]
          : register.claims(of: row, filter).map { line(row, $0, site.graph) }
      })
  }

  private func line(_ row: Disagreement, _ said: Disagreement.SourcedClaim?, _ graph: KnowledgeGraph)
    -> [JSON]
  {
    let provenance = said?.claim.provenance ?? Provenance()
    let value = said.flatMap { said in
      row.field.map { graph.written(said.claim.value, $0, in: row.entity) }
    }
    let reasonField = Field(name: "reason", type: .text, label: "")
    return [
      .string(graph.written(row.subject)),
      .string(graph.title(of: row.entity)),
      .optional(row.fact.map(graph.fieldName)),
      .string(row.discrepancyClass), .string(row.state),
      .bool(said?.isPreferred ?? false),
      .optional(said?.source.map(graph.id)),
      .optional(value),
      .optional(provenance.quote?.text), .optional(provenance.at), .optional(provenance.scope),
      .optional(provenance.asOf?.description), .bool(provenance.isInferred), .optional(provenance.note),
      .optional(row.reason.map { graph.written($0, reasonField, in: row.entity) }),
      .array(row.about.map { .string(graph.written($0)) }),
    ]
  }
}
