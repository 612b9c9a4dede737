import Foundation
import Testing

/// A real law with an amendment that is only proposed: answers that were worked out from its text, and not by the program.
@Suite struct AIActTests {
  private static let folder = Remit.project.appending(path: "Tests/remitTests/AIAct")

  private func run(_ arguments: String...) throws -> Remit.Outcome {
    try Remit.run(all: arguments + ["--root", Self.folder.path])
  }

  /// The slugs below the act's that a list has.
  private func slugs(_ arguments: [String]) throws -> Set<String> {
    let outcome = try Remit.run(
      all: ["list"] + arguments + ["--format", "csv", "--columns", "id", "--root", Self.folder.path])
    try #require(outcome.status == 0, "\(outcome.errors)")
    let lines = outcome.output.components(separatedBy: "\r\n").dropFirst().filter { !$0.isEmpty }
    return Set(lines.map { $0.replacing("measure/ai-act/", with: "").replacing("act/", with: "") })
  }

  @Test func hasNothingWrong() throws {
    let check = try run("check", "--strict", "--evidence", Self.folder.appending(path: "evidence").path)
    #expect((check.status, check.errors) == (0, ""))
    #expect(try run("fmt", "--check").status == 0)
  }

  private static let none: Set<String> = []
  private static let first: Set = ["4", "5"]
  private static let second = first.union(["28", "34", "53", "55", "70", "78", "99"])
  private static let third = second.union([
    "16", "22", "23", "24", "26", "27", "49", "50-1", "50-2", "50-4", "73", "86",
  ])

  /// The proposal to postpone parts of it changes nothing on any day.
  @Test(arguments: [
    ("2024-07-31", none), ("2024-08-01", none), ("2025-02-01", none), ("2025-02-02", first),
    ("2025-07-10", first),
    ("2025-08-02", second), ("2026-01-15", second), ("2026-08-01", second), ("2026-08-02", third),
    ("2027-08-02", third.union(["6-1", "25-3"])),
  ])
  func whatAppliesOnADay(_ day: String, _ expected: Set<String>) throws {
    #expect(try slugs(["measure", "--where", "applies_from<=\(day)", "--as-of", day]) == expected)
  }

  @Test func whatTheProposalWouldPostpone() throws {
    #expect(
      try slugs(["measure", "--where", "applies_from.by=omnibus"]) == [
        "6-1", "16", "22", "23", "24", "25-3", "26", "27", "50-2",
      ])
    #expect(try slugs(["measure", "--where", "applies_from=2027-12-02"]).isEmpty)
  }

  @Test func whichDutiesWereDoneInTime() throws {
    let outcome = try run("export", "deadlines", "--format", "csv")
    let lines = outcome.output.components(separatedBy: "\r\n")
    let head = lines[0].components(separatedBy: ",")
    let (id, duty) = (head.firstIndex(of: "id"), head.firstIndex(of: "duty"))
    var outcomes: [String: String] = [:]
    for line in lines.dropFirst() where line.hasPrefix("duty/") {
      // Titles with a comma stand in quotation marks, and have one.
      let cells = line.replacing(/"([^",]*),([^"]*)"/) { "\($0.1)\($0.2)" }.components(separatedBy: ",")
      if let id, let duty { outcomes[cells[id].replacing("duty/", with: "")] = cells[duty] }
    }
    #expect(
      outcomes == [
        "authorities": "unknown", "authorities-denmark": "met", "authorities-italy": "met-late",
        "classification-guidelines": "not-due", "code-of-practice": "met-late",
        "definition-guidelines": "met-unclear", "incident-guidance": "overdue",
        "monitoring-template": "not-due",
        "practices-guidelines": "met-unclear", "review": "not-due", "rights-bodies": "unknown",
        "sandboxes": "not-due",
      ])
  }
}
