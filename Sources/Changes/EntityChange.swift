/// What became of an entity.
package struct EntityChange: Hashable, Sendable {
  /// A renamed entity may have changed too; a changed one has its id still.
  package enum Sort: String, Hashable, Sendable, CaseIterable {
    case added, removed, renamed, changed

    /// As they are told: what may break something comes before what is only new.
    package static let order: [Sort] = [.removed, .renamed, .changed, .added]
  }

  package var sort: Sort
  /// The entity as it's called in the later state; one that is gone, as it was called.
  package var entity: NamedEntity
  /// Where it is renamed.
  package var formerID: String?
  /// The label of its kind: "Measure".
  package var kind: String
  /// By field, in the schema's order; none of an entity that was added or removed.
  package var details: [ChangeDetail] = []
}

extension EntityChange: Recorded {
  static let what = "a changed entity"
  static let blank = EntityChange(sort: .changed, entity: .blank, kind: "")
  static let members: [Member<EntityChange>] = [
    .choice("change", \.sort), .required("id", \.entity.id), .text("former_id", \.formerID),
    .required("title", \.entity.title), .text("anchor", \.entity.anchor), .required("kind", \.kind),
    .list("details", \.details),
  ]
}
