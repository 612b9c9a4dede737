import Folding

extension EDTFDate {
  /// How to write what is a date to people but no EDTF date, such as "write 2021-06-01" for "1 June 2021";
  /// `nil` where nothing can be made of it. Whatever is suggested parses.
  static func suggestion(for text: String) -> String? {
    // A time of day follows the date: "2021-06-01T10:00:00Z".
    let words = HumanDate(text.contains(":") ? String(text.prefix(10)) : text)
    let dates = words.readings.filter(exists)
    switch dates.count {
    case 0: return nil
    case 1: return "write \(dates[0])"
    default: return "write " + dates.joined(separator: " or ") + ", whichever is meant"
    }
  }
}

/// The numbers and words of a date in one of the forms that people write.
private struct HumanDate {
  /// With their leading zeros, so that `06` is no year.
  private var numbers: [String] = []
  private var month: Int?
  private var quarter: Int?
  private var qualifier = ""
  private var hasUnreadableNumber = false
  private var opensAtStart = false
  private var opensAtEnd = false

  /// Longer texts are prose.
  private static let limit = 40

  init(_ text: String) {
    let scalars = Array(text.unicodeScalars)
    guard scalars.count <= Self.limit else { return }
    opensAtStart = scalars.first == "/"
    opensAtEnd = scalars.last == "/"
    if scalars.last == "~" || scalars.last == "%" || scalars.last == "?" {
      qualifier = String(scalars[scalars.count - 1])
    }
    if scalars.contains("约") || scalars.contains("≈") { qualifier = "~" }
    for token in scalars.split(whereSeparator: { !Self.isASCIIAlphanumeric($0) }) {
      read(token)
    }
  }

  /// In EDTF; more than one where day and month could be either. They may not exist in the calendar.
  var readings: [String] {
    if opensAtStart != opensAtEnd, let date = plainReadings.first, numbers.count == 1 {
      return [opensAtEnd ? "\(date)/.." : "../\(date)"]
    }
    return plainReadings.map { $0 + ($0.contains("/") ? "" : qualifier) }
  }

  private var plainReadings: [String] {
    if hasUnreadableNumber { return [] }
    let lengths = numbers.map(\.utf8.count)
    if let month { return namedMonth(month) }
    if let quarter { return lengths == [4] ? [Self.months(of: quarter, in: numbers[0])] : [] }
    switch lengths.map({ $0 <= 2 ? 2 : $0 }) {
    case [4]: return [numbers[0]]
    case [6]: return [Self.joined([numbers[0].prefix(4), numbers[0].suffix(2)])]
    case [8]:
      let digits = numbers[0]
      return [Self.joined([digits.prefix(4), digits.dropFirst(4).prefix(2), digits.suffix(2)])]
    case [4, 2]: return [Self.joined(numbers)]
    case [2, 4]: return [Self.joined(numbers.reversed())]
    case [4, 4]: return ["\(numbers[0])/\(numbers[1])"]
    case [4, 2, 2]: return [Self.joined(numbers)]
    case [2, 2, 4]:
      let dayFirst = Self.joined([numbers[2], numbers[1], numbers[0]])
      let monthFirst = Self.joined([numbers[2], numbers[0], numbers[1]])
      return dayFirst == monthFirst ? [dayFirst] : [dayFirst, monthFirst]
    default: return []
    }
  }

  private func namedMonth(_ month: Int) -> [String] {
    let years = numbers.filter { $0.utf8.count == 4 }
    let days = numbers.filter { $0.utf8.count <= 2 }
    guard years.count == 1, days.count <= 1, years.count + days.count == numbers.count else { return [] }
    return [Self.joined([years[0], String(month)] + days)]
  }

  private mutating func read(_ token: ArraySlice<Unicode.Scalar>) {
    let word = String(String.UnicodeScalarView(token)).lowercased()
    if let number = MonthName.number(of: word) {
      month = number
    } else if ["c", "ca", "circa", "about", "around", "approximately", "approx"].contains(word) {
      qualifier = "~"
    } else if token.count == 2, token.first == "Q" || token.first == "q", let digit = token.last,
      ("1"..."4").contains(digit)
    {
      quarter = Int(digit.value - 0x30)
    } else if token.contains(where: \.isDigit) {
      let digits = ["st", "nd", "rd", "th"].contains(word.suffix(2)) ? token.dropLast(2) : token
      let text = String(String.UnicodeScalarView(digits.map(Self.digitMeant)))
      hasUnreadableNumber = hasUnreadableNumber || !text.unicodeScalars.allSatisfy(\.isDigit)
      numbers.append(text)
    }
  }

  /// Letters that are taken for digits, by people and by the machines that read their paper.
  private static func digitMeant(by scalar: Unicode.Scalar) -> Unicode.Scalar {
    switch scalar {
    case "O", "o": "0"
    case "l", "I", "i": "1"
    case "S", "s": "5"
    case "B": "8"
    default: scalar
    }
  }

  private static func isASCIIAlphanumeric(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isLatinLetter || scalar.isDigit
  }

  private static func months(of quarter: Int, in year: String) -> String {
    let last = String(quarter * 3)
    return joined([year, String(quarter * 3 - 2)]) + "/" + joined([year, last])
  }

  private static func joined(_ parts: [some StringProtocol]) -> String {
    parts.map { $0.utf8.count < 2 ? "0\($0)" : String($0) }.joined(separator: "-")
  }
}
