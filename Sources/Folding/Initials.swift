extension String {
  /// The heading of a list by letters that a name stands under: "A" to "Z", "0–9" for digits, "中" for Han characters,
  /// "…" for all else. Marks don't count. By their readings Han characters stand under letters, as far as these are known.
  package func initial(in order: NameOrder) -> String {
    let name = unicodeScalars[...].drop { !$0.properties.isAlphabetic && !$0.isDigit }
    guard let first = name.first else { return "…" }
    if first.isDigit { return "0–9" }
    if first.isHan { return order == .pinyin ? Pinyin.letter(of: name).map { String($0) } ?? "中" : "中" }
    // The capital of a ligature is two letters.
    guard let letter = first.withoutMarks.properties.uppercaseMapping.unicodeScalars.first,
      ("A"..."Z").contains(letter)
    else { return "…" }
    return String(letter)
  }

  /// What names are put into order by: without case and marks, from the first letter or digit on.
  package func sortingKey(in order: NameOrder) -> String {
    let plain = unicodeScalars.filter { $0.properties.generalCategory != .nonspacingMark }.map(\.withoutMarks)
    let start = plain.drop { !$0.properties.isAlphabetic && $0.properties.numericType == nil }
    let key = String(String.UnicodeScalarView(start)).foldedCase
    return order == .pinyin ? Pinyin.key(of: key) : key
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
