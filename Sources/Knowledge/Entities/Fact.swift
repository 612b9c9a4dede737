package import Diagnostics

/// What an entity says in one field: one plain value, or what each source claims.
package struct Fact: Hashable, Sendable {
  /// The field's number in its kind, or in its record.
  package var field: Int
  /// At least one; a plain value is a single claim without a source.
  package var claims: [Claim]
  package var assessment: DiscrepancyAssessment?
  package var position: Position

  /// The value to show where there is room for one only: the preferred source's, else the first.
  package var value: FieldValue { preferredClaim?.value ?? .list([]) }

  package var preferredClaim: Claim? {
    if let prefer = assessment?.prefer, let claim = claims.first(where: { $0.source == prefer.reference }) {
      return claim
    }
    return claims.first
  }
}

/// One source's value of a fact.
package struct Claim: Hashable, Sendable {
  package var value: FieldValue
  package var provenance: Provenance
  package var position: Position

  package var source: Int? { provenance.source }
}

/// Who says something, where, and in which words.
package struct Provenance: Hashable, Sendable {
  /// The number of the reference to the source.
  package var source: Int?
  package var quote: Written?
  /// The place within the source: a page, an article, a heading.
  package var at: String?
  /// What the value is about, where it isn't the whole; different scopes are different facts.
  package var scope: String?
  package var asOf: EDTFDate?
  /// Whether the author of the knowledge base concluded it, and no source says it outright.
  package var isInferred = false
  package var note: String?

  package var isEmpty: Bool { self == Provenance() }

  /// The keys that every claim and every item of a relation may have.
  package static let keys = ["source", "quote", "at", "scope", "as_of", "inferred", "note"]

  package init() {}
}

/// How the knowledge base's author sees a disagreement between claims.
package struct DiscrepancyAssessment: Hashable, Sendable {
  package var discrepancyClass: String?
  package var state: String?
  package var prefer: Preference?
  package var reason: String?

  package struct Preference: Hashable, Sendable {
    /// The number of the reference to the preferred source.
    package var reference: Int
    package var position: Position
  }
}
