import Folding

extension Quantity {
  /// What stands behind a number, looked at for what would make it another number: a unit is never taken from that.
  struct Unit {
    let text: String
    /// The whole quantity.
    let whole: String
    /// Whether it stands close behind the digits: "5G".
    let isClose: Bool
    let hasCurrency: Bool

    init(_ text: String, in whole: String, isClose: Bool = false, hasCurrency: Bool = false) {
      self.text = text
      self.whole = whole
      self.isClose = isClose
      self.hasCurrency = hasCurrency
    }

    /// `nil` where it is a unit.
    var mistake: InvalidValue? {
      // Before anything that looks at a text more than once.
      guard text.unicodeScalars.count <= 80 else {
        return InvalidValue(
          "\(quoted(whole)) is too long for a quantity", help: Quantity.howQuantitiesAreWritten)
      }
      if isRange { return Quantity.range(whole) }
      return Self.strangeStart(text, hasCurrency: hasCurrency) ?? hiddenOperator ?? secondNumber
        ?? unclearScale
    }

    /// A unit begins with a letter, or with a sign that stands for one: "%", "°C", "₽". What a price is for may begin
    /// with a stroke: "EUR 60/t".
    static func strangeStart(_ text: String, hasCurrency: Bool = false) -> InvalidValue? {
      let scalars = text.unicodeScalars
      guard let first = scalars.first else { return nil }
      let properties = first.properties
      if properties.isAlphabetic, properties.numericType == nil || first.isHan, first != "º", first != "ª" {
        return nil
      }
      if "%‰‱％﹪".unicodeScalars.contains(first) { return nil }
      if properties.generalCategory == .otherSymbol || properties.generalCategory == .currencySymbol {
        return nil
      }
      if first == "/", hasCurrency, scalars.contains(where: { $0.properties.isAlphabetic }) { return nil }
      return InvalidValue("\(quoted(text)) is not a unit", help: help(for: first))
    }

    private static func help(for first: Unicode.Scalar) -> String {
      switch first {
      case "/", "⁄", "÷": "write a fraction as a number, such as 0.5 or 50 %, and a rate with 'per'"
      case "±": "write the number alone, and say in a 'note' how exact it is"
      case "×", "*", "·", "^": "write the number in full, as 1.5 million or as 1.5 × 10^6"
      default: Quantity.howQuantitiesAreWritten
      }
    }
  }
}

extension Quantity.Unit {
  /// "10000家以上企业": an operator stands before the number or at the end.
  private var hiddenOperator: InvalidValue? {
    guard let word = ["以上", "以下", "以内", "이상", "이하"].first(where: text.contains) else { return nil }
    return InvalidValue(
      "in \(quoted(whole)) the operator '\(word)' is inside the unit",
      help: "put it at the end, or put one such as 'at least' before the number")
  }

  private static let joiningWords: Set<String> = ["and", "or", "to", "but", "und", "oder", "et", "ou", "bis"]

  /// A digit may stand in a word ("CO2", "m²", "PM2.5") and behind "per" or a stroke ("per 100,000 people").
  private var secondNumber: InvalidValue? {
    let scalars = Array(text.unicodeScalars)
    let joins = Self.joiningWords.contains(firstWord.foldedCase)
    let strays = scalars.indices.contains { isStrayDigit(at: $0, in: scalars) }
    guard joins || strays || Self.isFactor(scalars) else { return nil }
    return InvalidValue(
      "\(quoted(whole)) has two numbers",
      help: "write a claim for each number, with its 'scope', or a record for each"
        + (joins ? "" : "; a unit with a number in it needs the long form: {value: …, unit: \"…\"}"))
  }

  private func isStrayDigit(at index: Int, in scalars: [Unicode.Scalar]) -> Bool {
    let scalar = scalars[index]
    guard let type = scalar.properties.numericType else { return false }
    let before = index > 0 ? scalars[index - 1] : nil
    if scalar.isHan, type != .decimal { return before == nil && !Self.isChineseUnit(scalars) }
    guard scalar.isDigit || scalar.raisedOrLoweredDigit != nil else { return true }
    guard let before else { return true }
    if before.isDigit || before.raisedOrLoweredDigit != nil { return false }
    if before.properties.isAlphabetic, !before.isHan { return false }
    if before == "⁻" || before == "\u{207A}" { return false }
    // The fraction of "PM2.5", and thousands behind "per".
    if [".", ",", " ", "\u{A0}", "\u{2009}", "\u{202F}"].contains(before), index > 1,
      scalars[index - 2].isDigit
    {
      return before == "." ? false : !isOfRate(scalars[..<index])
    }
    return !isOfRate(scalars[..<index])
  }

  /// Percentage points, and units with a mega before them.
  private static func isChineseUnit(_ scalars: [Unicode.Scalar]) -> Bool {
    if scalars.starts(with: "百分点".unicodeScalars) { return true }
    return scalars[0] == "兆" && scalars.count > 1 && "瓦赫帕欧伏安焦卡比字吨".unicodeScalars.contains(scalars[1])
  }

  /// Whether nothing but digits stands between the end and "per" or a stroke.
  private func isOfRate(_ before: ArraySlice<Unicode.Scalar>) -> Bool {
    var rest = before
    while let last = rest.last, last.isDigit || last == "," || last.properties.isWhitespace {
      rest.removeLast()
    }
    if rest.last == "/" { return true }
    let word = rest.reversed().prefix { $0.isLatinLetter }
    return String(String.UnicodeScalarView(word.reversed())).foldedCase == "per"
  }

  /// "x30", "×30" and the left-over of "1e…": no symbol begins so.
  private static func isFactor(_ scalars: [Unicode.Scalar]) -> Bool {
    guard let first = scalars.first, "xXeE".unicodeScalars.contains(first) else { return false }
    return scalars.dropFirst().first.map { $0.isDigit || $0 == "+" || $0 == "-" } ?? false
  }

  /// Whether a second number follows behind a dash or a "to": "-20", "% to 10 %", "至 20".
  private var isRange: Bool {
    var rest = QuantityText(" " + text)
    while !rest.isAtEnd {
      if ["-", "–", "—", "−", "~", "～", "...", "..", "…", "至", "到", " to", " bis", " à"].contains(where: {
        rest.take($0) != nil
      }) {
        rest.skipBlanks()
        if rest.takeCurrency() != nil { rest.skipBlanks() }
        if rest.first.map(\.isDigit) ?? false { return true }
      } else {
        rest.skip()
      }
    }
    return false
  }

  private var firstWord: String {
    String(String.UnicodeScalarView(text.unicodeScalars.prefix { $0.properties.isAlphabetic || $0 == "." }))
  }

  /// Letters that may multiply the number: the "k" of "10k", the "M" of "€5M" and "M€", the "Bio" of "2 Bio".
  fileprivate var unclearScale: InvalidValue? {
    let word = firstWord
    let isAlone = word.utf8.count == text.utf8.count
    let letters: Set<String> = ["k", "M", "B", "MM"]
    let closeLetters: Set<String> = [
      "K", "T", "G", "D", "P", "x", "X", "e", "E", "st", "nd", "rd", "th", "ish",
    ]
    let moneyLetters: Set<String> = ["K", "m", "b", "T", "t", "g", "G", "mm", "MN", "TN", "MD", "Mio", "Mrd"]
    let isUnclear =
      letters.contains(word) || isClose && closeLetters.contains(word) || isAlone && word == "Bio"
      || hasCurrency && moneyLetters.contains(word)
      || word != "Bio" && word != "bio" && Quantity.Scale.unclear.contains(word.foldedCase)
      || isBeforeCurrency(letters.union(closeLetters).union(moneyLetters))
    guard isUnclear else { return nil }
    return InvalidValue(
      "in \(quoted(whole)) it is unclear whether \(quoted(word)) multiplies the number",
      help: "write thousand, million or billion, or the number in full; a unit in full too")
  }

  /// "M€", "TEUR", "m EUR".
  private func isBeforeCurrency(_ letters: Set<String>) -> Bool {
    letters.contains { letter in
      guard text.hasPrefix(letter) else { return false }
      var rest = QuantityText(String(text.dropFirst(letter.count)))
      rest.skipBlanks()
      return rest.takeCurrency() != nil
    }
  }
}

extension Quantity {
  /// Checks a unit of the long form, where the author says what the unit is: it may hold numbers, but begins with none.
  static func check(wholeUnit unit: String, hasCurrency: Bool) throws(InvalidValue) {
    let word = Unit(unit, in: unit, hasCurrency: hasCurrency)
    let scale = Quantity.Scale(unit.split(separator: " ").first.map(String.init) ?? "")
    let hidden = scale.map {
      InvalidValue(
        "'\($0.written)' multiplies the number", help: "write 'scale: \($0.written)', and the unit alone")
    }
    if var mistake = Unit.strangeStart(unit, hasCurrency: hasCurrency) ?? hidden ?? word.unclearScale {
      mistake.field = "unit"
      throw mistake
    }
  }
}
