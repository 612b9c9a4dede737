/// A number with the way in which it is written. Two are equal where they are the same number: "1.10" and "1.1".
package struct WrittenNumber: Sendable {
  package let value: DecimalNumber
  /// The number as it stands in the source: "1.10", "7,5", "35 000 000", "1.5 × 10^6".
  package let written: String
  /// Its digits with a full stop before the fraction, and no other mark: "1.10", "7.5", "35000000".
  package let digits: String

  /// For readers: as it is written, but with a comma before every three digits where it has no marks at all.
  package var shown: String {
    let parts = written.split(separator: ".", omittingEmptySubsequences: false)
    let isPlain = parts.allSatisfy { $0.utf8.allSatisfy((UInt8(ascii: "0")...UInt8(ascii: "9")).contains) }
    guard isPlain, let whole = parts.first, whole.utf8.count > 3, whole.first != "0" else { return written }
    var text = ""
    for (index, digit) in whole.enumerated() {
      if index > 0, (whole.utf8.count - index) % 3 == 0 { text += "," }
      text.append(digit)
    }
    return text + written.dropFirst(whole.utf8.count)
  }
}

extension WrittenNumber: Hashable {
  package static func == (a: WrittenNumber, b: WrittenNumber) -> Bool { a.value == b.value }

  package func hash(into hasher: inout Hasher) { hasher.combine(value) }
}

extension WrittenNumber {
  /// Reads a number alone.
  ///
  /// - Parameter scale: the word that multiplies it, whose language tells what a mark means.
  static func parse(_ text: String, in scale: Quantity.Scale? = nil) -> Result<WrittenNumber, InvalidValue> {
    Result { () throws(InvalidValue) in
      var rest = QuantityText(text)
      guard let form = rest.takeNumber(), rest.isAtEnd else {
        throw InvalidValue("\(quoted(text)) is not a number", help: NumberForm.howNumbersAreWritten)
      }
      return try form.number(in: scale)
    }
  }
}
