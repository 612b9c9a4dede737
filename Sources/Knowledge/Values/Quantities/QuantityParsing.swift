import Folding

extension Quantity {
  /// Reads the short form: an operator, a currency, a number, a scale, a currency, a unit, of which only the
  /// number must be there (`≥ 85 %`, `more than 5`, `CNY 43.5 billion`, `10,000 enterprises`, `435亿元`);
  /// or `several`, with any of the rest; or a wording in double quotation marks.
  package static func parse(_ text: String) -> Result<Quantity, InvalidValue> {
    Result { () throws(InvalidValue) in try quantity(QuantityText.trimmed(text)) }
  }

  private static func quantity(_ text: String) throws(InvalidValue) -> Quantity {
    if text.isEmpty { throw InvalidValue("the quantity is empty", help: howQuantitiesAreWritten) }
    if let words = unquoted(text) { return Quantity(words: words) }
    var rest = QuantityText(text)
    var op = rest.takeOperator()
    rest.skipBlanks()
    let currencyBefore = rest.takeCurrency()
    rest.skipBlanks()
    let form = rest.takeNumber()
    guard form != nil || op == .several else { throw noNumber(in: text) }
    let isClose = form != nil && !(rest.first?.properties.isWhitespace ?? true)
    rest.skipBlanks()
    let scale = rest.takeScale()
    var number: WrittenNumber?
    if let form { number = try form.number(in: scale) }
    rest.skipBlanks()
    let isBehind = currencyBefore == nil
    let currency = try currency(currencyBefore, or: &rest, in: text)
    let unit = try unit(rest.remainder, op: &op, in: text) { unit in
      Unit(
        unit, in: text, isClose: isClose && scale == nil && (currency == nil || !isBehind),
        hasCurrency: currency != nil)
    }
    return Quantity(
      op: op ?? .equal, number: number, scale: scale, unit: unit, currency: currency,
      isCurrencyBehind: currency == nil ? nil : isBehind)
  }

  private static func currency(
    _ before: String?, or rest: inout QuantityText, in text: String
  ) throws(InvalidValue) -> String? {
    guard let after = rest.takeCurrency() else { return before }
    rest.skipBlanks()
    guard let before else { return after }
    // "人民币435亿元" names one currency twice.
    guard Currency.code(of: before) == Currency.code(of: after) else {
      throw InvalidValue("\(quoted(text)) has two currencies, '\(before)' and '\(after)'")
    }
    return before
  }

  /// What is left is the unit, with an operator that stands at either of its ends ("85 % or more", "10+ firms")
  /// taken off.
  private static func unit(
    _ text: String, op: inout Operator?, in whole: String, check: (String) -> Unit
  ) throws(InvalidValue) -> String? {
    var unit = text
    var found: Operator?
    // "1000余家" and "1000多家" are more than a thousand.
    if let first = unit.first, "余餘多".contains(first) {
      (found, unit) = (.greater, String(unit.dropFirst()))
    } else if let (behind, before) = QuantityText(unit).operatorBehind() {
      (found, unit) = (behind, before)
    } else if unit.first == "+", unit.unicodeScalars.dropFirst().first?.properties.isWhitespace ?? false {
      (found, unit) = (.atLeast, QuantityText.trimmed(String(unit.dropFirst())))
    }
    if let found {
      guard op == nil else { throw InvalidValue("\(quoted(whole)) has two operators") }
      op = found
    }
    unit = QuantityText.trimmed(unit)
    if unit.isEmpty { return nil }
    if let mistake = check(unit).mistake { throw mistake }
    return unit
  }

  private static func noNumber(in text: String) -> InvalidValue {
    let first = text.unicodeScalars.prefix { $0.isLatinLetter }
    if ["between", "from"].contains(String(first).foldedCase),
      text.unicodeScalars.contains(where: \.isDigit)
    {
      return range(text)
    }
    if text.unicodeScalars.contains(where: \.isDigit) {
      return InvalidValue(
        "\(quoted(text)) does not begin with its number",
        help: "\(howQuantitiesAreWritten); \(wordsForm(of: text)) for any other wording")
    }
    return InvalidValue(
      "\(quoted(text)) has no number",
      help: "\(wordsForm(of: text)) for a wording without a number")
  }

  static func range(_ text: String) -> InvalidValue {
    InvalidValue(
      "\(quoted(text)) is a range", help: "\(wordsForm(of: text)), or make two claims with their scopes")
  }

  private static func wordsForm(of text: String) -> String {
    let isPlain = text.utf8.count <= 60 && !text.utf8.contains { [0x22, 0x5C].contains($0) }
    return "write {words: \"\(isPlain ? text : "…")\"}"
  }

  private static func unquoted(_ text: String) -> String? {
    let scalars = Array(text.unicodeScalars)
    guard scalars.count > 2, ["\"", "“"].contains(scalars[0]),
      ["\"", "”"].contains(scalars[scalars.count - 1])
    else { return nil }
    return QuantityText.trimmed(String(String.UnicodeScalarView(scalars.dropFirst().dropLast())))
  }

  static let howQuantitiesAreWritten =
    "write a quantity such as 10,000, at least 85 %, more than 5 or CNY 43.5 billion"
}

extension QuantityText {
  mutating func takeCurrency() -> String? {
    for (written, _) in Currency.forms {
      if let taken = take(written) { return taken }
    }
    return nil
  }
}
