import Diagnostics
import TestSupport
import Testing

/// Text from elsewhere, wherever it is printed: it moves no cursor, hides nothing, and gives a CI service no command.
@Suite struct PrintableTextTests {
  @Test(arguments: [
    ("a\u{1B}[31mb", "a␛[31mb"), ("a\r\nb", "a␍␊b"), ("\u{0}\u{7F}", "␀␡"), ("a\u{9B}b", "a\\u{9B}b"),
    ("a\u{85}\u{2028}\u{2029}", "a\\u{85}\\u{2028}\\u{2029}"),
    ("a\u{202E}b\u{2066}\u{200F}\u{61C}", "a\\u{202E}b\\u{2066}\\u{200F}\\u{61C}"),
    ("w\u{200B}w\u{2060}\u{FEFF}\u{AD}", "w\\u{200B}w\\u{2060}\\u{FEFF}\\u{AD}"),
    ("a\u{E0061}\u{FFF9}\u{378}\u{FFFF}", "a\\u{E0061}\\u{FFF9}\\u{378}\\u{FFFF}"),
    // Joiners and shapes that words and emoji need.
    ("می\u{200C}خواهم 👨\u{200D}👩 ⚙\u{FE0F} a\u{200D}b", "می\u{200C}خواهم 👨\u{200D}👩 ⚙\u{FE0F} a\\u{200D}b"),
    ("工信部 é e\u{301} 한국 \t#1 ##", "工信部 é e\u{301} 한국 \t#1 ##"),
    ("x ##[error]y ##vso[task.z]", "x #\\u{23}[error]y #\\u{23}vso[task.z]"), ("###[a", "##\\u{23}[a"),
  ])
  func aFieldIsShownInFull(_ text: String, _ shown: String) {
    #expect(text.printable == shown)
    #expect(shown.printable == shown)
  }

  @Test(arguments: [
    ("::error::x\n  ::warning::y\n", "\\u{3A}:error::x\n  \\u{3A}:warning::y\n"),
    ("a::b\n\u{3000}::x", "a::b\n\u{3000}\\u{3A}:x"),
    ("section_start:1:a\r\u{1B}[0K", "section_start:1:a␍␛[0K"),
    ("a\u{85}::x", "a\\u{85}::x"), ("::", "\\u{3A}:"), ("", ""), ("é\n", "é\n"),
  ])
  func linesHoldNoCommand(_ text: String, _ shown: String) { #expect(text.printableLines == shown) }

  @Test func ofAMessageOnlyTheProgramBreaksLines() {
    let name = "a\n::x"
    let message: PlainMessage = "no '\(name)'\n  help: \(1)"
    #expect(message.description == "no 'a␊::x'\n  help: 1")
    #expect(message.help("\(name)").description == "no 'a␊::x'\n  help: 1\n  help: a␊::x")
  }

  @Test func jsonHoldsTheSameTextByEscapes() {
    #expect(
      JSON.string("a\u{9B}\u{202E}##[x\u{E0061}é").compactText == #""a\u009b\u202e#\u0023[x\udb40\udc61é""#)
  }

  private static let pieces = [
    "\n", "\r", "\u{1B}]0;t\u{7}", "\u{9B}31m", "\u{202E}", "\u{2028}", "::error::x", "::stop-commands::y",
    "##[group]z",
    "##vso[task.setvariable]", "\n  ::add-mask::w", "a", "工", "\"", "'", "`", "%0A", "\u{E0041}", "\u{0}",
    "##", "[", " ",
  ]

  private static func text(_ generator: inout SeededGenerator) -> String {
    (0..<Int.random(in: 0..<6, using: &generator)).map { _ in pieces.randomElement(using: &generator) ?? "" }
      .joined()
  }

  private static func diagnostic(_ generator: inout SeededGenerator) -> (Diagnostic, SourceText) {
    let path = text(&generator)
    let place = Place(path, Position(line: 1, column: Int.random(in: 1..<20, using: &generator)), length: 3)
    let other = Place(text(&generator), Position(line: 2, column: 1))
    let diagnostic = Diagnostic(
      .unknownReference, .warning, text(&generator), at: place,
      notes: [Diagnostic.Note(text(&generator), at: other), Diagnostic.Note(text(&generator))],
      help: text(&generator))
    return (diagnostic, SourceText(path: path, text: (0..<4).map { _ in text(&generator) }.joined()))
  }

  @Test func noFormatSpeaksToTheTerminalOrTheService() {
    var generator = SeededGenerator(seed: 7)
    for _ in 0..<400 {
      let (diagnostic, source) = Self.diagnostic(&generator)
      let machine = MachinePrinter(version: "1", folder: "f") { _ in source }
      let text = TextPrinter { _ in source }.print(diagnostic)
      let github = machine.github([diagnostic])
      #expect(github.hasPrefix("::warning file=") && github.dropLast().allSatisfy { !$0.isNewline })
      for printed in [
        text, machine.json([diagnostic]).text, machine.sarif([diagnostic]).text, String(github.dropFirst(2)),
      ] {
        #expect(
          !printed.unicodeScalars.contains { $0 != "\n" && $0 != "\t" && $0.isHidden },
          "\(printed.debugDescription)")
        #expect(!printed.contains(#/##[A-Za-z]*\[/#), "\(printed)")
        for line in printed.split(separator: "\n") {
          #expect(!line.drop { $0.isWhitespace }.hasPrefix("::"), "\(line)")
        }
      }
    }
  }

  @Test func theCaretStandsUnderWhatIsShown() {
    let source = SourceText(path: "x", text: "a\u{1B}\u{202E}HERE")
    let text = TextPrinter { _ in source }.print(
      Diagnostic(.unknownField, "no", at: Place("x", Position(line: 1, column: 6), length: 4)))
    #expect(text.hasSuffix("  1 | a␛\\u{202E}HERE\n    |           ^^^^\n"))
  }
}
