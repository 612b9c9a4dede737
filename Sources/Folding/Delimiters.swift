/// Searches for signs that part a text, such as `#` and `@`. Swift's own go by whole characters: to them, `#` with
/// U+FE0F behind it, as some editors leave it, is another character than `#`, and no sign is found.
extension StringProtocol {
  package func firstIndex(ofSign sign: Unicode.Scalar) -> Index? { unicodeScalars.firstIndex(of: sign) }

  package func lastIndex(ofSign sign: Unicode.Scalar) -> Index? { unicodeScalars.lastIndex(of: sign) }

  package func contains(sign: Unicode.Scalar) -> Bool { unicodeScalars.contains(sign) }

  /// What stands between the signs, and before the first and behind the last of them.
  package func parts(
    at sign: Unicode.Scalar, maxSplits: Int = .max, omittingEmpty: Bool = false
  ) -> [SubSequence] {
    var parts: [SubSequence] = []
    var start = startIndex
    func add(_ end: Index) {
      if start < end || !omittingEmpty { parts.append(self[start..<end]) }
    }
    while parts.count < maxSplits, let index = unicodeScalars[start...].firstIndex(of: sign) {
      add(index)
      start = unicodeScalars.index(after: index)
    }
    add(endIndex)
    return parts
  }

  /// What stands before the first sign and behind it; `nil` where there is none.
  package func divided(at sign: Unicode.Scalar) -> (before: SubSequence, after: SubSequence)? {
    unicodeScalars.firstIndex(of: sign).map { (self[..<$0], self[unicodeScalars.index(after: $0)...]) }
  }

  /// What stands before the last sign and behind it; `nil` where there is none.
  package func divided(atLast sign: Unicode.Scalar) -> (before: SubSequence, after: SubSequence)? {
    unicodeScalars.lastIndex(of: sign).map { (self[..<$0], self[unicodeScalars.index(after: $0)...]) }
  }

  /// What follows a beginning; `nil` where the text begins otherwise.
  package func without(start: String) -> SubSequence? {
    begins(with: start) ? self[utf8.index(startIndex, offsetBy: start.utf8.count)...] : nil
  }

  /// What stands before an end; `nil` where the text ends otherwise.
  package func without(end: String) -> SubSequence? {
    ends(with: end) ? self[..<utf8.index(endIndex, offsetBy: -end.utf8.count)] : nil
  }

  package func begins(with start: String) -> Bool { utf8.starts(with: start.utf8) }

  package func ends(with end: String) -> Bool {
    utf8.count >= end.utf8.count && utf8.suffix(end.utf8.count).elementsEqual(end.utf8)
  }
}
