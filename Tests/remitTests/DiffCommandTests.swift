import Foundation
import Testing

/// Revisions, folders and what can be wrong with them.
@Suite struct DiffCommandTests {
  private static let schema = """
    kinds:
      target:
        folder: targets
        fields: {value: {type: quantity, label: Value}}
    """

  private static func base(_ value: String) -> [String: String] {
    [
      "remit.yaml": "title: Small\n", "schema.yaml": schema,
      "content/targets/one.md": "---\ntitle: One\nvalue: \(value)\n---\n",
    ]
  }

  private func repository() throws -> GitFolder {
    let repository = try GitFolder.new()
    try repository.commit(Self.base("1"), tag: "one")
    try repository.commit(Self.base("2"), tag: "two")
    return repository
  }

  @Test func withoutASecondRevisionTheFolderIsCompared() throws {
    let repository = try repository()
    try repository.write("content/targets/one.md", "---\ntitle: One\nvalue: 3\n---\n")
    #expect(try repository.diff("two").output.contains("value: 2 → 3\n"))
    #expect(try repository.diff("one").output.contains("value: 1 → 3\n"))
    #expect(try repository.diff("one..").output.contains("value: 1 → 2\n"))
    #expect(try repository.diff("..one").output.contains("value: 2 → 1\n"))
  }

  @Test func threeDotsBeginWhereTheTwoParted() throws {
    let repository = try repository()
    try repository.git("checkout", "--quiet", "-b", "side", "one")
    try repository.commit(Self.base("9"))
    #expect(try repository.diff("two..side").output.contains("value: 2 → 9\n"))
    #expect(try repository.diff("two...side").output.contains("value: 1 → 9\n"))
    // The state that is compared is named, and not the one that was written.
    let commit = try repository.git("rev-parse", "one").prefix(12)
    let json = try repository.diff("two...side", "--format", "json")
    #expect(json.output.hasPrefix("{\n  \"from\": \"\(commit)\",\n  \"to\": \"side\",\n"))
  }

  @Test func errorsWhereTwoPartedAreNamedWithThatCommit() throws {
    let repository = try GitFolder.new()
    try repository.commit(Self.base("many, many"), tag: "broken")
    try repository.commit(Self.base("1"), tag: "one")
    try repository.git("checkout", "--quiet", "-b", "side", "broken")
    try repository.commit(Self.base("2"))
    let outcome = try repository.diff("one...side")
    let commit = try repository.git("rev-parse", "broken").prefix(12)
    #expect(outcome.status == 1)
    #expect(outcome.errors.hasPrefix("\(commit):content/targets/one.md:3:8: error[invalid-quantity]"))
  }

  @Test func whatIsNoRevisionIsAUsageErrorWithAWayOut() throws {
    let repository = try repository()
    for (revisions, message) in [
      ("nowhere", "git has no commit 'nowhere'"), ("one..nowhere", "git has no commit 'nowhere'"),
      ("one..--output=x", "'--output=x' is not a revision"),
      ("HEAD:content", "git has no commit 'HEAD:content'"),
    ] {
      let outcome = try repository.diff(revisions)
      #expect(outcome.status == 2)
      #expect(outcome.output == "")
      #expect(outcome.errors.hasPrefix("remit: " + message))
      #expect(outcome.errors.contains("help: "))
    }
  }

  @Test func aFolderThatIsInNoRepositoryIsAUsageError() throws {
    let folder = try TemporaryFolder()
    let outcome = try Remit.run("diff", "HEAD", "--root", folder.path)
    #expect(outcome.status == 2)
    #expect(outcome.errors.hasPrefix("remit: git found no repository at"))
  }

  @Test func withoutGitThatIsSaid() throws {
    let repository = try repository()
    let outcome = try Remit.run(
      all: ["diff", "one", "--root", repository.path], environment: ["PATH": "/nowhere"])
    #expect(outcome.status == 2)
    #expect(outcome.errors.hasPrefix("remit: the program 'git' is needed"))
  }

  @Test func aCloneWithoutTheHistorySaysHowToGetIt() throws {
    let repository = try repository()
    let clone = try GitFolder.new()
    try clone.git("fetch", "--quiet", "--depth", "1", "file://" + repository.path, "main")
    try clone.git("reset", "--quiet", "--hard", "FETCH_HEAD")
    let outcome = try clone.diff("HEAD~1")
    #expect(outcome.status == 2)
    #expect(outcome.errors.contains("git fetch --unshallow"))
    #expect(outcome.errors.contains("fetch-depth: 0"))
  }

  @Test func errorsAreNamedWithTheirRevisionAndEndWithStatus1() throws {
    let repository = try repository()
    try repository.commit(Self.base("many, many"), tag: "broken")
    let outcome = try repository.diff("broken..two")
    #expect(outcome.status == 1)
    #expect(outcome.errors.hasPrefix("broken:content/targets/one.md:3:8: error[invalid-quantity]"))
    #expect(outcome.output.contains("value: now 2\n"))
  }

  @Test func linksAndHiddenNamesOfACommitAreReadAsThoseOfAFolder() throws {
    let repository = try repository()
    try repository.write("content/.hidden.md", "---\ntitle: Hidden\n---\n")
    try repository.write("content/targets/one.md~", "left behind")
    try FileManager.default.createSymbolicLink(
      atPath: repository.path + "/content/targets/link.md", withDestinationPath: "one.md")
    try repository.git("add", "--all")
    try repository.git("commit", "--quiet", "--message", "Others")
    #expect(try repository.diff("two..HEAD").output == "no change in the knowledge; no pages touched\n")
  }

  @Test func aRecordIsWrittenOnceAndShownOnItsPage() throws {
    let repository = try repository()
    let settings =
      "title: Small\nbase_url: https://e.org/\nviews: {news: {view: changes, folder: what/new}}\n"
    try repository.write("remit.yaml", settings)
    let record = { [path = repository.path] (day: String) in
      try Remit.run("diff", "one..two", "--record", day, "--title", "More", "--root", path)
    }
    #expect(try record("2024-10").status == 2)
    // The view is not in either commit: where the record goes is for the folder to say.
    let first = try record("2024-10-01")
    #expect(first.errors == "")
    #expect(first.output == "wrote content/what/new/2024-10-01.json\n")
    let again = try repository.diff("one", "--record", "2024-10-01")
    #expect(again.status == 2)
    #expect(again.errors.contains("'content/what/new/2024-10-01.json' already exists"))
    try repository.write("remit.yaml", "views: {news: {view: changes, folder: ../new}}\n")
    let misplaced = try record("2024-10-02")
    #expect(misplaced.status == 2)
    #expect(misplaced.errors.hasPrefix("remit.yaml:1:39: error[invalid-setting]"))
    try repository.write("remit.yaml", settings)
    let build = try Remit.run("build", "--root", repository.path)
    #expect(build.errors == "")
    let page = try String(contentsOfFile: repository.path + "/site/news/2024-10-01.html", encoding: .utf8)
    #expect(page.contains("<del>1</del> <ins>2</ins>"))
    let feed = try String(contentsOfFile: repository.path + "/site/news.xml", encoding: .utf8)
    #expect(feed.contains("<id>https://e.org/news/2024-10-01.html</id>"))
    #expect(!FileManager.default.fileExists(atPath: repository.path + "/site/what"))
  }

  /// They are compared by what git calls them; only what has the same size in the folder is looked at.
  @Test func filesThatNobodyLooksIntoAreComparedToo() throws {
    let repository = try GitFolder.new()
    let names = ["same.pdf", "other.pdf", "longer.pdf", "in a folder/ä \"q\".png"]
    var files = Dictionary(uniqueKeysWithValues: names.map { ("kb/content/" + $0, "document") })
    files["kb/content/a.md"] = "# A\n"
    try repository.commit(files, tag: "one")
    try repository.write("kb/content/other.pdf", "DOCUMENT")
    try repository.write("kb/content/longer.pdf", "documents")
    let folder = try repository.diff("one", "--pages", "--format", "json", below: "kb")
    try repository.git("commit", "--all", "--quiet", "--message", "Two")
    try repository.git("tag", "two")
    let commit = try repository.diff("one..two", "--pages", "--format", "json", below: "kb")
    for outcome in [folder, commit] {
      #expect(outcome.status == 0 && outcome.errors == "")
      #expect(outcome.output.contains("other.pdf") && outcome.output.contains("longer.pdf"))
      #expect(!outcome.output.contains("same.pdf") && !outcome.output.contains(".png"))
    }
  }
}
