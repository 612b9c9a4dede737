import Diagnostics
import Foundation
import Glibc
import Site
import TestSite
import Testing

/// The preview, by the real binary.
@Suite struct ServeTests {
  /// 25 sequences of edits each, 200 in all.
  @Test(arguments: 0..<8) func anyEditsShowWhatACleanBuildWrites(_ seed: Int) async throws {
    let folder = try TemporaryFolder.withStarter()
    var edits = RandomEdits(of: Starter.texts, seed: 77 + UInt64(seed))
    let preview = try RunningPreview(root: folder.path)
    for sequence in 0..<25 {
      var done: [String] = []
      for _ in 0..<2 + sequence % 5 {
        let old = edits.files
        done.append(edits.edit())
        try folder.write(edits.files, over: old)
      }
      // A site with mistakes isn't shown: they are mended one by one, as a writer does.
      var clean = await TestSite(edits.files, drafts: true)
      while clean.diagnostics.hasErrors {
        let old = edits.files
        if done.count > 60 { edits.restoreAll() } else { done.append(edits.restore()) }
        try folder.write(edits.files, over: old)
        clean = await TestSite(edits.files, drafts: true)
      }
      // Written last, known last; no page is made from it.
      try folder.write(["content/marker.txt": "\(sequence)"])
      try preview.wait(for: "\(sequence)", at: "/marker.txt")
      for path in clean.paths {
        let answer = try preview.get("/" + Routes.encode(path))
        try #require(answer.status == 200, "\(path): \(answer.status)")
        let body = path.hasSuffix(".html") ? try withoutReloadLine(answer.body) : answer.body
        try #require(body == clean.file(at: path), "\(path) after:\n\(done.joined(separator: "\n"))")
      }
    }
  }

  /// What the preview adds is one line at the end, and marked.
  private func withoutReloadLine(_ body: [UInt8]) throws -> [UInt8] {
    let start = try #require(body.lastRange(of: Array("<script ".utf8))?.lowerBound)
    let line = String(decoding: body[start...], as: UTF8.self)
    try #require(line.contains("data-remit-preview") && line.hasSuffix("</script>\n"))
    try #require(line.filter { $0 == "\n" }.count == 1)
    return Array(body[..<start])
  }

  @Test func signalsEndItAtOnceWithStatus0() throws {
    let folder = try ClimateBase.copy()
    for signal in [SIGINT, SIGTERM, SIGHUP] {
      let preview = try RunningPreview(root: folder.path)
      #expect(try preview.get("/").status == 200)
      let start = ContinuousClock.now
      #expect(preview.end(with: signal) == 0)
      #expect(ContinuousClock.now - start < .seconds(2))
    }
  }

  @Test func aGivenPortThatIsBusyIsAnError() throws {
    let folder = try ClimateBase.copy()
    let first = try RunningPreview(root: folder.path)
    let second = try Remit.run("serve", "--root", folder.path, "--port", "\(first.port)")
    #expect(second.status == 2)
    #expect(second.errors.contains("\(first.port)"))
  }

  @Test func brokenContentLeavesTheLastGoodPageAndIsTold() throws {
    let folder = try TemporaryFolder.withStarter()
    let preview = try RunningPreview(root: folder.path)
    let page = "/agencies/environment-office.html"
    let good = try preview.get(page)
    try folder.edit("content/measures/clean-air-plan/1.md", "environment-office", "environment-ofice")
    try folder.write(["content/marker.txt": "1"])
    let problems = try waitForProblems(preview) { $0.contains("environment-ofice") }
    #expect(problems.contains("unknown-reference"))
    #expect(problems.contains("content/measures/clean-air-plan/1.md"))
    #expect(problems.contains("did you mean 'environment-office'?"))
    #expect(try preview.get(page).body == good.body)
    try folder.edit("content/measures/clean-air-plan/1.md", "environment-ofice", "environment-office")
    _ = try waitForProblems(preview) { $0.contains("\"problems\":[]") }
    try preview.wait(for: "1", at: "/marker.txt")
    #expect(try preview.get(page).body == good.body)
  }

  /// The first state that the reload channel tells for which a condition holds.
  private func waitForProblems(_ preview: RunningPreview, _ condition: (String) -> Bool) throws -> String {
    let deadline = ContinuousClock.now + .seconds(30)
    var state = ""
    while ContinuousClock.now < deadline {
      state = try preview.firstEvent()
      if condition(state) { return state }
      usleep(10_000)
    }
    Issue.record("the state stayed \(state)")
    return state
  }

  @Test func aNewPageIsShownAlthoughAnotherFileHasAMistake() throws {
    let folder = try TemporaryFolder.withStarter()
    let preview = try RunningPreview(root: folder.path)
    try folder.edit("content/targets/fine-dust-2030.md", "deadline: 2030", "deadline: 2030-13")
    try folder.write(
      [
        "content/new.md": "# Brand new\n", "content/agencies/new-office.md": "---\ntitle: New Office\n---\n",
        "content/agencies/bad-office.md": "---\ntitle: Bad Office\ntyp: x\n---\n",
      ])
    _ = try waitForProblems(preview) { $0.contains("bad-office") && $0.contains("month 13") }
    for (path, words) in [("/new.html", "Brand new"), ("/agencies/new-office.html", "New Office")] {
      // On a busy machine the files may come in two parts.
      let deadline = ContinuousClock.now + .seconds(30)
      var page = try preview.get(path)
      while page.status != 200, ContinuousClock.now < deadline { page = try preview.get(path) }
      #expect(page.status == 200 && page.text.contains(words), "\(path)")
    }
    // What is wrong in its own file holds it back, and only that is told.
    let bad = try preview.get("/agencies/bad-office.html")
    #expect(bad.status == 500)
    #expect(bad.text.contains("bad-office.md") && !bad.text.contains("month 13"))
    #expect(try preview.get("/none.html").status == 404)
  }

  @Test(arguments: [
    "\u{1}javascript:{path}", "java\nscript:{path}", " javascript:{path}", "JavaScript:{path}", "data:{path}",
    "\u{A0}vbscript:{path}", "{path}", "//x{path}:", "blob:{path}", "jàva:{path}", "1x:{path}",
  ])
  func anEditorIsAProgram(pattern: String) throws {
    let outcome = try Remit.run("serve", "--root", "/nonexistent", "--editor", pattern)
    #expect(outcome.status == 2)
    #expect(outcome.errors.contains("--editor"))
  }

  @Test(arguments: ["http://devbox", "devbox:80", "*.lan", "a b", "", "dev/box", "[::1]", "bücher.example"])
  func anAllowedNameIsAName(name: String) throws {
    let outcome = try Remit.run("serve", "--root", "/nonexistent", "--allow-host", name)
    #expect(outcome.status == 2)
    #expect(outcome.errors.contains("--allow-host"))
  }

  @Test func aSiteThatWasNeverGoodShowsItsMistakes() throws {
    let folder = try TemporaryFolder.withStarter()
    try folder.edit("content/targets/fine-dust-2030.md", "deadline: 2030", "deadline: 2030-13")
    let preview = try RunningPreview(root: folder.path)
    let broken = try preview.get("/")
    #expect(broken.status == 500)
    #expect(broken.text.contains("month 13 does not exist"))
    try folder.edit("content/targets/fine-dust-2030.md", "deadline: 2030-13", "deadline: 2030")
    _ = try waitForProblems(preview) { $0.contains("\"problems\":[]") }
    #expect(try preview.get("/").status == 200)
  }

  @Test func whatIsNotThereSaysWhatIsNear() throws {
    let folder = try TemporaryFolder.withStarter()
    let preview = try RunningPreview(root: folder.path)
    let missing = try preview.get("/agency/environment-office.html")
    #expect(missing.status == 404)
    #expect(missing.text.contains("href=\"/agencies/environment-office.html\""))
    let folderAddress = try preview.get("/agencies")
    #expect(folderAddress.status == 302)
    #expect(folderAddress.head.lowercased().contains("location: /agencies/"))
    #expect(try preview.get("/agencies/").status == 200)
  }

  @Test func draftsAreShownAndMarked() throws {
    let folder = try TemporaryFolder.withStarter()
    try folder.edit("content/about.md", "title: About", "title: About\npublish: false")
    let preview = try RunningPreview(root: folder.path)
    #expect(try preview.get("/about.html").text.contains("<p class=\"draft\">"))
    #expect(try !preview.get("/agencies/environment-office.html").text.contains("<p class=\"draft\">"))
  }

  @Test func aThousandRequestsDuringFiftyRebuildsAreWhole() async throws {
    let folder = try TemporaryFolder.withStarter()
    let preview = try RunningPreview(root: folder.path)
    let pages = await TestSite(Starter.texts).paths.filter { $0.hasSuffix(".html") }
    var rounds: Set<Substring> = []
    // Each wave is on its way while the files are saved five times.
    for wave in 0..<10 {
      let asked =
        (0..<99).map { "/" + Routes.encode(pages[(wave * 99 + $0) % pages.count]) } + ["/about.html"]
      let answers = try preview.getAll(asked) {
        for save in 0..<5 {
          let text = "---\ntitle: About\n---\nRound \(wave * 5 + save).\n"
          try folder.write(["content/about.md": text])
          usleep(8_000)
        }
      }
      for (path, answer) in zip(asked, answers) {
        try #require(answer.status == 200, "\(path): \(answer.status)")
        _ = try withoutReloadLine(answer.body)
        try #require(answer.text.contains("</html>\n<script "), "\(path) is cut")
      }
      let about = try #require(answers.last)
      if let round = about.text.firstMatch(of: /Round \d+/)?.output { rounds.insert(round) }
    }
    #expect(rounds.count > 3)
  }
}
