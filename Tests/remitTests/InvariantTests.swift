import Diagnostics
import Foundation
import Knowledge
import Site
import TestSite
import Testing

/// What must hold of the project's own files.
@Suite struct InvariantTests {
  private func files(below folder: String, suffix: String) throws -> [(path: String, text: String)] {
    let root = Remit.project.appending(path: folder)
    let names = try FileManager.default.subpathsOfDirectory(atPath: root.path).filter { $0.hasSuffix(suffix) }
    return try names.map { ($0, try String(contentsOf: root.appending(path: $0), encoding: .utf8)) }
  }

  @Test func oneFileImportsEachForeignLibrary() throws {
    let sources = try files(below: "Sources", suffix: ".swift")
    for (module, file) in [
      ("CCmark", "CommonMark/Parsing/LibcmarkTree.swift"), ("Yams", "FrontMatter/YAMLComposer.swift"),
      ("Subprocess", "Files/ChildProcess.swift"),
    ] {
      let importers = sources.filter { $0.text.contains("import \(module)\n") }.map(\.path)
      #expect(importers == [file])
    }
  }

  /// Else a test could hold of stages that the program puts together otherwise.
  @Test func onlyThePipelinePutsStagesTogether() throws {
    let callers = try ["Sources", "Tests"].flatMap { folder in
      try files(below: folder, suffix: ".swift").filter {
        $0.text.contains(/\b(?:ParsedSite|KnowledgeGraph|SiteModel)\(/)
      }.map { folder + "/" + $0.path }
    }
    // One test hands a graph its entities in another order than the stage before ever does, one asks of a month of days
    // without parsing anew.
    let exceptions = ["Query/KnowledgeJSONTests.swift", "Time/HistoryPropertyTests.swift"]
    #expect(
      callers.sorted() == ["Sources/Pipeline/Build.swift"] + exceptions.map { "Tests/KnowledgeTests/" + $0 })
  }

  /// A key that one of the readers or writers spelled itself would be forgotten when it changes.
  @Test func claimKeysAreSpelledInTheirEnumerationOnly() throws {
    // The same words for something else: settings of schema.yaml and remit.yaml, a quantity's part, a class.
    let others = [
      "Knowledge/Schema/SchemaReader.swift source", "Knowledge/Schema/Schema.swift source",
      "Knowledge/Schema/Schema.swift scope", "Knowledge/Entities/QuantityReader.swift scope",
      "Knowledge/Values/Quantities/QuantityFields.swift scope",
      "Knowledge/Query/Export/ValueJSON.swift scope",
      "Knowledge/Query/Export/KnowledgeJSON.swift as_of", "Knowledge/Schema/SchemaReader.swift by",
      "Knowledge/Schema/FieldReader.swift from", "Knowledge/Values/Quantities/QuantityParsing.swift from",
      "remit/Commands/DiffCommand.swift from", "Knowledge/Schema/KindLife.swift from",
      "Knowledge/Schema/KindLife.swift until",
    ]
    var spelled: Set<String> = []
    for target in ["Knowledge", "Changes", "Links", "Pipeline", "remit"] {
      for file in try files(below: "Sources/" + target, suffix: ".swift")
      where !file.path.hasSuffix("ClaimKey.swift") {
        let code = file.text.split(separator: "\n").filter { !$0.drop { $0 == " " }.hasPrefix("//") }
        for key in ClaimKey.names where code.contains(where: { $0.contains("\"\(key)\"") }) {
          spelled.insert("\(target)/\(file.path) \(key)")
        }
      }
    }
    #expect(spelled == Set(others))
  }

  @Test func nothingInSourcesCanTrap() throws {
    for (path, text) in try files(below: "Sources", suffix: ".swift") {
      for hatch in [
        "try!", "fatalError\\(", "preconditionFailure\\(", "@unchecked", "nonisolated\\(unsafe\\)", "as!",
        ": Any\\b",
      ] {
        #expect(try text.firstMatch(of: Regex(hatch)) == nil, "\(path) has \(hatch)")
      }
    }
  }

  /// Texts are compared by the rules of Folding; what only changes letters to show them is listed here.
  @Test func caseIsFoldedInOnePlace() throws {
    let shown = [
      "Changes/Writing/ChangeSentences.swift", "Changes/Writing/EscapedMarkdown.swift",
      "Knowledge/Schema/SchemaChecks.swift", "Site/Starter/Skeleton.swift", "Site/Theme/ThemeWords.swift",
      // Names of asides and of formats.
      "CommonMark/AsideKind.swift", "FrontMatter/ForeignFrontMatter.swift",
      // Makes an address.
      "Site/Views/Register/Register.swift",
      // Words of HTTP.
      "Preview/ServedPage.swift", "Preview/HTTP/ByteRange.swift", "Preview/HTTP/OwnNames.swift",
      "Preview/HTTP/Route.swift",
    ]
    for (path, text) in try files(below: "Sources", suffix: ".swift")
    where !path.hasPrefix("Folding/") && !shown.contains(path) {
      #expect(
        !text.contains("lowercased()") && !text.contains("uppercased()"), "\(path) folds case by itself")
    }
  }

  @Test func everyDiagnosticIsExplainedInTheManual() throws {
    let manual = try String(
      contentsOf: Remit.project.appending(path: "content/manual/diagnostics.md"), encoding: .utf8)
    let lines = manual.components(separatedBy: "\n")
    for id in DiagnosticID.allCases {
      #expect(
        lines.contains("## \(id.rawValue)") || lines.contains("### \(id.rawValue)"),
        "\(id.rawValue) is missing")
    }
  }

  @Test func everyOptionIsInTheManual() throws {
    let manual = try String(
      contentsOf: Remit.project.appending(path: "content/manual/commands.md"), encoding: .utf8)
    let commands = try Remit.run("--help").output.matches(of: #/\n  ([a-z]+) /#).map { String($0.output.1) }
    #expect(commands.count > 10)
    for command in commands {
      #expect(manual.contains("remit \(command)"))
      let help = try Remit.run(command, "--help").output
      for option in help.matches(of: /--[a-z-]+/).map({ String($0.output) })
      where !["--help", "--version"].contains(option) {
        #expect(manual.contains(option), "\(command) \(option) is missing")
      }
    }
  }

  @Test func theBuiltInThemeHasEveryTemplate() throws {
    let root = Remit.project.appending(path: "templates")
    var names: Set<String> = []
    for name in try FileManager.default.subpathsOfDirectory(atPath: root.path)
    where !root.appending(path: name).hasDirectoryPath {
      var isFolder: ObjCBool = false
      _ = unsafe FileManager.default.fileExists(
        atPath: root.appending(path: name).path, isDirectory: &isFolder)
      if !isFolder.boolValue { names.insert("templates/" + name) }
    }
    #expect(Set(BuiltInTheme.files.map(\.path)) == names)
    for file in BuiltInTheme.files {
      #expect(
        try Data(contentsOf: Remit.project.appending(path: file.path)) == Data(file.bytes),
        "\(file.path) differs")
    }
  }

  /// So that they can be read in a difference; `~` takes away the breaks that pages are not to have.
  @Test func templatesHaveShortLines() throws {
    let templates = try [".html", ".xml"].flatMap { try files(below: "templates", suffix: $0) }
    for (path, text) in templates {
      let lines = text.components(separatedBy: "\n")
      for index in lines.indices where lines[index].count > 110 {
        Issue.record("\(path):\(index + 1) has \(lines[index].count) columns")
      }
    }
  }

  /// What a double click on any page would run into.
  @Test func everyLinkOfTheSiteLeadsToAFile() async throws {
    let site = try await TestSite(folder: Remit.project).published()
    #expect(site.bytes.count > 100)
    let broken = site.brokenLinks
    #expect(broken == [])
    #expect(site.idsTwice == [])
    #expect(site.linksInLinks == [])
  }

  /// Whatever authors call their headings, footnotes and records, and wherever texts are shown together.
  @Test func nothingThatAuthorsWriteMakesIDsTwice() async {
    let site = await TestSite(Self.sameNames).published()
    #expect(!site.diagnostics.hasErrors, "\(site.printedDiagnostics)")
    #expect(site.idsTwice == [])
    #expect(site.linksInLinks == [])
    #expect(site.brokenLinks == [])
    let page = site.text("policies/a.html") ?? ""
    for part in [
      "<h2 id=\"main-1\">", "href=\"#main-1\"", "<h2 id=\"how-to-cite-1\">", "<h2 id=\"fact-aim-1\">",
      "<h2 id=\"field-1-fn-1-1\">",
      "href=\"#fn-1-1\"", "<li id=\"mentioned-in-1\">", "href=\"#mentioned-in-1\"",
    ] { #expect(page.contains(part), "\(part)") }
    #expect((site.text("policies/b.html") ?? "").contains("href=\"../policies/a.html#main-1\""))
  }

  private static let sameNames: [String: String] = {
    let note = "\"Aim[^1] [^1] [x](#h).\\n\\n## H\\n\\n[m](#main) [^1]\\n\\n[^1]: Note.\""
    func policy(_ title: String, _ more: String, _ body: String) -> String {
      """
      ---
      title: \(title)
      start: 2020
      until: 2021
      summary: \(note)
      aim: [{is: \(note), source: s}, {is: "Other[^1].\\n\\n[^1]: N", source: t}]
      \(more)
      ---
      # \(title)

      ## Main

      [1](#main) [a](#\(title.lowercased())) [<https://a.example>](https://b.example) [c [@s] [[b]] [^1]](../policies/b.md)
      [![x [y](b.md)](https://a.example)](https://b.example)
      \(body)
      """
    }
    return [
      "schema.yaml": """
      claims: {source: source}
      kinds:
        policy:
          folder: policies
          columns: [aim, goals, start]
          fields:
            aim: markdown
            start: date
            until: date
            under: {to: policy, inverse: above}
            goals: {type: record, many: true, fields: {text: markdown}}
            unlike: {to: policy, many: true}
        source: {folder: sources, columns: [aim], fields: {aim: markdown}}
      """,
      "remit.yaml": """
      title: T
      views:
        words: {view: glossary, of: [policy], definition: aim}
        steps: {view: ladder, of: policy, step: under, show: [aim, goals]}
        times: {view: timeline, lanes: [{of: policy, date: start, show: [aim, goals]}, {of: policy, date: until, show: [aim]}]}
        register: {view: register}
        sources: {view: sources, show: [aim]}
        both: {view: compare, pairs: [[a, b]]}
      """,
      "content/policies/a.md": policy(
        "A", "goals: [{id: mentioned-in, text: \(note)}, {text: \(note)}]",
        "## How to cite\n\n## Fact aim {#fact-aim}\n\n## fn-1\n\n[f](#fn-1) [r](#mentioned-in)[^1]\n\n## field-1-fn-1\n\n## views\n\n[^1]: N"
      ),
      "content/policies/b.md": policy(
        "B", "under: a\nunlike: [a]\ngoals: [{text: \(note)}]",
        "[m](a.md#main) [t](a.md#a) [h](a.md#how-to-cite)[^1]\n\n[^1]: N"),
      "content/sources/s.md": "---\ntitle: S\naim: \(note)\n---\n## main\n",
      "content/sources/t.md": "---\ntitle: T\naim: \(note)\n---\n## main\n",
      "content/index.md": "# Home\n\n## Views\n\n## Main\n\n[x](#views) [y](#home)\n",
    ]
  }()
}
