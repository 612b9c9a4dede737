package import Knowledge

/// What became of a disagreement.
package struct DiscrepancyChange: Hashable, Sendable {
  /// What a reader wants to know of it.
  package enum Sort: String, Hashable, Sendable, CaseIterable {
    /// It is open now.
    case opened
    /// It was open, and is settled or gone now.
    case settled
    /// It was not open and isn't: explained before and resolved now, say.
    case changed
  }

  package var sort: Sort
  /// Where it stands; with the record, where it stands in one.
  package var entity: NamedEntity
  /// The label of the fact; `nil` of an entity that tells of a disagreement itself.
  package var field: String?
  /// What it's about: "value", "date", "name".
  package var discrepancyClass: String
  /// `nil` in a record from before there were weights.
  package var weight: DiscrepancyWeight?
  /// A state as authors write it, such as `open`; `nil` where there was none.
  package var oldState: String?
  /// `nil` where there is none any more.
  package var newState: String?
  /// What is claimed in the later state, while there is a disagreement.
  package var claims: [SaidValue] = []
}

extension DiscrepancyChange: Recorded {
  static let what = "a discrepancy"
  static let blank = DiscrepancyChange(sort: .changed, entity: .blank, discrepancyClass: "")
  static let members: [Member<DiscrepancyChange>] = [
    .choice("change", \.sort), .required("id", \.entity.id), .required("title", \.entity.title),
    .text("anchor", \.entity.anchor), .text("field", \.field), .required("class", \.discrepancyClass),
    .optionalChoice("weight", \.weight), .text("old", \.oldState), .text("new", \.newState),
    .list("claims", \.claims),
  ]
}

/// A value and who says so.
package struct SaidValue: Hashable, Sendable {
  /// In words, on one line.
  package var value: String
  /// `nil` where nobody is named.
  package var source: NamedEntity?
}

extension SaidValue: Recorded {
  static let what = "a claim"
  static let blank = SaidValue(value: "")
  static let members: [Member<SaidValue>] = [
    .required("value", \.value), .object(ClaimKey.source.rawValue, \.source),
  ]
}
