import Folding

/// The ways in which currencies are written. Only what is named here is taken for a currency in a short form;
/// a long form may name any other.
enum Currency {
  /// "¥" is read as the yuan; an amount in yen says JPY, JP¥, yen or 円.
  private static let known: [(code: String, written: [String])] = [
    ("CNY", ["CN¥", "¥", "￥", "RMB", "renminbi", "yuan", "人民币", "人民幣", "元"]),
    ("USD", ["US$", "$", "dollars", "dollar", "美元"]),
    ("EUR", ["€", "d'euros", "d’euros", "d'euro", "euros", "euro", "欧元"]),
    ("GBP", ["£", "英镑"]),
    ("JPY", ["JP¥", "yen", "円", "日元"]),
    ("HKD", ["HK$", "港元"]),
    ("TWD", ["NT$"]),
    ("SGD", ["S$"]),
    ("AUD", ["A$"]),
    ("CAD", ["C$"]),
    ("KRW", ["₩"]),
    ("INR", ["₹"]),
    ("CHF", []), ("RUB", []), ("BRL", []), ("SEK", []), ("NOK", []), ("DKK", []), ("PLN", []), ("ZAR", []),
  ]

  /// Longest first, so that "dollars" is not taken for "dollar" and an "s".
  static let forms: [(written: String, code: String)] =
    known.flatMap { code, written in (written + [code]).map { ($0, code) } }
    .sorted { ($1.0.utf8.count, $0.0) < ($0.0.utf8.count, $1.0) }

  /// What two wordings of one currency have in common: "CNY" of "RMB" and "yuan".
  static func code(of written: String) -> String {
    let folded = QuantityText.folded(written)
    return codes[folded] ?? folded
  }

  private static let codes = Dictionary(
    forms.map { (QuantityText.folded($0.written), $0.code) }, uniquingKeysWith: { first, _ in first })

  /// Whether it stands behind the number and its scale: "20 million yuan", "435亿元".
  static func standsBehind(_ written: String) -> Bool {
    guard let first = written.unicodeScalars.first else { return false }
    return first.isHan && written != "人民币" && written != "人民幣" || ("a"..."z").contains(first)
  }

  /// Whether a blank stands between it and the number: after letters, not after a symbol.
  static func isSetOff(_ written: String) -> Bool {
    written.unicodeScalars.last.map { $0.properties.isAlphabetic && !$0.isHan } ?? false
  }
}
