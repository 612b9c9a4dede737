/// The files of the search as one who asks opens them: the few in which a word may stand.
struct SearchShelf {
  private let files: SearchFiles
  private let firsts: [[UInt8]]
  private let wordFirsts: [[UInt8]]
  private var opened: [Int: (terms: [ArraySlice<UInt8>], postings: [ArraySlice<UInt8>])] = [:]

  init(_ files: SearchFiles) {
    self.files = files
    func first(_ bytes: [UInt8]) -> [UInt8] { Array(bytes.prefix { $0 != UInt8(ascii: " ") }) }
    firsts = files.terms.map { first($0.terms) }
    wordFirsts = files.words.map(first)
  }

  /// Where a word is found; `nil` where it is no term.
  mutating func posting(_ term: [UInt8]) -> Posting? {
    guard !firsts.isEmpty else { return nil }
    let file = open(Self.place(of: term, among: firsts))
    return file.terms.firstIndex { $0.elementsEqual(term) }.flatMap { Posting(file.postings[$0]) }
  }

  /// The terms that begin with a word, itself too, which stand in one file.
  mutating func completions(of prefix: [UInt8], most: Int) -> [[UInt8]] {
    guard !firsts.isEmpty else { return [] }
    let place = Self.place(of: prefix, among: firsts)
    // The next file may begin with the first of them.
    return [place, place + 1].filter { $0 < firsts.count }.flatMap { open($0).terms }
      .filter { $0.starts(with: prefix) && $0.last != UInt8(ascii: "*") }
      .prefix(most).map(Array.init)
  }

  /// The terms of the file in which a word would stand, and of its neighbours.
  mutating func termsAround(_ word: [UInt8]) -> [[UInt8]] {
    Self.around(Self.place(of: word, among: firsts), firsts.count).flatMap { open($0).terms }
      .filter { $0.last != UInt8(ascii: "*") }.map(Array.init)
  }

  /// The same of words spelled backwards.
  func wordsAround(_ reversed: [UInt8]) -> [[UInt8]] {
    Self.around(Self.place(of: reversed, among: wordFirsts), wordFirsts.count)
      .flatMap { files.words[$0].split(separator: UInt8(ascii: " ")) }.map(Array.init)
  }

  private static func around(_ place: Int, _ count: Int) -> Range<Int> {
    max(0, place - 1)..<max(0, min(count, place + 2))
  }

  /// The file in which a word would stand.
  private static func place(of word: [UInt8], among firsts: [[UInt8]]) -> Int {
    var (low, high) = (0, firsts.count)
    while low < high {
      let middle = (low + high) / 2
      if word.lexicographicallyPrecedes(firsts[middle]) { high = middle } else { low = middle + 1 }
    }
    return max(0, low - 1)
  }

  private mutating func open(_ number: Int) -> (terms: [ArraySlice<UInt8>], postings: [ArraySlice<UInt8>]) {
    if let known = opened[number] { return known }
    let blank = UInt8(ascii: " ")
    let file = files.terms[number]
    let made = (file.terms.split(separator: blank), file.postings.split(separator: blank))
    opened[number] = made
    return made
  }
}
