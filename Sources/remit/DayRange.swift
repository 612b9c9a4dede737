import Diagnostics
import Folding
import Knowledge

/// Two days, to be compared: `2026-06-29..2026-06-30`.
struct DayRange {
  let from: EDTFDate
  let to: EDTFDate

  /// - Throws: `CommandError` for what is not two days.
  init(_ text: String) throws {
    guard let dots = text.firstRange(of: "..") else {
      throw CommandError.usage("--days: '\(text)' is no two days\n  help: write 2026-06-29..2026-06-30")
    }
    from = try DayOptions.date(String(text[..<dots.lowerBound]), "days")
    to = try DayOptions.date(String(text[dots.upperBound...]), "days")
  }
}
