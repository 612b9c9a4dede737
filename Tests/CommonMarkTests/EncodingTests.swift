import Diagnostics
import Testing

@testable import CommonMark

@Suite struct EncodingTests {
  @Test func invalidUTF8IsReplacedAndSaid() {
    let bytes = Array("a\nb ".utf8) + [0xFF, 0xC3] + Array("\n[[c]]".utf8)
    let parsed = parseMarkdown(bytes[...], path: "p.md")
    #expect(parsed.diagnostics.map(\.id) == [.invalidUTF8])
    #expect(parsed.diagnostics.first?.place == Place("p.md", Position(line: 2, column: 3)))
    #expect(parsed.html() == "<p>a\nb \u{FFFD}\u{FFFD}\n[[c]]</p>\n")
    #expect(parsed.links.map(\.position) == [Position(line: 3, column: 1)])
  }

  @Test func fewerDiagnosticsThanFaults() {
    let bytes: [UInt8] = (0..<1_000).map { $0 % 2 == 0 ? 0xFF : .newline }
    #expect(parseMarkdown(bytes[...], path: "p.md").diagnostics.count == 20)
  }

  @Test func lineEndsOfAnySort() {
    let parsed = document("# a\r\n\r\nb\r[[c]]\r\n```\r\nd\r\n```\r\n")
    #expect(parsed.html() == "<h1 id=\"a\">a</h1>\n<p>b\n[[c]]</p>\n<pre><code>d\n</code></pre>\n")
    #expect(parsed.links.map(\.position) == [Position(line: 4, column: 1)])
  }

  @Test func aByteOrderMarkIsNoText() {
    let parsed = document("\u{FEFF}# a [[b]]")
    #expect(parsed.title == "a b")
    #expect(parsed.links.map(\.position) == [Position(line: 1, column: 8)])
  }

  @Test func controlCharactersAreReplaced() {
    #expect(html("a\u{0}b") == "<p>a\u{FFFD}b</p>\n")
    // One that would be taken for a mark of ours.
    #expect(document("[[x]] \u{1}000\u{2}").links.count == 1)
    #expect(html("a\u{0}b", .strictCommonMark) == "<p>a\u{FFFD}b</p>\n")
  }

  /// Each byte is shown as a character of three.
  @Test func placesBehindReplacedBytesAreThoseOfTheFile() {
    let bytes: [UInt8] =
      [0x01, 0xFF, 0xE4, 0xB8, 0x41, 0x02] + Array("[[b]] ".utf8) + [0x03] + Array("[[c]]".utf8)
    let parsed = parseMarkdown(bytes[...], path: "p.md", at: Position(line: 5, column: 3), indent: 2)
    #expect(
      parsed.links.map(\.position) == [Position(line: 5, column: 9), Position(line: 5, column: 16)])
    #expect(parsed.diagnostics.map(\.place?.position) == [Position(line: 5, column: 4)])
    let unclosed = document("\u{1}\u{2}[[wo").diagnostics.filter { $0.id == .unclosedWikiLink }
    #expect(unclosed.map(\.place?.position) == [Position(line: 1, column: 3)])
  }

  @Test func nothing() {
    for text in ["", "\n", " ", "\u{FEFF}", "\r\n\r\n"] {
      #expect(html(text).isEmpty)
      #expect(document(text).firstParagraph == nil)
    }
  }
}
