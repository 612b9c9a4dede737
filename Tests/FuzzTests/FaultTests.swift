import Files
import Foundation
import Testing

@testable import remit_fuzz

/// That what is wrong is seen: a watcher that never barks proves nothing.
@Suite struct FaultTests {
  /// Beside the test bundle, where SwiftPM puts products.
  private static let program = URL(filePath: CommandLine.arguments[0]).resolvingSymlinksInPath()
    .deletingLastPathComponent().appending(path: "remit-fuzz").path

  @Test func aCrashAHangAndAWrongAnswerAreFoundSavedAndMadeSmall() async throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "fuzz-\(UUID().uuidString)").path
    defer { try? FileManager.default.removeItem(atPath: folder) }
    var run = ChildProcess(
      "sh",
      [
        "-c", "exec \"$0\" \"$@\"", Self.program, "run", "--kind", "faulty", "--seconds", "0", "--output",
        folder,
        "--project", ReplayTests.project,
      ])
    run.environment = ["REMIT_FUZZ_LIMIT": "200"]
    let outcome = try await run.run()
    #expect(outcome.status == 1)
    let text = String(decoding: outcome.output, as: UTF8.self)
    for sort in ["crash: ", "hang: ", "not so: nothing is wrong"] { #expect(text.contains(sort), "\(text)") }
    let small = try FileManager.default.subpathsOfDirectory(atPath: folder).filter {
      $0.hasSuffix("-small.txt")
    }
    let texts = try Set(small.map { try String(contentsOfFile: folder + "/" + $0, encoding: .utf8) })
    #expect(texts.isSuperset(of: ["crash", "wrong"]), "\(texts)")
    #expect(text.contains("4 inputs, 1 crashes, 1 hangs, 1 wrong"), "\(text)")
  }

  @Test(arguments: [
    "<p>a", "<p>a</b>", "<a href=\"x\"><a>", "<p><div></div></p>", "a & b", "&;", "<b a=b></b>",
    "<b a=\"<\"></b>",
    "<b a=\"1\" a=\"2\"></b>", "a < b", "<b a=\"", "<i id=\"a\"></i><b id=\"a\"></b>", "\u{1}", "<!-- ",
    "</p>",
  ])
  func markupThatIsNotWhole(_ text: String) {
    #expect(Markup(Array(text.utf8)).problem != nil)
  }

  @Test(arguments: [
    "<p>a<br>b</p>", "<!doctype html>\n<p a='1' b>&amp;&#39;</p>", "<script>a < b && c</script>",
    "<svg><path d=\"\"/></svg>",
    "<!-- < & -->",
  ])
  func markupThatIsWhole(_ text: String) {
    #expect(Markup(Array(text.utf8)).problem == nil)
  }

  @Test func whatSpeaksToTerminals() {
    for text in ["\u{1B}[0m", "\r", "\u{9B}", "\u{7F}", "\u{0}"] {
      #expect(PrintedText.problem(in: text) != nil)
    }
    #expect(PrintedText.problem(in: "a\tb\n制度") == nil)
    #expect(PrintedText.problem(inJSON: "{\"a\": 1") != nil)
    #expect(PrintedText.problem(inJSON: "{\"a\": [1]}") == nil)
  }
}
