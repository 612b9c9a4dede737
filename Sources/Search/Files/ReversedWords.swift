/// Words spelled backwards, in files: so that one is found whose slip is in its first half.
struct ReversedWords: Sendable {
  /// Each blank-separated.
  private(set) var files: [[UInt8]] = []
  private(set) var firsts: [[UInt8]] = []

  init(_ list: TermList) {
    var words: [[UInt8]] = []
    for number in 0..<list.count {
      if let word = Self.reversed(list.term(number)) { words.append(word) }
    }
    words.sort { $0.lexicographicallyPrecedes($1) }
    for word in words {
      if let last = files.last, last.count + word.count < SearchFiles.termFileSize {
        files[files.count - 1].append(UInt8(ascii: " "))
        files[files.count - 1] += word
      } else {
        files.append(word)
        firsts.append(word)
      }
    }
  }

  /// `nil` of what is no word of four letters or more, with blanks between words in its script.
  private static func reversed(_ term: ArraySlice<UInt8>) -> [UInt8]? {
    guard term.count >= 4, !term.contains(where: { $0 < 0x41 }) else { return nil }
    let scalars = Array(String(decoding: term, as: UTF8.self).unicodeScalars)
    let classes = CharacterClasses.shared
    guard scalars.count >= 4,
      scalars.allSatisfy({ scalar in
        !classes[scalar.value].contains(.unspaced) && scalar.properties.numericType == nil
      })
    else { return nil }
    return Array(String(String.UnicodeScalarView(scalars.reversed())).utf8)
  }
}
