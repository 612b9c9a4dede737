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
  /// years.
  package func display(in words: ReaderWords) -> String {
    if days <= 60 { return words.length(days, "length_days") }
    if days <= 182 { return words.length(days / 7, "length_weeks") }
    if months < 24 { return words.length(months, "length_months") }
    return words.length(months / 12, "length_years")
  }

  /// Whole months of the calendar.
  private var months: Int {
    let (first, last) = (CivilCalendar.civilDate(of: from), CivilCalendar.civilDate(of: to))
    let months = (last.year - first.year) * 12 + last.month - first.month
    return last.day < first.day ? months - 1 : months
  }
}
