/// The numbers that a quantity leaves possible: all between two limits. Agreement of claims, outcomes of targets and
/// queries all go by these.
struct QuantityBounds {
  struct Limit {
    let number: DecimalNumber
    /// Whether the limit itself is not possible.
    let isOpen: Bool
  }

  /// `nil` where there is none below.
  let lower: Limit?
  /// `nil` where there is none above.
  let upper: Limit?
  /// Whether the limits are only about so.
  let isVague: Bool

  /// `nil` of a wording, and of a bare "several": no number is known.
  ///
  /// "about 60" counts as 60; "several million" as more than a million.
  init?(_ quantity: Quantity) {
    guard let magnitude = quantity.magnitude else { return nil }
    let closed = Limit(number: magnitude, isOpen: false)
    let open = Limit(number: magnitude, isOpen: true)
    switch quantity.op {
    case .words: return nil
    case .equal, .about: (lower, upper) = (closed, closed)
    case .atLeast: (lower, upper) = (closed, nil)
    case .greater, .several: (lower, upper) = (open, nil)
    case .atMost: (lower, upper) = (nil, closed)
    case .less: (lower, upper) = (nil, open)
    }
    isVague = quantity.op == .about
  }

  /// Whether a number is possible by both, so that both may be true.
  func meets(_ other: QuantityBounds) -> Bool {
    let isVague = isVague || other.isVague
    func reach(_ lower: Limit?, _ upper: Limit?) -> Bool {
      guard let lower, let upper else { return true }
      if lower.number == upper.number { return isVague || !lower.isOpen && !upper.isOpen }
      return lower.number < upper.number
    }
    return reach(lower, other.upper) && reach(other.lower, upper)
  }

  /// Whether every possible number compares so with a limit.
  func areCertainly(_ comparison: Comparison, _ limit: DecimalNumber) -> Bool {
    switch comparison {
    case .less: upper.map { $0.number < limit || $0.isOpen && $0.number == limit } ?? false
    case .lessOrEqual: upper.map { $0.number <= limit } ?? false
    case .greater: lower.map { $0.number > limit || $0.isOpen && $0.number == limit } ?? false
    case .greaterOrEqual: lower.map { $0.number >= limit } ?? false
    case .equal, .notEqual: false
    }
  }
}
