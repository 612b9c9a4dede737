/// A quantity as a source words it: "at least 85 %", "CNY 43.5 billion", "thousands". Nothing is converted:
/// number, scale, unit and currency are kept as written, and folded for comparison only.
///
/// Two are equal where they are written with the same number, scale, unit and currency, whatever the number's marks
/// and zeros: "1.10 %" and "1.1 %". What means the same has one `meaning`.
package struct Quantity: Sendable {
  package enum Operator: String, Hashable, Sendable, CaseIterable {
    case equal = "="
    case greater = ">"
    case atLeast = "≥"
    case less = "<"
    case atMost = "≤"
    case about = "≈"
    /// "several 100 million", "several": more than one of what follows.
    case several
    /// No number but a wording, such as "thousands".
    case words
  }

  package let op: Operator
  /// Before the scale: 43.5 of "43.5 billion". Always there but with `several` (may be) and `words` (never).
  package let writtenNumber: WrittenNumber?
  package let scale: Scale?
  /// As written: "%", "percent", "companies".
  package let unit: String?
  /// As written: "CNY", "RMB", "€".
  package let currency: String?
  /// Whether the currency stands behind number and scale: "35 Mio. EUR".
  let isCurrencyBehind: Bool
  /// What part of the world the number is about; another scope makes another fact.
  package let scope: String?
  /// The wording, with the operator `words` only.
  package let words: String?

  init(
    op: Operator, number: WrittenNumber?, scale: Scale? = nil, unit: String? = nil, currency: String? = nil,
    isCurrencyBehind: Bool? = nil, scope: String? = nil, words: String? = nil
  ) {
    self.op = op
    writtenNumber = number
    self.scale = scale
    self.unit = unit
    self.currency = currency
    self.isCurrencyBehind = isCurrencyBehind ?? currency.map(Currency.standsBehind) ?? false
    self.scope = scope
    self.words = words
  }

  /// A wording without a number.
  package init(words: String, unit: String? = nil, scope: String? = nil) {
    self.init(op: .words, number: nil, unit: unit, scope: scope, words: words)
  }

  package init(_ integer: Int64) {
    let digits = String(integer)
    self.init(
      op: .equal, number: WrittenNumber(value: DecimalNumber(integer), written: digits, digits: digits))
  }

  package var number: DecimalNumber? { writtenNumber?.value }

  /// Number × scale, for comparison: 43,500,000,000 of "43.5 billion"; `nil` of a wording and of a bare
  /// "several".
  package var magnitude: DecimalNumber? {
    switch (number, scale) {
    case (let number?, let scale): number.scaled(byPowerOfTen: scale?.exponent ?? 0)
    case (nil, let scale?): DecimalNumber(1).scaled(byPowerOfTen: scale.exponent)
    case (nil, nil): nil
    }
  }
}

extension Quantity: Hashable {
  package static func == (a: Quantity, b: Quantity) -> Bool {
    a.op == b.op && a.number == b.number && a.scale == b.scale && a.unit == b.unit && a.currency == b.currency
      && a.scope == b.scope && a.words == b.words
  }

  package func hash(into hasher: inout Hasher) {
    hasher.combine(op)
    hasher.combine(number)
    hasher.combine(unit)
    hasher.combine(words)
  }
}
