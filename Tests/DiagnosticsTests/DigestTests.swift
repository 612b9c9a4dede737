import Diagnostics
import Testing

/// A person at a terminal is told what matters, on one screen.
@Suite struct DigestTests {
  private func digest(_ diagnostics: [Diagnostic]) -> [Substring] {
    let source = SourceText(path: "x", text: "line")
    return TextPrinter { _ in source }.digest(diagnostics).split(separator: "\n")
  }

  private func unknown(_ key: String, in count: Int) -> [Diagnostic] {
    (0..<count).map {
      Diagnostic(
        .unknownField, .warning, "kind 'page' has no field '\(key)'", at: Place("\(key)\($0).md"),
        help: "help")
    }
  }

  private func links(_ count: Int, _ severity: Diagnostic.Severity = .warning) -> [Diagnostic] {
    (0..<count).map { Diagnostic(.brokenLink, severity, "no page '\($0)'", at: Place("l\(100 + $0).md")) }
  }

  @Test func aKeyIsToldOnceWithItsCountAndFirstPlace() {
    #expect(
      digest(unknown("a", in: 2) + unknown("b", in: 3)) == [
        "b0.md:1:1: warning[unknown-field]: kind 'page' has no field 'b' (3 files)",
        "a0.md:1:1: warning[unknown-field]: kind 'page' has no field 'a' (2 files)", "  help: help",
      ])
  }

  @Test func whatIsThereOnceIsToldWhole() {
    #expect(digest(unknown("a", in: 1)).count == 4)
  }

  @Test func severalTimesInAFileIsTold() {
    let html = (1...3).map {
      Diagnostic(
        .leftoverSyntax, .note, "HTML is shown as text",
        at: Place($0 < 3 ? "a.md" : "b.md", Position(line: $0, column: 1)))
    }
    #expect(digest(html) == ["a.md:1:1: note[leftover-syntax]: HTML is shown as text (3 times in 2 files)"])
  }

  @Test func errorsComeFirstAndAreAllTold() {
    let lines = digest(links(60) + links(50, .error) + unknown("a", in: 9))
    #expect(lines.prefix(150).count { $0.contains("error[broken-link]") } == 50)
    #expect(lines[0].contains("error") && lines[150].contains("warning"))
  }

  @Test func whatKeepsAPageBackComesBeforeBrokenLinks() {
    let held = Diagnostic(.unclearPublishing, .warning, "held back", at: Place("z.md"))
    #expect(digest(links(2) + [held]).first?.hasPrefix("z.md") == true)
  }

  @Test func whatFitsOnAScreenIsToldWhole() {
    #expect(digest(links(13)).count == 39)
    #expect(!digest(links(13)).contains { $0.contains("more") })
  }

  @Test func ofMoreTheFirstAreToldAndTheRestIsCounted() {
    let lines = digest(links(200))
    #expect(lines.count == 32)
    #expect(lines[30] == "warning[broken-link]: 190 more of this sort in 190 files")
    #expect(lines[31] == "190 are not shown here; --verbose prints each")
  }

  @Test func everythingFitsOnAScreen() {
    let ids: [DiagnosticID] = [
      .brokenLink, .brokenAnchor, .invalidDate, .unusedFootnote, .unsafeURL, .unclearPublishing,
      .duplicateKey,
      .invalidYAML, .misplacedFile, .lostCell,
    ]
    let many = ids.flatMap { id in
      (0..<300).map {
        Diagnostic(id, .warning, "wrong \($0)", at: Place("\(id).md", Position(line: $0, column: 1)))
      }
    }
    let keys = (0..<60).flatMap { unknown("key\($0)", in: 100 - $0) }
    let lines = digest(many + keys)
    #expect(lines.count <= DiagnosticDigest.screen)
    #expect(lines.count { $0.contains("(and 299 more of this sort in 1 file)") } == ids.count)
    #expect(lines.contains { $0.contains("52 more keys that plain pages do not have: key8, key9, ") })
    #expect(lines.last == "6448 are not shown here; --verbose prints each")
  }
}
