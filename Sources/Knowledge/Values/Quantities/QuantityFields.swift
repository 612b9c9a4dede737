import Diagnostics

extension Quantity {
  /// The long form as it is written: `{op: ≥, value: 85, unit: "%", scope: "east"}` or `{words: thousands}`.
  package struct Fields: Hashable, Sendable {
    package var op: String?
    package var value: String?
    package var scale: String?
    package var unit: String?
    package var currency: String?
    package var scope: String?
    package var words: String?

    package init(
      op: String? = nil, value: String? = nil, scale: String? = nil, unit: String? = nil,
      currency: String? = nil, scope: String? = nil, words: String? = nil
    ) {
      self.op = op
      self.value = value
      self.scale = scale
      self.unit = unit
      self.currency = currency
      self.scope = scope
      self.words = words
    }

    /// The keys, in the order in which they are best written.
    package static let names = ["op", "value", "scale", "unit", "currency", "scope", "words"]
  }

  /// Reads the long form. A field that is empty counts as missing; a failure names the field at fault.
  package static func make(from fields: Fields) -> Result<Quantity, InvalidValue> {
    Result { () throws(InvalidValue) in try quantity(fields) }
  }

  private static func quantity(_ fields: Fields) throws(InvalidValue) -> Quantity {
    let op = try op(named: given(fields.op))
    let (unit, scope) = (given(fields.unit), given(fields.scope))
    if let words = given(fields.words) {
      return try wording(words, op: op, fields, unit: unit, scope: scope)
    }
    if op == .words {
      throw InvalidValue("the operator 'words' needs the field 'words'", field: "op")
    }
    let scale = try scale(named: given(fields.scale))
    let number = try number(given(fields.value), scale)
    if number == nil, op != .several {
      throw InvalidValue("the quantity has neither 'value' nor 'words'", help: howQuantitiesAreWritten)
    }
    if let unit { try check(wholeUnit: unit, hasCurrency: given(fields.currency) != nil) }
    return Quantity(
      op: op ?? .equal, number: number, scale: scale, unit: unit, currency: given(fields.currency),
      scope: scope)
  }

  private static func wording(
    _ words: String, op: Operator?, _ fields: Fields, unit: String?, scope: String?
  ) throws(InvalidValue) -> Quantity {
    if given(fields.value) != nil {
      throw InvalidValue(
        "a quantity has either 'value' or 'words'", help: "write two claims if the source says both",
        field: "words")
    }
    if given(fields.scale) != nil {
      throw InvalidValue("'scale' goes with 'value', not with 'words'", field: "scale")
    }
    if let op, op != .words {
      throw InvalidValue("'op' goes with 'value', not with 'words'", field: "op")
    }
    return Quantity(
      op: .words, number: nil, unit: unit, currency: given(fields.currency), scope: scope, words: words)
  }

  private static func number(_ text: String?, _ scale: Scale?) throws(InvalidValue) -> WrittenNumber? {
    guard let text else { return nil }
    switch WrittenNumber.parse(text, in: scale) {
    case .success(let number): return number
    case .failure(var mistake):
      mistake.field = "value"
      if case .success = parse(text) {
        mistake.help = "'value' is the number alone; operator, scale, unit and currency have their own fields"
      }
      throw mistake
    }
  }

  private static func op(named name: String?) throws(InvalidValue) -> Operator? {
    guard let name else { return nil }
    if let op = operatorNamed(name) { return op }
    throw InvalidValue(
      "no operator \(quoted(name))" + didYouMean(name, among: operatorNames.map(\.written)),
      help: "an operator is =, >, >=, <, <=, ~, several or words", field: "op")
  }

  private static func scale(named name: String?) throws(InvalidValue) -> Scale? {
    guard let name else { return nil }
    if let scale = Scale(name) { return scale }
    throw InvalidValue(
      "no scale \(quoted(name))" + didYouMean(name, among: Scale.names),
      help: "a scale is thousand, million, billion, bn, trillion, Mio., Mrd., 万 or 亿", field: "scale")
  }

  private static func given(_ text: String?) -> String? {
    let trimmed = QuantityText.trimmed(text ?? "")
    return trimmed.isEmpty ? nil : trimmed
  }
}
