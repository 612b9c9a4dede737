import Folding

extension Quantity {
  /// Whether the two speak of the same fact: of one scope, and not in two currencies.
  package func isComparable(with other: Quantity) -> Bool {
    folded(scope) == folded(other.scope) && Self.match(currencyCode, other.currencyCode)
  }

  /// Whether the numbers of both can be told as more and less of one thing: comparable, and in one unit, as far as they say.
  package func isMeasured(as other: Quantity) -> Bool {
    isComparable(with: other) && Self.match(unitKey, other.unitKey)
  }

  /// Whether two claims of one fact can both be true as they stand: some number is possible by both, and their units
  /// are one. "more than 140" agrees with "more than 125", and disagrees with 120 and "at most 100". A unit or a
  /// currency that one of them leaves out agrees with any. A wording agrees with the same wording only, and never
  /// with a number.
  ///
  /// Symmetric but not transitive: "5" agrees with "5 %" and with "5 parks", which disagree.
  package func agrees(with other: Quantity) -> Bool {
    guard isMeasured(as: other) else { return false }
    if wording != nil || other.wording != nil { return wording == other.wording }
    guard let bounds = QuantityBounds(self), let others = QuantityBounds(other) else { return false }
    return bounds.meets(others)
  }

  /// Whether two say the same: the same operator, number × scale, unit and currency, of which one may leave out the
  /// latter two.
  package func saysTheSame(as other: Quantity) -> Bool {
    isMeasured(as: other) && hasSameValue(as: other)
  }

  /// What a quantity says, however it is written: equal for "1 million" and "1,000,000", for "5 MW" and "5  MW".
  package struct Meaning: Hashable, Sendable {
    let op: Operator
    let magnitude: DecimalNumber?
    let unit: String?
    let currency: String?
    let scope: String?
    let words: String?
  }

  package var meaning: Meaning {
    Meaning(
      op: op, magnitude: magnitude, unit: unitKey, currency: currencyCode, scope: folded(scope),
      words: folded(words))
  }

  /// Whether this quantity matches a query for `other`, whose operator counts for `=` and `!=` only. What it
  /// leaves out (unit, currency, scope) matches any.
  ///
  /// Only what is certain matches: "at least 85 %" is `>=80` and `>84` but neither `>85` nor `<=90`.
  /// "about 60" counts as 60, "several million" as more than a million. A wording is never less or greater.
  package func satisfies(_ comparison: Comparison, _ other: Quantity) -> Bool {
    let isMeant =
      (other.scope == nil || folded(scope) == folded(other.scope))
      && Self.match(currencyCode, other.currencyCode)
    guard isMeant, Self.match(unitKey, other.unitKey) else { return comparison == .notEqual }
    switch comparison {
    case .equal, .notEqual: return hasSameValue(as: other) == (comparison == .equal)
    case .less, .lessOrEqual, .greater, .greaterOrEqual: return isCertainly(comparison, other)
    }
  }

  /// Whether every number that this quantity leaves possible compares so with the other's number, whatever the
  /// other's operator and the units of both: the caller has seen to it that these are the same.
  func isCertainly(_ comparison: Comparison, _ other: Quantity) -> Bool {
    guard let limit = other.magnitude else { return false }
    return QuantityBounds(self)?.areCertainly(comparison, limit) ?? false
  }

  /// Whatever the units and currencies.
  private func hasSameValue(as other: Quantity) -> Bool {
    if wording != nil || other.wording != nil { return wording == other.wording }
    return op == other.op && magnitude == other.magnitude
  }

  /// A bare "several" is a wording too, however it was written down.
  private var wording: String? {
    if op == .several, magnitude == nil { return "several" }
    return op == .words ? QuantityText.folded(words ?? "") : nil
  }

  var currencyCode: String? { currency.map(Currency.code) }

  var unitKey: String? { unit.map(Self.unitKey) }

  static func unitKey(_ written: String) -> String { Units.key(written) }

  private func folded(_ text: String?) -> String? { text.map(QuantityText.folded) }

  private static func match(_ a: String?, _ b: String?) -> Bool {
    a == nil || b == nil || a == b
  }
}
