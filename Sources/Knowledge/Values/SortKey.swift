import Folding

/// Where a value stands in an order: dates by their first day, quantities by unit and number, texts as people do: `9`
/// before `10`.
struct SortKey: Comparable, Sendable {
  private var text: NaturalKey
  private var day: Int32 = 0
  private var number: DecimalNumber?

  init(text: String) { self.text = NaturalKey(text.foldedName) }

  init(_ date: EDTFDate) {
    self.init(text: date.description)
    day = date.earliest
  }

  init(_ quantity: Quantity) {
    self.init(text: [quantity.currency, quantity.unit].compactMap(\.self).joined(separator: " "))
    number = quantity.magnitude
  }

  /// Wordings stand behind the numbers of their unit.
  static func < (a: SortKey, b: SortKey) -> Bool {
    if a.day != b.day { return a.day < b.day }
    if a.text != b.text { return a.text < b.text }
    switch (a.number, b.number) {
    case (let x?, let y?): return x < y
    case (.some, nil): return true
    case (nil, _): return false
    }
  }
}
