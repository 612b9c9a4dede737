import Foundation
import Testing

@Suite struct CommandTests {
  @Test(
    arguments: [
      (["--version"], 0), (["--help"], 0), (["bild"], 2), (["build", "--nonsense"], 2),
      (["list"], 2), (["list", "agencey"], 2), (["list", "agency", "--where", "nonsense=1"], 2),
      (["show", "nobody-at-all"], 2), (["show", "sasac", "--template-values", "--depth", "0"], 2),
      (["new", "agency", "Not A Slug"], 2),
      (["check", "--root", "/nonexistent"], 2),
      (["build", "--clock", "yesterday"], 2), (["check", "--format", "nonsense"], 2),
    ] as [([String], Int32)])
  func exitStatusIs(_ arguments: [String], _ status: Int32) throws {
    let root =
      arguments.contains("--root") || arguments.first?.hasPrefix("-") == true || arguments == ["bild"]
      ? [] : ["--root", Remit.project.path]
    let outcome = try Remit.run(all: arguments + root)
    #expect(outcome.status == status, "\(outcome.errors)")
    #expect(outcome.errors.isEmpty == (status == 0))
  }

  @Test func aNewKnowledgeBaseBuildsAtOnce() throws {
    let folder = try TemporaryFolder()
    let root = folder.path + "/base"
    #expect(try Remit.run("init", root).status == 0)
    let build = try Remit.run("build", "--root", root, "--strict")
    #expect(build.status == 0, "\(build.errors)")
    #expect(build.errors.isEmpty)
    #expect(try folder.snapshot("base/site")["targets/fine-dust-2030.html"] != nil)
    // Nothing is written over.
    let again = try Remit.run("init", root)
    #expect(again.status == 2)
    #expect(again.errors.contains("remit.yaml"))
  }

  @Test func aNewEntityHasTheFieldsOfItsKind() throws {
    let folder = try TemporaryFolder.withKnowledgeBase()
    for kind in ["policy", "measure", "agency", "programme", "target", "figure", "source", "term", "page"] {
      let outcome = try Remit.run(
        "new", kind, "brand-new", "--root", folder.path, "--title", "A: \"new\" one")
      #expect(outcome.status == 0, "\(outcome.errors)")
      #expect(try Remit.run("new", kind, "brand-new", "--root", folder.path).status == 2)
    }
    let text = try String(
      contentsOf: folder.url.appending(path: "content/measures/brand-new.md"), encoding: .utf8)
    #expect(text.contains("\npart_of: "))
    #expect(text.contains("\n# responsible: "))
    // Only what must be filled in is missing.
    let check = try Remit.run("check", "--root", folder.path, "--format", "json")
    struct Row: Decodable {
      var id: String
      var path: String
    }
    let rows = try JSONDecoder().decode([Row].self, from: Data(check.output.utf8)).filter {
      $0.path.contains("brand-new")
    }
    #expect(rows.map(\.id).allSatisfy { $0 == "unknown-reference" })
    #expect(rows.map(\.path) == ["content/measures/brand-new.md"])
  }

  @Test(arguments: ["a\nb", "a\u{1}", "  "]) func aTitleIsOnOneLine(title: String) throws {
    let outcome = try Remit.run("new", "agency", "bad", "--root", "/nonexistent", "--title", title)
    #expect(outcome.status == 2)
    #expect(outcome.errors.contains("--title"))
  }

  @Test func whoClosesStandardOutputIsTold() throws {
    let outcome = Process()
    outcome.executableURL = URL(filePath: "/bin/sh")
    outcome.arguments = [
      "-c", "\"$0\" list agency --root \"$1\" 2>&1 >&-", Remit.binary.path, Remit.project.path,
    ]
    let pipe = Pipe()
    outcome.standardOutput = pipe
    try outcome.run()
    let text = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    outcome.waitUntilExit()
    #expect(outcome.terminationStatus == 2)
    #expect(text == "remit: cannot write to 'standard output': it is closed\n")
  }

  @Test func listsAreSortedAsAsked() throws {
    let folder = try TemporaryFolder()
    let root = folder.path + "/base"
    try #require(try Remit.run("init", root).status == 0)
    for (slug, fields) in [
      ("t9", "title: Part 9\nvalue: 20 %\ndeadline: 2031-01"),
      ("t10", "title: Part 10\nvalue: 3 %\ndeadline: 2029"),
      ("t2", "title: part 2"),
    ] {
      try "---\n\(fields)\n---\n".write(
        to: folder.url.appending(path: "base/content/targets/\(slug).md"), atomically: true, encoding: .utf8)
    }
    func sorted(_ field: String) throws -> [String] {
      let outcome = try Remit.run(
        "list", "target", "--root", root, "--where", "slug!=fine-dust-2030", "--columns", "slug", "--sort",
        field,
        "--format", "csv")
      return outcome.output.split(separator: "\r\n").dropFirst().map(String.init)
    }
    #expect(try sorted("title") == ["t2", "t9", "t10"])
    #expect(try sorted("-deadline") == ["t9", "t10", "t2"])
    #expect(try sorted("value") == ["t10", "t9", "t2"])
    let wrong = try Remit.run("list", "target", "--root", root, "--sort", "deadlin")
    #expect(wrong.status == 2)
    #expect(wrong.errors.contains("did you mean 'deadline'?"))
  }

  @Test func markdownReadsStandardInput() throws {
    let plain = try Remit.run("markdown", input: "# Hi\n\n[[Name]] <b>x</b> <video> ~~y~~\n")
    #expect(plain.status == 0)
    #expect(plain.output.contains("<b>x</b> &lt;video&gt;"))
    #expect(plain.output.contains("<del>y</del>"))
    let strict = try Remit.run("markdown", "--strict-commonmark", input: "<b>x</b> ~~y~~\n")
    #expect(strict.output == "<p><b>x</b> ~~y~~</p>\n")
  }

  @Test func machineFormatsGoToStandardOutput() throws {
    let folder = try TemporaryFolder.withKnowledgeBase()
    try folder.edit("content/agencies/miit.md", "abbreviation:", "abreviation:")
    for (format, sign) in [
      ("json", "\"id\": \"unknown-field\""), ("github", "::error file=content/agencies/miit.md"),
      ("sarif", "\"ruleId\": \"unknown-field\""),
    ] {
      let outcome = try Remit.run("check", "--format", format, "--root", folder.path)
      #expect(outcome.status == 1)
      #expect(outcome.output.contains(sign))
    }
  }

  @Test func quotesAreCheckedAgainstTheSourcesTexts() throws {
    let folder = try TemporaryFolder()
    let root = folder.path + "/base"
    try #require(try Remit.run("init", root).status == 0)
    try folder.edit(
      "base/content/sources/press-release.md", "rendering: original",
      "rendering: original\nevidence: {file: press.txt}")
    let evidence = folder.url.appending(path: "evidence")
    try FileManager.default.createDirectory(at: evidence, withIntermediateDirectories: true)
    let text = evidence.appending(path: "press.txt")
    try Data("The plan of 15\u{A0}January\n2026 allows *at most* 12.".utf8).write(to: text)
    let fine = try Remit.run("check", "--root", root, "--evidence", evidence.path)
    #expect(fine.status == 0, "\(fine.errors)")
    try Data("The plan of 16 January 2026 allows at most 12.".utf8).write(to: text)
    let wrong = try Remit.run("check", "--root", root, "--evidence", evidence.path)
    #expect(wrong.status == 1)
    #expect(wrong.errors.contains("content/policies/clean-air-plan.md:7:52: error[quote-not-found]"))
  }

  @Test("What a template gets, down to a depth, the thing itself first")
  func templateValues() throws {
    let folder = try TemporaryFolder()
    let root = folder.path + "/base"
    #expect(try Remit.run("init", root).status == 0)
    func values(_ depth: String) throws -> Page {
      let outcome = try Remit.run(
        "show", "target/fine-dust-2030", "--template-values", "--depth", depth, "--root", root)
      #expect(outcome.status == 0, "\(outcome.errors)")
      return try JSONDecoder().decode(Page.self, from: Data(outcome.output.utf8))
    }
    let page = try values("5")
    #expect(page.entity == .init(title: "Less fine dust by 2030", id: "target/fine-dust-2030"))
    #expect(page.fields["deadline"]??.values.map(\.text) == ["2030"])
    #expect(page.fields.keys.contains("issued_by") && page.fields["issued_by"]??.name == nil)
    #expect(page.facts.map(\.name) == ["what", "value", "deadline", "set_by"])
    #expect(page.facts[1].claims.map { $0.statement?.quote } == ["at most 10", "12"])
    #expect(page.site.title == "My knowledge base")
    let shallow = try Remit.run(
      "show", "target/fine-dust-2030", "--template-values", "--depth", "1", "--root", root)
    #expect(shallow.output.contains("\"facts\": [\n    \"…\",\n    \"…\""))
  }

  private struct Page: Decodable {
    struct Entity: Decodable, Equatable { var title, id: String }
    struct Site: Decodable { var title: String }
    struct Statement: Decodable { var quote: String? }
    struct Value: Decodable { var text: String }
    struct Claim: Decodable { var statement: Statement? }
    struct Fact: Decodable {
      var name: String
      var values: [Value]
      var claims: [Claim]
    }

    var entity: Entity
    var fields: [String: Fact?]
    var facts: [Fact]
    var site: Site
  }
}
