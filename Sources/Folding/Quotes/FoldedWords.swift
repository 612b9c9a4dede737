extension FoldedText {
  /// How long a quote is. A word is what stands between blanks and has a letter or a digit, so
  /// "low-emission" is one. Chinese has no blanks between words: each two characters count as one, since most
  /// of its words have two.
  package var wordCount: Int {
    let words = words
    let characters = words.count { scalars[$0.range.lowerBound].isHan }
    return words.count - characters + (characters + 1) / 2
  }

  struct Word {
    var range: Range<Int>
    /// Its letters and digits in lower case.
    var key: String
  }

  /// What stands between blanks, and each Han character by itself; without what is punctuation only.
  var words: [Word] {
    var words: [Word] = []
    var start = 0
    while start < scalars.count {
      var end = start + 1
      if scalars[start] == " " {
        start = end
        continue
      }
      if !scalars[start].isHan {
        while end < scalars.count, !partsWords(end) { end += 1 }
      }
      let letters = scalars[start..<end].filter {
        $0.isLatinLetter || $0.isDigit || $0.properties.isAlphabetic
      }
      if !letters.isEmpty {
        words.append(Word(range: start..<end, key: String(String.UnicodeScalarView(letters)).foldedCase))
      }
      start = end
    }
    return words
  }

  /// Whether a word ends before a character. A comma parts the names of "MIIT,MOF", which a text may have set in full
  /// width, but no number.
  private func partsWords(_ index: Int) -> Bool {
    let (before, scalar) = (scalars[index - 1], scalars[index])
    if scalar == " " || scalar.isHan { return true }
    return ",;:()".unicodeScalars.contains(before) && !scalar.isDigit && scalar.properties.isAlphabetic
  }
}
