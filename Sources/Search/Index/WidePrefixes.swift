/// Beginnings of words that stand in more than one file. Whoever types one gets the best documents of all of these words
/// from one entry, `prefix*`, which sorts right behind the prefix.
struct WidePrefixes: Sendable {
  /// With the star, in the order of their bytes.
  private(set) var terms: [[UInt8]] = []
  private(set) var postings: [Posting] = []

  /// - Parameter files: the terms of each file.
  init(_ list: TermList, files: [Range<Int>], ranks: [UInt8]) async {
    var prefixes: Set<[UInt8]> = []
    for file in files.dropFirst() {
      let (last, first) = (list.term(file.lowerBound - 1), list.term(file.lowerBound))
      var common = zip(last, first).prefix { $0 == $1 }.count
      // Not in the middle of a character.
      while common > 0 {
        let place = first.startIndex + common
        if place == first.endIndex || first[place] & 0xC0 != 0x80 {
          prefixes.insert(Array(first.prefix(common)))
        }
        common -= 1
      }
    }
    let sorted = prefixes.sorted { $0.lexicographicallyPrecedes($1) }
    terms = sorted.map { $0 + [UInt8(ascii: "*")] }
    postings = await concurrently(sorted.count) { number in
      Self.posting(list, list.range(of: sorted[number]), ranks)
    }
  }

  private static func posting(_ list: TermList, _ range: Range<Int>, _ ranks: [UInt8]) -> Posting {
    var most = 0
    // By document: the class of its best passage, and one; 0 for those that have none of the words.
    var best = [UInt8](repeating: 0, count: ranks.count)
    let all = range.compactMap { Posting(list.posting($0)) }
    for posting in all {
      most = max(most, posting.count)
      for occurrence in posting.occurrences {
        let value = 1 + occurrence.sort.rawValue
        let document = Int(occurrence.document)
        if best[document] == 0 || value < best[document] { best[document] = value }
      }
    }
    let found = best.indices.filter { best[$0] > 0 }
    let chosen =
      found.count <= Posting.mostOfPrefix
      ? found
      : found.map { (best[$0], -Int(ranks[$0]), $0) }.sorted(by: <).prefix(Posting.mostOfPrefix).map(\.2)
    var passages: [Int: [UInt16: Posting.Occurrence]] = [:]
    for document in chosen { passages[document] = [:] }
    for occurrence in all.lazy.flatMap(\.occurrences) {
      passages[Int(occurrence.document)]?[occurrence.passage] = occurrence
    }
    let occurrences = chosen.sorted().flatMap { document in
      (passages[document] ?? [:]).values.sorted { $0.passage < $1.passage }.prefix(Posting.mostPassages)
    }
    return Posting(count: max(most, found.count), occurrences)
  }
}
