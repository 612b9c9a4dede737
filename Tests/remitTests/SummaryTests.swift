import Foundation
import Testing

/// What a build tells the page on which a CI service sums up a job, and what it writes in a checkout.
@Suite struct SummaryTests {
  private func knowledgeBase() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    try #require(try Remit.run("init", folder.path + "/base").status == 0)
    return folder
  }

  private func summary(_ folder: borrowing TemporaryFolder, base: String = "base") throws -> String {
    let file = folder.path + "/summary-\(UUID().uuidString).md"
    _ = try Remit.run("build", "--root", "\(folder.path)/\(base)", "--summary", file)
    return try String(contentsOfFile: file, encoding: .utf8)
  }

  @Test func aFreshCheckoutWithTheSiteWritesOnlyWhatChanged() throws {
    let folder = try knowledgeBase()
    try Data("Old".utf8).write(to: folder.url.appending(path: "base/content/old.md"))
    try #require(try Remit.run("build", "--root", folder.path + "/base").status == 0)
    try folder.git(["init", "--quiet"], below: "base")
    // The site too, which 'remit init' has git ignore.
    try folder.git(["add", "--all", "--force"], below: "base")
    try folder.git(["commit", "--quiet", "--message", "all"], below: "base")
    try folder.git(["clone", "--quiet", "base", "clone"])

    let unchanged = try summary(folder, base: "clone")
    #expect(unchanged.contains("| Pages written | 0 |\n| Pages removed | 0 |\n| Pages unchanged | 119 |"))
    #expect(!unchanged.contains("<details>"))

    try folder.edit("clone/content/about.md", "\n---\n", "\n---\nNew words.\n")
    try FileManager.default.removeItem(atPath: folder.path + "/clone/content/old.md")
    let changed = try summary(folder, base: "clone")
    // Of the search, only the files that know the words: their names are new, too.
    #expect(changed.contains("\n\n- `about.html`\n- `search/c"), "\(changed)")
    #expect(changed.contains("| Pages written | 6 |\n| Pages removed | 5 |\n| Pages unchanged | 112 |"))
    #expect(changed.contains("<summary>5 pages removed</summary>\n\n- `old.html`\n"))
  }

  @Test func theSummaryIsAddedToWhatIsThere() throws {
    let folder = try knowledgeBase()
    let file = folder.path + "/summary.md"
    try Data("# Job\n\n".utf8).write(to: URL(filePath: file))
    for _ in 0..<2 {
      let outcome = try Remit.run("build", "--root", folder.path + "/base", "--summary", file)
      #expect(outcome.status == 0, "\(outcome.errors)")
    }
    let text = try String(contentsOfFile: file, encoding: .utf8)
    #expect(text.hasPrefix("# Job\n\n## Website built by Remit\n\n| | |\n|---|---:|\n| Entities | 10 |\n"))
    #expect(text.components(separatedBy: "## Website built by Remit").count == 3)
    #expect(try Remit.run("build", "--root", folder.path + "/base", "--summary", folder.path).status == 2)
  }

  @Test func withMistakesItSaysThatNothingWasWrittenAndWhy() throws {
    let folder = try knowledgeBase()
    try folder.edit("base/content/targets/fine-dust-2030.md", "deadline: 2030", "deadline: 2030-13")
    let text = try summary(folder)
    #expect(text.contains("\n| Errors | 1 |\n| Warnings | 0 |\n\nNothing was written.\n"))
    #expect(
      text.hasSuffix(
        """
        | Where | What |
        |---|---|
        | `content/targets/fine-dust-2030.md:7` | `error[invalid-date]: month 13 does not exist` |

        """))
  }

  @Test func annotationsNameFilesFromWhereTheCommandRan() throws {
    let folder = try knowledgeBase()
    try folder.edit("base/content/targets/fine-dust-2030.md", "deadline: 2030", "deadline: 2030-13")
    for (place, root) in [("", "base"), ("", "./base/../base"), ("base", ".")] {
      let process = Process()
      let output = Pipe()
      process.executableURL = Remit.binary
      process.currentDirectoryURL = folder.url.appending(path: place)
      process.arguments = ["check", "--root", root, "--format", "github"]
      process.standardOutput = output
      try process.run()
      let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
      process.waitUntilExit()
      let path = (place.isEmpty ? "base/" : "") + "content/targets/fine-dust-2030.md"
      #expect(text.hasPrefix("::error file=\(path),line=7,col=11,title=invalid-date::month 13"), "\(text)")
    }
  }

  @Test func contentCannotWriteMarkupIntoTheSummary() throws {
    let folder = try knowledgeBase()
    let name = "base/content/a `b` <img src=x> | [c](d) @e.md"
    try Data("[x](<y`|x.md>)\n\n[z](<``.md>)\n".utf8).write(
      to: folder.url.appending(path: name))
    let text = try summary(folder)
    #expect(text.contains("\n- ``a `b` <img src=x> | [c](d) @e.html``\n"), "\(text)")
    let place = "| ``content/a `b` <img src=x> \\| [c](d) @e.md"
    #expect(
      text.contains(
        place + ":1`` | ``warning[broken-link]: no file 'y`\\|x.md' in content/`` |\n"
          + place + ":3`` | ```warning[broken-link]: no file '``.md' in content/``` |\n"), "\(text)")
  }
}
