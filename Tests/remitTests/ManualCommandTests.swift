import Diagnostics
import Foundation
import Manual
import Site
import TestSite
import Testing

/// The manual that the program brings along.
@Suite struct ManualCommandTests {
  private static let folder = Remit.project.appending(path: "content/manual")

  @Test func everyPageIsInTheProgramAsItIsWritten() throws {
    let files = try FileManager.default.contentsOfDirectory(atPath: Self.folder.path)
    #expect(Set(files) == Set(ManualPages.own.all.map { $0.name + ".md" }))
    for page in ManualPages.own.all {
      let text = try text(of: page.name)
      let body = try #require(text.firstRange(of: "\n---\n")).upperBound
      let shown = try Remit.run("manual", page.name)
      #expect(shown.status == 0)
      #expect(shown.output == "# \(page.title)\n\n" + text[body...].drop { $0 == "\n" }, "\(page.name)")
    }
  }

  @Test func theListHasEveryPageInTheOrderOfTheFirst() throws {
    let listed = try Remit.run("manual").output.split(separator: "\n").dropFirst(2)
    #expect(listed.map { $0.prefix { $0 != " " } } == ManualPages.own.all.map { $0.name[...] })
    for (line, page) in zip(listed, ManualPages.own.all) {
      #expect(line.contains(page.title) && line.hasSuffix(page.summary), "\(page.name)")
    }
    let links = try text(of: "index").matches(of: /\n\| \[[^\]]+\]\(([a-z-]+)\.md\) \|/)
    #expect(["index"] + links.map { String($0.output.1) } == ManualPages.own.all.map(\.name))
  }

  @Test func aTerminalGetsLinesThatFitIt() throws {
    let terminal = try PseudoTerminal(["manual", "time"], columns: 60)
    #expect(try terminal.end() == 0)
    let shown = terminal.text.replacing("\r\n", with: "\n")
    let written = try Remit.run("manual", "time").output
    #expect(shown != written)
    // A quotation has its sign on each line.
    #expect(words(of: shown) == words(of: written))
    var isCode = false
    for line in shown.split(separator: "\n") {
      if line.hasPrefix("```") { isCode.toggle() }
      if !isCode, !line.hasPrefix("|"), !line.hasPrefix("#") {
        // A long link has no blank in it.
        #expect(line.count <= 60 || !line.drop { $0 == " " }.dropFirst(2).contains(" "), "\(line)")
      }
    }
    #expect(
      shown.contains("\n- **`from` and `until` meet.** On the day of `until` a value\n  no longer holds,"))
  }

  private func words(of text: String) -> [Substring] {
    text.split(whereSeparator: \.isWhitespace).filter { $0 != ">" }
  }

  @Test func aSectionHasItsOwnTextAndThatOfSectionsBelow() throws {
    let section = try Remit.run("manual", "time#a-proposal").output
    #expect(section.hasPrefix("### A proposal\n\n```yaml\n"))
    #expect(section.hasSuffix("[asks for it](diagnostics.md#change-without-day).\n"))
    let commands = try Remit.run("manual", "remit-build").output
    #expect(commands.hasPrefix("## remit build\n") && !commands.contains("## remit serve"))
    #expect(try Remit.run("manual", "options-that-several-commands-have").output.contains("\n### Progress\n"))
  }

  @Test(arguments: [
    "time#a-proposal", "time.md#a-proposal", "content/manual/time.md#a-proposal", "a-proposal", "A proposal",
    "Time#A proposal",
  ])
  func oneSectionIsNamedInSeveralWays(question: String) throws {
    #expect(try ManualPages.own.text(of: question) == ManualPages.own.text(of: "a-proposal"))
  }

  @Test func theIDOfADiagnosticLeadsToWhatIsSaidOfIt() throws {
    let sections = ManualPages.own.all.flatMap(\.sections)
    for id in DiagnosticID.allCases {
      let found = sections.filter { $0.anchor == id.rawValue }
      #expect(found.map(\.name) == ["diagnostics#" + id.rawValue])
      let text = found.first?.text ?? ""
      #expect(text.hasPrefix("## \(id.rawValue)\n") || text.hasPrefix("### \(id.rawValue)\n"))
    }
    #expect(try Remit.run("manual", "invalid-slug").output.hasPrefix("## invalid-slug\n"))
  }

  @Test(arguments: [
    ("tiem", "no page or section 'tiem'; did you mean 'time'?\n  help: 'remit manual' lists the pages\n"),
    ("invalid-perod", "'invalid-perod'; did you mean 'invalid-period'?"),
    ("time#a-propsal", "'time#a-propsal'; did you mean 'time#a-proposal'?"),
    ("tiem#a-proposal", "'tiem#a-proposal'; did you mean 'time#a-proposal'?"),
    ("proposal", "help: the word occurs in time#a-proposal; 'remit manual' lists the pages\n"),
    ("names", "several pages of the manual have a section 'names'\n  help: ask for one of them: "),
    ("#", "no page or section '#'\n"), ("", "no page or section ''\n"),
    ("x\n::error::y\u{1B}", "'x␊::error::y␛'"),
  ]) func whatIsNowhereIsToldWithAWayOut(question: String, message: String) throws {
    let outcome = try Remit.run("manual", question)
    #expect(outcome.status == 2)
    #expect(outcome.output == "")
    #expect(outcome.errors.contains(message), "\(outcome.errors)")
  }

  /// Whoever has only the program can do what a text of it says.
  @Test func everyPageThatTheProgramNamesIsThere() throws {
    let help = try Remit.run("--help").output
    let commands = help.matches(of: #/\n  ([a-z]+) /#).map { String($0.output.1) }
    var texts = [help] + Starter.texts.values + CIService.allCases.flatMap(\.workflows).map(\.text)
    texts += try commands.map { try Remit.run($0, "--help").output }
    texts += try sources()
    texts += try ManualPages.own.all.map { try ManualPages.own.text(of: $0.name) }
    var count = 0
    for text in texts {
      for match in text.matches(of: /remit manual (?:"([^"]+)"|([a-z][a-z.#-]*[a-z]))/) {
        let question = String(match.output.1 ?? match.output.2 ?? "")
        #expect(throws: Never.self, "\(question)") { try ManualPages.own.text(of: question) }
        count += 1
      }
    }
    #expect(count > 10)
  }

  /// A path that only a checkout of this project has.
  @Test func noTextOfTheProgramNamesAFileOfTheManual() throws {
    for text in try sources() + Starter.texts.values + [Remit.run("--help").output] {
      #expect(text.firstMatch(of: /manual\/|\/manual\b/) == nil, "\(text)")
    }
  }

  /// What the program's code says to others than its readers.
  private func sources() throws -> [String] {
    let root = Remit.project.appending(path: "Sources")
    let paths = try FileManager.default.subpathsOfDirectory(atPath: root.path)
      .filter { $0.hasSuffix(".swift") }
    #expect(paths.count > 100)
    return try paths.map { path in
      let text = try String(contentsOf: root.appending(path: path), encoding: .utf8)
      let code = text.split(separator: "\n").filter { !$0.drop { $0 == " " }.hasPrefix("//") }
      return code.joined(separator: "\n")
    }
  }

  private func text(of page: String) throws -> String {
    try String(contentsOf: Self.folder.appending(path: page + ".md"), encoding: .utf8)
  }
}
