import Glibc

/// What was found, the best first: in the same order as in a browser.
package struct SearchAnswer: Sendable {
  package struct Result: Sendable {
    /// Its number.
    package var document: Int
    package var score: Double
    /// The number of the passage to show.
    package var passage: Int

    /// Rounded, so that no processor's last digit decides.
    private var rank: Double { (score * 1e6).rounded() }

    fileprivate static func isBetter(_ a: Result, _ b: Result) -> Bool {
      (b.rank, a.document) < (a.rank, b.document)
    }
  }

  package private(set) var results: [Result]
  /// Whether no document has all words.
  package let isPartial: Bool
  /// The words for which others were taken.
  package private(set) var corrections: [(word: String, taken: [String])] = []

  private static let mostRead = 12
  private static let phraseFactor = 1.25

  /// - Parameters:
  ///   - document: makes one, to look at its texts.
  package init(_ text: String, in files: SearchFiles, document: (Int) -> SearchDocument) {
    let question = SearchQuestion(text)
    var shelf = SearchShelf(files)
    let matches = question.words.map { WordMatches($0, &shelf) }
    var scoring = SearchScoring(question, matches, documents: files.documents.count)
    for (word, match) in zip(question.words, matches) where !match.corrections.isEmpty {
      corrections.append((String(decoding: word.bytes, as: UTF8.self), match.corrections))
    }
    let best = scoring.best(ranks: files.ranks)
    isPartial = best.isPartial
    results = best.found.sorted(by: Result.isBetter)
    readFirst(question, document)
  }

  /// Of the first, those whose text has the words as they were asked go up.
  private mutating func readFirst(_ question: SearchQuestion, _ document: (Int) -> SearchDocument) {
    guard !question.phrase.isEmpty else { return }
    var first = Array(results.prefix(Self.mostRead))
    for index in first.indices {
      let passages = document(first[index].document).passages.prefix(SearchDocument.mostPassages)
      let found = passages.indices.filter { SearchText.phrase(passages[$0].text).has(question.phrase) }
      // The name that is the question, before one that holds it.
      let passage = found.min {
        let (a, b) = (passages[$0], passages[$1])
        return (a.sort.rawValue, a.text.utf16.count, $0) < (b.sort.rawValue, b.text.utf16.count, $1)
      }
      guard let passage else { continue }
      first[index].score *= Self.phraseFactor
      first[index].passage = passage
    }
    first.sort(by: Result.isBetter)
    results = first + results.dropFirst(first.count)
  }
}

extension [UInt32] {
  fileprivate func has(_ phrase: [UInt32]) -> Bool {
    guard let first = phrase.first, count >= phrase.count else { return false }
    return (0...(count - phrase.count)).contains { self[$0] == first && self[$0...].starts(with: phrase) }
  }
}

/// How well documents answer a question.
struct SearchScoring {
  /// What is known of a document.
  private struct Found {
    /// By word: its part of the score in the best passage.
    var best: [Double]
    /// By passage: the parts of all words.
    var sums: [UInt16: Double] = [:]
    /// By passage that is a name of as many words as the question: how many of them it has as they are.
    var names: [UInt16: (sort: SearchDocument.Passage.Sort, count: Int)] = [:]
  }

  private var documents: [UInt32: Found] = [:]
  private let required: [Bool]
  private let words: Int

  private static let weights = [8.0, 6, 3, 1]
  private static let bonuses = [10.0, 8]

  init(_ question: SearchQuestion, _ matches: [WordMatches], documents count: Int) {
    words = matches.count
    required = matches.map { !$0.isCut }
    for (word, match) in matches.enumerated() where match.count > 0 {
      let rarity = log(1 + Double(count) / Double(match.count))
      // The best of the word's terms counts in each passage.
      var parts: [Place: (part: Double, isExact: Bool)] = [:]
      var names: [Place: (sort: SearchDocument.Passage.Sort, length: Int)] = [:]
      for term in match.all {
        for occurrence in term.posting.occurrences {
          let place = Place(document: occurrence.document, passage: occurrence.passage)
          let weight = Self.weight(occurrence, question.count) * term.quality
          if weight > parts[place]?.part ?? 0 { parts[place]?.part = weight }
          if parts[place] == nil { parts[place] = (weight, false) }
          if term.quality == WordMatches.exact { parts[place]?.isExact = true }
          if occurrence.sort.isName { names[place] = (occurrence.sort, Int(occurrence.length)) }
        }
      }
      for (place, found) in parts {
        add(word, place, rarity * found.part, found.isExact ? names[place] : nil, question.count)
      }
    }
  }

  private struct Place: Hashable {
    var document: UInt32
    var passage: UInt16
  }

  private static func weight(_ occurrence: Posting.Occurrence, _ count: Int) -> Double {
    let weight = weights[Int(occurrence.sort.rawValue)]
    guard occurrence.sort.isName else { return weight }
    return weight * (0.5 + 0.5 * min(1, Double(count) / Double(max(1, occurrence.length))))
  }

  private mutating func add(
    _ word: Int, _ place: Place, _ part: Double,
    _ name: (sort: SearchDocument.Passage.Sort, length: Int)?, _ count: Int
  ) {
    var found = documents[place.document] ?? Found(best: [Double](repeating: 0, count: words))
    found.best[word] = max(found.best[word], part)
    found.sums[place.passage, default: 0] += part
    if let name, name.length == count {
      found.names[place.passage, default: (name.sort, 0)].count += 1
    }
    documents[place.document] = found
  }

  /// The documents that have most of the words.
  mutating func best(ranks: [UInt8]) -> (found: [SearchAnswer.Result], isPartial: Bool) {
    func count(_ found: Found) -> Int { found.best.indices.count { required[$0] && found.best[$0] > 0 } }
    let most = documents.values.map(count).max() ?? 0
    let kept = documents.filter { count($0.value) == most }
    let results = kept.map { number, found in
      // The first of the best passages.
      let shown = found.sums.min { (-$0.value, $0.key) < (-$1.value, $1.key) }
      let names = found.names.values.filter { $0.count == words }
      let bonus = names.map { Self.bonuses[Int($0.sort.rawValue)] }.max() ?? 0
      let sum = found.best.reduce(0, +) + 0.5 * (shown?.value ?? 0) + bonus
      let score = sum * (1 + 0.05 * Double(ranks[Int(number)]))
      return SearchAnswer.Result(
        document: Int(number), score: score, passage: Int(shown?.key ?? 0))
    }
    return (results, most < required.count { $0 })
  }
}
