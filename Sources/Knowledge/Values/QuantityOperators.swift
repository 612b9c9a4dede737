extension Quantity {
  /// The signs and words that stand before a number; of two with the same start the longer comes first.
  static let operatorsBefore: [(op: Operator, written: String)] = [
    (.atLeast, ">="), (.atLeast, "≥"), (.atLeast, "⩾"), (.atLeast, "≧"),
    (.atMost, "<="), (.atMost, "≤"), (.atMost, "⩽"), (.atMost, "≦"),
    (.greater, ">"), (.greater, "＞"), (.less, "<"), (.less, "＜"),
    (.equal, "="), (.about, "≈"), (.about, "~"), (.about, "∼"), (.about, "～"),
    (.atLeast, "at least"), (.atLeast, "no less than"), (.atLeast, "not less than"),
    (.atLeast, "no fewer than"), (.atLeast, "至少"), (.atLeast, "不少于"), (.atLeast, "不低于"),
    (.atMost, "at most"), (.atMost, "up to"), (.atMost, "no more than"), (.atMost, "not more than"),
    (.atMost, "至多"), (.atMost, "最多"), (.atMost, "不超过"),
    (.greater, "more than"), (.greater, "greater than"), (.greater, "over"), (.greater, "above"),
    (.greater, "超过"), (.greater, "大于"),
    (.less, "less than"), (.less, "fewer than"), (.less, "under"), (.less, "below"),
    (.less, "低于"), (.less, "少于"), (.less, "小于"),
    (.about, "about"), (.about, "around"), (.about, "approximately"), (.about, "roughly"),
    (.about, "circa"), (.about, "approx."), (.about, "ca."), (.about, "c."), (.about, "大约"), (.about, "约"),
    (.several, "several"), (.several, "若干"),
  ]

  /// The words that stand behind a number and its unit.
  static let operatorsBehind: [(op: Operator, written: String)] = [
    (.atLeast, "or more"), (.atLeast, "and above"), (.atLeast, "or above"),
    (.atLeast, "以上"), (.atLeast, "+"),
    (.atMost, "or less"), (.atMost, "or fewer"), (.atMost, "以下"),
    (.about, "左右"),
  ]

  /// The operator of a long form: any sign or word of the short form, "equal" or "words".
  static func operatorNamed(_ name: String) -> Operator? {
    let name = QuantityText.folded(name)
    return operatorNames.first { $0.written == name }?.op
  }

  static let operatorNames: [(op: Operator, written: String)] =
    operatorsBefore + [
      (.equal, "equal"), (.greater, "greater"), (.less, "less"), (.words, "words"),
      (.atLeast, "atleast"), (.atMost, "atmost"), (.atLeast, "at-least"), (.atMost, "at-most"),
    ]
}

extension QuantityText {
  mutating func takeOperator() -> Quantity.Operator? {
    Quantity.operatorsBefore.first { take($0.written) != nil }?.op
  }
}
