import Changes
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
      throw CommandError.usage("--days: '\(text)' is not two days\n  help: write 2026-06-29..2026-06-30")
    }
    let dates = try [text[..<dots.lowerBound], text[dots.upperBound...]].map { part in
      let date = try DayOptions.date(String(part), "days")
      guard date.isDay else {
        throw CommandError.usage("--days: '\(part)' is not a day\n  help: write 2026-06-29..2026-06-30")
      }
      return date
    }
    (from, to) = (dates[0], dates[1])
  }
}
