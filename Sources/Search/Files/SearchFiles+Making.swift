extension SearchFiles {
  /// Makes the index of documents, on all processors; each document is made once, and forgotten.
  ///
  /// - Parameters:
  ///   - count: of the documents.
  ///   - document: makes the one of a number.
  package init(
    _ outline: Outline, documents count: Int, _ document: @escaping @Sendable (Int) -> SearchDocument
  ) async {
    // So large that common words are known to few parts, and so many that all processors have some.
    await self.init(outline, documents: count, inPartsOf: max(32, (count + 15) / 16), document)
  }

  init(
    _ outline: Outline, documents count: Int, inPartsOf size: Int,
    _ document: @escaping @Sendable (Int) -> SearchDocument
  ) async {
    let parts = await concurrently((count + size - 1) / size) { part in
      PartialIndex(part * size..<min((part + 1) * size, count), document)
    }
    let heads = parts.flatMap(\.heads)
    let hubs = Hubs(heads.map(\.namings))
    ranks = hubs.ranks
    let list = await TermList.merged(parts, ranks: hubs.ranks)
    let files = Self.files(list)
    let prefixes = await WidePrefixes(list, files: files, ranks: hubs.ranks)
    documents = ShownDocuments(parts.map(\.shown))
    // Results are of many files: each is small.
    per = count == 0 ? 1 : min(max(1, Self.documentFileSize * count / max(1, documents.size)), 64)
    let terms = files.indices.map { Self.terms(list, files, $0, prefixes) }
    self.terms = terms.map { ($0.terms, $0.postings) }
    let words = ReversedWords(list)
    self.words = words.files
    facets = outline.facets.map(Self.facet)
    let rest = Self.root(outline, count, per, heads, hubs, terms.map(\.first), words.firsts)
    var hash = FNVHash()
    hash.add(rest)
    for file in self.terms {
      hash.add(file.terms)
      hash.add(file.postings)
    }
    for file in self.words + facets { hash.add(file) }
    for number in 0..<count { hash.add(documents[number]) }
    version = hash.hexadecimal
    root = Array("{\"version\":\"\(version)\",".utf8) + rest
  }

  private static let documentFileSize = 4 * 1024
  static let termFileSize = 16 * 1024

  /// The terms of each file.
  private static func files(_ list: TermList) -> [Range<Int>] {
    var files: [Range<Int>] = []
    var (first, size) = (0, 0)
    for number in 0..<list.count {
      let more = list.term(number).count + list.posting(number).count + 2
      if size > 0, size + more > termFileSize {
        files.append(first..<number)
        (first, size) = (number, 0)
      }
      size += more
    }
    if first < list.count { files.append(first..<list.count) }
    return files
  }

  /// One file, with the prefixes that sort into it.
  private static func terms(
    _ list: TermList, _ files: [Range<Int>], _ number: Int, _ prefixes: WidePrefixes
  ) -> (first: [UInt8], terms: [UInt8], postings: [UInt8]) {
    var (first, terms, postings): ([UInt8]?, [UInt8], [UInt8]) = (nil, [], [])
    func add(_ term: ArraySlice<UInt8>, _ write: (inout [UInt8]) -> Void) {
      if first != nil {
        terms.append(UInt8(ascii: " "))
        postings.append(UInt8(ascii: " "))
      }
      first = first ?? Array(term)
      terms += term
      write(&postings)
    }
    let range = files[number]
    let border = number + 1 < files.count ? list.term(files[number + 1].lowerBound) : nil
    var prefix = number == 0 ? 0 : prefixes.place(of: list.term(range.lowerBound))
    func addPrefixes(before term: ArraySlice<UInt8>?) {
      while prefix < prefixes.terms.count,
        term.map({ prefixes.terms[prefix].lexicographicallyPrecedes($0) }) ?? true
      {
        let posting = prefixes.postings[prefix]
        add(prefixes.terms[prefix][...]) { posting.append(to: &$0) }
        prefix += 1
      }
    }
    for term in range {
      addPrefixes(before: list.term(term))
      add(list.term(term)) { $0 += list.posting(term) }
    }
    addPrefixes(before: border)
    return (first ?? [], terms, postings)
  }

  private static func facet(_ facet: SearchFacet) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.appendScript(list: facet.values) { bytes, value in
      bytes.append(UInt8(ascii: "["))
      bytes.appendScript(value.label)
      bytes += Array(",\"".utf8)
      var last = 0
      for document in value.documents {
        VLQ.append(document - last, to: &bytes)
        last = document
      }
      bytes += Array("\"]".utf8)
    }
    return bytes
  }
}

extension WidePrefixes {
  /// The first prefix that does not come before a term.
  fileprivate func place(of term: ArraySlice<UInt8>) -> Int {
    terms.firstIndex { !$0.lexicographicallyPrecedes(term) } ?? terms.count
  }
}

/// How often documents are named.
struct Hubs: Sendable {
  /// By document: the binary logarithm of how often others name it; 0 for all but those most often named.
  let ranks: [UInt8]

  private static let most = 1000
  private static let lowest = 3

  init(_ namings: [Int]) {
    let all = namings.map { UInt8(Int.bitWidth - 1 - (1 + $0).leadingZeroBitCount) }
    let hubs = all.indices.filter { all[$0] >= Self.lowest }
      .sorted { (-namings[$0], $0) < (-namings[$1], $1) }.prefix(Self.most)
    var ranks = [UInt8](repeating: 0, count: namings.count)
    for hub in hubs { ranks[hub] = all[hub] }
    self.ranks = ranks
  }
}

/// Fowler, Noll and Vo's hash, of 64 bits: to tell one state from another, and no secret.
private struct FNVHash {
  private var value: UInt64 = 0xCBF2_9CE4_8422_2325

  mutating func add(_ bytes: some Sequence<UInt8>) {
    for byte in bytes { value = (value ^ UInt64(byte)) &* 0x100_0000_01B3 }
    // So that what ends one file is no part of the next.
    value = (value ^ 0x100) &* 0x100_0000_01B3
  }

  var hexadecimal: String {
    let digits = String(value, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}
