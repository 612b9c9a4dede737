package import Knowledge

/// One state of a knowledge base, to be compared with another.
package struct KnowledgeSnapshot: Sendable {
  package let graph: KnowledgeGraph
  /// Those in facts, and those that entities tell of.
  package let discrepancies: [StandingDiscrepancy]
  /// The settings that count, by name, in the order in which changes are told.
  package let settings: [(name: String, value: String?)]

  package init(
    _ graph: KnowledgeGraph, discrepancies: [StandingDiscrepancy] = [],
    settings: [(name: String, value: String?)] = []
  ) {
    self.graph = graph
    self.discrepancies = discrepancies
    self.settings = settings
  }
}

/// A disagreement as it stands.
package struct StandingDiscrepancy: Sendable {
  /// Where it stands, or which tells of it.
  package var entity: EntityID
  /// The record that it stands in.
  package var anchor: String?
  /// With a dot before a field of a record; `nil` of an entity that tells of a disagreement itself.
  package var field: String?
  /// That of the field.
  package var label: String?
  /// What it's about: "value", "date", "name".
  package var discrepancyClass: String
  /// As authors write it, such as `open`.
  package var state: String
  /// Each with the field that it's a value of.
  package var claims: [(claim: Claim, field: Field)]

  package init(
    entity: EntityID, anchor: String?, field: String?, label: String?, discrepancyClass: String,
    state: String, claims: [(claim: Claim, field: Field)]
  ) {
    self.entity = entity
    self.anchor = anchor
    self.field = field
    self.label = label
    self.discrepancyClass = discrepancyClass
    self.state = state
    self.claims = claims
  }
}
