/// The time from a deadline's last day to a later one.
package struct Delay: Hashable, Sendable {
  /// Days, counted from 1970-01-01.
  package let from: Int32
  package let to: Int32
  /// Whether it may have been more.
  package var isAtLeast: Bool

  package init(from: Int32, to: Int32, isAtLeast: Bool = false) {
    (self.from, self.to, self.isAtLeast) = (from, to, isAtLeast)
  }

  package var days: Int { Int(to) - Int(from) }
}

extension Delay {
  /// In words, as people say it: days up to 60, then whole weeks for half a year, whole months for two years, and whole
  /// years. In Chinese for any Chinese language tag, else in English.
  package func display(language: String) -> String {
    let (count, unit) = measure
    switch DisplayLanguage(tag: language) {
    case .english: return "\(count) \(unit.english)\(count == 1 ? "" : "s")"
    case .chinese: return "\(count)\(unit.chinese)"
    }
  }

  private struct Unit {
    let english: String
    let chinese: String
  }

  private var measure: (Int, Unit) {
    if days <= 60 { return (days, Unit(english: "day", chinese: "天")) }
    if days <= 182 { return (days / 7, Unit(english: "week", chinese: "周")) }
    if months < 24 { return (months, Unit(english: "month", chinese: "个月")) }
    return (months / 12, Unit(english: "year", chinese: "年"))
  }

  /// Whole months of the calendar.
  private var months: Int {
    let (first, last) = (CivilCalendar.civilDate(of: from), CivilCalendar.civilDate(of: to))
    let months = (last.year - first.year) * 12 + last.month - first.month
    return last.day < first.day ? months - 1 : months
  }
}
