extension TermList {
  /// The terms of all parts of an index. What comes of it is the same however the documents are parted.
  ///
  /// - Parameter ranks: of the documents: how often each is named.
  static func merged(_ parts: [PartialIndex], ranks: [UInt8]) async -> TermList {
    let borders = borders(of: parts)
    let lists = await concurrently(borders.count - 1) { number in
      merged(parts, from: borders[number], to: borders[number + 1], ranks: ranks)
    }
    var all = TermList()
    for list in lists { all.append(list) }
    return all
  }

  /// Places in the order of each part's terms, at which they can be cut into alphabetical stretches.
  private static func borders(of parts: [PartialIndex]) -> [[Int]] {
    let stretches = 32
    var borders = [parts.map { _ in 0 }]
    if let largest = parts.max(by: { $0.order.count < $1.order.count }), largest.order.count > stretches * 8 {
      for number in 1..<stretches {
        let term = largest.terms[largest.order[largest.order.count * number / stretches]]
        borders.append(parts.map { $0.place(of: term) })
      }
    }
    borders.append(parts.map(\.order.count))
    return borders
  }

  private static func merged(
    _ parts: [PartialIndex], from start: [Int], to end: [Int], ranks: [UInt8]
  ) -> TermList {
    var places = start
    var list = TermList()
    func term(_ part: Int) -> ArraySlice<UInt8> { parts[part].terms[parts[part].order[places[part]]] }
    while true {
      var first: Int?
      for part in parts.indices where places[part] < end[part] {
        if first.map({ term(part).lexicographicallyPrecedes(term($0)) }) ?? true { first = part }
      }
      guard let first else { return list }
      let word = term(first)
      var posting = Posting(count: 0, [])
      for part in first..<parts.count where places[part] < end[part] && term(part) == word {
        posting.occurrences += parts[part].occurrences(of: parts[part].order[places[part]])
        places[part] += 1
      }
      posting.count = posting.listed
      posting.cut(to: Posting.mostDocuments, ranks: ranks)
      list.append(word, posting)
    }
  }
}

extension PartialIndex {
  /// The place in the order of the first term that does not come before another.
  fileprivate func place(of term: ArraySlice<UInt8>) -> Int {
    var (low, high) = (0, order.count)
    while low < high {
      let middle = (low + high) / 2
      if terms[order[middle]].lexicographicallyPrecedes(term) { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
