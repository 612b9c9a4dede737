import Folding

extension Quantity: CustomStringConvertible {
  /// The short form with signs, which parses back to this value (but for the scope, which it leaves out, and for
  /// units that only the long form can have).
  package var description: String {
    switch op {
    case .words: "“\(words ?? "")”" + (unit.map { " \($0)" } ?? "")
    case .equal: amount(.english)
    case .several: (["several", amount(.english)]).filter { !$0.isEmpty }.joined(separator: " ")
    case .greater, .atLeast, .less, .atMost, .about: "\(op.rawValue) \(amount(.english))"
    }
  }

  /// For readers, without the scope: "at least 85 %", "CNY 43.5 billion", "10,000 enterprises",
  /// "“thousands”".
  ///
  /// - Parameter language: a language tag; any Chinese one gives Chinese words for the operator, every other
  ///   English. Unit, scale and currency stay as written.
  package func display(language: String) -> String {
    let language = DisplayLanguage(tag: language)
    guard op != .words else { return description }
    let amount = amount(language)
    let words = operatorWords(language)
    // A Chinese word stands close to what follows it, but for a Latin letter.
    let isClose = language == .chinese && !(amount.unicodeScalars.first.map(\.isLatinLetter) ?? false)
    return words.isEmpty || amount.isEmpty ? words + amount : words + (isClose ? "" : " ") + amount
  }

  private func operatorWords(_ language: DisplayLanguage) -> String {
    switch (op, language) {
    case (.equal, _), (.words, _): ""
    case (.greater, .english): "more than"
    case (.atLeast, .english): "at least"
    case (.less, .english): "less than"
    case (.atMost, .english): "at most"
    case (.about, .english): "about"
    case (.several, .english): "several"
    case (.greater, .chinese): "超过"
    case (.atLeast, .chinese): "至少"
    case (.less, .chinese): "低于"
    case (.atMost, .chinese): "不超过"
    case (.about, .chinese): "约"
    case (.several, .chinese): "若干"
    }
  }

  /// Currency, number, scale and unit.
  private func amount(_ language: DisplayLanguage) -> String {
    var text = writtenNumber?.shown ?? ""
    append(scale?.written, to: &text)
    if let currency, isCurrencyBehind {
      append(currency, to: &text)
    } else if let currency {
      text = currency + (Currency.isSetOff(currency) && !text.isEmpty ? " " : "") + text
    }
    if language == .chinese, let unit, Self.unitKey(unit) == "%" { return text + "%" }
    // "EUR 60/t": what a price is for stands close.
    if let unit, unit.hasPrefix("/") { return text + unit }
    append(unit, to: &text)
    return text
  }

  /// With a blank between, but before a Chinese character.
  private func append(_ word: String?, to text: inout String) {
    guard let word else { return }
    let isClose = text.isEmpty || word.unicodeScalars.first.map(\.isHan) ?? false
    text += (isClose ? "" : " ") + word
  }
}
