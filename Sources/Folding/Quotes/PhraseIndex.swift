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

  private static func words(_ text: String) -> [String] {
    FoldedText(String(text.map { "'’‘ʼ/".contains($0) ? " " : $0 })).words.map(\.key)
  }
}
