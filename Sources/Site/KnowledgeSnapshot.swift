package import Changes
import Knowledge

extension SiteModel {
  /// This state of the knowledge base, to be compared with another.
  package var snapshot: KnowledgeSnapshot {
    KnowledgeSnapshot(
      graph, discrepancies: disagreements.map(standing),
      settings: [
        ("title", configuration.title), ("as_of", configuration.asOf?.description),
        ("language", configuration.language), ("licence", configuration.licence),
      ])
  }

  private func standing(_ row: Disagreement) -> StandingDiscrepancy {
    StandingDiscrepancy(
      entity: row.entity, anchor: row.fact?.anchor, field: row.fact.map(graph.fieldName),
      label: row.fact.map(graph.disputedField)?.label, discrepancyClass: row.discrepancyClass,
      state: row.state,
      claims: row.field.map { field in row.claims.map { ($0.claim, field) } } ?? [])
  }
}
