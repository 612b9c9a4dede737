import Knowledge
import Testing

@Suite struct UniqueTests {
  @Test func textsThatOnlyLookAlikeAreSeveral() {
    let texts = ["\u{F9DC}", "\u{9686}", "caf\u{E9}", "\u{9686}", "cafe\u{301}"]
    #expect(texts.unique.map { Array($0.utf8) } == [0, 1, 2, 4].map { Array(texts[$0].utf8) })
    #expect([2, 1, 2].unique == [2, 1])
  }
}
