import Knowledge
import Templates

/// Whether a duty was done, by one source, wherever that is shown.
struct ShownDuty: Sendable {
  let page: PageContext
  let fulfilment: Fulfilment

  static let record: RecordType<ShownDuty> = RecordType(
    "duty", "Whether a duty was done, by one source.",
    [
      .text("name", "`met`, `met-late`, `met-unclear`, `overdue`, `not-due` or `unknown`") {
        $0.outcome.verdict.rawValue
      },
      .text("text", "the same in words, with how late it is: \"Met 10 weeks late\"") { $0.text },
      .text("reason", "why") { $0.page.word($0.outcome.reason.rawValue, group: "duty_reason") },
      .text("date", "the day on which it was done, where that is not after the day of the page") { $0.date },
      .texts("deadlines", "by which it is judged: those that held on that day") { duty in
        duty.fulfilment.deadlines.compactMap { duty.words($0) }
      },
      .texts("originals", "the first deadlines that were set, where these are others") { duty in
        duty.fulfilment.originals.compactMap { duty.words($0) }
      },
      .record("statement", "who says so", of: ShownStatement.record) { duty in
        (duty.fulfilment.claim?.provenance).flatMap { duty.page.statements($0).first }
      },
    ])

  private var outcome: DutyOutcome { fulfilment.outcome }

  private func words(_ date: EDTFDate?) -> String? { date?.display(in: page.readerWords) }

  /// On a day before that it isn't done yet.
  private var date: String? {
    outcome.verdict == .notDue || outcome.verdict == .overdue ? nil : words(fulfilment.date)
  }

  /// In plain words, with the part of the duty that it is about, for where there is no mark.
  var text: String { fulfilment.scope.map { "\(verdict) (\($0))" } ?? verdict }

  private var verdict: String {
    let label = page.word(outcome.verdict.rawValue, group: "duty")
    let delay = outcome.delay.map { delay in
      let length = delay.display(in: page.readerWords)
      return delay.isAtLeast ? page.text("duty_at_least", length) : length
    }
    switch outcome.verdict {
    case .metLate: return delay.map { page.text("duty_met_late_by", $0) } ?? label
    case .metUnclear: return words(outcome.asOf).map { page.text("duty_met_by", $0) } ?? label
    case .overdue:
      let overdue = delay.map { page.text("duty_overdue_for", $0) } ?? label
      return words(said).map { page.text("duty_said_on", $0, ["what": overdue]) } ?? overdue
    case .met, .notDue, .unknown: return label
    }
  }

  /// The day of which a source says that it is not done, where that isn't the day of the page.
  private var said: EDTFDate? { outcome.asOf.flatMap { $0.earliest == page.graph.day ? nil : $0 } }
}

/// How often an outcome comes.
struct ShownDutyCount: Sendable {
  let page: PageContext
  let verdict: DutyOutcome.Verdict
  let count: Int

  static let record = RecordType<ShownDutyCount>([
    .text("name", "as of a duty") { $0.verdict.rawValue },
    .text("text", "the same in words") { $0.page.word($0.verdict.rawValue, group: "duty") },
    .number("count", "how often it comes") { $0.count },
  ])
}

extension SiteModel {
  /// Whether an entity was done, where a tracker asks for that: by the first one that asks it of its kind.
  func fulfilments(of id: EntityID) -> [Fulfilment] {
    let views = views.declared.lazy.compactMap { $0.view as? TrackerView }
    guard let view = views.first(where: { $0.kind == self.graph[id].kind && $0.fulfilled != nil }) else {
      return []
    }
    return Tracker(view, [id], in: graph).goals.flatMap(\.fulfilments)
  }
}

extension PageContext {
  func duties(of id: EntityID) -> [ShownDuty] { duties(site.fulfilments(of: id)) }

  func duties(_ fulfilments: [Fulfilment]) -> [ShownDuty] {
    fulfilments.map { ShownDuty(page: self, fulfilment: $0) }
  }
}
