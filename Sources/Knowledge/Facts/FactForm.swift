/// The two states of what an entity says: as its file has it, and linked with everything else.
///
/// Facts are built alike in both. What differs is what a name, a text and a record's id are: in a file they mean
/// something beside the file only; in the graph they say by themselves where they lead.
package protocol FactForm: Sendable {
  /// What names another entity.
  associatedtype Link: Hashable, Sendable
  /// A Markdown text.
  associatedtype Text: Hashable, Sendable
  /// What links to a record.
  associatedtype Anchor: Hashable, Sendable
  /// Who says something.
  associatedtype Saying: FactSaying<Link>

  /// Whether two names lead to one entity, as far as that is known.
  static func areOne(_ a: Link, _ b: Link) -> Bool
}

package protocol FactSaying<Source>: Hashable, Sendable {
  associatedtype Source
  /// Nobody in particular.
  init()
  var source: Source? { get }
}

/// As a file has it.
package enum WrittenForm: FactForm {
  package typealias Link = WrittenReference
  /// The number of the document in its entity.
  package typealias Text = Int
  package typealias Anchor = String
  package typealias Saying = WrittenSaying

  package static func areOne(_ a: WrittenReference, _ b: WrittenReference) -> Bool {
    a.name.text == b.name.text
  }
}

/// As the graph has it, every name looked up.
package enum ResolvedForm: FactForm {
  package typealias Link = Reference
  package typealias Text = DocumentID
  package typealias Anchor = Target
  package typealias Saying = Facts<ResolvedForm>.Provenance

  package static func areOne(_ a: Reference, _ b: Reference) -> Bool {
    a.entity != nil && a.entity == b.entity
  }
}

/// What an entity says, in one of its forms: `Fact`, `Claim`, `Provenance`, `FieldValue` and what they consist of.
package enum Facts<Form: FactForm> {}

package typealias Fact = Facts<ResolvedForm>.Fact
package typealias Claim = Facts<ResolvedForm>.Claim
package typealias Provenance = Facts<ResolvedForm>.Provenance
package typealias FieldValue = Facts<ResolvedForm>.FieldValue
package typealias ReferenceItem = Facts<ResolvedForm>.ReferenceItem
package typealias Record = Facts<ResolvedForm>.Record
package typealias Alias = Facts<ResolvedForm>.Alias

typealias WrittenFact = Facts<WrittenForm>.Fact
typealias WrittenClaim = Facts<WrittenForm>.Claim
typealias WrittenProvenance = Facts<WrittenForm>.Provenance
typealias WrittenValue = Facts<WrittenForm>.FieldValue
typealias WrittenItem = Facts<WrittenForm>.ReferenceItem
typealias WrittenRecord = Facts<WrittenForm>.Record
package typealias WrittenAlias = Facts<WrittenForm>.Alias
