/// The terms that a word of a question may mean, each with how well it does.
struct WordMatches {
  struct Match {
    var term: [UInt8]
    var quality: Double
    var posting: Posting
  }

  private(set) var all: [Match] = []
  /// The words that were taken for a slip; empty where the word itself was found.
  private(set) var corrections: [String] = []

  /// In how many documents the word stands at least.
  var count: Int { all.map(\.posting.count).max() ?? 0 }
  /// Whether there are documents with the word that nobody knows here.
  var isCut: Bool { all.contains { $0.posting.isCut } }

  static let exact = 1.0
  private static let variant = 0.9
  private static let prefix = 0.6
  private static let slip = 0.5
  private static let mostCompletions = 200
  private static let mostSlips = 5

  init(_ word: SearchQuestion.Word, _ shelf: inout SearchShelf) {
    add(word.bytes, Self.exact, &shelf)
    if !word.isUnspaced {
      for variant in word.variants { add(variant, Self.variant, &shelf) }
    }
    // A number is whole where it is found; a word that is not found may be begun.
    if all.isEmpty ? word.isPrefix || !word.isUnspaced : word.isPrefix && !word.isNumber {
      addCompletions(of: word, &shelf)
    }
    if all.isEmpty, !word.isUnspaced, !word.hasDigit, word.length >= 4 { addSlips(of: word, &shelf) }
  }

  private mutating func add(_ term: [UInt8], _ quality: Double, _ shelf: inout SearchShelf) {
    // What is found in two ways counts in the first of them.
    guard !all.contains(where: { $0.term == term }) else { return }
    if let posting = shelf.posting(term) {
      all.append(Match(term: term, quality: quality, posting: posting))
    }
  }

  private mutating func addCompletions(of word: SearchQuestion.Word, _ shelf: inout SearchShelf) {
    let wide = word.bytes + [UInt8(ascii: "*")]
    if shelf.posting(wide) != nil { return add(wide, Self.prefix, &shelf) }
    for term in shelf.completions(of: word.bytes, most: Self.mostCompletions) {
      let length = String(decoding: term, as: UTF8.self).utf16.count
      add(term, Self.prefix + (1 - Self.prefix) * Double(word.length) / Double(length), &shelf)
    }
  }

  private mutating func addSlips(of word: SearchQuestion.Word, _ shelf: inout SearchShelf) {
    let units = Array(String(decoding: word.bytes, as: UTF8.self).utf16)
    let half = units.count / 2
    let most = units.count < 8 ? 1 : 2
    let backwards = Self.reversed(word.bytes)
    var candidates: Set<[UInt8]> = []
    for term in shelf.termsAround(word.bytes)
    where String(decoding: term, as: UTF8.self).utf16.starts(with: units.prefix(half)) {
      candidates.insert(term)
    }
    for reversed in shelf.wordsAround(backwards) {
      let term = Self.reversed(reversed)
      if String(decoding: term, as: UTF8.self).utf16.reversed().starts(with: units.suffix(half).reversed()) {
        candidates.insert(term)
      }
    }
    var found: [(distance: Int, term: [UInt8])] = []
    for term in candidates {
      let other = Array(String(decoding: term, as: UTF8.self).utf16)
      guard abs(other.count - units.count) <= most else { continue }
      let distance = Self.distance(units, other)
      if distance <= most { found.append((distance, term)) }
    }
    guard let least = found.map(\.distance).min() else { return }
    let best = found.filter { $0.distance == least }.map(\.term)
      .sorted { $0.lexicographicallyPrecedes($1) }.prefix(Self.mostSlips)
    for term in best { add(term, Self.slip, &shelf) }
    corrections = best.map { String(decoding: $0, as: UTF8.self) }
  }

  private static func reversed(_ word: [UInt8]) -> [UInt8] {
    Array(
      String(String.UnicodeScalarView(String(decoding: word, as: UTF8.self).unicodeScalars.reversed())).utf8)
  }

  /// How many slips lie between two words: letters that are too many, missing, wrong, or swapped with a neighbour.
  private static func distance(_ a: [UInt16], _ b: [UInt16]) -> Int {
    var (before, last) = ([Int](), Array(0...b.count))
    for i in a.indices {
      var row = [i + 1]
      for j in b.indices {
        var best = min(row[j] + 1, last[j + 1] + 1, last[j] + (a[i] == b[j] ? 0 : 1))
        if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] { best = min(best, before[j - 1] + 1) }
        row.append(best)
      }
      (before, last) = (last, row)
    }
    return last[b.count]
  }
}

extension SearchQuestion.Word {
  /// The word as one and as several.
  var variants: [[UInt8]] {
    let text = bytes
    func ends(_ end: String) -> Bool { text.suffix(end.utf8.count).elementsEqual(end.utf8) }
    func without(_ count: Int, _ end: String = "") -> [UInt8] { text.dropLast(count) + Array(end.utf8) }
    var variants = [without(0, "s"), without(0, "es")]
    if ends("s") { variants.append(without(1)) }
    if ends("es") { variants.append(without(2)) }
    if ends("y") { variants.append(without(1, "ies")) }
    if ends("ies") { variants.append(without(3, "y")) }
    return variants
  }
}
