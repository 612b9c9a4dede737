package import Diagnostics

/// What changed in the knowledge between two states of a knowledge base. It says all in texts, ids and titles, so
/// that it can be kept in a file and be understood when neither state is at hand.
package struct KnowledgeChanges: Hashable, Sendable {
  /// By what became of them, and then in the order of the later state; those that are gone as the entities.
  package var discrepancies: [DiscrepancyChange] = []
  /// In the order of the later state's entities; those that are gone come last, in the order of the earlier state.
  package var entities: [EntityChange] = []
  /// In the order of the later state's kinds and fields; those that are gone come last.
  package var schema: [SchemaChange] = []
  package var settings: [SettingChange] = []

  /// Whether nothing changed.
  package var isEmpty: Bool { self == KnowledgeChanges() }

  /// The entities of one sort, in their order.
  package func entities(_ sort: EntityChange.Sort) -> [EntityChange] { entities.filter { $0.sort == sort } }

  /// The disagreements of one sort, in their order.
  package func discrepancies(_ sort: DiscrepancyChange.Sort) -> [DiscrepancyChange] {
    discrepancies.filter { $0.sort == sort }
  }
}

extension KnowledgeChanges: Recorded {
  /// The members of the JSON that `remit diff` prints and that records of changes hold.
  package var json: [JSON.Member] { jsonMembers }

  static let what = "the record"
  static let blank = KnowledgeChanges()
  static let members: [Member<KnowledgeChanges>] = [
    .list("discrepancies", \.discrepancies), .list("entities", \.entities), .list("schema", \.schema),
    .list("settings", \.settings),
  ]
}
