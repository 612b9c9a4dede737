import Foundation
import TestSupport
import Testing

@testable import Search

/// The index: what stands in its files, whatever the documents say.
struct IndexTests {
  @Test func postingsReadAsTheyWereWritten() {
    var random = SeededGenerator(seed: 7)
    for _ in 0..<500 {
      var occurrences: [Posting.Occurrence] = []
      var document: UInt32 = 0
      for _ in 0..<Int.random(in: 0...40, using: &random) {
        document += UInt32.random(in: (occurrences.isEmpty ? 0 : 1)...3000, using: &random)
        var passage: UInt16 = 0
        for number in 0..<Int.random(in: 1...8, using: &random) {
          passage += UInt16.random(in: (number == 0 ? 0 : 1)...300, using: &random)
          let sort = SearchDocument.Passage.Sort(rawValue: UInt8.random(in: 0...3, using: &random)) ?? .body
          occurrences.append(
            Posting.Occurrence(
              document: document, passage: passage, sort: sort,
              length: sort.isName ? UInt8.random(in: 0...255, using: &random) : 0))
        }
      }
      let posting = Posting(count: occurrences.documentCount + 5, occurrences)
      var bytes: [UInt8] = []
      posting.append(to: &bytes)
      #expect(Posting(bytes[...]) == posting)
    }
  }

  @Test func theSameWhateverThePartsAre() async {
    var random = SeededGenerator(seed: 3)
    let documents = Documents.random(300, &random)
    let whole = await documents.files(inPartsOf: 1000)
    for size in [1, 7, 64] {
      let parted = await documents.files(inPartsOf: size)
      #expect(parted.names == whole.names)
      for name in whole.names + [SearchFiles.rootName] { #expect(parted.file(name) == whole.file(name)) }
    }
  }

  /// What a build writes depends on no thread, so on no order in which the parts of an index are made.
  @Test func theSameWithOneThreadAndWithTwo() async {
    var random = SeededGenerator(seed: 4)
    let documents = Documents.random(400, &random)
    let one = await documents.files(inPartsOf: 1000)
    for _ in 0..<4 {
      // Each document takes its time, another in each round.
      let delays = documents.all.indices.map { _ in Int.random(in: 0...2000, using: &random) }
      let two = await documents.files(inPartsOf: 25) {
        for _ in 0..<delays[$0] { _ = SearchTokenizer.words("a") }
      }
      #expect(two.names == one.names)
      for name in one.names + [SearchFiles.rootName] { #expect(two.file(name) == one.file(name)) }
    }
  }

  @Test func anEditOfOneTextChangesFewFiles() async {
    var random = SeededGenerator(seed: 6)
    var documents = Documents.random(900, &random)
    let before = await documents.files()
    documents.all[450].passages[3].text += " ownword"
    let after = await documents.files()
    // The index, the document, what names its file, a file of words and one of words spelled backwards, and perhaps of
    // beginnings of words.
    #expect(before.names.count > 150)
    #expect(Set(after.names).subtracting(before.names).count <= 6)
    #expect(Set(before.names).subtracting(after.names).count <= 6)
  }

  @Test func whatIsAddedLeavesCutsWhereTheyAre() async {
    var random = SeededGenerator(seed: 8)
    var documents = Documents.random(900, &random)
    let before = await documents.files()
    documents.all.insert(Documents.document("Newcomer", ["A new one."]), at: 450)
    documents.all[450].href = "newcomer.html"
    let after = await documents.files()
    func shown(_ files: SearchFiles) -> Set<String> {
      Set(files.names.filter { "cdw".contains($0.first ?? " ") })
    }
    #expect(shown(before).count > 150)
    #expect(shown(after).subtracting(shown(before)).count <= 5)
    // Documents behind it have other numbers, so that words are in other files; but the files begin with the same words.
    let firsts = Set(before.terms.map { $0.terms.prefix { $0 != 0x20 } })
    #expect(after.terms.count { !firsts.contains($0.terms.prefix { $0 != 0x20 }) } <= 2)
  }

  @Test func everyWordIsFoundInTheFileWhereItSorts() async {
    var random = SeededGenerator(seed: 5)
    let documents = Documents.random(900, &random)
    let files = await documents.files()
    #expect(files.terms.count > 3)
    var shelf = SearchShelf(files)
    for (number, document) in documents.all.enumerated() {
      for word in SearchTokenizer.words(document.title) {
        let posting = shelf.posting(Array(word.utf8))
        #expect(
          posting?.occurrences.contains { $0.document == number && $0.sort == .title } == true, "\(word)")
      }
    }
  }

  @Test func aCommonWordTellsTheBestDocumentsAndHowManyThereAre() async {
    let documents = Documents(
      all: (0..<2000).map { number in
        let isNamed = number % 10 == 9
        return Documents.document(isNamed ? "common \(number)" : "thing \(number)", ["said of common things"])
      })
    var shelf = SearchShelf(await documents.files())
    let posting = shelf.posting(Array("common".utf8))
    #expect(posting?.count == 2000)
    #expect(posting?.listed == Posting.mostDocuments)
    #expect(posting?.isCut == true)
    let named = posting?.occurrences.filter { $0.sort == .title }.map(\.document)
    #expect(named == (0..<200).map { UInt32($0 * 10 + 9) })
  }

  @Test func aWidePrefixHasOneEntry() async {
    let documents = Documents(
      all: (0..<1200).map { Documents.document("prefix\($0)and\($0 * 7) other", ["prefixes"]) })
    let files = await documents.files()
    #expect(files.terms.count > 1)
    var shelf = SearchShelf(files)
    let posting = shelf.posting(Array("prefix*".utf8))
    #expect(posting?.count == 1200)
    #expect(posting?.listed == Posting.mostOfPrefix)
    // Behind the prefix, as the order of their bytes has it.
    let terms = files.terms.flatMap { $0.terms.split(separator: UInt8(ascii: " ")) }
    for (a, b) in zip(terms, terms.dropFirst()) { #expect(a.lexicographicallyPrecedes(b)) }
  }

  /// As a browser goes: by the first documents that the index, and then a catalogue, tells of each file.
  @Test func everyDocumentIsFoundThroughTheCatalogues() async throws {
    func arguments(_ name: String, _ files: SearchFiles) throws -> [Any] {
      let text = String(decoding: try #require(files.file(name)), as: UTF8.self)
      let list = "[\(text.dropFirst("remitSearch.take(".count).dropLast(2))]"
      return try #require(try JSONSerialization.jsonObject(with: Data(list.utf8)) as? [Any])
    }
    let text = String(repeating: "word ", count: 400)
    let outline = SearchFiles.Outline(
      kinds: [SearchKind(one: "page", many: "pages", first: 0)], facets: [], han: "zh", strings: [])
    let files = await SearchFiles(outline, documents: 900) { number in
      var document = Documents.document("Page \(number)", [text])
      document.href = "page-\(number).html"
      return document
    }
    let root = try #require(try arguments(SearchFiles.rootName, files)[0] as? [String: Any])
    let catalogues = try #require(root["c"] as? [[Any]])
    #expect(catalogues.count > 1)
    func row(_ rows: [[Any]], _ number: Int) throws -> (first: Int, name: String) {
      let row = try #require(rows.last { ($0[0] as? Int ?? .max) <= number })
      return (try #require(row[0] as? Int), try #require(row[1] as? String))
    }
    for number in stride(from: 0, to: 900, by: 7) {
      let shelf = try row(catalogues, number)
      let rows = try #require(try arguments("c\(shelf.name).js", files)[0] as? [[Any]])
      let file = try row(rows, number - shelf.first)
      let documents = try #require(try arguments("d\(file.name).js", files)[0] as? [[Any]])
      let place = number - shelf.first - file.first
      try #require(documents.indices.contains(place))
      #expect(documents[place][0] as? String == "Page \(number)")
    }
  }

  @Test func hostileTextsStayTexts() async throws {
    let hostile = [
      "</script><script>alert(1)</script>", "\"]) ; alert(1) //", "a\u{2028}b\u{2029}c \\u003C \\",
      "<!-- \u{0}\u{1F}\u{7F}",
      "é\u{E000}\u{10FFFF}“quoted”",
    ]
    var document = Documents.document(hostile[0], hostile)
    document.href = "a.html#<b>\""
    document.subtitle = hostile[1]
    let made = document
    let facet = SearchFacet(label: hostile[0], values: [SearchFacet.Value(label: hostile[2], documents: [0])])
    let files = await SearchFiles(
      SearchFiles.Outline(
        kinds: [SearchKind(one: hostile[3], many: hostile[0], first: 0)], facets: [facet], han: "zh",
        strings: [("a", hostile[2])]),
      documents: 1
    ) { _ in made }
    for name in files.names + [SearchFiles.rootName] {
      let bytes = try #require(files.file(name))
      #expect(!bytes.contains(UInt8(ascii: "<")))
      #expect(!bytes.contains { $0 < 0x20 && $0 != 0x0A || $0 == 0x7F })
      let text = String(decoding: bytes, as: UTF8.self)
      #expect(!text.unicodeScalars.contains { $0.value == 0x2028 || $0.value == 0x2029 })
    }
    let shown = try #require(files.names.first { $0.hasPrefix("d") }.flatMap(files.file))
    let json = String(decoding: shown, as: UTF8.self).dropFirst("remitSearch.take".count + 1).dropLast(2)
    let read = try JSONSerialization.jsonObject(with: Data("[\(json)]".utf8)) as? [Any]
    let first = ((read?[0] as? [Any])?[0] as? [Any])
    #expect(first?[0] as? String == hostile[0])
    let passages = (first?[4] as? [[Any]])?.map { $0[3] as? String }
    #expect(passages == document.passages.map(\.text))
  }
}

/// Documents for tests.
struct Documents: Sendable {
  var all: [SearchDocument]

  static func document(_ title: String, _ texts: [String]) -> SearchDocument {
    var document = SearchDocument(title: title, href: "page.html")
    document.passages =
      [SearchDocument.Passage(.title, title)]
      + texts.map { SearchDocument.Passage(.body, $0, label: "Text", anchor: "text") }
    return document
  }

  static func random(_ count: Int, _ random: inout SeededGenerator) -> Documents {
    let letters = "aeioubcdfgklmnprst冠军单项企业中国é"
    func word() -> String {
      String(
        (0..<Int.random(in: 2...9, using: &random)).map { _ in letters.randomElement(using: &random) ?? "a" })
    }
    let words = (0..<6000).map { _ in word() }
    return Documents(
      all: (0..<count).map { _ in
        func text(_ count: Int) -> String {
          (0..<count).map { _ in words[Int.random(in: 0..<words.count, using: &random)] }.joined(
            separator: " ")
        }
        var document = document(text(3), (0..<6).map { _ in text(12) })
        document.href = text(1) + ".html"
        document.year = Int.random(in: 0...3, using: &random) * 1000
        document.namings = Int.random(in: 0...40, using: &random)
        return document
      })
  }

  /// - Parameter wait: what passes the time before a document is made.
  func files(inPartsOf size: Int? = nil, _ wait: @escaping @Sendable (Int) -> Void = { _ in }) async
    -> SearchFiles
  {
    let all = all
    let outline = SearchFiles.Outline(
      kinds: [SearchKind(one: "Thing", many: "Things", first: 0)], facets: [], han: "zh", strings: [])
    guard let size else { return await SearchFiles(outline, documents: all.count) { all[$0] } }
    return await SearchFiles(outline, documents: all.count, inPartsOf: size) {
      wait($0)
      return all[$0]
    }
  }
}
