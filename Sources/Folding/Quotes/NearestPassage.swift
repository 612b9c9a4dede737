extension FoldedText {
  /// The passage of this text that is most like a quote that isn't in it, folded; `nil` where none shares
  /// half of its words by weight, in which rare words weigh more.
  ///
  /// Of all passages with as many words as the quote, it is the one that shares most of them in any order; of
  /// equals the one with most of them in their place, and of these the first. A misspelt word counts as the
  /// nearest word of this text. The time is linear in the length of the text.
  package func nearestPassage(to quote: String) -> String? {
    nearestRange(to: FoldedText(quote)).map { string(scalars[$0]) }
  }

  func nearestRange(to quote: FoldedText) -> Range<Int>? {
    let words = words
    let wanted = quote.words.prefix(Self.wordLimit).map(\.key)
    guard !wanted.isEmpty, !words.isEmpty else { return nil }
    var frequencies: [String: Int] = [:]
    for word in words { frequencies[word.key, default: 0] += 1 }
    var search = PassageSearch(corrected(wanted, words: words, frequencies), frequencies: frequencies)
    guard let start = search.bestWindow(in: words) else { return nil }
    let last = min(start + wanted.count, words.count) - 1
    return words[start].range.lowerBound..<words[last].range.upperBound
  }

  /// A quote has 15 words at most; beyond these its start is enough to find the passage.
  private static let wordLimit = 60
  private static let correctionLimit = 8
  private static let candidateLimit = 5000

  /// The wanted words, with those that the text does not have replaced by the nearest that it has.
  private func corrected(_ wanted: [String], words: [Word], _ frequencies: [String: Int]) -> [String] {
    var corrections: [String: String] = [:]
    let unknown = wanted.filter { frequencies[$0] == nil && $0.utf8.count > 3 }
    guard !unknown.isEmpty else { return wanted }
    var seen: Set<String> = []
    var distinct: [String] = []
    for word in words where distinct.count < Self.candidateLimit && seen.insert(word.key).inserted {
      distinct.append(word.key)
    }
    let alike = NearestNames(distinct)
    for word in unknown.prefix(Self.correctionLimit) where corrections[word] == nil {
      corrections[word] = alike.nearest(to: word)
    }
    return wanted.map { corrections[$0] ?? $0 }
  }
}

/// A window of as many words as are wanted that slides over a text, with the weight of what it shares.
private struct PassageSearch {
  private let wanted: [String]
  private var needed: [String: Int] = [:]
  private var weights: [String: Int] = [:]
  private var have: [String: Int] = [:]
  private var score = 0

  init(_ wanted: [String], frequencies: [String: Int]) {
    self.wanted = wanted
    for word in wanted {
      needed[word, default: 0] += 1
      let count = frequencies[word] ?? 0
      weights[word] = max(1, 12 - (Int.bitWidth - count.leadingZeroBitCount))
    }
  }

  /// The index of its first word.
  mutating func bestWindow(in words: [FoldedText.Word]) -> Int? {
    var best = (score: 0, inPlace: 0, start: 0)
    for end in words.indices {
      add(words[end].key)
      if end >= wanted.count { remove(words[end - wanted.count].key) }
      guard score > 0, score >= best.score else { continue }
      let start = max(0, end - wanted.count + 1)
      let inPlace = zip(wanted, words[start...end]).count { $0 == $1.key }
      if (score, inPlace) > (best.score, best.inPlace) { best = (score, inPlace, start) }
    }
    let total = wanted.reduce(0) { $0 + (weights[$1] ?? 0) }
    return best.score * 2 >= total ? best.start : nil
  }

  private mutating func add(_ word: String) {
    guard let need = needed[word] else { return }
    let count = have[word, default: 0]
    have[word] = count + 1
    if count < need { score += weights[word] ?? 0 }
  }

  private mutating func remove(_ word: String) {
    guard let need = needed[word] else { return }
    let count = have[word, default: 0]
    have[word] = count - 1
    if count <= need { score -= weights[word] ?? 0 }
  }
}
