extension EDTFDate {
  /// Whether every day of the other lies within this one.
  package func contains(_ other: EDTFDate) -> Bool {
    earliest <= other.earliest && other.latest <= latest
  }

  /// Whether two claims of a date can both be true as they stand: one contains the other.
  ///
  /// Symmetric but not transitive: 2021 agrees with 2021-06 and with 2021-07, which disagree.
  package func agrees(with other: EDTFDate) -> Bool {
    contains(other) || other.contains(self)
  }

  /// Whether this date matches a query for `other`. Only what is certain of every day that is meant matches:
  ///
  /// - `a < b`: a is over before b begins. `a > b`: a begins after b is over.
  /// - `a <= b`: a is over when b is (`deadline<=2027` is all that is due by the end of 2027).
  /// - `a >= b`: a begins no sooner than b (`issued>=2021-06` leaves out what is only known to be of 2021).
  /// - `a = b`: a lies within b, which is to say `a <= b` and `a >= b`. `a != b` is its opposite.
  package func satisfies(_ comparison: Comparison, _ other: EDTFDate) -> Bool {
    switch comparison {
    case .equal: other.contains(self)
    case .notEqual: !other.contains(self)
    case .less: latest < other.earliest
    case .lessOrEqual: latest <= other.latest
    case .greater: earliest > other.latest
    case .greaterOrEqual: earliest >= other.earliest
    }
  }

  /// An order for `sort(by:)`: by the first day, then by the last.
  package static func sortsByEarliest(_ a: EDTFDate, _ b: EDTFDate) -> Bool {
    (a.earliest, a.latest) < (b.earliest, b.latest)
  }

  /// An order for `sort(by:)`, such as of deadlines: by the last day, then by the first.
  package static func sortsByLatest(_ a: EDTFDate, _ b: EDTFDate) -> Bool {
    (a.latest, a.earliest) < (b.latest, b.earliest)
  }
}
