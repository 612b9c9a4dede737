import Foundation
import Glibc
import Knowledge
import Progress
import Testing

@testable import remit

/// What a person sees of long work, in a real terminal.
@Suite(.serialized) struct ProgressTests {
  /// So many files that the program has something to do.
  let count = Remit.isReleased ? 1_000 : 250

  func largeBase() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    let text = String(repeating: "Some *words* of a [page](policy-1-中国制造.md).\n\n", count: 4)
    let pages = (0..<count).map {
      ("content/policies/policy-\($0)-中国制造.md", "# Policy \($0)\n\n\(text)")
    }
    try folder.write(Dictionary(uniqueKeysWithValues: pages))
    return folder
  }

  /// Whose links lead to a server that takes its time.
  private func waitingBase(_ server: AnswerServer) throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    try folder.write(["content/links.md": "- \(server.address)/silent\n- \(server.address)/fine\n"])
    return folder
  }

  private func silentServer() throws -> AnswerServer {
    try AnswerServer { _, path, _ in path == "/silent" ? .silence : .status(200) }
  }

  private func hasLine(_ text: String) -> Bool { text.contains("\r\u{1B}[K") }

  // MARK: - Words

  @Test func aLineSaysStageCountAndPlace() {
    let state = StageState(.render, done: 1234, total: 12722, item: "policies/made-in-china-2025.html")
    #expect(
      ProgressText(state, columns: 80).line(colour: false)
        == "rendering pages 1,234 of 12,722 · policies/made-in-china-2025.html")
    #expect(
      ProgressText(state, columns: 80).line(colour: true)
        == "rendering pages 1,234 of 12,722\u{1B}[2m · policies/made-in-china-2025.html\u{1B}[0m")
    #expect(
      ProgressText(state, columns: 50).line(colour: false)
        == "rendering pages 1,234 of 12,722 · polic…-2025.html")
    #expect(
      ProgressText(state, columns: 39).line(colour: false) == "rendering pages 1,234 of 12,722")
    #expect(ProgressText(state, columns: 10).line(colour: false) == "rendering…")
    #expect(
      ProgressText(StageState(.read, subject: "main", done: 812), columns: 80).line(colour: false)
        == "main · reading files 812")
    #expect(ProgressText(StageState(.layOut), columns: 80).line(colour: false) == "laying out pages")
  }

  @Test func whatWouldBeObeyedIsShown() {
    let state = StageState(.parse, subject: "\u{1B}[2J", done: 1, total: 2, item: "a\rb\u{202E}c\n.md")
    #expect(
      ProgressText(state, columns: 80).line(colour: false)
        == "␛[2J · parsing files 1 of 2 · a␍b\\u{202E}c␊.md")
  }

  @Test func noLineIsWiderThanTheTerminal() {
    for item in ["政策/中国制造2025年行动计划.html", "a.html", String(repeating: "é政", count: 90)] {
      let state = StageState(.compare, subject: "中国制造中国制造中国制造中国制造", done: 7, total: 1_000_000, item: item)
      for columns in 1...160 {
        let line = ProgressText(state, columns: columns).line(colour: false)
        #expect(line.terminalWidth <= columns, "\(columns): \(line)")
      }
    }
  }

  @Test func stagesAreToldInTheirOrder() {
    let meter = ProgressMeter()
    meter.begin(.read)
    meter.advance(by: 1_234)
    meter.begin(.link)
    meter.begin(.link, of: 2) { "entity \($0)" }
    meter.start(1)
    meter.advance()
    #expect(meter.state == StageState(.link, done: 1, total: 2, item: "entity 1"))
    meter.begin(subject: "main")
    #expect(meter.state == nil)
    meter.begin(.check)
    meter.end()
    let told = meter.finished.map { $0.text.replacing(/[0-9]+ ms/, with: "… ms") }
    #expect(told == ["read 1,234 files: … ms", "linked 1 entity: … ms", "main: checked the entities: … ms"])
  }

  // MARK: - In a terminal

  @Test(arguments: [(40, false), (200, true)])
  func aBuildShowsItAndLeavesNothing(_ columns: Int, _ coloured: Bool) throws {
    let folder = try largeBase()
    let terminal = try PseudoTerminal(
      ["build", "--root", folder.path], columns: UInt16(columns),
      environment: coloured ? [:] : ["NO_COLOR": "1"])
    try terminal.readSlowly { $0.components(separatedBy: "\u{1B}[K").count > 3 }
    #expect(try terminal.end() == 0)
    let screen = terminal.screen(columns: columns)
    let last = screen.shown.joined()
    #expect(last.hasPrefix("\(count) entities; pages: ") && last.hasSuffix(" ms"), "\(screen.shown)")
    #expect(screen.erased.count > 2)
    let form =
      /^(reading|parsing|linking|laying|checking|rendering|indexing|putting) [a-z ]+[0-9,]*( of [0-9,]+)?( · .+)?$/
    #expect(screen.erased.allSatisfy { $0.contains(form) }, "\(screen.erased)")
    #expect(screen.erased.contains { $0.contains(/[0-9] of [0-9,]+ · [a-z]+/) }, "\(screen.erased)")
    // The last line is longer than a narrow terminal is wide; no line of progress is.
    #expect(screen.overflows == (last.count - 1) / columns, "\(screen.lines)")
    #expect(screen.unknown == [])
    #expect(terminal.text.contains("\u{1B}[2m") == coloured)
  }

  @Test func mistakesStandOnLinesOfTheirOwn() throws {
    let folder = try largeBase()
    try folder.write(["remit.yaml": "views: 3\n"])
    let terminal = try PseudoTerminal(["build", "--root", folder.path], columns: 80)
    try terminal.readSlowly(until: hasLine)
    #expect(try terminal.end() == 2)
    let shown = terminal.screen(columns: 80).shown
    #expect(shown.first?.hasPrefix("remit.yaml:1:8: error") == true, "\(shown)")
    #expect(shown.dropFirst().allSatisfy { !$0.contains(" of ") }, "\(shown)")
  }

  @Test(arguments: [SIGINT, SIGTERM, SIGHUP]) func whoeverEndsABuildHasACleanLine(_ signal: Int32) throws {
    let folder = try largeBase()
    let terminal = try PseudoTerminal(["build", "--root", folder.path], columns: 100)
    try terminal.readSlowly(until: hasLine)
    if signal == SIGINT { terminal.type("\u{3}") } else { terminal.send(signal) }
    #expect(try terminal.end() == 128 + signal)
    #expect(terminal.screen(columns: 100).shown == [])
  }

  @Test func hostsThatAreWaitedForAreNamed() throws {
    let server = try silentServer()
    defer { server.stop() }
    let folder = try waitingBase(server)
    let host = server.address.dropFirst("http://".count)
    let terminal = try PseudoTerminal(
      ["check", "--external", "--pause", "0", "--timeout", "60", "--root", folder.path], columns: 100)
    // On a busy machine the stages before have lines too.
    try terminal.read { $0.contains("waiting for ") }
    #expect(terminal.text.contains(/checking links [01] of 2/), "\(terminal.text)")
    #expect(terminal.text.contains("waiting for \(host)"), "\(terminal.text)")
    terminal.type("\u{3}")
    #expect(try terminal.end() == 130)
    #expect(terminal.screen(columns: 100).shown == [])
  }

  @Test func aTerminalThatGetsNarrowerIsNotOverflown() throws {
    let folder = try largeBase()
    let terminal = try PseudoTerminal(["check", "--root", folder.path], columns: 200)
    try terminal.readSlowly(until: hasLine)
    let wide = terminal.text.count
    terminal.resize(to: 20)
    try terminal.readSlowly { $0.dropFirst(wide).components(separatedBy: "\u{1B}[K").count > 3 }
    #expect(try terminal.end() == 0)
    // The first may have been on its way.
    let lines = terminal.text.dropFirst(wide).components(separatedBy: "\r\u{1B}[K").dropFirst(2)
    #expect(lines.dropLast().allSatisfy { TerminalScreen($0, columns: 20).overflows == 0 }, "\(lines)")
    #expect(terminal.screen(columns: 200).shown == ["\(count) entities; 0 errors; 0 warnings"])
  }

  @Test func aPreviewShowsItWhileItStartsAndAfterLargeChanges() throws {
    let folder = try largeBase()
    let terminal = try PseudoTerminal(["serve", "--port", "0", "--root", folder.path], columns: 100)
    try terminal.readSlowly(until: hasLine)
    try terminal.read { $0.contains("Ctrl-C stops it.") }
    #expect(terminal.screen(columns: 100).shown.count == 2)
    let before = terminal.text.count
    // What changes while the program is stopped comes to it at once.
    terminal.send(SIGSTOP)
    let text = String(repeating: "Other *words* of a page.\n\n", count: 60)
    for number in 0..<count {
      try folder.write(["content/policies/policy-\(number)-中国制造.md": "# Other \(number)\n\n\(text)"])
    }
    try terminal.readSlowly { hasLine(String($0.dropFirst(before))) }
    terminal.type("\u{3}")
    #expect(try terminal.end() == 0)
    let shown = terminal.screen(columns: 100).shown
    #expect(!shown.contains { $0.contains(/^(reading|parsing|linking|laying|checking)/) }, "\(shown)")
  }

  @Test func aComparisonNamesTheRevision() throws {
    let repository = try GitFolder.new()
    let text = String(repeating: "Some *words* of a page.\n\n", count: 4)
    var files: [String: String] = [:]
    for number in 0..<count { files["content/page-\(number).md"] = "# Page \(number)\n\n\(text)" }
    try repository.commit(files)
    let terminal = try PseudoTerminal(["diff", "main", "--root", repository.path], columns: 100)
    try terminal.readSlowly { $0.contains("main · ") }
    #expect(try terminal.end() == 0)
    let shown = terminal.screen(columns: 100).shown
    #expect(!shown.contains { $0.contains("main · ") }, "\(shown)")
  }

  // MARK: - Nowhere else

  @Test(arguments: [["TERM": "dumb"], ["TERM": ""], ["CI": "true"], [:]])
  func whereItIsNotWantedThereIsNone(_ environment: [String: String]) throws {
    let server = try silentServer()
    defer { server.stop() }
    let folder = try waitingBase(server)
    let quiet = environment.isEmpty ? ["--quiet"] : []
    let arguments = ["check", "--external", "--pause", "0", "--timeout", "1", "--root", folder.path] + quiet
    let terminal = try PseudoTerminal(arguments, columns: 100, environment: environment)
    #expect(try terminal.end() == 0)
    #expect(!terminal.text.contains("\u{1B}[K") && !terminal.text.contains("asking"), "\(terminal.text)")
    #expect(terminal.text.contains("1 entity; ") == quiet.isEmpty)
  }

  @Test func aLogHasNone() throws {
    let server = try silentServer()
    defer { server.stop() }
    let folder = try waitingBase(server)
    let outcome = try Remit.run(
      "check", "--external", "--pause", "0", "--timeout", "1", "--root", folder.path,
      environment: ["TERM": "xterm"])
    #expect(outcome.status == 0)
    #expect(!(outcome.output + outcome.errors).contains("\u{1B}"))
    #expect(!(outcome.output + outcome.errors).contains("asking for"))
  }

  // MARK: - In words

  @Test func verboseCommandsSayWhatEachStageDid() throws {
    let folder = try TemporaryFolder.withStarter()
    func told(_ arguments: String...) throws -> [String] {
      let outcome = try Remit.run(all: arguments + ["--verbose", "--root", folder.path])
      #expect(outcome.status == 0, "\(outcome.errors)")
      return outcome.errors.split(separator: "\n").map { String($0.replacing(/: [0-9,]+ ms$/, with: "")) }
    }
    let read = [
      "read 12 files", "parsed 10 files", "linked 10 entities", "laid out the pages", "checked the entities",
    ]
    #expect(
      try told("build") == read + [
        "rendered 106 pages", "wrote 12 files of the search", "put 118 files in place",
      ])
    #expect(
      try told("build") == read + [
        "rendered 106 pages", "wrote 12 files of the search", "put 0 files in place",
      ])
    #expect(try told("check") == read + ["rendered 106 pages"])
    #expect(try told("export") == read + ["exported 10 entities"])
    #expect(try told("list", "policy") == read)
  }

  @Test func quietCommandsSayNothingWhereAllIsWell() throws {
    let folder = try TemporaryFolder.withStarter()
    for command in ["build", "check"] {
      let outcome = try Remit.run(command, "--quiet", "--root", folder.path)
      #expect(outcome.status == 0 && outcome.output.isEmpty && outcome.errors.isEmpty, "\(outcome)")
    }
    let outcome = try Remit.run("check", "--quiet", "--verbose", "--root", folder.path)
    #expect(outcome.status == 2)
    #expect(outcome.errors.contains("--quiet and --verbose cannot be combined"))
  }
}
