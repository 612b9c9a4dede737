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

  func value(on page: ViewCanvas, hasAnchor: Bool) -> Value {
    let values = page.values(of: goal.entity)
    let passage = page.site.configuration.asOf.map { goal.passage(by: $0) }
    return [
      "link": page.link(goal.entity),
      "anchor": hasAnchor ? .text(anchor(page)) : .nothing,
      "is_passed": .flag(passage == .passed), "is_ahead": .flag(passage == .ahead),
      "deadline": fact(view.deadline, values), "value": fact(view.value, values),
      "details": .list((view.columns + view.groups).compactMap(values.shownFact)),
      "assertions": .list(assertions.map { assertion($0, values, page) }),
    ]
  }

  /// A line of an index.
  func brief(on page: ViewCanvas) -> Value {
    let values = page.values(of: goal.entity)
    let verdicts = assertions.flatMap(\.readings).map(\.outcome.verdict).unique
    return [
      "link": page.link(goal.entity), "href": .text("#" + Routes.encode(anchor(page))),
      "deadlines": .list(goal.deadlines.map { .text($0.display(language: page.language)) }),
      "values": .list(
        assertions.compactMap { $0.words(language: page.language) }.unique.map(Value.text)),
      "is_disputed": .flag(
        [view.value, view.deadline].contains { number in
          values.subject.fact(number)?.isDisputed ?? false
        }),
      "verdicts": .list(
        verdicts.map { verdict in
          [
            "name": .text(verdict.rawValue), "label": .text(page.word(verdict.rawValue, group: "verdict")),
          ]
        }),
    ]
  }

  private func anchor(_ page: ViewCanvas) -> String { "target-" + page.graph[goal.entity].slug }

  private func fact(_ number: Int, _ values: PageValues) -> Value {
    guard let fact = values.subject.fact(number) else { return .nothing }
    let field = values.graph.schema[values.subject.kind].fields[number]
    return values.fact(fact, field)
  }

  private func assertion(_ assertion: Assertion, _ values: PageValues, _ page: ViewCanvas) -> Value {
    let fact = values.subject.fact(view.value)
    let isPreferred = fact?.assessment?.prefer != nil && assertion.claim == fact?.preferredClaim
    return [
      "text": page.optional(assertion.value?.display(language: page.language)),
      "scope": page.optional(assertion.value?.scope),
      "statement": assertion.claim.map { values.statement($0.provenance) } ?? .nothing,
      "is_preferred": .flag(isPreferred),
      "readings": .list(assertion.readings.map { reading($0, values, page) }),
    ]
  }

  private func reading(_ reading: Reading, _ values: PageValues, _ page: ViewCanvas) -> Value {
    let relation = reading.edge?.provenance
    return [
      "verdict": .text(reading.outcome.verdict.rawValue),
      "verdict_label": .text(page.word(reading.outcome.verdict.rawValue, group: "verdict")),
      "reason": .text(page.word(reading.outcome.rawValue, group: "outcome")),
      "figure": reading.edge.map { page.link($0.to) } ?? .nothing,
      "text": page.optional(reading.value?.display(language: page.language)),
      "scope": page.optional(reading.value?.scope),
      "statement": reading.claim.map { values.statement($0.provenance) } ?? .nothing,
      "dates": .list(
        reading.dates.map { date in
          [
            "text": .text(date.date.display(language: page.language)),
            "is_inferred": .flag(date.provenance.isInferred),
            // What the value's own claim says stands below.
            "statement": date.provenance.isEmpty || date.provenance == reading.claim?.provenance
              ? .nothing : values.statement(date.provenance),
          ]
        }),
      "is_own_source": .flag(reading.isOwnSource),
      "relation": relation.map { $0.isEmpty ? .nothing : values.statement($0) } ?? .nothing,
    ]
  }
}

extension TrackerView {
  static func goalShape(_ shapes: Shapes) -> Shape {
    let date = Shape.object(["text": .text, "is_inferred": .flag, "statement": shapes.statement])
    let reading = Shape.object([
      "verdict": .text, "verdict_label": .text, "reason": .text, "figure": ViewCanvas.linkShape,
      "text": .text, "scope": .text, "statement": shapes.statement, "dates": .list(date),
      "is_own_source": .flag, "relation": shapes.statement,
    ])
    return .object([
      "link": ViewCanvas.linkShape, "anchor": .text, "is_passed": .flag, "is_ahead": .flag,
      "deadline": shapes.fact(depth: 1), "value": shapes.fact(depth: 1), "details": .list(shapes.shownFact),
      "assertions": .list(
        .object([
          "text": .text, "scope": .text, "statement": shapes.statement, "is_preferred": .flag,
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
