import Folding

extension EDTFDate {
  /// How to write what is a date to people but no EDTF date, such as "write 2021-06-01" for "1 June 2021".
  ///
  /// A suggestion means just what is written: `nil` where any sign or word of the text would be lost in it. Whatever
  /// is suggested parses.
  static func suggestion(for text: String) -> String? {
    let dates = HumanPeriod.readings(of: text).filter(exists)
    switch dates.count {
    case 0: return nil
    case 1: return "write \(dates[0])"
    default: return "write " + dates.joined(separator: " or ") + ", whichever you mean"
    }
  }
}

/// A date, or a period with one at each end or at one only, in one of the forms that people write.
private enum HumanPeriod {
  /// Longer texts are prose.
  private static let limit = 60

  /// In EDTF; they may not exist in the calendar.
  static func readings(of text: String) -> [String] {
    guard text.unicodeScalars.count <= limit else { return [] }
    let text = QuantityText.trimmed(text)
    if let day = dayOfTimestamp(text) { return [day] }
    return open(text) ?? closed(text) ?? HumanDate.readings(of: text)
  }

  /// A time of day follows the date: "2021-06-01T10:00:00Z".
  private static func dayOfTimestamp(_ text: String) -> String? {
    let scalars = Array(text.unicodeScalars)
    guard scalars.count > 11, scalars[10] == "T" || scalars[10] == " ", scalars[11...].contains(":"),
      scalars[11...].allSatisfy({ "0123456789:.,Z+- ".unicodeScalars.contains($0) })
    else { return nil }
    let day = String(String.UnicodeScalarView(scalars[..<10]))
    return EDTFDate.exists(day) ? day : nil
  }

  /// "2024/", "since 2024", "2024年起"; "/2024", "until 2024", "截至2024年".
  private static func open(_ text: String) -> [String]? {
    for word in ["since ", "from ", "自", "从"] {
      guard let rest = text.dropping(prefix: word) else { continue }
      if closed(text) == nil { return end(rest.dropping(suffix: "起") ?? rest).map { [$0 + "/.."] } }
    }
    for word in ["until ", "till ", "up to ", "截至", "至"] {
      if let rest = text.dropping(prefix: word) { return end(rest).map { ["../" + $0] } }
    }
    if let rest = text.dropping(suffix: "起") { return end(rest).map { [$0 + "/.."] } }
    guard text.utf8.count(where: { $0 == UInt8(ascii: "/") }) == 1 else { return nil }
    for mark in ["/..", "/"] {
      if let rest = text.dropping(suffix: mark) { return end(rest).map { [$0 + "/.."] } }
    }
    for mark in ["../", "/"] {
      if let rest = text.dropping(prefix: mark) { return end(rest).map { ["../" + $0] } }
    }
    return nil
  }

  /// "2024-2026", "June 2024 to May 2026".
  private static func closed(_ text: String) -> [String]? {
    let text = text.dropping(prefix: "from ") ?? text
    for mark in [" to ", " until ", " till ", "–", "—", " - ", "至", "到", "/", "-"] {
      guard let range = text.firstRange(of: mark), text[range.upperBound...].firstRange(of: mark) == nil,
        let first = end(String(text[..<range.lowerBound])), let last = end(String(text[range.upperBound...]))
      else { continue }
      return ["\(first)/\(last)"]
    }
    return nil
  }

  /// The one reading of an end.
  private static func end(_ text: String) -> String? {
    let readings = HumanDate.readings(of: text).filter { !$0.contains("/") && EDTFDate.exists($0) }
    return readings.count == 1 ? readings[0] : nil
  }
}

extension String {
  /// In any case; `nil` where it doesn't begin so.
  func dropping(prefix: String) -> String? {
    guard unicodeScalars.count > prefix.unicodeScalars.count, foldedCase.hasPrefix(prefix) else {
      return nil
    }
    return QuantityText.trimmed(String(unicodeScalars.dropFirst(prefix.unicodeScalars.count)))
  }

  func dropping(suffix: String) -> String? {
    guard unicodeScalars.count > suffix.unicodeScalars.count, foldedCase.hasSuffix(suffix) else {
      return nil
    }
    return QuantityText.trimmed(String(unicodeScalars.dropLast(suffix.unicodeScalars.count)))
  }
}
