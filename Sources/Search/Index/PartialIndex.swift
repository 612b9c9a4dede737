/// The index of some documents that follow one another: made by one worker, who then forgets the documents.
struct PartialIndex: Sendable {
  private(set) var terms = TermTable()
  /// The numbers of the terms, in the order of their bytes.
  private(set) var order: [Int] = []
  /// By term, one term's behind another's.
  private var occurrences: [Posting.Occurrence] = []
  private var starts: [Int] = []
  /// What is said of each document, in the script's form.
  private(set) var shown = ByteRows()
  private(set) var heads: [Head] = []

  struct Head: Sendable {
    var year: Int
    var namings: Int
    /// Of what is said of the document.
    var hash: UInt64
    /// What it is known by, whatever is said of it.
    var key: UInt64
  }

  /// - Parameters:
  ///   - range: the documents' numbers.
  ///   - document: makes one.
  init(_ range: Range<Int>, _ document: (Int) -> SearchDocument) {
    var builder = Builder()
    for number in range {
      let document = document(number)
      builder.add(document, number, terms: &terms)
      shown.append { $0.appendScript(document) }
      heads.append(
        Head(
          year: document.year, namings: document.namings, hash: FNVHash.of(shown[shown.count - 1]),
          key: FNVHash.of(document.href.utf8)))
    }
    (starts, occurrences) = builder.sorted(count: terms.count)
    let terms = terms
    order = (0..<terms.count).sorted { terms[$0].lexicographicallyPrecedes(terms[$1]) }
  }

  /// The passages in which a term stands, in their order.
  func occurrences(of term: Int) -> ArraySlice<Posting.Occurrence> {
    occurrences[starts[term]..<starts[term + 1]]
  }
}

private struct Builder {
  private var found: [(term: UInt32, occurrence: Posting.Occurrence)] = []
  private var states: [State] = []
  private var tokenizer = SearchTokenizer()

  /// What is known of a term in the document at hand.
  private struct State {
    var document: UInt32 = .max
    var passage: UInt16 = 0
    var count: UInt16 = 0
  }

  mutating func add(_ document: SearchDocument, _ number: Int, terms: inout TermTable) {
    for (index, passage) in document.passages.prefix(SearchDocument.mostPassages).enumerated() {
      let first = found.count
      tokenizer.read(passage.text)
      var count = add(number, index, passage.sort, &terms)
      if !passage.hidden.isEmpty {
        tokenizer.read(passage.hidden)
        count += add(number, index, passage.sort, &terms)
      }
      guard passage.sort.isName else { continue }
      for place in first..<found.count {
        found[place].occurrence.length = UInt8(clamping: count)
      }
    }
  }

  /// - Returns: how many words the passage has that were not counted yet.
  private mutating func add(
    _ document: Int, _ passage: Int, _ sort: SearchDocument.Passage.Sort, _ terms: inout TermTable
  ) -> Int {
    var count = 0
    for word in tokenizer.ends.indices where !tokenizer[word].isEmpty {
      let term = terms.number(of: tokenizer[word], in: tokenizer.bytes)
      if term == states.count { states.append(State()) }
      if states[term].document != document {
        states[term] = State(document: UInt32(document), passage: .max, count: 0)
      }
      guard states[term].passage != passage else { continue }
      states[term].passage = UInt16(passage)
      count += 1
      guard states[term].count < Posting.mostPassages else { continue }
      states[term].count += 1
      found.append(
        (
          UInt32(term),
          Posting.Occurrence(
            document: UInt32(document), passage: UInt16(passage), sort: sort, length: 0)
        ))
    }
    return count
  }

  /// By term; those of one stay in their order.
  func sorted(count: Int) -> (starts: [Int], [Posting.Occurrence]) {
    var starts = [Int](repeating: 0, count: count + 1)
    for (term, _) in found { starts[Int(term) + 1] += 1 }
    for term in 0..<count { starts[term + 1] += starts[term] }
    var places = starts
    let none = Posting.Occurrence(document: 0, passage: 0, sort: .body, length: 0)
    var occurrences = [Posting.Occurrence](repeating: none, count: found.count)
    for (term, occurrence) in found {
      occurrences[places[Int(term)]] = occurrence
      places[Int(term)] += 1
    }
    return (starts, occurrences)
  }
}
