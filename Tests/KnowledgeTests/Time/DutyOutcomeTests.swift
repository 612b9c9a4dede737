import Testing

@testable import Knowledge

/// Whether a duty was done in time, from dates alone.
@Suite struct DutyOutcomeTests {
  private func date(_ text: String) throws -> EDTFDate { try EDTFDate.parse(text).get() }

  private func outcome(
    done: String? = nil, never: String? = nil, due: [String], on day: String? = "2030-01-01"
  ) throws -> DutyOutcome {
    let said: DutyOutcome.Said =
      if let done { .done(try date(done)) } else if let never { .never(asOf: try date(never)) } else {
        .nothing
      }
    return DutyOutcome(said, deadlines: try due.map(date), on: try day.map { try date($0).earliest })
  }

  @Test(arguments: [
    ("2026-01-01", "2026-01-01", DutyOutcome.Verdict.met), ("2026-01-02", "2026-01-01", .metLate),
    // Of a month and a year the last day is the deadline.
    ("2026-01-31", "2026-01", .met), ("2026-02-01", "2026-01", .metLate), ("2026-12-31", "2026", .met),
    ("2026-01", "2026-01-31", .met), ("2026-01", "2026-01-30", .metUnclear),
    ("2026-02", "2026-01-31", .metLate),
    ("2026", "2026-01-31", .metUnclear), ("2025-06/2026-01-31", "2026-01-31", .met),
    ("2026-01~", "2027", .metUnclear), ("2026-01-01", "2027~", .metUnclear),
    ("2026-01-01", "2025/..", .metUnclear),
    ("2026-01-01/..", "2027", .unknown), ("2030-02-01", "2029", .overdue),
    ("2030-02-01", "2030-01-01", .notDue),
    ("2030", "2030-12-31", .unknown),
  ])
  func whatWasDone(_ done: String, _ due: String, _ verdict: DutyOutcome.Verdict) throws {
    #expect(try outcome(done: done, due: [due]).verdict == verdict)
  }

  @Test(arguments: [
    ("2026-03-01", "2026-01-01", DutyOutcome.Verdict.overdue), ("2026-01-01", "2026-01-01", .unknown),
    ("2025-12-01", "2026-01-01", .unknown), ("2029", "2031", .notDue), ("2026-03~", "2026-01-01", .unknown),
    ("2026-03-01", "2026~", .unknown), ("2026", "2026-06-30", .unknown), ("2026", "2025", .overdue),
  ])
  func whatWasNotDone(_ never: String, _ due: String, _ verdict: DutyOutcome.Verdict) throws {
    #expect(try outcome(never: never, due: [due]).verdict == verdict)
  }

  @Test func nobodySaysAnything() throws {
    #expect(try outcome(due: ["2030-01-01"]).verdict == .notDue)
    #expect(try outcome(due: ["2029-12-31"]).verdict == .unknown)
    #expect(try outcome(due: ["2031"], on: nil).verdict == .unknown)
    #expect(try outcome(due: []).verdict == .unknown)
  }

  @Test func neverSpeaksOfNoDayAfterTheOneThatIsAskedAbout() throws {
    let outcome = try outcome(never: "2026-03-01", due: ["2026-01-01"], on: "2026-01-11")
    #expect(outcome.delay?.days == 10)
    #expect(outcome.asOf?.description == "2026-01-11")
  }

  @Test func severalDeadlinesMustAgree() throws {
    let late = try outcome(done: "2026-03-01", due: ["2026-01-01", "2026-02-01"])
    #expect(late.verdict == .metLate)
    #expect(late.delay?.days == 28)
    #expect(late.delay?.isAtLeast == true)
    let unclear = try outcome(done: "2026-03-01", due: ["2026-01-01", "2026-04-01"])
    #expect((unclear.verdict, unclear.reason) == (.metUnclear, .deadlinesDiffer))
  }

  @Test func ofAMonthOnlyTheFirstDayIsCertain() throws {
    let outcome = try outcome(done: "2026-03", due: ["2026-01-31"])
    #expect(
      outcome.delay
        == Delay(from: try date("2026-01-31").latest, to: try date("2026-03-01").latest, isAtLeast: true))
  }

  @Test(arguments: [
    (1, "1 day"), (60, "60 days"), (61, "8 weeks"), (70, "10 weeks"), (182, "26 weeks"), (183, "6 months"),
    (364, "11 months"), (365, "12 months"), (729, "23 months"), (730, "2 years"), (1460, "3 years"),
    (1461, "4 years"),
  ])
  func delaysAreSaidAsPeopleSayThem(_ days: Int, _ words: String) throws {
    let start = try date("2026-01-01").earliest
    #expect(Delay(from: start, to: start + Int32(days)).display(in: .english) == words)
  }

  /// What is told of any dates agrees with what every day that they may mean would say.
  @Test func onlyWhatIsCertainIsTold() throws {
    let dates = [
      "2025-12", "2025-12-31", "2026", "2026-01-01", "2026-01", "2026-01-15", "2026-02-01", "2026-02",
    ]
    for done in dates {
      for due in dates {
        let last = try date(due).latest
        let days = try date(done).earliest...date(done).latest
        let told = try outcome(done: done, due: [due])
        let isMet = days.allSatisfy { $0 <= last }
        let isLate = days.allSatisfy { $0 > last }
        #expect((told.verdict == .met) == isMet && (told.verdict == .metLate) == isLate, "\(done) \(due)")
        #expect(told.delay.map { delay in days.allSatisfy { $0 - last >= delay.days } } ?? true)
      }
    }
  }
}
