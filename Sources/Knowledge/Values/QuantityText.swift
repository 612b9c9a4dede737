import Folding

/// The text of a quantity, taken piece by piece from its start.
struct QuantityText {
  private var rest: ArraySlice<Unicode.Scalar>

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

  /// Takes digits with what belongs to a number between them and a sign before them.
  mutating func takeNumber() -> String? {
    var taken = rest.prefix { $0 == "-" || $0 == "+" || $0 == "\u{2212}" }.prefix(1)
    let unsigned = rest.dropFirst(taken.count)
    let startsWithPoint = unsigned.first == "." && unsigned.dropFirst().first.map(\.isDigit) ?? false
    guard unsigned.first.map(\.isDigit) ?? false || startsWithPoint else { return nil }
    var end = unsigned.startIndex
    while end < rest.endIndex, Self.belongsToNumber(rest[end], followedBy: rest[(end + 1)...].first) {
      end += 1
    }
    taken = rest[..<end]
    rest = rest[end...]
    return Self.string(taken)
  }

  /// A mark counts only with a digit behind it, so that a sentence's comma is none of the number's.
  private static func belongsToNumber(_ scalar: Unicode.Scalar, followedBy next: Unicode.Scalar?) -> Bool {
    scalar.isDigit || [".", ",", "_"].contains(scalar) && next.map(\.isDigit) ?? false
  }

  static func trimmed(_ text: String) -> String {
    let scalars = Array(text.unicodeScalars).drop { $0.properties.isWhitespace }
    let blanks = scalars.reversed().prefix { $0.properties.isWhitespace }.count
    return string(scalars.dropLast(blanks))
  }

  /// For comparison: in lower case, white space runs as one blank.
  static func folded(_ text: String) -> String {
    let words = text.lowercased().unicodeScalars.split { $0.properties.isWhitespace }
    return words.map { String($0) }.joined(separator: " ")
  }

  private static func string(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
    String(String.UnicodeScalarView(scalars))
  }

  private static func lower(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    guard ("A"..."Z").contains(scalar) else { return scalar }
    return Unicode.Scalar(UInt8(scalar.value) + 0x20)
  }
}
