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

  /// What became of each duty by a day: those of the law's own deadlines as of January 2026, but for the changes.
  private static func duties(_ changes: [String: String]) -> [String: String] {
    [
      "authorities": "unknown", "authorities-denmark": "met", "authorities-italy": "met-late",
      "classification-guidelines": "not-due", "code-of-practice": "met-late",
      "definition-guidelines": "met-unclear", "incident-guidance": "overdue",
      "monitoring-template": "not-due",
      "practices-guidelines": "met-unclear", "review": "not-due", "rights-bodies": "unknown",
      "sandboxes": "not-due",
    ].merging(changes) { $1 }
  }

  /// Before August 2025 nothing of that month is due.
  private static let august = [
    "authorities": "not-due", "authorities-denmark": "not-due", "authorities-italy": "not-due",
    "incident-guidance": "not-due",
  ]

  private static func early(_ changes: [String: String]) -> [String: String] {
    duties(august.merging(changes) { $1 })
  }

  /// A duty is not late on the last day of its deadline, and what is done on a day is done on it. One without a
  /// deadline can't be in time. The guidance on incidents was still missing in September 2025, so it was before.
  @Test(arguments: [
    (
      "2024-11-02",
      early([
        "code-of-practice": "not-due", "rights-bodies": "not-due", "definition-guidelines": "unknown",
        "practices-guidelines": "unknown",
      ])
    ),
    (
      "2024-11-03",
      early([
        "code-of-practice": "not-due", "definition-guidelines": "unknown", "practices-guidelines": "unknown",
      ])
    ),
    ("2025-02-05", early(["code-of-practice": "not-due", "definition-guidelines": "unknown"])),
    ("2025-05-02", early(["code-of-practice": "not-due"])),
    ("2025-05-03", early(["code-of-practice": "overdue"])),
    ("2025-07-10", early([:])),
    (
      "2025-08-02",
      duties(["authorities": "not-due", "authorities-italy": "not-due", "incident-guidance": "not-due"])
    ),
    ("2025-08-03", duties(["authorities-italy": "overdue"])),
    ("2025-10-10", duties([:])), ("2026-01-15", duties([:])),
    ("2026-02-03", duties(["classification-guidelines": "unknown", "monitoring-template": "unknown"])),
  ])
  func whatBecameOfEachDuty(_ day: String, _ expected: [String: String]) throws {
    let outcome = try run("export", "deadlines", "--format", "csv", "--columns", "id,duty", "--as-of", day)
    let cells = outcome.output.components(separatedBy: "\r\n").dropFirst().map {
      $0.components(separatedBy: ",")
    }
    let said = Dictionary(
      cells.filter { $0.count == 2 }.map { ($0[0].replacing("duty/", with: ""), $0[1]) }
    ) { $0 + "/" + $1 }
    #expect(said.mapValues { Set($0.components(separatedBy: "/")) } == expected.mapValues { [$0] })
  }
}
