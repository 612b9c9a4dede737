import Diagnostics
import Testing

@testable import CommonMark

/// Inputs that libcmark, or an innocent piece of code around it, takes minutes for. Each must take well
/// under a second; here a debug build has ten, which no hang stays under.
@Suite struct HostileTests {
  private static func times(_ count: Int, _ text: String) -> String { String(repeating: text, count: count) }

  /// Named, since the texts are too long to print.
  struct Known: CustomTestStringConvertible, Sendable {
    let testDescription: String
    let text: String
    let id: DiagnosticID

    init(_ name: String, _ id: DiagnosticID, _ text: String) {
      testDescription = name
      self.id = id
      self.text = text
    }
  }

  static let known = [
    Known("lists in lists", .nestedTooDeep, times(32_000, "- ") + "x" + times(32_000, "\n")),
    Known("quotations in quotations", .nestedTooDeep, times(32_000, ">") + times(32_000, "a*")),
    Known("images in images", .tooManyBrackets, times(32_000, "![[]()")),
    Known("blank lines in lists", .nestedTooDeep, times(90, "- ") + "x\n" + times(120_000, "\n")),
    Known("a bracket too many", .tooManyBrackets, "x " + times(5_001, "[")),
    Known("many blocks of brackets", .tooManyBrackets, times(20, "x " + times(4_999, "[") + "\n\n")),
    Known("a large file", .fileTooLarge, times(2_000_001, "x")),
    Known("many marks", .tooManyBrackets, times(300_000, "*")),
    Known("many items", .nestedTooDeep, times(2_600, times(99, "- ") + "a\n")),
  ]

  @Test(arguments: known)
  func isKeptAsPlainTextWithADiagnostic(_ hostile: Known) {
    let parsed = document(hostile.text)
    #expect(parsed.diagnostics.map(\.id) == [hostile.id])
    #expect(parsed.diagnostics.hasErrors)
    let isWhole = parsed.text == Array(hostile.text.utf8)
    #expect(isWhole)
    #expect(parsed.nodes.map(\.kind) == [.document, .codeBlock])
  }

  @Test func atThePlaceOfTheMistake() {
    let deep = document("a\n\n" + Self.times(101, "> ") + "b").diagnostics.first?.place?.position
    #expect(deep?.line == 3)
    let brackets = document("a\n\n  " + Self.times(5_001, "[")).diagnostics.first?.place?.position
    #expect(brackets == Position(line: 3, column: 3))
  }

  static let pieces = [
    "*a ", "_*", "**a", "*a_ ", "`", "`` ` ", "<", "<a ", "a<!--", "a<?", "a<![CDATA[", "&", "&amp;", "[a](",
    "[a](<b", "![", "[]",
    "[[", "[[a|", "[[a]](", "[[a]] ", "[@a;@b; ", "[^a]", "[^a]: b\n", "~", "~a ~~b", "|", "|a|\n|-|\n", "-|",
    "www.", "http://a",
    "a@", "a.a@", "://", "a://_", "&a;", "# a\n", "> [!note]\n", "- [ ] a\n", "\u{1}", "\\[", "\\", "> - ",
    "1. ", "```\n", "<div>\n",
    "<b a=", "[a]: b\n", "[a]: b '", "> a\nb\n", "`a\nb` [x](y) ", "[[a b\nc d]] ", "\t", " \n", "\"", "!",
    "{#a}", "[[]()", "（", "。", "éwww.", "_www.", "*中", "）*", "中\n", "1~", "[!", "> [!x]-\n", "[[a\nb\nc\nd",
    "|a|b|c|\n",
  ]

  @Test(.timeLimit(.minutes(1)), arguments: pieces)
  func takesNotLong(_ piece: String) {
    let clock = ContinuousClock()
    let time = clock.measure {
      for text in [Self.times(30_000 / piece.utf8.count, piece), "[^a]\n\n- " + Self.times(2_000, piece)] {
        let parsed = document(text)
        for link in parsed.links.suffix(20) { _ = parsed.sentence(around: link) }
        _ = parsed.html()
      }
    }
    #expect(time < .seconds(10), "\(piece.debugDescription)")
  }

  @Test(
    .timeLimit(.minutes(1)), arguments: ["éwww.", "_www.", "éwww._", "www.a_", "http://a_", "中**（", "a~1"])
  func isLinear(_ piece: String) {
    let clock = ContinuousClock()
    let time = clock.measure { _ = document(Self.times(60_000 / piece.utf8.count, piece) + "_") }
    #expect(time < .seconds(5), "\(piece.debugDescription)")
  }

  @Test func manyDefinitionsAndUses() {
    let definitions = (0..<10_000).map { "[a\($0)]: /u\($0)\n" + ($0 % 1_000 == 0 ? "\n" : "") }.joined()
    let uses = (0..<4_000).map { "[a\($0)]\n\n" }.joined()
    let parsed = document(definitions + "\n" + uses)
    #expect(parsed.links.count == 4_000)
    #expect(parsed.links.last?.target == "/u3999")
  }

  @Test func deeplyNestedFootnotesAndAsides() {
    let nested = (0..<90).map { Self.times($0, "    ") + "[^\($0)]: [^\($0 + 1)]\n" }.joined()
    #expect(document("[^0]\n\n" + nested).footnotes.count == 90)
    #expect(document(Self.times(99, "> ") + "[!note]").nodes.contains { $0.kind == .aside })
  }
}
