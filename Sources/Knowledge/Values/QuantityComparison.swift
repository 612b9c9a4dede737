extension Quantity {
  /// Whether the two speak of the same fact: of one scope, and not in two currencies.
  package func isComparable(with other: Quantity) -> Bool {
    folded(scope) == folded(other.scope) && Self.match(currencyCode, other.currencyCode)
  }

  /// Whether two claims of one fact say the same: the same operator, number × scale, and unit. A unit or a
  /// currency that one of them leaves out agrees with any. A wording agrees with the same wording only, and
  /// never with a number.
  ///
  /// Symmetric but not transitive: "5" agrees with "5 %" and with "5 parks", which disagree.
  package func agrees(with other: Quantity) -> Bool {
    isComparable(with: other) && saysTheSame(as: other)
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
    switch comparison {
    case .equal: return isMeant && saysTheSame(as: other)
    case .notEqual: return !(isMeant && saysTheSame(as: other))
    case .less, .lessOrEqual, .greater, .greaterOrEqual:
      guard isMeant, Self.match(unitKey, other.unitKey) else { return false }
      return isCertainly(comparison, other)
    }
  }

  /// Whether every number that this quantity leaves possible compares so with the other's number, whatever the
  /// other's operator and the units of both: the caller has seen to it that these are the same.
  func isCertainly(_ comparison: Comparison, _ other: Quantity) -> Bool {
    guard let magnitude, let limit = other.magnitude else { return false }
    return Self.isCertain(op, magnitude, comparison, limit)
  }

  /// Whether every number that `op` and `magnitude` leave possible compares so with the limit.
  private static func isCertain(
    _ op: Operator, _ magnitude: DecimalNumber, _ comparison: Comparison, _ limit: DecimalNumber
  ) -> Bool {
    let hasLowerBound = op != .less && op != .atMost
    let hasUpperBound = op != .greater && op != .atLeast && op != .several
    // The bound itself is not possible, so that reaching the limit is enough to lie beyond it.
    let isOpen = op == .greater || op == .less || op == .several
    switch comparison {
    case .less: return hasUpperBound && (magnitude < limit || isOpen && magnitude == limit)
    case .lessOrEqual: return hasUpperBound && magnitude <= limit
    case .greater: return hasLowerBound && (magnitude > limit || isOpen && magnitude == limit)
    case .greaterOrEqual: return hasLowerBound && magnitude >= limit
    case .equal, .notEqual: return false
    }
  }

  private func saysTheSame(as other: Quantity) -> Bool {
    guard Self.match(unitKey, other.unitKey) else { return false }
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

  /// What the wordings of one unit have in common: "%" of "percent" and "per cent".
  static func unitKey(_ written: String) -> String {
    let folded = QuantityText.folded(written)
    return ["percent", "per cent", "pct", "％"].contains(folded) ? "%" : folded
  }

  private func folded(_ text: String?) -> String? { text.map(QuantityText.folded) }

  private static func match(_ a: String?, _ b: String?) -> Bool {
    a == nil || b == nil || a == b
  }
}
