extension String {
  /// The words of a text as two states of it are compared. A Han character is a word, and so is a mark of full width.
  package var comparedWords: [String] {
    var words: [String] = []
    var word = String.UnicodeScalarView()
    func end() {
      if !word.isEmpty { words.append(String(word)) }
      word = String.UnicodeScalarView()
    }
    for scalar in unicodeScalars {
      if scalar.properties.isWhitespace {
        end()
      } else if scalar.isHan {
        end()
        words.append(String(scalar))
      } else {
        word.append(scalar)
      }
    }
    end()
    return words
  }
}
