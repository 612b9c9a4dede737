import Diagnostics
import Files
import Foundation
import Pipeline
import Testing

/// What is told of names whose entity had a file in the last commit, and has none now.
@Suite struct GoneEntityTests {
  private static let act = """
    ---
    title: AI Act
    aliases: [the act]
    ---

    A text of several lines,

    so that it is known again.

    """

  private static let files: [String: String] = {
    var files = [
      "remit.yaml": "title: Small\n",
      "schema.yaml": """
      kinds:
        policy: {folder: policies, fields: {amends: {to: policy, many: true, inverse: amended_by, inverse_label: Amended by}}}
        source: {folder: sources, fields: {}}

      """,
      "content/policies/ai-act.md": act, "content/policies/other.md": "# Other\n",
      "content/notes.md":
        "# Notes\n\n[the act](policies/ai-act.md), [[policy/ai-act]], [its page](policies/ai-act.html), [[The Act]]\n",
    ]
    for number in 1...5 {
      files["content/policies/p\(number).md"] = "---\ntitle: P\(number)\namends: ai-act\n---\n"
    }
    return files
  }()

  private func repository() throws -> GitFolder {
    let repository = try GitFolder.new()
    try repository.commit(Self.files)
    return repository
  }

  private func check(_ folder: borrowing GitFolder, _ options: String...) throws -> Remit.Outcome {
    try Remit.run(all: ["check", "--root", folder.path] + options)
  }

  @Test func whatIsGoneIsToldOnceHoweverItIsNamed() throws {
    let repository = try repository()
    try FileManager.default.removeItem(atPath: repository.path + "/content/policies/ai-act.md")
    let outcome = try check(repository)
    #expect(outcome.status == 1)
    #expect(
      outcome.errors == """
        content/notes.md:3:1: error[gone-entity]: 'policy/ai-act' is gone: 9 places still name it
          3 | [the act](policies/ai-act.md), [[policy/ai-act]], [its page](policies/ai-act.html), [[The Act]]
            | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
          note: content/notes.md:3: also here
          note: content/notes.md:3: also here
          note: content/notes.md:3: also here
          note: content/policies/p1.md:3: also here
          note: and in 4 more
          help: remove the references, or restore the file: git -C \(repository.path) checkout HEAD -- content/policies/ai-act.md

        """)
  }

  @Test func commandsInTheHelpCanBePasted() throws {
    let folder = try TemporaryFolder()
    let root = folder.path + "/my base"
    var files = Self.files
    files["content/clean air.md"] = "---\ntitle: Clean air\n---\nA text of its own.\n"
    files["content/policies/p6.md"] = "---\ntitle: P6\n---\n[[clean air]]\n"
    try folder.write(Dictionary(uniqueKeysWithValues: files.map { ("my base/" + $0, $1) }))
    for arguments in [
      ["init", "--quiet"], ["add", "--all"],
      ["-c", "user.name=x", "-c", "user.email=x", "commit", "--quiet", "-m", "x"],
    ] {
      try run("git", ["-C", folder.path] + arguments)
    }
    try FileManager.default.removeItem(atPath: root + "/content/clean air.md")
    let outcome = try Remit.run("check", "--root", root)
    let command = try #require(
      outcome.errors.split(separator: "\n").first { $0.contains("git -C") }?.split(separator: "the file: ")
        .last)
    #expect(command == "git -C '\(root)' checkout HEAD -- 'content/clean air.md'")
    try run("sh", ["-c", String(command)])
    try #require(try Remit.run("check", "--root", root).status == 0)
    try FileManager.default.moveItem(
      atPath: root + "/content/policies/ai-act.md", toPath: root + "/content/policies/ai-law.md")
    let moved = try Remit.run("check", "--root", root)
    #expect(
      moved.errors.contains("run: remit rename policy/ai-act policy/ai-law --root '\(root)'"),
      "\(moved.errors)")
  }

  private func run(_ program: String, _ arguments: [String]) throws {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = [program] + arguments
    try process.run()
    process.waitUntilExit()
    try #require(process.terminationStatus == 0)
  }

  @Test func everyFormatHasThePlaces() throws {
    let repository = try repository()
    try FileManager.default.removeItem(atPath: repository.path + "/content/policies/ai-act.md")
    let json = try check(repository, "--format", "json").output
    #expect(json.components(separatedBy: "\"id\": ").count == 2)
    #expect(json.components(separatedBy: "\"message\": \"also here\"").count == 5)
    let sarif = try check(repository, "--format", "sarif").output
    #expect(sarif.components(separatedBy: "\"ruleId\": \"gone-entity\"").count == 2)
    #expect(sarif.components(separatedBy: "\"text\": \"also here\"").count == 5)
    let github = try check(repository, "--format", "github").output
    #expect(github.components(separatedBy: "::error ").count == 2)
    #expect(github.contains("9 places still name it%0Aalso here: content/notes.md:3%0A"))
  }

  @Test func aFileThatWasMovedByHandIsKnownByItsText() throws {
    let repository = try repository()
    let files = FileManager.default
    try files.moveItem(
      atPath: repository.path + "/content/policies/ai-act.md",
      toPath: repository.path + "/content/policies/ai-law.md")
    try repository.folder.edit("content/policies/ai-law.md", "title: AI Act", "title: AI Law")
    let outcome = try check(repository)
    #expect(
      outcome.errors.hasPrefix(
        "content/notes.md:3:1: error[gone-entity]: 'policy/ai-act' is gone, and 'content/policies/ai-law.md' now has its text: "
          + "8 places still name it\n"))
    #expect(
      outcome.errors.hasSuffix(
        "help: to update every reference and keep the old id in former_ids, run: remit rename policy/ai-act policy/ai-law --root \(repository.path)\n"
      ))
    let rename = try Remit.run(all: ["rename", "policy/ai-act", "policy/ai-law", "--root", repository.path])
    #expect(rename.status == 0, "\(rename.errors)")
    #expect(try check(repository).output.hasSuffix("0 errors; 0 warnings\n"))
    #expect(try repository.diff("HEAD").output.hasPrefix("1 entity renamed"))
  }

  @Test func aFormerIDThatManyPlacesHaveIsToldOnce() throws {
    let repository = try repository()
    try repository.folder.edit("content/policies/ai-act.md", "title", "former_ids: [ai-act]\ntitle")
    try FileManager.default.moveItem(
      atPath: repository.path + "/content/policies/ai-act.md",
      toPath: repository.path + "/content/policies/ai-law.md")
    let outcome = try check(repository)
    #expect(
      outcome.errors.contains("is now called policy/ai-law, but 6 places use the old name"),
      "\(outcome.errors)")
    #expect(outcome.errors.contains("remit rename policy/ai-act policy/ai-law"))
    let rename = try Remit.run(all: ["rename", "policy/ai-act", "policy/ai-law", "--root", repository.path])
    #expect(rename.status == 0, "\(rename.errors)")
    #expect(try check(repository).output.hasSuffix("0 errors; 0 warnings\n"))
  }

  @Test func whatWasFoundHoldsAsLongAsTheCommitAndTheNewFilesDo() async throws {
    let repository = try repository()
    let files = FileManager.default
    let (old, new) = ("content/policies/ai-act.md", "content/policies/ai-law.md")
    try files.moveItem(atPath: repository.path + "/" + old, toPath: repository.path + "/" + new)
    func read(after earlier: KnowledgeBase?) async throws -> KnowledgeBase {
      let base = await KnowledgeBase(try SourceTree.load(root: repository.path, layout: Build.layout))
      return await base.knowingWhatIsGone(from: repository.path, after: earlier)
    }
    func messages(_ base: KnowledgeBase) -> String { base.diagnostics.map(\.message).joined(separator: "\n") }
    let first = try await read(after: nil)
    #expect(messages(first).contains("'content/policies/ai-law.md' now has its text"), "\(messages(first))")
    // Another text.
    try repository.folder.write([new: "---\ntitle: Law\n---\nSomething else.\n"])
    let second = try await read(after: first)
    #expect(!messages(second).contains("has its text"), "\(messages(second))")
    #expect(messages(second).contains("'policy/ai-act' is gone"), "\(messages(second))")
    // Another commit.
    try repository.git("add", "--all")
    try repository.git("commit", "--quiet", "--message", "x")
    let third = try await read(after: second)
    #expect(!messages(third).contains("is gone"), "\(messages(third))")
  }

  @Test func withoutGitItIsToldAsBefore() throws {
    let folder = try TemporaryFolder()
    try folder.write(Self.files.filter { $0.key != "content/policies/ai-act.md" })
    let outcome = try Remit.run(all: ["check", "--root", folder.path])
    #expect(outcome.errors.contains("error[broken-link]: no policy 'policy/ai-act', named in 6 places"))
    #expect(!outcome.errors.contains("gone-entity"))
  }
}
