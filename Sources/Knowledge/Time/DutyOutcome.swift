/// Whether a duty was fulfilled, and in time, on the day that the knowledge base speaks of.
///
/// Only what is certain decides: a date counts with all the days that it may mean, and an approximate one shows nothing
/// that depends on it.
package struct DutyOutcome: Hashable, Sendable {
  package enum Verdict: String, Hashable, Sendable, CaseIterable {
    /// On the deadline's last day or before it.
    case met
    case metLate = "met-late"
    /// It was done; whether in time isn't said.
    case metUnclear = "met-unclear"
    case overdue
    case notDue = "not-due"
    case unknown
  }

  package enum Reason: String, Hashable, Sendable, CaseIterable {
    case done
    case doneLate = "done-late"
    /// On the day it wasn't done yet; by what is known today it was later.
    case doneLater = "done-later"
    /// A source says that it wasn't done.
    case notDone = "not-done"
    /// A source says so of a day before the deadline, and nobody says what came after.
    case notDoneBefore = "not-done-before"
    case ahead
    case nothingSaid = "nothing-said"
    case noDeadline = "no-deadline"
    case datesUnclear = "dates-unclear"
    /// Sources give several deadlines, and it hangs on them.
    case deadlinesDiffer = "deadlines-differ"
    // By the figures that measure it
    case figureInTime = "figure-in-time"
    case figureAfter = "figure-after"
    case figureShort = "figure-short"
    /// A figure at the deadline or after it fell short, and a later one did not.
    case figureLate = "figure-late"
    case figuresDiffer = "figures-differ"
  }

  /// What is known of when it was done.
  package enum Said: Hashable, Sendable {
    case done(EDTFDate)
    case never(asOf: EDTFDate)
    case nothing
  }

  package var verdict: Verdict
  package var reason: Reason
  /// How late it was, or for how long it's overdue.
  package var delay: Delay?
  /// Of which day it's said that it is not done; of what was done in time or late, by when it was.
  package var asOf: EDTFDate?

  package init(_ verdict: Verdict, _ reason: Reason, delay: Delay? = nil, asOf: EDTFDate? = nil) {
    (self.verdict, self.reason, self.delay, self.asOf) = (verdict, reason, delay, asOf)
  }
}

extension DutyOutcome {
  /// - Parameters:
  ///   - deadlines: those that held when it was done; of each the last day counts. Where there are several, all of them
  ///     must agree on the outcome.
  ///   - day: counted from 1970-01-01; `nil` where nobody says one.
  package init(_ said: Said, deadlines: [EDTFDate], on day: Int32?) {
    let last = deadlines.map(\.end).filter { $0.latest != .max }
    let outcomes = last.isEmpty ? [Self.withoutDeadline(said, day)] : last.map { Self.of(said, $0, day) }
    self = Self.agreed(outcomes)
  }

  /// What all outcomes agree on, with the least delay.
  package static func agreed(
    _ outcomes: [DutyOutcome], otherwise reason: Reason = .deadlinesDiffer
  ) -> DutyOutcome {
    guard var first = outcomes.first else { return DutyOutcome(.unknown, .nothingSaid) }
    let verdicts = Set(outcomes.map(\.verdict))
    guard verdicts.count == 1 else {
      let isDone = verdicts.isSubset(of: [.met, .metLate, .metUnclear])
      return DutyOutcome(isDone ? .metUnclear : .unknown, reason)
    }
    let delays = outcomes.map(\.delay).unique
    if delays.count > 1 {
      first.delay = delays.contains(nil) ? nil : delays.compactMap(\.self).min { $0.days < $1.days }
      first.delay?.isAtLeast = true
    }
    return first
  }

  private static func withoutDeadline(_ said: Said, _ day: Int32?) -> DutyOutcome {
    guard case .done(let date) = said, date.end.latest != .max, date.end.latest <= day ?? .max else {
      return DutyOutcome(.unknown, .noDeadline)
    }
    return DutyOutcome(.metUnclear, .noDeadline, asOf: date)
  }

  private static func of(_ said: Said, _ deadline: EDTFDate, _ day: Int32?) -> DutyOutcome {
    if deadline.isVague {
      guard case .done(let date) = said, date.end.latest <= day ?? .max - 1 else {
        return DutyOutcome(.unknown, .datesUnclear)
      }
      return DutyOutcome(.metUnclear, .datesUnclear, asOf: date)
    }
    switch said {
    case .done(let date): return done(date.end, deadline, day)
    case .never(let asOf): return notDone(asOf, deadline, day)
    case .nothing:
      guard let day else { return DutyOutcome(.unknown, .nothingSaid) }
      return day <= deadline.latest ? DutyOutcome(.notDue, .ahead) : DutyOutcome(.unknown, .nothingSaid)
    }
  }

  private static func done(_ date: EDTFDate, _ deadline: EDTFDate, _ day: Int32?) -> DutyOutcome {
    let due = deadline.latest
    if let day, date.earliest > day, !date.isVague {
      guard day > due else { return DutyOutcome(.notDue, .ahead) }
      return DutyOutcome(
        .overdue, .doneLater, delay: Delay(from: due, to: day), asOf: EDTFDate(dayNumber: day))
    }
    if date.latest > day ?? .max - 1 { return DutyOutcome(.unknown, .datesUnclear) }
    if date.isVague { return DutyOutcome(.metUnclear, .datesUnclear, asOf: date) }
    if date.latest <= due { return DutyOutcome(.met, .done) }
    if date.earliest <= due { return DutyOutcome(.metUnclear, .datesUnclear, asOf: date) }
    let delay = Delay(from: due, to: date.earliest, isAtLeast: date.earliest != date.latest)
    return DutyOutcome(.metLate, .doneLate, delay: delay)
  }

  /// What is said of a month is certain of its first day.
  private static func notDone(_ asOf: EDTFDate, _ deadline: EDTFDate, _ day: Int32?) -> DutyOutcome {
    let due = deadline.latest
    let known = min(asOf.isVague ? .min : asOf.earliest, day ?? .max)
    if known > due {
      return DutyOutcome(
        .overdue, .notDone, delay: Delay(from: due, to: known),
        asOf: known == asOf.earliest ? asOf : EDTFDate(dayNumber: known))
    }
    if let day, day <= due { return DutyOutcome(.notDue, .ahead) }
    return DutyOutcome(.unknown, asOf.isVague ? .datesUnclear : .notDoneBefore, asOf: asOf)
  }
}

extension EDTFDate {
  /// Whether it shows nothing that depends on its days.
  package var isVague: Bool { isApproximate || isUncertain }
}
