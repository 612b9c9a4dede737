import Changes
import Diagnostics
import TestSite
import TestSupport
import Testing

@testable import Knowledge

/// What a fact says on a day, of histories that nobody made up, held beside an oracle that looks at each day by itself.
@Suite struct HistoryPropertyTests {
  private struct Claim {
    var value: Int
    var from: Int?
    var until: Int?
    var change: Int?
    var scope: String?

    /// Days are those of January 2026; the first two changes are made, the third is proposed: what it would only end goes on.
    var isMade: Bool { change != 2 || goesOn }
    var goesOn: Bool { change == 2 && from == nil && until != nil }
    var start: Int { from ?? 0 }

    var yaml: String {
      func day(_ number: Int) -> String { "2026-01-" + (number < 10 ? "0" : "") + String(number) }
      let parts = [
        "is: v\(value)", from.map { "from: " + day($0) }, until.map { "until: " + day($0) },
        change.map { "by: change-\($0)" }, scope.map { "scope: " + $0 },
      ]
      return "  - {" + parts.compactMap(\.self).joined(separator: ", ") + "}"
    }
  }

  private func history(_ random: inout SeededGenerator) -> [Claim] {
    (0..<Int.random(in: 1...6, using: &random)).map { number in
      let from = Bool.random(using: &random) ? Int.random(in: 2...20, using: &random) : nil
      let until =
        Int.random(in: 0...3, using: &random) == 0
        ? Int.random(in: ((from ?? 2) + 1)...25, using: &random) : nil
      return Claim(
        value: number, from: from, until: until,
        change: Bool.random(using: &random) ? Int.random(in: 0...2, using: &random) : nil,
        scope: Int.random(in: 0...3, using: &random) == 0 ? "north" : nil)
    }
  }

  /// Whether a claim holds on a day, by looking at all that the others say of the days up to it.
  private func holds(_ number: Int, of claims: [Claim], on day: Int) -> Bool {
    let claim = claims[number]
    guard claim.isMade, claim.start <= day else { return false }
    if let until = claim.until, !claim.goesOn { return day < until }
    return !claims.contains { other in
      guard let from = other.from, let change = other.change, other.isMade, other.scope == claim.scope else {
        return false
      }
      return change != claim.change && claim.start < from && from <= day
    }
  }

  private func site(_ claims: [Claim]) async -> TestSite {
    await TestSite([
      "remit.yaml": "as_of: 2026-01-01\n",
      "schema.yaml": """
      claims: {by: [act]}
      kinds:
        thing: {fields: {value: text}}
        act: {fields: {status: {values: [made, draft], proposed: [draft]}}}
      """,
      "content/acts/change-0.md": "---\ntitle: Zero\n---\n",
      "content/acts/change-1.md": "---\ntitle: One\nstatus: made\n---\n",
      "content/acts/change-2.md": "---\ntitle: Two\nstatus: draft\n---\n",
      "content/things/a.md": "---\ntitle: A\nvalue:\n\(claims.map(\.yaml).joined(separator: "\n"))\n---\n",
    ])
  }

  @Test(arguments: 0..<60) func theValueOfADayIsThatOfTheOracle(_ seed: UInt64) async throws {
    var random = SeededGenerator(seed: seed)
    let claims = history(&random)
    let site = await site(claims)
    #expect(!site.diagnostics.hasErrors, "\(site.printedDiagnostics)")
    let first = try #require(EDTFDate(year: 2026, month: 1)).earliest
    for day in 1...31 {
      let graph = await KnowledgeGraph(
        site.entities, schema: site.graph.schema, asOf: EDTFDate(dayNumber: first + Int32(day) - 1))
      let thing = try graph.target(named: "thing/a").entity
      let fact = graph[thing].fact(2)
      let held = fact?.holding.map { graph.words($0.value, as: .cell) } ?? []
      let expected = claims.indices.filter { holds($0, of: claims, on: day) }.map { "v\($0)" }
      #expect(held == expected, "day \(day): \(claims.map(\.yaml).joined(separator: "\n"))")
      #expect(fact?.today?.claims.count ?? 0 == expected.count)
      // What conditions find is what holds.
      for number in claims.indices {
        let found = try Query(kind: graph[thing].kind, where: ["value=v\(number)"], in: graph).entities(
          in: graph)
        #expect(found.isEmpty != expected.contains("v\(number)"))
      }
    }
  }

  /// What `diff --days` tells is what the histories say: the values that come and those that go.
  @Test(arguments: 0..<60) func theDifferenceOfTwoDaysIsThatOfTheOracle(_ seed: UInt64) async throws {
    var random = SeededGenerator(seed: seed)
    let claims = history(&random)
    let site = await site(claims)
    let first = try #require(EDTFDate(year: 2026, month: 1)).earliest
    func snapshot(_ day: Int) async -> KnowledgeSnapshot {
      let asOf = EDTFDate(dayNumber: first + Int32(day) - 1)
      return await KnowledgeSnapshot(
        KnowledgeGraph(site.entities, schema: site.graph.schema, asOf: asOf), isOfDay: true)
    }
    func values(_ day: Int) -> Set<String> {
      Set(claims.indices.filter { holds($0, of: claims, on: day) }.map { "v\($0)" })
    }
    for from in stride(from: 1, through: 30, by: 3) {
      let to = Int.random(in: 1...31, using: &random)
      let changes = await KnowledgeChanges(from: snapshot(from), to: snapshot(to))
      #expect(changes.entities.allSatisfy { $0.entity.id == "thing/a" && $0.sort == .changed })
      let details = changes.entities.flatMap(\.details).filter { $0.field == "value" }
      let came = Set(details.compactMap { $0.action == .removed ? nil : $0.new })
      let went = Set(details.compactMap { $0.action == .added ? nil : $0.old })
      let (before, after) = (values(from), values(to))
      #expect(came == after.subtracting(before), "\(from) to \(to): \(claims.map(\.yaml))")
      #expect(went == before.subtracting(after), "\(from) to \(to): \(claims.map(\.yaml))")
    }
  }
}
