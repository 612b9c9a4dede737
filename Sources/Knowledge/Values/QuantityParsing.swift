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
    let number = try number(from: &rest)
    guard number != nil || op == .several else { throw noNumber(in: text) }
    rest.skipBlanks()
    let scale = rest.takeScale()
    rest.skipBlanks()
    let currency = try currency(currencyBefore, or: &rest, in: text)
    let unit = try unit(rest.remainder, op: &op, number: number, in: text)
    return Quantity(op: op ?? .equal, number: number, scale: scale, unit: unit, currency: currency)
  }

  private static func number(from rest: inout QuantityText) throws(InvalidValue) -> DecimalNumber? {
    guard let written = rest.takeNumber() else { return nil }
    return try DecimalNumber.parse(written).get()
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

  /// What is left is the unit, with an operator that stands behind it ("85 % or more") taken off.
  private static func unit(
    _ text: String, op: inout Operator?, number: DecimalNumber?, in whole: String
  ) throws(InvalidValue) -> String? {
    var unit = text
    if let (found, ending) = operatorsBehind.first(where: { unit.hasSuffix($0.1) }) {
      guard op == nil else { throw InvalidValue("\(quoted(whole)) has two operators") }
      op = found
      unit.removeLast(ending.count)
    }
    unit = QuantityText.trimmed(unit)
    try check(unit: unit, in: whole)
    return unit.isEmpty ? nil : unit
  }

  private static func check(unit: String, in whole: String) throws(InvalidValue) {
    guard let first = unit.unicodeScalars.first else { return }
    if unit.unicodeScalars.count > 80 {
      throw InvalidValue("\(quoted(whole)) is too long for a quantity", help: howQuantitiesAreWritten)
    }
    if isRange(unit) {
      throw InvalidValue(
        "\(quoted(whole)) is a range", help: "\(wordsForm(of: whole)), or make two claims with their scopes")
    }
    if first.isDigit {
      throw InvalidValue(
        "\(quoted(whole)) has two numbers", help: "write thousands with commas or without a mark: 10,000")
    }
    if ".,;:!?()[]{}\"'<>=≥≤≈~+-–—_*&|#".unicodeScalars.contains(first) {
      throw InvalidValue("\(quoted(unit)) is no unit", help: howQuantitiesAreWritten)
    }
  }

  /// Whether a second number follows behind a dash or a "to": "-20", "% to 10 %", "至 20".
  private static func isRange(_ text: String) -> Bool {
    var rest = QuantityText(" " + text)
    while !rest.isAtEnd {
      if ["-", "–", "—", "~", "至", "到", " to"].contains(where: { rest.take($0) != nil }) {
        rest.skipBlanks()
        if rest.takeCurrency() != nil { rest.skipBlanks() }
        if rest.first.map(\.isDigit) ?? false { return true }
      } else {
        rest.skip()
      }
    }
    return false
  }

  private static func noNumber(in text: String) -> InvalidValue {
    InvalidValue(
      "\(quoted(text)) has no number",
      help: "\(wordsForm(of: text)) for a wording without a number")
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
    "a quantity is written like 10,000, at least 85 %, more than 5 or CNY 43.5 billion"
}

extension QuantityText {
  mutating func takeCurrency() -> String? {
    for (written, _) in Currency.forms {
      if let taken = take(written) { return taken }
    }
    return nil
  }
}
