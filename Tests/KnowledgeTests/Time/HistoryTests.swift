import Testing

@testable import Knowledge

/// The rules by which claims begin and end, on claims alone.
@Suite struct HistoryTests {
  private func day(_ text: String) -> Int32 {
    guard case .success(let date) = EDTFDate.parse(text) else { return 0 }
    return date.earliest
  }

  private func entry(
    from: String? = nil, until: String? = nil, by: Int? = nil, scope: String? = nil, isProposed: Bool = false
  ) -> History.Entry {
    History.Entry(
      scope: scope, period: Period(start: from.map(day) ?? .min, end: until.map(day) ?? .max),
      by: by.map(EntityID.init), namesChange: by != nil, isProposed: isProposed)
  }

  private func ends(_ entries: [History.Entry]) -> [Int32] { History(entries).holdings.map(\.period.end) }

  @Test func aChangeEndsWhatWasSaidBefore() {
    let history = History([entry(), entry(from: "2026-06-30", by: 1), entry(from: "2027", by: 2)])
    #expect(history.holdings.map(\.period.end) == [day("2026-06-30"), day("2027-01-01"), .max])
    #expect(history.holdings.map(\.endedBy) == [1, 2, nil])
  }

  @Test func anUntilOfItsOwnStays() {
    #expect(ends([entry(until: "2028"), entry(from: "2026", by: 1)]) == [day("2028-01-01"), .max])
  }

  @Test func whatNamesNoChangeEndsNothing() {
    #expect(ends([entry(), entry(from: "2026")]) == [.max, .max])
    #expect(ends([entry(), entry(by: 1)]) == [.max, .max])
  }

  @Test func aChangeIsOfItsScopeOnly() {
    #expect(
      ends([entry(scope: "north"), entry(), entry(from: "2026", by: 1, scope: "north")]) == [
        day("2026"), .max, .max,
      ])
  }

  @Test func whatTellsOfOneChangeIsNotEndedByIt() {
    #expect(ends([entry(from: "2026-06-29", by: 1), entry(from: "2026-06-30", by: 1)]) == [.max, .max])
    #expect(ends([entry(from: "2026-06-30", by: 1), entry(from: "2026-06-30", by: 2)]) == [.max, .max])
  }

  @Test func aProposalNeitherEndsNorIsEnded() {
    #expect(ends([entry(), entry(from: "2026", by: 1, isProposed: true)]) == [.max, .max])
    #expect(
      ends([entry(from: "2025", by: 1, isProposed: true), entry(from: "2026", by: 2)]) == [.max, .max])
  }

  @Test func untilAndFromMeet() {
    let before = Period(start: .min, end: day("2026-07"))
    let after = Period(start: day("2026-07"), end: .max)
    #expect(!before.overlaps(after))
    #expect(before.tense(on: day("2026-06-30")) == .present)
    #expect(before.tense(on: day("2026-07-01")) == .past)
    #expect(after.tense(on: day("2026-06-30")) == .future)
    #expect(after.tense(on: day("2026-07-01")) == .present)
  }
}
