/// Finds texts by a phrase in them: whole words in any case, whatever the punctuation between them. An apostrophe
/// or a slash parts words: `MIIT's`, `l'agence` and `MIIT/MOF` have the words that they are made of.
package struct PhraseIndex: Sendable {
  private let words: [[String]]
  private var texts: [String: [Int]] = [:]

  /// - Parameter texts: are told by their numbers afterwards.
  package init(_ texts: [String]) {
    words = texts.map(PhraseIndex.words)
    for (number, words) in words.enumerated() {
      for word in Set(words) { self.texts[word, default: []].append(number) }
    }
  }

  /// The numbers of the texts in which the phrase's words follow one another, ascending. A phrase without any
  /// word stands nowhere.
  package func numbers(with phrase: String) -> [Int] {
    let wanted = PhraseIndex.words(phrase)
    // The rarest word leaves the fewest texts to look at.
    let candidates = wanted.map { texts[$0] ?? [] }.min { $0.count < $1.count } ?? []
    return candidates.filter { words[$0].contains(wanted) }
  }

  /// A phrase in one of the texts.
  package struct Occurrence: Sendable {
    /// The number of the text.
    package var text: Int
    /// The text's words before the phrase, and those behind it.
    package var before: ArraySlice<String>
    package var behind: ArraySlice<String>

    package var context: Int { before.count + behind.count }
  }

  /// Each time that the phrase stands in a text, by the texts' numbers, ascending.
  package func occurrences(of phrase: String) -> [Occurrence] {
    let wanted = PhraseIndex.words(phrase)
    return numbers(with: phrase).flatMap { number in
      let words = words[number]
      var found: [Occurrence] = []
      var start = 0
      while start + wanted.count <= words.count {
        let end = start + wanted.count
        guard words[start..<end].elementsEqual(wanted) else {
          start += 1
          continue
        }
        found.append(Occurrence(text: number, before: words[..<start], behind: words[end...]))
        start = end
      }
      return found
    }
  }

  /// A text without what makes no difference here.
  package static func fold(_ text: String) -> String { words(text).joined(separator: " ") }

  private static func words(_ text: String) -> [String] {
    var scalars = String.UnicodeScalarView()
    for scalar in text.unicodeScalars { scalars.append(partsWords(scalar) ? " " : scalar) }
    return FoldedText(String(scalars)).words.map(\.key)
  }

  private static func partsWords(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "'", "’", "‘", "ʼ", "/": true
    default: false
    }
  }
}
