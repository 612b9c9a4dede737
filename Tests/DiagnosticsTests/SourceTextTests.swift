import Diagnostics
import Testing

@Suite struct SourceTextTests {
  private let text = SourceText(path: "x", text: "one\r\ntwo\n\nfour")

  @Test func linesAreWithoutTheirEndings() {
    #expect(
      (1...5).map { text.line($0).map { String(decoding: $0, as: UTF8.self) } } == [
        "one", "two", "", "four", nil,
      ])
  }

  @Test func offsetsArePlaces() {
    #expect(text.position(at: 0) == Position(line: 1, column: 1))
    #expect(text.position(at: 6) == Position(line: 2, column: 2))
    #expect(text.position(at: 999) == Position(line: 4, column: 990))
  }

  @Test func aCarriageReturnAloneEndsALineToo() {
    let old = SourceText(path: "x", text: "one\rtwo\r\nthree\r\rfive\r")
    #expect(
      (1...7).map { old.line($0).map { String(decoding: $0, as: UTF8.self) } } == [
        "one", "two", "three", "", "five", "", nil,
      ])
    #expect(old.position(at: 4) == Position(line: 2, column: 1))
    #expect(old.position(at: 8) == Position(line: 2, column: 5))
    #expect(old.position(at: 17) == Position(line: 5, column: 2))
    #expect(old.withLineFeeds.bytes == Array("one\ntwo\r\nthree\n\nfive\n".utf8))
    #expect(text.withLineFeeds === text)
  }
}
