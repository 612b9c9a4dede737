import Knowledge
import Templates

/// A target as a tracker's page shows it.
struct ShownGoal: Sendable {
  let page: PageContext
  let goal: Tracker.Goal
  let hasAnchor: Bool

  var anchor: String { goal.anchor(in: page.graph) }

  private var view: TrackerView { goal.view }

  static let record: RecordType<ShownGoal> = RecordType([
    .record("link", "the target", of: ShownLink.record) { $0.page.link($0.goal.entity) },
    .text("anchor", "its id on the page, at the first of its places") {
      $0.hasAnchor ? $0.anchor : nil
    },
    .flag("is_proposed", "only a draft sets it: it is in no number") { $0.goal.isProposed },
    .flag("is_passed", "every claimed deadline is over on the date of the knowledge") {
      $0.passage == .passed
    },
    .flag("is_ahead", "none is") { $0.passage == .ahead },
    .record("deadline", "by when", of: ShownFact.record) { $0.fact($0.view.deadline) },
    .record("value", "how much", of: ShownFact.record) { shown in
      shown.view.value.flatMap { shown.fact($0) }
    },
    .list(
      "duties", "with `fulfilled`: whether it was done, by each source that says so", of: ShownDuty.record
    ) {
      $0.page.duties($0.goal.fulfilments)
    },
    .list("details", "`columns` and `groups`", of: ShownBeside.record) { shown in
      (shown.view.columns + shown.view.groups).compactMap {
        shown.page.beside($0, of: shown.goal.entity)
      }
    },
    .list("assertions", "the claims of the value", of: ShownAssertion.record) { shown in
      shown.goal.assertions.map { ShownAssertion(page: shown.page, assertion: $0) }
    },
  ])

  private var passage: Tracker.Goal.Passage? { page.site.configuration.asOf.flatMap { goal.passage(by: $0) } }

  private func fact(_ number: Int) -> ShownFact? {
    let entity = page.graph[goal.entity]
    return entity.fact(number).map { page.fact($0, page.graph.schema[entity.kind].fields[number]) }
  }
}

/// What one source claims of the value.
struct ShownAssertion: Sendable {
  let page: PageContext
  let assertion: Assertion

  static let record: RecordType<ShownAssertion> = RecordType([
    .text("text", "the value") { $0.assertion.value?.display(in: $0.page.readerWords) },
    .text("scope", "what part it is about") { $0.assertion.value?.scope },
    .record("statement", "who claims it", of: ShownStatement.record) { shown in
      (shown.assertion.claim?.provenance).map { shown.page.statement($0) }
    },
    .flag("is_preferred", "the author prefers it") { $0.assertion.isPreferred },
    .list("readings", "one for each claim of each figure", of: ShownReading.record) { shown in
      shown.assertion.readings.map { ShownReading(page: shown.page, reading: $0) }
    },
  ])
}

/// What one claim of a figure says of it.
struct ShownReading: Sendable {
  let page: PageContext
  let reading: Reading

  static let record: RecordType<ShownReading> = RecordType([
    .text("verdict", "`met`, `not-met` or `undetermined`") { $0.reading.outcome.verdict.rawValue },
    .text("verdict_label", "the same in words") {
      $0.page.label(of: $0.reading.outcome)
    },
    .text("reason", "why") { $0.page.word($0.reading.outcome.rawValue, group: "outcome") },
    .record("figure", "what measures it", of: ShownLink.record) { shown in
      shown.reading.edge.map { shown.page.link($0.to) }
    },
    .text("text", "what is measured") { $0.reading.value?.display(in: $0.page.readerWords) },
    .text("scope", "of which part") { $0.reading.value?.scope },
    .record("statement", "who claims the figure", of: ShownStatement.record) { shown in
      (shown.reading.claim?.provenance).map { shown.page.statement($0) }
    },
    .list("dates", "of which day the figure is", of: ShownDate.record) { shown in
      shown.reading.dates.map { date in
        // What the value's own claim says stands below.
        let isSaidBelow = date.provenance == shown.reading.claim?.provenance
        return ShownDate(page: shown.page, date: date, tellsSource: !isSaidBelow)
      }
    },
    .flag("is_own_source", "the figure is of the target's own source") { $0.reading.isOwnSource },
    .record("relation", "who says that the figure measures the target", of: ShownStatement.record) { shown in
      (shown.reading.edge?.provenance).flatMap { shown.page.statements($0).first }
    },
  ])
}

struct ShownDate: Sendable {
  let page: PageContext
  let date: Reading.DateClaim
  let tellsSource: Bool

  static let record: RecordType<ShownDate> = RecordType([
    .text("text", "the day") { $0.date.date.display(in: $0.page.readerWords) },
    .flag("is_inferred", "no source says it outright") { $0.date.provenance.isInferred },
    .record("statement", "who says it", of: ShownStatement.record) { shown in
      shown.tellsSource ? shown.page.statements(shown.date.provenance).first : nil
    },
  ])
}
