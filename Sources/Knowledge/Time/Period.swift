/// A stretch of whole days, counted from 1970-01-01: from its first day up to the one on which it has ended.
package struct Period: Hashable, Sendable {
  /// `Int32.min` where no beginning is known.
  package var start: Int32
  /// The first day that is no part of it; `Int32.max` where no end is known.
  package var end: Int32

  package static let always = Period(start: .min, end: .max)

  package init(start: Int32, end: Int32) {
    self.start = start
    self.end = end
  }

  package var isEmpty: Bool { start >= end }

  package func contains(_ day: Int32) -> Bool { start <= day && day < end }

  package func overlaps(_ other: Period) -> Bool { !cut(to: other).isEmpty }

  /// What lies in both.
  package func cut(to other: Period) -> Period {
    Period(start: max(start, other.start), end: min(end, other.end))
  }
}

/// How a period lies to the day that a knowledge base speaks of.
package enum Tense: String, Hashable, Sendable {
  case past, present, future
  /// Nobody has made it so yet: it holds on no day.
  case proposed
}

extension Period {
  /// An empty one is over.
  func tense(on day: Int32) -> Tense { end <= day || isEmpty ? .past : start > day ? .future : .present }
}
