/// Words in the order of their bytes, each with where it is found.
struct TermList: Sendable {
  private var terms = ByteRows()
  private var postings = ByteRows()

  var count: Int { terms.count }

  func term(_ number: Int) -> ArraySlice<UInt8> { terms[number] }

  /// In the form that files have.
  func posting(_ number: Int) -> ArraySlice<UInt8> { postings[number] }

  mutating func append(_ term: ArraySlice<UInt8>, _ posting: Posting) {
    terms.append(term)
    postings.append { posting.append(to: &$0) }
  }

  mutating func append(_ other: TermList) {
    terms.append(other.terms)
    postings.append(other.postings)
  }

  /// The terms that begin with some bytes.
  func range(of prefix: [UInt8]) -> Range<Int> {
    let first = firstIndex { !$0.lexicographicallyPrecedes(prefix) }
    var end = first
    var (low, high) = (first, count)
    while low < high {
      let middle = (low + high) / 2
      if term(middle).starts(with: prefix) { low = middle + 1 } else { high = middle }
    }
    end = low
    return first..<end
  }

  /// The first term of which something holds that holds of all behind it.
  private func firstIndex(where holds: (ArraySlice<UInt8>) -> Bool) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if holds(term(middle)) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}

/// Rows of bytes, one behind another.
struct ByteRows: Sendable {
  private var bytes: [UInt8] = []
  private var ends: [Int] = []

  var count: Int { ends.count }

  subscript(number: Int) -> ArraySlice<UInt8> { bytes[(number == 0 ? 0 : ends[number - 1])..<ends[number]] }

  mutating func append(_ row: some Sequence<UInt8>) { append { $0 += row } }

  mutating func append(_ write: (inout [UInt8]) -> Void) {
    write(&bytes)
    ends.append(bytes.count)
  }

  mutating func append(_ other: ByteRows) {
    let base = bytes.count
    bytes += other.bytes
    ends += other.ends.map { base + $0 }
  }
}
