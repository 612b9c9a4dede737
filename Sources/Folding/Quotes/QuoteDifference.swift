extension FoldedText {
  /// What a text says in the place that is most like a quote that isn't in it, and what differs there.
  package struct Mismatch: Equatable, Sendable {
    package let passage: String
    /// The words of the text that differ, and those of the quote. Either may be empty.
    package let said: String
    package let quoted: String
    /// The first character that differs on each side, where these look alike or can't be seen.
    package let characters: (said: String, quoted: String)?

    package static func == (a: Mismatch, b: Mismatch) -> Bool {
      (a.passage, a.said, a.quoted) == (b.passage, b.said, b.quoted)
        && a.characters?.said == b.characters?.said && a.characters?.quoted == b.characters?.quoted
    }
  }

  /// `nil` where no passage is like the quote.
  package func mismatch(with quote: String) -> Mismatch? {
    let quote = FoldedText(quote)
    guard let range = nearestRange(to: quote) else { return nil }
    let (said, quoted) = (scalars[range], quote.scalars[...])
    var start = zip(said, quoted).prefix { $0 == $1 }.count
    let first = start
    let most = min(said.count, quoted.count) - start
    var end = zip(said.reversed(), quoted.reversed()).prefix { $0 == $1 }.prefix(most).count
    // Whole words are easier to find than letters.
    let sides = [said, quoted]
    if sides.contains(where: { start < $0.count && $0[$0.startIndex + start].isWordPart }) {
      while start > 0, said[said.startIndex + start - 1].isWordPart { start -= 1 }
    }
    if sides.contains(where: { end < $0.count && $0[$0.endIndex - end - 1].isWordPart }) {
      while end > 0, said[said.endIndex - end].isWordPart { end -= 1 }
    }
    return Mismatch(
      passage: string(said), said: string(said.dropFirst(start).dropLast(end)),
      quoted: string(quoted.dropFirst(start).dropLast(end)), characters: Self.alike(said, quoted, from: first)
    )
  }

  /// Letters of two scripts may have one shape: then their numbers tell them apart.
  private static func alike(
    _ said: ArraySlice<Unicode.Scalar>, _ quoted: ArraySlice<Unicode.Scalar>, from start: Int
  ) -> (said: String, quoted: String)? {
    guard start < said.count, start < quoted.count else { return nil }
    let (a, b) = (said[said.startIndex + start], quoted[quoted.startIndex + start])
    let areLetters = a.properties.isAlphabetic && b.properties.isAlphabetic && !a.isHan && !b.isHan
    let isOdd = { (scalar: Unicode.Scalar) in !scalar.isASCII && !scalar.properties.isAlphabetic }
    guard areLetters && a.isASCII != b.isASCII || isOdd(a) || isOdd(b) else { return nil }
    return (name(a), name(b))
  }

  private static func name(_ scalar: Unicode.Scalar) -> String {
    let digits = String(scalar.value, radix: 16, uppercase: true)
    return "U+" + String(repeating: "0", count: max(0, 4 - digits.utf8.count)) + digits
  }
}

extension Unicode.Scalar {
  /// Whether it is shown with its neighbours where one of them differs.
  fileprivate var isWordPart: Bool { self != " " && !isHan }
}
