import Knowledge
import TestSite
import Testing

@testable import Changes

/// A change that was made is told as such: what it did to which value, when and by what.
@Suite struct MoveTests {
  private func graph(_ applies: String, act: String = "made") async -> KnowledgeGraph {
    await TestSite([
      "remit.yaml": "as_of: 2026-07-15\n",
      "schema.yaml": """
      claims: {by: [act]}
      kinds:
        duty: {folder: duties, fields: {applies: date, rate: quantity}}
        act: {fields: {status: {values: [draft, made], proposed: [draft]}}}
        source: {fields: {}}
      """,
      "content/acts/change.md": "---\ntitle: The Change\nstatus: \(act)\n---\n",
      "content/sources/first.md": "# First\n", "content/sources/second.md": "# Second\n",
      "content/duties/a.md": "---\ntitle: A\n\(applies)\n---\n",
    ]).graph
  }

  private func sentences(
    _ old: String, _ new: String, act: String = "made"
  ) async -> [String] {
    let (before, after) = (await graph(old), await graph(new, act: act))
    let changes = KnowledgeChanges(from: KnowledgeSnapshot(before), to: KnowledgeSnapshot(after))
    return changes.entities.filter { $0.entity.id == "duty/a" }.flatMap(\.details).map(\.sentence)
  }

  @Test func aDateIsPostponedOrBroughtForward() async {
    let old = "applies: [{is: 2026-08-02, source: first}]"
    for (date, words) in [("2027-12-02", "postponed"), ("2026-01-02", "brought forward")] {
      let new =
        "applies: [{is: 2026-08-02, source: first}, {is: \(date), from: 2026-06-30, by: change, source: second}]"
      let shown = date == "2027-12-02" ? "2 December 2027" : "2 January 2026"
      await #expect(
        sentences(old, new) == [
          "applies: \(words) from 2 August 2026 to \(shown), from 30 June 2026, by The Change, according to Second"
        ])
    }
  }

  /// Of two days between which a date moved twice, one move is told, by the last change.
  @Test func twoMovesAreOne() async {
    func snapshot(_ asOf: String) async -> KnowledgeSnapshot {
      let site = await TestSite([
        "remit.yaml": "as_of: \(asOf)\n",
        "schema.yaml": "claims: {by: [act]}\nkinds: {duty: {fields: {due: date}}, act: {}}\n",
        "content/acts/first.md": "# First\n", "content/acts/last.md": "# Last\n",
        "content/duties/a.md": """
        ---
        title: A
        due: [{is: 2025}, {is: 2027, from: 2025-07-31, by: first}, {is: 2029, from: 2026-05-01, by: last}]
        ---

        """,
      ])
      return KnowledgeSnapshot(site.graph, isOfDay: true)
    }
    let changes = await KnowledgeChanges(from: snapshot("2025-01-31"), to: snapshot("2026-06-01"))
    #expect(
      changes.entities.flatMap(\.details).map(\.sentence) == [
        "due: postponed from 2025 to 2029, from 1 May 2026, by Last"
      ])
  }

  @Test func anotherValueIsChanged() async {
    await #expect(
      sentences("rate: 10 %", "rate: [{is: 10 %}, {is: 12 %, from: 2026, by: change}]") == [
        "rate: changed from 10 % to 12 %, from 2026, by The Change"
      ])
  }

  @Test func aProposalIsNoChange() async {
    await #expect(
      sentences(
        "applies: [{is: 2026-08-02, source: first}]",
        "applies: [{is: 2026-08-02, source: first}, {is: 2027-12-02, from: 2026-06-30, by: change}]",
        act: "draft"
      ) == ["applies: now 2 December 2027"])
  }

  @Test func anEndIsNoMatterOfEvidence() async {
    await #expect(
      sentences("applies: {is: 2026, source: first}", "applies: {is: 2026, until: 2027, source: first}") == [
        "applies: 2026 (until: 2027), according to First"
      ])
  }
}
