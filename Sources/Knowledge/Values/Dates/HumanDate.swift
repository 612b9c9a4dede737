import Folding

/// The numbers and words of a single date in one of the forms that people write: "1 June 2021", "31/08/2021",
/// "约2019年10月", "Q3 2021".
struct HumanDate {
  /// With their leading zeros, so that `06` is no year.
  private var numbers: [String] = []
  private var month: Int?
  private var quarter: Int?
  private var hasStroke = false

  /// In EDTF; more than one where day and month could be either. They may not exist in the calendar. None where a
  /// sign or a word of the text is not understood.
  static func readings(of text: String) -> [String] {
    var mark = DateMark()
    let rest = mark.taken(from: QuantityText.trimmed(text))
    guard let date = HumanDate(rest) else { return [] }
    let readings = date.readings
    if mark.sign.isEmpty { return readings }
    return readings.contains { $0.contains("/") } ? [] : readings.map { $0 + mark.sign }
  }

  private init?(_ text: String) {
    let scalars = Array(text.unicodeScalars)
    guard let first = scalars.first, let last = scalars.last, Self.isOfToken(first),
      Self.isOfToken(last) || "年月日号.".unicodeScalars.contains(last)
    else { return nil }
    var token: [Unicode.Scalar] = []
    for scalar in scalars {
      if Self.isOfToken(scalar) {
        token.append(scalar)
        continue
      }
      guard " -/.,_–年月日号".unicodeScalars.contains(scalar), read(&token) else { return nil }
      hasStroke = hasStroke || scalar == "/" || scalar == "–"
    }
    guard read(&token) else { return nil }
  }

  private var readings: [String] {
    let lengths = numbers.map(\.utf8.count)
    if let month { return quarter == nil ? namedMonth(month) : [] }
    if let quarter { return lengths == [4] ? [Self.months(of: quarter, in: numbers[0])] : [] }
    switch lengths.map({ $0 <= 2 ? 2 : $0 }) {
    case [4]: return [numbers[0]]
    case [6]: return [Self.joined([numbers[0].prefix(4), numbers[0].suffix(2)])]
    case [8]:
      let digits = numbers[0]
      return [Self.joined([digits.prefix(4), digits.dropFirst(4).prefix(2), digits.suffix(2)])]
    case [4, 2]: return [Self.joined(numbers)] + shortPeriod
    case [2, 4]: return [Self.joined(numbers.reversed())]
    case [4, 2, 2]: return [Self.joined(numbers)]
    case [2, 2, 4]:
      let dayFirst = Self.joined([numbers[2], numbers[1], numbers[0]])
      let monthFirst = Self.joined([numbers[2], numbers[0], numbers[1]])
      return dayFirst == monthFirst ? [dayFirst] : [dayFirst, monthFirst]
    default: return []
    }
  }

  /// "2011/12" may be a month, or two years.
  private var shortPeriod: [String] {
    guard hasStroke, numbers[1].utf8.count == 2, numbers[1] > numbers[0].suffix(2) else { return [] }
    return [numbers[0] + "/" + numbers[0].prefix(2) + numbers[1]]
  }

  private func namedMonth(_ month: Int) -> [String] {
    let years = numbers.filter { $0.utf8.count == 4 }
    let days = numbers.filter { $0.utf8.count <= 2 }
    guard years.count == 1, days.count <= 1, years.count + days.count == numbers.count else { return [] }
    return [Self.joined([years[0], String(month)] + days)]
  }

  /// Whether the token is understood.
  private mutating func read(_ token: inout [Unicode.Scalar]) -> Bool {
    defer { token = [] }
    if token.isEmpty { return true }
    let word = String(String.UnicodeScalarView(token)).foldedCase
    if let number = MonthName.number(of: word) {
      guard month == nil else { return false }
      month = number
      return true
    }
    if token.count == 2, word.first == "q", let digit = token.last, ("1"..."4").contains(digit) {
      guard quarter == nil else { return false }
      quarter = Int(digit.value - 0x30)
      return true
    }
    guard token.contains(where: \.isDigit) else { return word == "of" }
    let digits = ["st", "nd", "rd", "th"].contains(word.suffix(2)) ? token.dropLast(2) : token[...]
    let text = String(String.UnicodeScalarView(digits.map(Self.digitMeant)))
    numbers.append(text)
    return text.unicodeScalars.allSatisfy(\.isDigit)
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

  private static func isOfToken(_ scalar: Unicode.Scalar) -> Bool {
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

/// What a text says of how sure a date is, before it or behind it: "c. 2019", "~2021", "2021?~".
private struct DateMark {
  private var isApproximate = false
  private var isUncertain = false

  /// As EDTF has it.
  var sign: String {
    switch (isApproximate, isUncertain) {
    case (true, true): "%"
    case (true, false): "~"
    case (false, true): "?"
    case (false, false): ""
    }
  }

  private static let before: [(text: String, sign: Character)] = [
    ("~", "~"), ("≈", "~"), ("?", "?"), ("%", "%"), ("约", "~"), ("大约", "~"), ("c.", "~"), ("c ", "~"),
    ("ca.", "~"), ("ca ", "~"), ("circa ", "~"), ("about ", "~"), ("around ", "~"), ("approximately ", "~"),
    ("approx. ", "~"),
    // What stands before a day and says no more than it.
    ("by ", " "), ("in ", " "), ("on ", " "), ("the ", " "),
  ]

  private static let behind: [(text: String, sign: Character)] = [
    ("~", "~"), ("?", "?"), ("%", "%"), ("(approximate and uncertain)", "%"), ("(approximate)", "~"),
    ("(uncertain)", "?"), ("（约，存疑）", "%"), ("（约）", "~"), ("（存疑）", "?"),
  ]

  /// The text without its marks.
  mutating func taken(from text: String) -> String {
    var text = text
    while true {
      if let (sign, rest) = Self.before.firstNonNil({ mark in
        text.dropping(prefix: mark.text).map { (mark.sign, $0) }
      }) {
        note(sign)
        text = rest
      } else if let (sign, rest) = Self.behind.firstNonNil({ mark in
        text.dropping(suffix: mark.text).map { (mark.sign, $0) }
      }) {
        note(sign)
        text = rest
      } else {
        return text
      }
    }
  }

  private mutating func note(_ sign: Character) {
    isApproximate = isApproximate || sign == "~" || sign == "%"
    isUncertain = isUncertain || sign == "?" || sign == "%"
  }
}

extension Sequence {
  fileprivate func firstNonNil<Result>(_ transform: (Element) -> Result?) -> Result? {
    for element in self { if let result = transform(element) { return result } }
    return nil
  }
}
