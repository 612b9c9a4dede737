import Folding

extension Quantity {
  /// A word that multiplies: "million", "bn", "hundred thousand", "Mrd.", "亿".
  package struct Scale: Hashable, Sendable {
    package let written: String
    /// The power of ten that the word stands for.
    package let exponent: Int

    init(written: String, exponent: Int) {
      self.written = written
      self.exponent = exponent
    }

    /// `nil` where the text is no scale word, nor up to three of them.
    package init?(_ written: String) {
      let text = QuantityText.trimmed(written)
      var rest = QuantityText(text)
      guard let scale = rest.takeScale(), rest.isAtEnd else { return nil }
      self = scale
    }

    /// The scale of one word; the longest that a text begins with is meant. "billion" is 10⁹ whatever its language, but for
    /// the German plural.
    static let exponents: [(word: String, exponent: Int)] = english + german + french + chinese

    private static let english = [
      ("hundreds", 2), ("hundred", 2), ("thousands", 3), ("thousand", 3), ("millions", 6), ("million", 6),
      ("billions", 9), ("billion", 9), ("trillions", 12), ("trillion", 12), ("quadrillion", 15),
      ("mn", 6), ("bn", 9), ("tn", 12), ("mln", 6),
    ]

    private static let german = [
      ("Tausend", 3), ("Tsd.", 3), ("Tsd", 3), ("Millionen", 6), ("Mio.", 6), ("Mio", 6), ("Milliarden", 9),
      ("Milliarde", 9), ("Mrd.", 9), ("Mrd", 9), ("Billionen", 12), ("Bio.", 12), ("Billiarden", 15),
    ]

    private static let french = [("milliards", 9), ("milliard", 9), ("Mds", 9), ("Md", 9)]

    private static let chinese = [
      ("万亿", 12), ("萬億", 12), ("千亿", 11), ("百亿", 10), ("十亿", 9), ("千万", 7), ("百万", 6), ("十万", 5),
      ("亿", 8), ("億", 8), ("万", 4), ("萬", 4), ("千", 3), ("百", 2),
    ]

    /// For "did you mean".
    package static var names: [String] { exponents.map(\.word) }

    /// Words and signs that multiply too, but by how much is not said everywhere alike, or in a language that is not
    /// known here. They would pass for units.
    static let unclear: Set<String> = [
      "bio", "mille", "mil", "mill", "mill.", "millones", "millón", "billones", "billón", "milioni",
      "milione",
      "miliardi", "miliardo", "bilioni", "milhões", "milhão", "bilhões", "bilhão", "trilhões", "trilhão",
      "miljoen", "miljard", "biljoen", "miljoner", "miljarder", "biljoner", "mld", "mld.", "mlrd", "mlrd.",
      "mlr",
      "trillionen", "quintillion", "lakh", "lakhs", "crore", "crores", "млн", "млрд", "трлн", "тыс", "兆", "京",
      "만", "억", "조", "천", "백만", "천만", "십만", "천억", "тыс.", "млн.", "млрд.", "billiard", "billiards",
    ]

    var isHan: Bool { written.unicodeScalars.first.map(\.isHan) ?? false }

    /// Whether a full stop before it begins a fraction: "1.234 billion".
    /// German and French write a comma before a fraction.
    var isContinental: Bool { (Self.german + Self.french).contains { written.begins(with: $0.0) } }

    var isEnglish: Bool {
      var rest = QuantityText(written)
      return Self.english.contains { rest.take($0.0) != nil }
    }
  }
}

extension QuantityText {
  /// Up to three scale words in a row, such as "hundred million".
  mutating func takeScale() -> Quantity.Scale? {
    var words: [String] = []
    var exponent = 0
    while words.count < 3, let (word, power) = takeScaleWord() {
      words.append(word)
      exponent += power
      skipBlanks()
    }
    guard let first = words.first?.unicodeScalars.first else { return nil }
    return Quantity.Scale(written: words.joined(separator: first.isHan ? "" : " "), exponent: exponent)
  }

  private mutating func takeScaleWord() -> (String, Int)? {
    for (word, exponent) in Quantity.Scale.exponents {
      var rest = self
      guard let written = rest.take(word), !isUnit(written, before: rest.first) else { continue }
      self = rest
      return (written, exponent)
    }
    return nil
  }

  /// "MN" and "mN" are units of force, "MD" and "md" no milliards, and "百分点" is a percentage point.
  private func isUnit(_ written: String, before next: Unicode.Scalar?) -> Bool {
    switch written {
    case "MN", "mN", "TN", "tN", "MD", "md", "mD", "MDS", "mds": true
    case "百", "千", "万": next == "分"
    default: false
    }
  }
}
