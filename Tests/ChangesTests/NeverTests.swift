import Diagnostics
import Knowledge
import TestSite
import Testing

@testable import Changes

/// `never` in place of a date: compared, exported and asked for as what it says.
@Suite struct NeverTests {
  private func graph(_ fulfilled: String) async -> KnowledgeGraph {
    await TestSite([
      "schema.yaml": "kinds: {duty: {folder: duties, fields: {fulfilled: {type: date, never: true}}}}\n",
      "content/duties/a.md": "---\ntitle: A\nfulfilled: \(fulfilled)\n---\n",
    ]).graph
  }

  @Test func aDutyThatIsFulfilledIsAChange() async throws {
    let (before, after) = (await graph("{is: never, as_of: 2026-02-01}"), await graph("2026-03-12"))
    #expect(before.diagnostics.isEmpty)
    let changes = KnowledgeChanges(from: KnowledgeSnapshot(before), to: KnowledgeSnapshot(after))
    let told = changes.entities.flatMap { change in change.details.map(\.sentence) }
    #expect(told == ["fulfilled: no longer never (as of 2026-02-01)", "fulfilled: now 12 March 2026"])
    #expect(
      KnowledgeChanges(
        from: KnowledgeSnapshot(before), to: KnowledgeSnapshot(await graph("{as_of: 2026-02-01, is: NEVER}")))
        == KnowledgeChanges())
  }

  @Test func aConditionFindsIt() async throws {
    let (undone, done) = (await graph("{is: never, as_of: 2026-02-01}"), await graph("2026-03-12"))
    for (condition, finds) in [
      ("fulfilled=never", (true, false)), ("fulfilled!=never", (false, true)),
      ("fulfilled<=2030-01-01", (false, true)), ("fulfilled>=1900", (false, true)),
    ] {
      let kind = try #require(undone.schema.kind(named: "duty"))
      let query = try Query(kind: kind, where: [condition], in: undone)
      #expect(!query.entities(in: undone).isEmpty == finds.0, "\(condition)")
      #expect(!query.entities(in: done).isEmpty == finds.1, "\(condition)")
    }
  }
}
