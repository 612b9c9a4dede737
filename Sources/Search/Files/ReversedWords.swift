/// Words spelled backwards, in files: so that one is found whose slip is in its first half.
struct ReversedWords: Sendable {
  /// Each blank-separated.
  let files: [[UInt8]]
  let firsts: [[UInt8]]

  init(_ list: TermList) {
    var words: [[UInt8]] = []
    for number in 0..<list.count {
      if let word = Self.reversed(list.term(number)) { words.append(word) }
    }
    words.sort { $0.lexicographicallyPrecedes($1) }
    let cuts = FileCuts.ranges(of: words.count, average: SearchFiles.termFileSize) {
      words[$0].count + 1
    } key: {
      FNVHash.of(words[$0])
    }
    files = cuts.map { Array(words[$0].joined(separator: [UInt8(ascii: " ")])) }
    firsts = cuts.map { words[$0.lowerBound] }
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
