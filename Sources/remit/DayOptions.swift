import ArgumentParser
import Diagnostics
import Glibc
import Knowledge

/// The day that a knowledge base is asked about.
struct DayOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The day to ask about, such as 2026-12-31: what holds on it, and what is due by then.",
      valueName: "date"))
  var asOf: String?

  @Option(
    help: ArgumentHelp(
      "The same, for scheduled builds; by default SOURCE_DATE_EPOCH, then as_of in remit.yaml.",
      valueName: "date"))
  var clock: String?

  /// `nil` where the day is the settings' own.
  ///
  /// - Throws: `CommandError` for what is no date.
  func date() throws -> EDTFDate? {
    if let asOf { return try Self.date(asOf, "as-of") }
    if let clock { return try Self.date(clock, "clock") }
    return try Self.sourceDate()
  }

  static func date(_ text: String, _ option: String) throws -> EDTFDate {
    switch EDTFDate.parse(text) {
    case .success(let date): return date
    case .failure(let reason): throw CommandError.usage("--\(option): \(reason.message)")
    }
  }

  /// The day that SOURCE_DATE_EPOCH names, else that of the machine's clock, in UTC.
  static func today() throws -> EDTFDate {
    if let date = try sourceDate() { return date }
    guard let date = EDTFDate(dayNumber: Int32(truncatingIfNeeded: time(nil) / 86_400)) else {
      throw CommandError.usage("the machine's clock is wrong; set SOURCE_DATE_EPOCH")
    }
    return date
  }

  /// The day that SOURCE_DATE_EPOCH names (reproducible-builds.org), in UTC.
  private static func sourceDate() throws -> EDTFDate? {
    guard let value = unsafe getenv("SOURCE_DATE_EPOCH") else { return nil }
    let text = unsafe String(cString: value)
    // Shells and CI say "unset" so.
    if text.isEmpty { return nil }
    guard let seconds = Int64(text), let day = Int32(exactly: seconds / 86_400),
      let date = EDTFDate(dayNumber: day)
    else { throw CommandError.usage("SOURCE_DATE_EPOCH must be a number of seconds, not '\(text)'") }
    return date
  }
}
