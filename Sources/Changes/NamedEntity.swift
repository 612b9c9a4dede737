/// An entity, named so that it can be told of even when it's gone.
package struct NamedEntity: Hashable, Sendable {
  /// Such as `agency/sasac`; empty for one that never was found.
  package var id: String
  /// On one line or several, as it's written.
  package var title: String
  /// The record of the entity that is meant.
  package var anchor: String?
}

extension NamedEntity: Recorded {
  static let what = "an entity"
  static let blank = NamedEntity(id: "", title: "")
  static let members: [Member<NamedEntity>] = [
    .required("id", \.id), .required("title", \.title), .text("anchor", \.anchor),
  ]
}
