import Folding

/// A single `~` that joins two words with a number in each: `5~7 家`, `10%~20%`, `3月~5月`, `Q1~Q3`. It is a
/// range, and deletes nothing; what is to be deleted stands between two `~~`.
enum NumberRange {
  /// Characters on each side in which the number is sought: Chinese words have no ends.
  private static let reach = 8

  /// Whether the byte at `tilde` is one.
  static func stands(at tilde: Int, in text: [UInt8], _ range: Range<Int>) -> Bool {
    if isAbout(tilde, text, range) { return true }
    return hasNumber(before: tilde, text, from: range.lowerBound)
      && hasNumber(after: tilde + 1, text, before: range.upperBound)
  }

  /// "约为~5%": in Chinese it says "about", close before a number.
  private static func isAbout(_ tilde: Int, _ text: [UInt8], _ range: Range<Int>) -> Bool {
    guard tilde > range.lowerBound, tilde + 1 < range.upperBound else { return false }
    let first = text.scalarStart(before: tilde, from: range.lowerBound)
    let next = text.scalar(at: tilde + 1, before: range.upperBound)
    return text.scalar(at: first, before: tilde).isHan && next.properties.generalCategory == .decimalNumber
  }

  private static func hasNumber(before tilde: Int, _ text: [UInt8], from start: Int) -> Bool {
    var end = tilde
    for _ in 0..<reach where end > start {
      let first = text.scalarStart(before: end, from: start)
      let scalar = text.scalar(at: first, before: end)
      if isDigit(scalar) { return true }
      if endsWord(scalar) { return false }
      end = first
    }
    return false
  }

  private static func hasNumber(after tilde: Int, _ text: [UInt8], before end: Int) -> Bool {
    var offset = tilde
    for _ in 0..<reach where offset < end {
      let scalar = text.scalar(at: offset, before: end)
      if isDigit(scalar) { return true }
      if endsWord(scalar) { return false }
      offset += text.scalarLength(at: offset)
    }
    return false
  }

  private static func isDigit(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.generalCategory == .decimalNumber || "〇一二三四五六七八九十百千两".unicodeScalars.contains(scalar)
  }

  private static func endsWord(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isWhitespace || "~，。；、：！？;:!?".unicodeScalars.contains(scalar)
  }
}
