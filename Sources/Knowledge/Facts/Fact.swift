package import Diagnostics

extension Facts {
  /// What an entity says in one field: one plain value, or what each source claims.
  package struct Fact: Hashable, Sendable {
    /// The field's number in its kind, or in its record.
    package var field: Int
    /// At least one; a plain value is a single claim without a source.
    package var claims: [Claim]
    package var assessment: Assessment?
    package var position: Position
    /// Set where the claims disagree, and where the author says that they don't; known once names are looked up.
    package var dispute: Dispute?
  }

  /// One source's value of a fact.
  package struct Claim: Hashable, Sendable {
    package var value: FieldValue
    package var provenance: Form.Saying
    package var position: Position
  }

  /// How the knowledge base's author sees a disagreement between claims.
  package struct Assessment: Hashable, Sendable {
    package var discrepancyClass: String?
    package var state: String?
    package var prefer: Preference?
    package var reason: String?
  }

  package struct Preference: Hashable, Sendable {
    /// The reference to the preferred source, as the claim has it.
    package var reference: Form.Link
    package var position: Position
  }

  /// A name of the entity beside its title.
  package struct Alias: Hashable, Sendable {
    package var name: Written
    package var language: String?
    package var sort: String?
    /// The one source in which the name is valid.
    package var onlyIn: Form.Link?
    /// Whether the name is known to be another entity's name too.
    package var isAmbiguous = false
    /// Where the name was seen.
    package var provenance = Form.Saying()

    init(name: Written) { self.name = name }
  }
}

/// What is known of a disagreement between a fact's claims.
package struct Dispute: Hashable, Sendable {
  package var discrepancyClass: String
  /// `open` unless the author says otherwise.
  package var state: String
  /// Whether the claims differ by the rules, whatever the author says.
  package var isFound: Bool
}

extension Facts.Fact {
  /// The value to show where there is room for one only: the preferred source's, else the first.
  package var value: Facts.FieldValue { preferredClaim?.value ?? .list([]) }

  package var preferredClaim: Facts.Claim? {
    if let prefer = assessment?.prefer,
      let claim = claims.first(where: { $0.provenance.source == prefer.reference })
    {
      return claim
    }
    return claims.first
  }
}

extension Fact {
  /// Whether the claims differ.
  package var isDisputed: Bool { dispute?.isFound ?? false }
}

extension Claim {
  package var source: EntityID? { provenance.source?.entity }
}

extension Alias {
  package static var sorts: [String] {
    ["abbreviation", "former", "variant", "translation", "mistranslation", "fusion"]
  }
}
