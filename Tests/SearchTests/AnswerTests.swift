import Testing

@testable import Search

/// What a question finds, and in which order.
struct AnswerTests {
  private static let documents: Documents = {
    var finance = Documents.document("Ministry of Finance", ["Keeps the budget of 10,000 firms."])
    finance.passages.insert(SearchDocument.Passage(.name, "Exchequer", label: "Mistranslation"), at: 1)
    finance.passages.insert(SearchDocument.Passage(.name, "财政部", language: "zh"), at: 2)
    var champions = Documents.document("Manufacturing Champions", ["Firms that lead a niche: 制造业单项冠军企业."])
    champions.passages.insert(
      SearchDocument.Passage(
        .fact, "1,000 firms · “one thousand”", label: "Value · Update", anchor: "value-update"),
      at: 1)
    return Documents(all: [
      finance, champions, Documents.document("Ministry of Industry", ["Answers to the Ministry of Finance."]),
      Documents.document("Policies", ["Finance and industry."]),
    ])
  }()

  private func answer(_ question: String) async -> SearchAnswer {
    let documents = Self.documents.all
    return SearchAnswer(question, in: await Self.documents.files()) { documents[$0] }
  }

  @Test(arguments: [
    ("ministry of finance", [0, 2]), ("exchequer", [0]), ("Exchequr", [0]), ("xchequer", [0]), ("财政部", [0]),
    ("单项冠军", [1]), ("champion", [1]), ("champ", [1]), ("policy", [3]), ("10000", [0]), ("one thousand", [1]),
    ("finance", [0, 2, 3]), ("zzzz", []), ("", []), ("industry ministry", [2]),
  ])
  func findsTheBestFirst(question: String, documents: [Int]) async {
    #expect(await answer(question).results.map(\.document) == documents)
  }

  @Test func whereNoDocumentHasAllWordsThoseWithMostAreFound() async {
    let found = await answer("exchequer zebra")
    #expect(found.isPartial)
    #expect(found.results.map(\.document) == [0])
    #expect(await !answer("exchequer").isPartial)
  }

  @Test func tellsTheWordThatItTookForASlip() async {
    let found = await answer("exchequr")
    #expect(found.corrections.map(\.word) == ["exchequr"])
    #expect(found.corrections.map(\.taken) == [["exchequer"]])
  }

  @Test func showsThePassageThatHasTheWords() async {
    let result = await answer("one thousand").results.first
    #expect(result?.passage == 1)
    #expect(await answer("ministry of finance").results.last?.passage == 1)
  }

  /// Each is two files for a browser: more of them would make a question of a large site weigh over 100 KB.
  @Test func aQuestionOfManyLooksAtTheTextsOfTwelve() async {
    let outline = SearchFiles.Outline(
      kinds: [SearchKind(one: "page", many: "pages", first: 0)], facets: [], han: "zh", strings: [])
    let document = { @Sendable (number: Int) in Documents.document("Page \(number)", ["energy market"]) }
    let files = await SearchFiles(outline, documents: 60, document)
    var read: [Int] = []
    let found = SearchAnswer("energy market", in: files) { number in
      read.append(number)
      return document(number)
    }
    #expect(found.results.count == 60)
    #expect(read == Array(0..<12))
  }

  @Test func whatIsPastedByMistakeIsAnswered() async {
    #expect(await answer(String(repeating: "</script>x ", count: 20_000)).results.isEmpty)
  }
}
