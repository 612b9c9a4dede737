import Foundation
import Testing

/// The questions that this project's own knowledge base must answer, asked of the real binary.
@Suite struct KnowledgeBaseTests {
  private struct Row: Decodable { var id: String }

  private func ids(_ arguments: String...) throws -> [String] {
    let all = arguments.joined(separator: " ").split(separator: " ").map(String.init)
    let outcome = try Remit.run(all: ["list"] + all + ["--format", "json", "--root", Remit.project.path])
    try #require(outcome.status == 0, "\(outcome.errors)")
    return try JSONDecoder().decode([Row].self, from: Data(outcome.output.utf8)).map(\.id)
  }

  private func measures(_ numbers: ClosedRange<Int>) -> [String] {
    numbers.map { "measure/guiding-opinions-2021/\($0)" }
  }

  @Test func sasacIsResponsibleForEightMeasures() throws {
    #expect(
      try ids("measure --where part_of=policy/guiding-opinions-2021 --where responsible=sasac")
        == measures(2...9))
  }

  @Test func aLeadIsNamedOnce() throws {
    #expect(
      try ids("measure --where part_of=policy/guiding-opinions-2021 --where responsible.role=lead")
        == measures(10...10))
    #expect(try ids("measure --where responsible=miit --where responsible.role=lead") == measures(10...10))
    #expect(try ids("measure --where responsible=sasac --where responsible.role=lead") == [])
  }

  @Test func miitIsResponsibleForNineMeasuresThoughItsFileListsNone() throws {
    #expect(try ids("measure --where responsible=miit") == measures(2...10))
    let file = try String(
      contentsOf: Remit.project.appending(path: "content/agencies/miit.md"), encoding: .utf8)
    #expect(!file.contains("responsible_for"))
    let shown = try Remit.run(all: ["show", "miit", "--root", Remit.project.path])
    for number in 2...10 { #expect(shown.output.contains("guiding-opinions-2021/\(number)")) }
  }

  @Test func theChampionsGoalIsDisputed() throws {
    let shown = try Remit.run(all: [
      "show", "target/champions-2025", "--format", "json", "--root", Remit.project.path,
    ])
    #expect(shown.output.contains("\"1000\"") || shown.output.contains("1000"))
    #expect(shown.output.contains("thousands"))
    #expect(shown.output.contains("\"disputed\": true"))
    let exported = try Remit.run(all: ["export", "--format", "json", "--root", Remit.project.path])
    #expect(exported.status == 0)
    #expect(exported.output.contains("thousands"))
  }

  @Test func namesOfOneSourceLeadToTheMinistriesMeant() throws {
    let policies = try ids("policy --where issued_by=mof")
    #expect(policies.contains("policy/guiding-opinions-2021"))
    for (name, agency) in [("Exchequer", "mof"), ("Commerce Department", "mofcom")] {
      let file = try String(
        contentsOf: Remit.project.appending(path: "content/agencies/\(agency).md"), encoding: .utf8)
      #expect(file.contains(name))
    }
  }

  /// A reader who clicks on a name and finds a sentence learns not to click: little things are sections.
  @Test func everyClickIsWorthIt() throws {
    for kind in ["sectors", "terms", "programmes", "organisations", "figures"] {
      let folder = Remit.project.appending(path: "content/" + kind)
      let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
      let thin = try names.filter { $0.hasSuffix(".md") }.filter { name in
        let text = try String(contentsOf: folder.appending(path: name), encoding: .utf8)
        return !text.contains("\nsection: true\n") && Self.ownWords(text) < 75
      }
      #expect(names.count > 10 && thin == [], "\(kind)")
    }
  }

  /// The words of the summary and the text; a link counts by what is shown of it, and a citation not at all.
  private static func ownWords(_ file: String) -> Int {
    let lines = file.components(separatedBy: "\n")
    let summary = lines.first { $0.hasPrefix("summary: ") }?.dropFirst("summary: ".count) ?? ""
    let body = file.components(separatedBy: "\n---\n").dropFirst().joined(separator: "\n")
    let shown = body.replacing(#/\[@[^\]]*\]/#, with: "").replacing(#/\[\[[^\]|]*\|/#, with: "")
    return (summary + " " + shown).split { $0.isWhitespace }.count {
      $0.contains { $0.isLetter || $0.isNumber }
    }
  }
}
