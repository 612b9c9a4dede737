extension String {
  /// The words of a text as two states of it are compared. A Han character is a word.
  package var comparedWords: [String] {
    var words: [String] = []
    var word = ""
    func end() {
      if !word.isEmpty { words.append(word) }
      word = ""
    }
    for character in self {
      if character.isWhitespace {
        end()
      } else if character.isHan {
        end()
        words.append(String(character))
      } else {
        word.append(character)
      }
    }
    end()
    return words
  }
}

extension Character {
  fileprivate var isHan: Bool {
    unicodeScalars.first.map {
      (0x3400...0x9FFF).contains($0.value) || (0x20000...0x3FFFF).contains($0.value)
    } ?? false
  }
}
