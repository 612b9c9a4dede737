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
    /// Whether all of it is to go by on the day, which is known once names are looked up.
    package var isWhole = true
  }

  /// One source's value of a fact.
  package struct Claim: Hashable, Sendable {
    package var value: FieldValue
    package var provenance: Form.Saying
    package var position: Position
    /// When it holds, once names are looked up; `nil` where nothing limits it.
    package var span: Span?
  }

  /// How the knowledge base's author sees a disagreement between claims.
  package struct Assessment: Hashable, Sendable {
    package var discrepancyClass: String?
    package var state: String?
    package var weight: DiscrepancyWeight?
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
  /// That of its class unless the author says otherwise.
  package var weight: DiscrepancyWeight
  /// Whether the claims differ by the rules, whatever the author says.
  package var isFound: Bool
  /// The numbers of the claims that differ from another of their time; `nil` where no claim says when it holds.
  package var sides: [Int]?
}

// Closures and no key paths: of a generic type, a key path is made anew each time that it is used.
extension Facts.Fact {
  /// The value of the day, to show where there is room for one only: the preferred source's, else the first; an empty list
  /// where nothing holds on the day.
  package var value: Facts.FieldValue {
    @specialized(where Form == ResolvedForm) get { preferredClaim?.value ?? .list([]) }
  }

  package var preferredClaim: Facts.Claim? {
    @specialized(where Form == ResolvedForm) get { preferredOfHolding ?? claims.first { $0.holds } }
  }

  /// The claim of the preferred source, where there is one and it holds on the day.
  package var preferredOfHolding: Facts.Claim? {
    @specialized(where Form == ResolvedForm) get {
      guard let prefer = assessment?.prefer else { return nil }
      return claims.first { $0.holds && $0.isOf(prefer.reference) }
    }
  }

  /// The claims that hold on the day.
  package var holding: [Facts.Claim] { claims.contains { !$0.holds } ? claims.filter { $0.holds } : claims }

  /// The claims to go by on the day: those that hold; where its author has resolved a disagreement, those of the source
  /// that they prefer.
  package var current: [Facts.Claim] {
    guard isResolved, preferredOfHolding != nil, let prefer = assessment?.prefer else { return holding }
    return holding.filter { $0.isOf(prefer.reference) }
  }

  /// The claims to go by on one of the days of a stretch, by the same rule.
  package func claims(in period: Period) -> [Facts.Claim] {
    let holding = claims.filter {
      $0.span?.tense != .proposed && ($0.span?.period ?? .always).overlaps(period)
    }
    guard isResolved, let prefer = assessment?.prefer else { return holding }
    let preferred = holding.filter { $0.isOf(prefer.reference) }
    return preferred.isEmpty ? holding : preferred
  }

  var isResolved: Bool { assessment?.state == Schema.resolvedState }

  /// Whether the author prefers a claim's source, and goes by the claim on the day.
  package func isPreferred(_ claim: Facts.Claim) -> Bool { preferredOfHolding == claim }

  /// Whether the author prefers a source of which nothing holds on the day.
  var lacksPreferred: Bool { assessment?.prefer != nil && preferredOfHolding == nil }
}

extension Facts.Claim {
  @inlinable package func isOf(_ source: Form.Link) -> Bool {
    provenance.source.map { Form.areOne($0, source) } ?? false
  }

  /// Whether it holds on the day that the knowledge base speaks of.
  @inlinable package var holds: Bool { span.map { $0.tense == .present } ?? true }
}

extension Facts.ReferenceItem {
  package var holds: Bool { span.map { $0.tense == .present } ?? true }
}

extension Facts.Record {
  package var holds: Bool { span.map { $0.tense == .present } ?? true }
}

extension Fact {
  /// Whether the claims differ, and their author doesn't say that it is no conflict.
  package var isDisputed: Bool { dispute.map { $0.isFound && $0.state != Schema.notAConflict } ?? false }
}

extension Claim {
  package var source: EntityID? { provenance.source?.entity }
}

extension Alias {
  package static var sorts: [String] {
    ["abbreviation", "former", "variant", "translation", "mistranslation", "fusion"]
  }
}
