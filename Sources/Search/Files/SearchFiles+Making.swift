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
    let list = await TermList.merged(parts, ranks: hubs.ranks)
    let cuts = FileCuts.ranges(of: list.count, average: Self.termFileSize) { number in
      list.term(number).count + list.posting(number).count + 2
    } key: {
      FNVHash.of(list.term($0))
    }
    let prefixes = await WidePrefixes(list, files: cuts, ranks: hubs.ranks)
    let terms = await concurrently(cuts.count) { Self.terms(list, cuts, $0, prefixes) }
    let words = ReversedWords(list)
    let documents = ShownDocuments(parts.map(\.shown))
    let facets = outline.facets.map(Self.facet)

    var names = FileNames()
    var directory = Directory()
    for (number, file) in terms.enumerated() {
      directory.terms.append((file.first, names.add(.terms(number), file.hash)))
    }
    for (number, file) in words.files.enumerated() {
      directory.words.append((words.firsts[number], names.add(.words(number), FNVHash.of(file))))
    }
    for (number, facet) in zip(facets.indices, outline.facets) {
      directory.facets.append((facet.label, names.add(.facet(number), FNVHash.of(facets[number]))))
    }
    let catalogue = Self.documentFiles(documents, heads, &names)
    directory.catalogues = Self.catalogueFiles(catalogue.rows, catalogue.keys, &names)
    self.init(
      root: Self.root(outline, heads, hubs, directory), terms: terms.map { ($0.terms, $0.postings) },
      words: words.files, facets: facets, documents: documents, ranks: hubs.ranks, fileNames: names,
      catalogue: catalogue.rows)
  }

  private static let documentFileSize = 4 * 1024
  private static let catalogueFileSize = 2 * 1024
  static let termFileSize = 16 * 1024

  /// Results are of many files: each is small.
  private static func documentFiles(
    _ documents: ShownDocuments, _ heads: [PartialIndex.Head], _ names: inout FileNames
  ) -> (rows: [Row], keys: [UInt64]) {
    let cuts = FileCuts.ranges(of: documents.count, average: documentFileSize) {
      documents[$0].count
    } key: {
      heads[$0].key
    }
    let rows = cuts.map { range in
      var hash = FNVHash()
      for number in range { hash.add(heads[number].hash) }
      return Row(documents: range.count, name: names.add(.documents(range), hash.value))
    }
    return (rows, cuts.map { heads[$0.lowerBound].key })
  }

  private static func catalogueFiles(_ rows: [Row], _ keys: [UInt64], _ names: inout FileNames) -> [Row] {
    FileCuts.ranges(of: rows.count, average: catalogueFileSize) { _ in
      15
    } key: {
      keys[$0]
    }.map { range in
      var bytes: [UInt8] = []
      bytes.appendScript(rows: rows[range])
      return Row(
        documents: rows[range].reduce(0) { $0 + $1.documents },
        name: names.add(.catalogue(range), FNVHash.of(bytes)))
    }
  }

  /// One file, with the prefixes that sort into it.
  private static func terms(
    _ list: TermList, _ files: [Range<Int>], _ number: Int, _ prefixes: WidePrefixes
  ) -> (first: [UInt8], terms: [UInt8], postings: [UInt8], hash: UInt64) {
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
    var hash = FNVHash()
    hash.add(terms)
    hash.add(postings)
    return (first ?? [], terms, postings, hash.value)
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
