/// When a claim, an item or a record holds, by what is known today.
///
/// A class, as most have none.
package final class Span: Hashable, Sendable {
  package let period: Period
  package let tense: Tense
  /// The date as written whose first day is its first one; `nil` where no beginning is known.
  package let from: EDTFDate?
  /// The date as written on whose first day it has ended; `nil` where no end is known.
  package let until: EDTFDate?
  /// What made it so.
  package let by: Reference?
  /// What ended it, where another claim says so.
  package let endedBy: Reference?

  init(
    from: EDTFDate?, until: EDTFDate?, by: Reference?, endedBy: Reference? = nil, isProposed: Bool,
    on day: Int32
  ) {
    period = Period(start: from?.earliest ?? .min, end: until?.earliest ?? .max)
    tense = isProposed ? .proposed : period.tense(on: day)
    (self.from, self.until, self.by, self.endedBy) = (from, until, by, endedBy)
  }

  package static func == (a: Span, b: Span) -> Bool {
    a === b
      || a.period == b.period && a.tense == b.tense && a.from == b.from && a.until == b.until && a.by == b.by
        && a.endedBy == b.endedBy
  }

  package func hash(into hasher: inout Hasher) {
    hasher.combine(period)
    hasher.combine(tense)
  }
}

extension Span {
  /// What made it so.
  package var changer: EntityID? {
    guard let by else { return nil }
    return by.entity
  }

  /// What ended it, where another claim says so.
  package var ender: EntityID? {
    guard let endedBy else { return nil }
    return endedBy.entity
  }
}
