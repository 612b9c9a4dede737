import Folding

/// How often what a kind's files say is to be reviewed, and where they say when it was.
package struct ReviewRule: Hashable, Sendable {
  /// The field with the date of the last review.
  package let date: Int
  /// The field in which a file may say how often, with a quantity.
  package let field: Int?
  /// How often, where a file doesn't say.
  package let every: Term?
}

/// A stretch of the calendar, such as six months.
package struct Term: Hashable, Sendable {
  private enum Unit {
    case day, month
  }

  private let count: Int
  private let unit: Unit

  /// - Returns: `nil` for what is no whole number of days, weeks, months or years; over a thousand years is none either.
  package init?(_ quantity: Quantity) {
    guard quantity.op == .equal, quantity.currency == nil,
      let count = (quantity.magnitude?.description).flatMap({ Int($0) }), (1...400_000).contains(count)
    else { return nil }
    switch quantity.unit.map(Units.key) {
    case "day", "days": (self.count, unit) = (count, .day)
    case "week", "weeks": (self.count, unit) = (count * 7, .day)
    case "month", "months": (self.count, unit) = (count, .month)
    case "year", "years": (self.count, unit) = (count * 12, .month)
    default: return nil
    }
    guard self.count <= (unit == .day ? 400_000 : 12_000) else { return nil }
  }

  /// The day on which it's over, counted from 1970-01-01. Six months from 31 August are over on the last of February.
  package func end(from day: Int32) -> Int32 {
    if unit == .day { return day + Int32(count) }
    let start = CivilCalendar.civilDate(of: day)
    let months = start.year * 12 + start.month - 1 + count
    let (year, month) = (months / 12, months % 12 + 1)
    return CivilCalendar.dayNumber(
      year: year, month: month, day: min(start.day, CivilCalendar.daysInMonth(month, of: year)))
  }

  package static let howItIsWritten = "a whole number of days, weeks, months or years, such as 6 months"
}
