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
  /// "“thousands”". Unit, scale and currency stay as written.
  package func display(in words: ReaderWords) -> String {
    switch op {
    case .words: description
    case .equal: amount(words)
    case .greater: words.bounded("amount_greater", amount(words))
    case .atLeast: words.bounded("amount_at_least", amount(words))
    case .less: words.bounded("amount_less", amount(words))
    case .atMost: words.bounded("amount_at_most", amount(words))
    case .about: words.bounded("amount_about", amount(words))
    case .several: words.bounded("amount_several", amount(words))
    }
  }

  /// Currency, number, scale and unit.
  private func amount(_ words: ReaderWords) -> String {
    var text = words.number(writtenNumber?.shown ?? "")
    append(scale?.written, to: &text)
    if let currency, isCurrencyBehind {
      append(currency, to: &text)
    } else if let currency {
      text = currency + (Currency.isSetOff(currency) && !text.isEmpty ? " " : "") + text
    }
    if let unit, words.hasPerCent, Self.unitKey(unit) == "%" { return words("per_cent", text) }
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
