import Foundation
import Testing

@Suite struct BuildTests {
  @Test func theSecondBuildWritesNothing() throws {
    let folder = try TemporaryFolder.withKnowledgeBase()
    let first = try Remit.run("build", "--root", folder.path)
    try #require(first.status == 0, "\(first.errors)")
    let before = try folder.snapshot("site")
    #expect(before.count > 100)
    let second = try Remit.run("build", "--root", folder.path)
    #expect(second.output.contains("pages: 0 written"))
    #expect(second.output.contains("0 removed"))
    #expect(try folder.snapshot("site") == before)
  }

  @Test func twoBuildsElsewhereGiveTheSameBytes() throws {
    let folder = try TemporaryFolder.withKnowledgeBase()
    for name in ["one", "two"] {
      let outcome = try Remit.run("build", "--root", folder.path, "--output", "\(folder.path)/\(name)")
      #expect(outcome.status == 0)
    }
    #expect(try folder.snapshot("one") == folder.snapshot("two"))
  }

  /// One mistake of each sort that the issue names; each must be told at its place with the right suggestion.
  @Test(arguments: [
    Mistake(
      "content/measures/guiding-opinions-2021/3.md", "sasac", "sasca", "unknown-reference",
      "did you mean 'sasac'?"),
    Mistake(
      "content/agencies/miit.md", "abbreviation:", "abreviation:", "unknown-field",
      "did you mean 'abbreviation'?"),
    Mistake(
      "content/policies/guiding-opinions-2021.md", "2021-06-01", "2021-06-41", "invalid-date",
      "day 41 does not exist"),
    Mistake(
      "templates/layout.html", "page.title", "page.titel", "unknown-name", "did you mean 'page.title'?"),
    Mistake("schema.yaml", "to: agency", "to: agencey", "unknown-kind", "did you mean 'agency'?", status: 2),
    Mistake("remit.yaml", "language:", "langauge:", "unknown-setting", "did you mean 'language'?", status: 2),
  ])
  func aMistakeIsNamedAndTheSiteStaysAsItIs(_ mistake: Mistake) throws {
    let folder = try TemporaryFolder.withKnowledgeBase()
    try #require(try Remit.run("build", "--root", folder.path).status == 0)
    let before = try folder.snapshot("site")
    try folder.edit(mistake.path, mistake.old, mistake.new)
    for command in ["check", "build"] {
      let outcome = try Remit.run(command, "--root", folder.path)
      #expect(outcome.status == mistake.status)
      let line = try #require(
        outcome.errors.components(separatedBy: "\n").first { $0.contains("[\(mistake.id)]") })
      #expect(line.hasPrefix(mistake.path + ":"))
      #expect(line.contains(mistake.suggestion))
    }
    #expect(try folder.snapshot("site") == before)
  }

  struct Mistake: CustomTestStringConvertible {
    let path, old, new, id, suggestion: String
    let status: Int32

    init(_ path: String, _ old: String, _ new: String, _ id: String, _ suggestion: String, status: Int32 = 1)
    {
      (self.path, self.old, self.new, self.id, self.suggestion, self.status) = (
        path, old, new, id, suggestion, status
      )
    }

    var testDescription: String { "\(old) → \(new) in \(path)" }
  }

  @Test func aBuildThatIsKilledLeavesOldOrNewFilesAndTheNextMends() throws {
    // Small, so that the kills hit all of a build.
    let folder = try ClimateBase.copy()
    try #require(try Remit.run("build", "--root", folder.path).status == 0)
    let old = try folder.snapshot("site")
    try folder.edit("remit.yaml", "title: ", "title: New ")
    try #require(
      try Remit.run("build", "--root", folder.path, "--output", "\(folder.path)/expected").status == 0)
    let new = try folder.snapshot("expected")
    for milliseconds in stride(from: 5, through: 400, by: 35) {
      let process = Process()
      process.executableURL = Remit.binary
      process.arguments = ["build", "--root", folder.path]
      process.standardOutput = FileHandle.nullDevice
      try process.run()
      usleep(UInt32(milliseconds) * 1000)
      kill(process.processIdentifier, SIGKILL)
      process.waitUntilExit()
      for (path, bytes) in try folder.snapshot("site") where !path.hasPrefix(".remit-") {
        #expect(bytes == old[path] || bytes == new[path], "\(path) is neither old nor new")
      }
      try #require(try Remit.run("build", "--root", folder.path).status == 0)
      #expect(try folder.snapshot("site") == new)
      // The next round begins with the old site again.
      try folder.edit("remit.yaml", "title: New ", "title: ")
      try #require(try Remit.run("build", "--root", folder.path).status == 0)
      try folder.edit("remit.yaml", "title: ", "title: New ")
    }
  }

  @Test func filesOfOthersStay() throws {
    let folder = try TemporaryFolder.withKnowledgeBase()
    try #require(try Remit.run("build", "--root", folder.path).status == 0)
    try Data("example.org".utf8).write(to: folder.url.appending(path: "site/CNAME"))
    try FileManager.default.removeItem(at: folder.url.appending(path: "content/about.md"))
    try folder.edit("remit.yaml", ", about.md", "")
    let outcome = try Remit.run("build", "--root", folder.path)
    #expect(outcome.status == 0, "\(outcome.errors)")
    let after = try folder.snapshot("site")
    #expect(after["CNAME"] == Data("example.org".utf8))
    #expect(after["about.html"] == nil)
  }
}
