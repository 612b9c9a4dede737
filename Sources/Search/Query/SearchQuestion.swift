/// What somebody asks, in words.
struct SearchQuestion: Sendable {
  struct Word: Sendable, Equatable {
    var bytes: [UInt8]
    /// Whether it may be the beginning of another.
    var isPrefix: Bool
    /// Whether it is of a script without blanks between words.
    var isUnspaced: Bool

    /// Its length as a browser counts it.
    var length: Int { String(decoding: bytes, as: UTF8.self).utf16.count }
    var isNumber: Bool { bytes.allSatisfy { (0x30...0x39).contains($0) || $0 == UInt8(ascii: ".") } }
    var hasDigit: Bool { bytes.contains { (0x30...0x39).contains($0) } }
  }

  private(set) var words: [Word] = []
  /// How many words the question has as a name would have them.
  let count: Int
  /// The question as it may stand in a text, without marks at its ends; empty where it is of one word.
  let phrase: [UInt32]

  /// What is longer was pasted by mistake, in UTF-16.
  private static let longest = 200
  private static let mostWords = 20

  init(_ text: String) {
    let text = String(decoding: text.utf16.prefix(Self.longest), as: UTF16.self)
    let classes = CharacterClasses.shared
    var tokenizer = SearchTokenizer()
    tokenizer.read(text, for: .query)
    let tokens = tokenizer.words
    for (number, token) in tokens.prefix(Self.mostWords).enumerated() {
      let scalars = token.unicodeScalars
      let isUnspaced = scalars.first.map { classes[$0.value].contains(.unspaced) } ?? false
      // A month finds its days, wherever it stands.
      let isBegun = number == tokens.count - 1 && tokenizer.isOpen || Self.isMonth(Array(token.utf8))
      let word = Word(
        bytes: Array(token.utf8), isPrefix: isUnspaced ? scalars.count == 1 : isBegun, isUnspaced: isUnspaced)
      if let known = words.firstIndex(where: { $0.bytes == word.bytes }) {
        words[known] = word
      } else {
        words.append(word)
      }
    }
    count = Set(SearchTokenizer.words(text)).count
    func isWord(_ value: UInt32) -> Bool { classes[value].contains(.word) }
    let phrase = tokens.count > 1 ? SearchText.phrase(text).drop { !isWord($0) } : []
    let last = phrase.lastIndex(where: isWord)
    self.phrase = Array(last.map { phrase[...$0] } ?? [])
  }

  /// `2024-09`
  private static func isMonth(_ word: [UInt8]) -> Bool {
    word.count == 7
      && word.indices.allSatisfy {
        $0 == 4 ? word[$0] == UInt8(ascii: "-") : (0x30...0x39).contains(word[$0])
      }
  }
}
