/// A quantity as a source words it: "at least 85 %", "CNY 43.5 billion", "thousands". Nothing is converted:
/// scale, unit and currency are kept as written, and folded for comparison only.
package struct Quantity: Hashable, Sendable {
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
  package let number: DecimalNumber?
  package let scale: Scale?
  /// As written: "%", "percent", "companies".
  package let unit: String?
  /// As written: "CNY", "RMB", "€".
  package let currency: String?
  /// What part of the world the number is about; another scope makes another fact.
  package let scope: String?
  /// The wording, with the operator `words` only.
  package let words: String?

  init(
    op: Operator, number: DecimalNumber?, scale: Scale? = nil, unit: String? = nil, currency: String? = nil,
    scope: String? = nil, words: String? = nil
  ) {
    self.op = op
    self.number = number
    self.scale = scale
    self.unit = unit
    self.currency = currency
    self.scope = scope
    self.words = words
  }

  /// A wording without a number.
  package init(words: String, unit: String? = nil, scope: String? = nil) {
    self.init(op: .words, number: nil, unit: unit, scope: scope, words: words)
  }

  package init(_ integer: Int64) {
    self.init(op: .equal, number: DecimalNumber(integer))
  }

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
