import Folding
import Testing

@Suite struct NearestPassageTests {
  static let source = """
    The town of Ashford plans **new bridges**. By 2030, 40 wooden bridges and
    hundreds of stone bridges will be built. The council pays for the low-
    cost ones, and “friends of the river” pay for the rest. 到二〇三〇年建成四十座木桥。
    """

  @Test(arguments: [
    ("hundreds of stone bridge will be built", "hundreds of stone bridges will be built."),
    ("hundred of stoone bridges", "hundreds of stone bridges"),
    ("By 2030, 50 wooden bridges", "By 2030, 40 wooden bridges"),
    ("The council pays for the high-cost ones", "The council pays for the low-cost ones,"),
    ("enemies of the river", "\"friends of the river\""),
    ("Bridges", "bridges."),
    ("建成五十座木桥", "建成四十座木桥"),
  ])
  func nearest(quote: String, passage: String) throws {
    let text = FoldedText(Self.source)
    #expect(!text.contains(quote))
    let found = try #require(text.nearestPassage(to: quote))
    #expect(found == passage)
    #expect(text.contains(found))
  }

  @Test(arguments: ["", "…", "quite another matter", "zebra"])
  func nothingNear(quote: String) {
    #expect(FoldedText(Self.source).nearestPassage(to: quote) == nil)
  }

  @Test func shortAndEmptySources() {
    #expect(FoldedText("").nearestPassage(to: "a bridge") == nil)
    #expect(FoldedText("stone bridges").nearestPassage(to: "the stone bridge") == "stone bridges")
  }

  /// Many equal words and many different ones: neither may make the search slow.
  @Test func longTexts() {
    let same = FoldedText(String(repeating: "bridge ", count: 5000))
    let different = FoldedText((0..<5000).map { "word\($0)" }.joined(separator: " "))
    let quote = String(repeating: "bridges words ", count: 50)
    let time = ContinuousClock().measure {
      #expect(!same.contains(quote) && !different.contains(quote))
      _ = FoldedText(String(repeating: "a_-*\n\u{AD} ", count: 5000)).wordCount
      _ = FoldedText(String(repeating: "-", count: 50_000) + String(repeating: "_", count: 50_000))
      _ = same.nearestPassage(to: quote)
      _ = different.nearestPassage(to: quote)
    }
    #expect(time < .seconds(10))
  }
}
