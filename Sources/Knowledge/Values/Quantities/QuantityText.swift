import Folding

/// The text of a quantity, taken piece by piece from its start.
struct QuantityText {
  var rest: ArraySlice<Unicode.Scalar>

  init(_ text: String) {
    rest = Array(text.unicodeScalars)[...]
  }

  var isAtEnd: Bool { rest.isEmpty }
  var first: Unicode.Scalar? { rest.first }
  var remainder: String { Self.string(rest) }

  mutating func skip() {
    rest = rest.dropFirst()
  }

  mutating func skipBlanks() {
    rest = rest.drop { $0.properties.isWhitespace }
  }

  /// Takes a word if the text begins with it, whatever its case, and gives it as written. A word that ends in
  /// a Latin letter is not taken from within a longer one.
  mutating func take(_ word: String) -> String? {
    let wanted = word.unicodeScalars
    // Most words of a table differ in their first letter.
    guard let first = rest.first, let initial = wanted.first, Self.lower(first) == Self.lower(initial) else {
      return nil
    }
    guard rest.count >= wanted.count, zip(rest, wanted).allSatisfy({ Self.lower($0) == Self.lower($1) })
    else {
      return nil
    }
    let after = rest.dropFirst(wanted.count)
    if let last = wanted.last, last.isLatinLetter, let next = after.first, next.isLatinLetter { return nil }
    defer { rest = after }
    return Self.string(rest.prefix(wanted.count))
  }

  static func trimmed(_ text: String) -> String {
    let scalars = Array(text.unicodeScalars).drop { $0.properties.isWhitespace }
    let blanks = scalars.reversed().prefix { $0.properties.isWhitespace }.count
    return string(scalars.dropLast(blanks))
  }

  /// For comparison: in lower case, white space runs as one blank.
  static func folded(_ text: String) -> String {
    let words = text.foldedCase.unicodeScalars.split { $0.properties.isWhitespace }
    return words.map { String($0) }.joined(separator: " ")
  }

  static func string(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
    String(String.UnicodeScalarView(scalars))
  }

  private static func lower(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    guard ("A"..."Z").contains(scalar) else { return scalar }
    return Unicode.Scalar(UInt8(scalar.value) + 0x20)
  }
}
