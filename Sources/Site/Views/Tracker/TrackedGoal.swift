import Knowledge
import Templates

/// A target as a tracker's page shows it.
struct TrackedGoal {
  let goal: Tracker.Goal
  let view: TrackerView
  let assertions: [Assertion]

  init(_ goal: Tracker.Goal, in tracker: Tracker) {
    self.goal = goal
    view = tracker.view
    assertions = tracker.assertions(of: goal)
  }

  func value(on page: PageContext, hasAnchor: Bool) -> Value {
    let passage = page.site.configuration.asOf.map { goal.passage(by: $0) }
    return [
      "link": page.linkValue(goal.entity),
      "anchor": hasAnchor ? .text(anchor(page)) : .nothing,
      "is_passed": .flag(passage == .passed), "is_ahead": .flag(passage == .ahead),
      "deadline": fact(view.deadline, page), "value": fact(view.value, page),
      "details": ShownBeside.record.values(
        (view.columns + view.groups).compactMap { page.beside($0, of: goal.entity) }),
      "assertions": .list(assertions.map { assertion($0, page) }),
    ]
  }

  /// A line of an index.
  func brief(on page: PageContext) -> Value {
    let verdicts = assertions.flatMap(\.readings).map(\.outcome.verdict).unique
    return [
      "link": page.linkValue(goal.entity), "href": .text("#" + Routes.encode(anchor(page))),
      "deadlines": .list(goal.deadlines.map { .text($0.display(language: page.language)) }),
      "values": .list(
        assertions.compactMap { $0.words(language: page.language) }.unique.map(Value.text)),
      "is_disputed": .flag(
        [view.value, view.deadline].contains { number in
          page.graph[goal.entity].fact(number)?.isDisputed ?? false
        }),
      "verdicts": .list(
        verdicts.map { verdict in
          [
            "name": .text(verdict.rawValue), "label": .text(page.word(verdict.rawValue, group: "verdict")),
          ]
        }),
    ]
  }

  private func anchor(_ page: PageContext) -> String { "target-" + page.graph[goal.entity].slug }

  private func fact(_ number: Int, _ page: PageContext) -> Value {
    let entity = page.graph[goal.entity]
    guard let fact = entity.fact(number) else { return .nothing }
    return page.factValue(fact, page.graph.schema[entity.kind].fields[number])
  }

  private func assertion(_ assertion: Assertion, _ page: PageContext) -> Value {
    let fact = page.graph[goal.entity].fact(view.value)
    let isPreferred = fact?.assessment?.prefer != nil && assertion.claim == fact?.preferredClaim
    return [
      "text": page.optional(assertion.value?.display(language: page.language)),
      "scope": page.optional(assertion.value?.scope),
      "statement": assertion.claim.map { page.statementValue($0.provenance) } ?? .nothing,
      "is_preferred": .flag(isPreferred),
      "readings": .list(assertion.readings.map { reading($0, page) }),
    ]
  }

  private func reading(_ reading: Reading, _ page: PageContext) -> Value {
    let relation = reading.edge?.provenance
    return [
      "verdict": .text(reading.outcome.verdict.rawValue),
      "verdict_label": .text(page.word(reading.outcome.verdict.rawValue, group: "verdict")),
      "reason": .text(page.word(reading.outcome.rawValue, group: "outcome")),
      "figure": reading.edge.map { page.linkValue($0.to) } ?? .nothing,
      "text": page.optional(reading.value?.display(language: page.language)),
      "scope": page.optional(reading.value?.scope),
      "statement": reading.claim.map { page.statementValue($0.provenance) } ?? .nothing,
      "dates": .list(
        reading.dates.map { date in
          [
            "text": .text(date.date.display(language: page.language)),
            "is_inferred": .flag(date.provenance.isInferred),
            // What the value's own claim says stands below.
            "statement": date.provenance.isEmpty || date.provenance == reading.claim?.provenance
              ? .nothing : page.statementValue(date.provenance),
          ]
        }),
      "is_own_source": .flag(reading.isOwnSource),
      "relation": relation.map { $0.isEmpty ? .nothing : page.statementValue($0) } ?? .nothing,
    ]
  }
}

extension TrackerView {
  static var goalShape: Shape {
    let date = Shape.object([
      "text": .text, "is_inferred": .flag, "statement": .record(ShownStatement.record),
    ])
    let reading = Shape.object([
      "verdict": .text, "verdict_label": .text, "reason": .text, "figure": .record(ShownLink.record),
      "text": .text, "scope": .text, "statement": .record(ShownStatement.record), "dates": .list(date),
      "is_own_source": .flag, "relation": .record(ShownStatement.record),
    ])
    return .object([
      "link": .record(ShownLink.record), "anchor": .text, "is_passed": .flag, "is_ahead": .flag,
      "deadline": .record(ShownFact.record), "value": .record(ShownFact.record),
      "details": .list(.record(ShownBeside.record)),
      "assertions": .list(
        .object([
          "text": .text, "scope": .text, "statement": .record(ShownStatement.record), "is_preferred": .flag,
          "readings": .list(reading),
        ])),
    ])
  }
}

extension Tracker.Goal {
  enum Passage {
    case passed, ahead
  }

  /// Whether every claimed deadline is over by a date, or none is; `nil` where that isn't certain.
  func passage(by date: EDTFDate) -> Passage? {
    guard !deadlines.isEmpty else { return nil }
    if deadlines.allSatisfy({ $0.latest < date.earliest }) { return .passed }
    if deadlines.allSatisfy({ $0.latest >= date.latest }) { return .ahead }
    return nil
  }
}
