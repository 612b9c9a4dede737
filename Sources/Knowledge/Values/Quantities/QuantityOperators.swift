import Folding

extension Quantity {
  /// The signs and words that stand before a number; of two with the same start the longer comes first.
  static let operatorsBefore: [(op: Operator, written: String)] = [
    (.atLeast, ">="), (.atLeast, "≥"), (.atLeast, "⩾"), (.atLeast, "≧"),
    (.atMost, "<="), (.atMost, "≤"), (.atMost, "⩽"), (.atMost, "≦"),
    (.greater, ">"), (.greater, "＞"), (.less, "<"), (.less, "＜"),
    (.equal, "="), (.about, "≈"), (.about, "~"), (.about, "∼"), (.about, "～"),
    (.atLeast, "at least"), (.atLeast, "no less than"), (.atLeast, "not less than"),
    (.atLeast, "no fewer than"), (.atLeast, "not fewer than"), (.atLeast, "no lower than"),
    (.atLeast, "not lower than"), (.atLeast, "not below"), (.atLeast, "not under"),
    (.atLeast, "a minimum of"), (.atLeast, "minimum of"), (.atLeast, "minimum"), (.atLeast, "min."),
    (.atLeast, "min"), (.atLeast, "至少"), (.atLeast, "最少"), (.atLeast, "不少于"), (.atLeast, "不低于"),
    (.atLeast, "不小于"), (.atLeast, "不得少于"), (.atLeast, "不得低于"),
    (.atMost, "at most"), (.atMost, "up to"), (.atMost, "no more than"), (.atMost, "not more than"),
    (.atMost, "not exceeding"), (.atMost, "no greater than"), (.atMost, "not greater than"),
    (.atMost, "no higher than"), (.atMost, "not higher than"), (.atMost, "not above"), (.atMost, "not over"),
    (.atMost, "a maximum of"), (.atMost, "maximum of"), (.atMost, "maximum"), (.atMost, "max."),
    (.atMost, "max"), (.atMost, "至多"), (.atMost, "最多"), (.atMost, "不超过"), (.atMost, "不得超过"),
    (.atMost, "不多于"), (.atMost, "不高于"), (.atMost, "不大于"), (.atMost, "不得高于"), (.atMost, "不得多于"),
    (.greater, "more than"), (.greater, "greater than"), (.greater, "higher than"), (.greater, "over"),
    (.greater, "above"), (.greater, "exceeding"), (.greater, "in excess of"),
    (.greater, "超过"), (.greater, "逾"), (.greater, "大于"), (.greater, "高于"), (.greater, "多于"),
    (.less, "less than"), (.less, "fewer than"), (.less, "lower than"), (.less, "under"), (.less, "below"),
    (.less, "低于"), (.less, "少于"), (.less, "小于"), (.less, "不足"), (.less, "不满"), (.less, "未满"),
    (.about, "nearly"), (.about, "almost"), (.about, "some"), (.about, "接近"), (.about, "近"),
    (.about, "about"), (.about, "around"), (.about, "approximately"), (.about, "roughly"),
    (.about, "circa"), (.about, "approx."), (.about, "ca."), (.about, "c."), (.about, "大约"), (.about, "约"),
    (.several, "several"), (.several, "若干"),
  ]

  /// The words that stand behind a number and its unit. 以上, 以下 and 以内 include the number, as Chinese laws do.
  static let operatorsBehind: [(op: Operator, written: String)] = [
    (.atLeast, "及以上"), (.atMost, "及以下"), (.atLeast, "或以上"), (.atMost, "或以下"), (.atLeast, "plus"),
    (.atLeast, "upwards"), (.atLeast, "at the least"), (.atMost, "at the most"), (.atMost, "max."),
    (.atMost, "max"), (.about, "or so"), (.about, "approx."), (.about, "approx"), (.about, "ca."),
    (.about, "circa"), (.atLeast, "이상"), (.atMost, "이하"), (.less, "미만"), (.greater, "초과"), (.less, "未満"),
    (.less, "未满"),
    (.atLeast, "or more"), (.atLeast, "and more"), (.atLeast, "and above"), (.atLeast, "or above"),
    (.atLeast, "or over"), (.atLeast, "or greater"), (.atLeast, "or higher"), (.atLeast, "at least"),
    (.atLeast, "at minimum"), (.atLeast, "minimum"), (.atLeast, "以上"), (.atLeast, "+"),
    (.atMost, "or less"), (.atMost, "or fewer"), (.atMost, "and below"), (.atMost, "or below"),
    (.atMost, "or under"), (.atMost, "or lower"), (.atMost, "at most"), (.atMost, "at maximum"),
    (.atMost, "maximum"), (.atMost, "以下"), (.atMost, "以内"),
    (.about, "左右"), (.about, "上下"),
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

  /// The operator that a text ends with, and what stands before it.
  func operatorBehind() -> (op: Quantity.Operator, before: String)? {
    for (op, written) in Quantity.operatorsBehind {
      let start = rest.count - written.unicodeScalars.count
      guard start >= 0 else { continue }
      var ending = QuantityText(Self.string(rest.suffix(written.unicodeScalars.count)))
      guard ending.take(written) != nil, ending.isAtEnd else { continue }
      let (before, first) = (rest.prefix(start), written.unicodeScalars.first)
      // None begins in the middle of a word, as "or more" does in "floor more".
      let isWithinWord = [before.last, first].allSatisfy { $0?.isLatinLetter ?? false }
      if !isWithinWord { return (op, Self.trimmed(Self.string(before))) }
    }
    return nil
  }
}
