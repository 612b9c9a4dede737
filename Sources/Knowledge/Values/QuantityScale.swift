import Folding

extension Quantity {
  /// A word that multiplies: "million", "bn", "hundred thousand", "亿".
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

    /// Of one word; the longest that a text begins with is meant.
    static let exponents: [(word: String, exponent: Int)] = [
      ("hundreds", 2), ("hundred", 2), ("thousands", 3), ("thousand", 3), ("millions", 6), ("million", 6),
      ("billions", 9), ("billion", 9), ("trillions", 12), ("trillion", 12), ("mn", 6), ("bn", 9), ("tn", 12),
      ("万亿", 12), ("萬億", 12), ("千亿", 11), ("百亿", 10), ("十亿", 9), ("千万", 7), ("百万", 6), ("十万", 5),
      ("亿", 8), ("億", 8), ("万", 4), ("萬", 4), ("千", 3), ("百", 2),
    ]

    /// For "did you mean".
    package static var names: [String] { exponents.map(\.word) }

    var isHan: Bool { written.unicodeScalars.first.map(\.isHan) ?? false }
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
      if let written = take(word) { return (written, exponent) }
    }
    return nil
  }
}
