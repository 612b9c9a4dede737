/// Where a word is found.
struct Posting: Sendable, Equatable {
  /// A passage in which it stands.
  struct Occurrence: Sendable, Equatable {
    var document: UInt32
    var passage: UInt16
    var sort: SearchDocument.Passage.Sort
    /// The number of words of a name; of what is none 0.
    var length: UInt8
  }

  /// In how many documents, listed or not.
  var count: Int
  /// By document, then by passage.
  var occurrences: [Occurrence]

  init(count: Int, _ occurrences: [Occurrence]) {
    self.count = count
    self.occurrences = occurrences
  }

  /// So many passages of a document are told, the best first.
  static let mostPassages = 8
  /// So many documents of a word are told.
  static let mostDocuments = 1500
  /// So many documents of a prefix are told.
  static let mostOfPrefix = 300

  /// How many documents are told.
  var listed: Int { occurrences.documentCount }

  /// Whether there are more documents than are told.
  var isCut: Bool { count > listed }

  /// Keeps the best so many documents: by the class of their best passage, how often they are named, and their number.
  mutating func cut(to most: Int, ranks: [UInt8]) {
    guard listed > most else { return }
    var keys: [(SearchDocument.Passage.Sort, Int, UInt32)] = []
    for (index, occurrence) in occurrences.enumerated()
    where index == 0 || occurrences[index - 1].document != occurrence.document {
      keys.append((occurrence.sort, -Int(ranks[Int(occurrence.document)]), occurrence.document))
    }
    let best = Set(keys.sorted(by: <).prefix(most).map(\.2))
    occurrences.removeAll { !best.contains($0.document) }
  }
}

extension [Posting.Occurrence] {
  var documentCount: Int {
    var count = 0
    var last: UInt32?
    for occurrence in self where occurrence.document != last {
      count += 1
      last = occurrence.document
    }
    return count
  }
}

// MARK: - As a string

extension Posting {
  func append(to bytes: inout [UInt8]) {
    VLQ.append(count, to: &bytes)
    var (document, passage) = (UInt32(0), UInt16(0))
    for (index, occurrence) in occurrences.enumerated() {
      let isFirst = index == 0 || occurrences[index - 1].document != occurrence.document
      if isFirst {
        VLQ.append(Int(occurrence.document - document), to: &bytes)
        (document, passage) = (occurrence.document, 0)
      }
      let goesOn = index + 1 < occurrences.count && occurrences[index + 1].document == document
      let value = Int(occurrence.passage - passage) * 4 + Int(occurrence.sort.rawValue)
      VLQ.append(value * 2 + (goesOn ? 1 : 0), to: &bytes)
      passage = occurrence.passage
      if occurrence.sort.isName { VLQ.append(Int(occurrence.length), to: &bytes) }
    }
  }

  /// `nil` where the bytes are none.
  init?(_ bytes: ArraySlice<UInt8>) {
    var index = bytes.startIndex
    guard let count = VLQ.next(bytes, &index) else { return nil }
    var occurrences: [Occurrence] = []
    var document = 0
    while index < bytes.endIndex {
      guard let delta = VLQ.next(bytes, &index) else { return nil }
      document += delta
      var passage = 0
      var goesOn = true
      while goesOn {
        guard let value = VLQ.next(bytes, &index),
          let sort = SearchDocument.Passage.Sort(rawValue: UInt8(value >> 1 & 3))
        else { return nil }
        passage += value >> 3
        let length = sort.isName ? VLQ.next(bytes, &index) ?? 0 : 0
        occurrences.append(
          Occurrence(
            document: UInt32(truncatingIfNeeded: document), passage: UInt16(truncatingIfNeeded: passage),
            sort: sort, length: UInt8(clamping: length)))
        goesOn = value & 1 == 1
      }
    }
    self.init(count: count, occurrences)
  }
}
