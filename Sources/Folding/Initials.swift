extension String {
  /// The heading of a list by letters that a name stands under: "A" to "Z", "0–9" for digits, "中" for Han characters,
  /// "…" for all else. Marks don't count.
  package var initial: String {
    guard let first = unicodeScalars.first(where: { $0.properties.isAlphabetic || $0.isDigit }) else {
      return "…"
    }
    if first.isDigit { return "0–9" }
    if first.isHan { return "中" }
    // The capital of a ligature is two letters.
    guard let letter = first.withoutMarks.properties.uppercaseMapping.unicodeScalars.first,
      ("A"..."Z").contains(letter)
    else { return "…" }
    return String(letter)
  }

  /// What names are put into order by: without case and marks, from the first letter or digit on.
  package var sortingKey: String {
    let plain = unicodeScalars.filter { $0.properties.generalCategory != .nonspacingMark }.map(\.withoutMarks)
    let start = plain.drop { !$0.properties.isAlphabetic && $0.properties.numericType == nil }
    return String(String.UnicodeScalarView(start)).foldedCase
  }
}

extension Unicode.Scalar {
  /// "E" of "É": Unicode calls that LATIN CAPITAL LETTER E WITH ACUTE.
  fileprivate var withoutMarks: Unicode.Scalar {
    guard !isASCII, properties.isAlphabetic, !isHan, let name = properties.name else { return self }
    let words = name.split(separator: " ", maxSplits: 5)
    guard words.count > 4, words[0] == "LATIN", words[2] == "LETTER", words[4] == "WITH",
      words[3].unicodeScalars.count == 1, let letter = words[3].unicodeScalars.first
    else { return self }
    return words[1] == "SMALL" ? letter.asciiLowercased : letter
  }
}
