import Diagnostics
import Testing

private let source = SourceText(path: "content/a.md", text: "---\nissued_by: [工信部, sasaac]\n\tx: 1\n---\n")

private let misspelt = Diagnostic(
  .unknownReference, "no agency 'sasaac'; did you mean 'sasac'?",
  at: Place("content/a.md", Position(line: 2, column: 24), length: 6),
  notes: [Diagnostic.Note("agencies lie here", at: Place("content/agencies", .start))], help: "write sasac")

@Suite struct PrinterTests {
  @Test func textShowsTheLineWithACaretUnderTheCharacters() {
    let text = TextPrinter { _ in source }.print(misspelt)
    #expect(
      text == """
        content/a.md:2:18: error[unknown-reference]: no agency 'sasaac'; did you mean 'sasac'?
          2 | issued_by: [工信部, sasaac]
            |                     ^^^^^^
          note: content/agencies:1: agencies lie here
          help: write sasac

        """)
  }

  @Test func aTabBeforeTheMistakeStaysATab() {
    let place = Place("content/a.md", Position(line: 3, column: 2), length: 1)
    let text = TextPrinter { _ in source }.print(Diagnostic(.unknownField, .warning, "no 'x'", at: place))
    #expect(text == "content/a.md:3:2: warning[unknown-field]: no 'x'\n  3 | \tx: 1\n    | \t^\n")
  }

  @Test func aPlaceBehindTheEndHasNoExcerpt() {
    let text = TextPrinter { _ in source }.print(
      Diagnostic(.invalidYAML, "ends", at: Place("content/a.md", Position(line: 99, column: 4))))
    #expect(text == "content/a.md:99:4: error[invalid-yaml]: ends\n")
  }

  @Test func ofALongLineThePartAroundThePlaceIsShown() {
    let long = SourceText(
      path: "x", text: String(repeating: "工a", count: 500) + "HERE" + String(repeating: "b", count: 5000))
    let place = Place("x", Position(line: 1, column: 2001), length: 4)
    let lines = TextPrinter { _ in long }.print(Diagnostic(.unknownField, "no", at: place)).split(
      separator: "\n")
    #expect(lines[0] == "x:1:1001: error[unknown-field]: no")
    #expect(lines[1].hasPrefix("  1 | …工a") && lines[1].hasSuffix("b…") && lines[1].contains("aHERE"))
    #expect(lines[1].count < 200)
  }

  @Test func controlCharactersDoNotReachTheTerminal() {
    let source = SourceText(path: "x", text: "a\u{1B}[31m")
    let text = TextPrinter { _ in source }.print(Diagnostic(.unknownField, "no \u{7}", at: Place("x")))
    #expect(!text.contains("\u{1B}") && !text.contains("\u{7}") && text.contains("a␛[31m"))
  }

  @Test func passwordsAreNotShown() {
    let source = SourceText(path: "x", text: "a: https://me:pass@h.example/@b, mailto:a@b, http://x/y@z")
    let text = TextPrinter { _ in source }.print(
      Diagnostic(.unknownField, "no", at: Place("x", Position(line: 1, column: 15), length: 1)))
    #expect(
      text.hasSuffix(
        "  1 | a: https://*******@h.example/@b, mailto:a@b, http://x/y@z\n    |               ^\n"), "\(text)"
    )
  }

  @Test func severalAreSortedByPlace() {
    let other = Diagnostic(.invalidDate, "no date", at: Place("content/a.md", Position(line: 1, column: 1)))
    let text = TextPrinter { _ in nil }.print([misspelt, other])
    #expect(text.hasPrefix("content/a.md:1:1: error[invalid-date]"))
  }

  @Test func coloursAreOnlyForTerminals() {
    #expect(TextPrinter(colour: true) { _ in nil }.print(misspelt).contains("\u{1B}[1;31merror"))
    #expect(!TextPrinter { _ in nil }.print(misspelt).contains("\u{1B}"))
  }

  @Test func jsonCountsCharacters() {
    let json = MachinePrinter(version: "1") { _ in source }.json([misspelt]).compactText
    #expect(
      json == """
        [{"id":"unknown-reference","severity":"error","message":"no agency 'sasaac'; did you mean 'sasac'?",\
        "path":"content/a.md","line":2,"column":18,"help":"write sasac",\
        "notes":[{"message":"agencies lie here","path":"content/agencies","line":1}]}]
        """)
  }

  @Test func githubEscapesWhatWouldEndACommand() {
    let diagnostic = Diagnostic(.brokenLink, .note, "50% off\nhere", at: Place("a,b:c.md", .start))
    let text = MachinePrinter(version: "1") { _ in nil }.github([diagnostic])
    #expect(text == "::notice file=a%2Cb%3Ac.md,line=1,col=1,title=broken-link::50%25 off%0Ahere\n")
  }

  @Test func githubFindsTheFileFromTheTopOfTheRepositoryAndTellsNotes() {
    let text = MachinePrinter(version: "1", folder: "docs/base") { _ in source }.github([misspelt])
    #expect(
      text == "::error file=docs/base/content/a.md,line=2,col=18,title=unknown-reference::"
        + "no agency 'sasaac'; did you mean 'sasac'?%0A"
        + "agencies lie here: docs/base/content/agencies:1%0Awrite sasac\n")
  }

  /// What the schema of SARIF 2.1.0 requires, and what GitHub requires beyond it: a place, and paths that are URIs.
  @Test func sarifIsWhatCodeScanningReads() {
    let odd = Diagnostic(
      .brokenLink, .note, "no", at: Place("content/工 #1%.md", Position(line: 3, column: 1)))
    let nowhere = Diagnostic(.foreignFile, "taken", at: nil)
    let json = MachinePrinter(version: "1", folder: "kb") { _ in nil }.sarif([odd, nowhere, misspelt])
    func location(_ uri: String, _ line: Int, _ column: Int) -> String {
      #"{"physicalLocation":{"artifactLocation":{"uri":"\#(uri)"},"#
        + #""region":{"startLine":\#(line),"startColumn":\#(column)}}"#
    }
    #expect(
      json.compactText == #"{"$schema":"https://json.schemastore.org/sarif-2.1.0.json","version":"2.1.0","#
        + #""runs":[{"tool":{"driver":{"name":"remit","version":"1","rules":[{"id":"broken-link"},"#
        + #"{"id":"foreign-file"},{"id":"unknown-reference"}]}},"columnKind":"unicodeCodePoints","results":["#
        + #"{"ruleId":"foreign-file","level":"error","message":{"text":"taken"},"#
        + #""locations":["# + location("kb/remit.yaml", 1, 1) + "}]},"
        + #"{"ruleId":"unknown-reference","level":"error","#
        + #""message":{"text":"no agency 'sasaac'; did you mean 'sasac'?; write sasac"},"#
        + #""locations":["# + location("kb/content/a.md", 2, 24) + "}],"
        + #""relatedLocations":["# + location("kb/content/agencies", 1, 1)
        + #","message":{"text":"agencies lie here"}}]},"#
        + #"{"ruleId":"broken-link","level":"note","message":{"text":"no"},"#
        + #""locations":["# + location("kb/content/%E5%B7%A5%20%231%25.md", 3, 1) + "}]}]}]}")
  }

  @Test func sarifNamesItsRules() {
    let json = MachinePrinter(version: "1") { _ in nil }.sarif([misspelt, misspelt]).compactText
    #expect(json.contains(#""rules":[{"id":"unknown-reference"}]"#))
    #expect(json.contains(#""region":{"startLine":2,"startColumn":24}"#))
  }
}

@Suite struct PasswordTests {
  @Test(arguments: [
    ("see https://bob:secret@host.example/x", "see https://**********@host.example/x"),
    ("ftp://bob:it's-secret@host.example", "ftp://***************@host.example"),
    ("https://a@b@host.example", "https://***@host.example"),
    ("https://host.example/@name?a@b", "https://host.example/@name?a@b"), ("a@b.example", "a@b.example"),
  ])
  func areStars(text: String, shown: String) {
    #expect(text.withoutPasswords == shown)
  }

  @Test func manySignsTakeNoTime() {
    let signs = "ftp://" + String(repeating: "@", count: 200_000)
    #expect(signs.withoutPasswords.utf8.count == signs.utf8.count)
  }
}
