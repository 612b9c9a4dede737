import Knowledge

/// What one source says of whether a duty was done, held against its deadline.
struct Fulfilment: Sendable {
  /// `nil` where nobody says it: then figures decide, or the day.
  let claim: Claim?
  /// What part of the duty it is about.
  let scope: String?
  /// The day on which it was done; `nil` where it wasn't, or nobody says so.
  let date: EDTFDate?
  let outcome: DutyOutcome
  /// The deadlines by which it's judged.
  let deadlines: [EDTFDate]
  /// The first ones that were set, where these are others.
  let originals: [EDTFDate]
}

/// An entity of which a tracker says whether it was done.
struct Duty {
  let entity: EntityID
  let view: TrackerView
  let graph: KnowledgeGraph

  init(_ entity: EntityID, _ view: TrackerView, in graph: KnowledgeGraph) {
    (self.entity, self.view, self.graph) = (entity, view, graph)
  }

  /// One for each claim, and for each part that has a deadline of its own and of which nobody says it. What has no deadline either is no duty that could be done in time.
  func fulfilments(beside assertions: [Assertion]) -> [Fulfilment] {
    guard let field = view.fulfilled else { return [] }
    let said = said(in: graph[entity].today(field)?.claims ?? [])
    if said.isEmpty, let outcome = outcome(of: assertions) {
      return [fulfilment(nil, nil, nil, outcome, deadlines(on: graph.day, source: nil, scope: nil))]
    }
    let told = Set(said.map(\.claim.provenance.scope))
    let scopes = (fact?.today?.claims ?? []).map(\.provenance.scope).unique
    let silent = scopes.filter { !told.contains($0) && (told.isEmpty || $0 != nil && !told.contains(nil)) }
    return said.map { fulfilment($0.claim, $0.said, scope: $0.claim.provenance.scope) }
      + silent.map { fulfilment(nil, .nothing, scope: $0) }
  }

  /// That it was not done on a day is history where it was done later.
  private func said(in claims: [Claim]) -> [(claim: Claim, said: DutyOutcome.Said)] {
    let done = claims.flatMap { claim in
      claim.value.items.compactMap { item in
        if case .date(let date) = item { (claim: claim, date: date) } else { nil }
      }
    }
    return claims.flatMap { claim -> [(claim: Claim, said: DutyOutcome.Said)] in
      let dates = done.filter { $0.claim == claim }.map {
        (claim: claim, said: DutyOutcome.Said.done($0.date))
      }
      guard dates.isEmpty, let asOf = claim.provenance.asOf else { return dates }
      return done.contains { $0.date.latest > asOf.earliest }
        ? [] : [(claim: claim, said: .never(asOf: asOf))]
    }
  }

  private func fulfilment(_ claim: Claim?, _ said: DutyOutcome.Said, scope: String?) -> Fulfilment {
    let deadlines = deadlines(for: said, source: claim?.source, scope: scope)
    let outcome = DutyOutcome(said, deadlines: deadlines, on: graph.day)
    let date: EDTFDate? = if case .done(let date) = said { date } else { nil }
    return fulfilment(claim, scope, date, outcome, deadlines)
  }

  private func fulfilment(
    _ claim: Claim?, _ scope: String?, _ date: EDTFDate?, _ outcome: DutyOutcome, _ deadlines: [EDTFDate]
  ) -> Fulfilment {
    let first = originals(scope: scope)
    return Fulfilment(
      claim: claim, scope: scope, date: date, outcome: outcome, deadlines: deadlines,
      originals: first.allSatisfy(deadlines.contains) ? [] : first)
  }
}

// MARK: - Deadlines

extension Duty {
  /// What was done is judged by the deadline of its day, all else by that of the knowledge base's.
  private func deadlines(for said: DutyOutcome.Said, source: EntityID?, scope: String?) -> [EDTFDate] {
    guard case .done(let date) = said, date.end.latest <= graph.day ?? .max - 1 else {
      return deadlines(on: graph.day, source: source, scope: scope)
    }
    let period = Period(start: date.end.earliest, end: date.end.latest + 1)
    let held = fact.map { dates($0.claims(in: period), source: source, scope: scope) } ?? []
    return held.isEmpty ? deadlines(on: graph.day, source: source, scope: scope) : held
  }

  private func deadlines(on day: Int32?, source: EntityID?, scope: String?) -> [EDTFDate] {
    dates(fact?.today?.claims ?? [], source: source, scope: scope)
  }

  private var fact: Fact? { graph[entity].fact(view.deadline) }

  /// A claim goes by the deadline of the part that it is about, where there is one, else by that of the whole; of these
  /// by that of its own source, where that gives one.
  private func dates(_ all: [Claim], source: EntityID?, scope: String?) -> [EDTFDate] {
    let scoped = all.filter { $0.provenance.scope == scope }
    let general = all.filter { $0.provenance.scope == nil }
    let claims = [scoped, general, all].first { !$0.isEmpty } ?? []
    let own = claims.filter { source != nil && $0.source == source }
    return (own.isEmpty ? claims : own).flatMap(\.value.items).compactMap { item in
      if case .date(let date) = item { date } else { nil }
    }.unique
  }

  /// The deadlines that held before all others; what is only proposed is none.
  private func originals(scope: String?) -> [EDTFDate] {
    let made = (fact?.claims ?? []).filter { $0.span?.tense != .proposed }
    let first = made.map(\.period.start).min()
    return dates(made.filter { $0.period.start == first }, source: nil, scope: scope)
  }
}

// MARK: - By figures

extension Duty {
  /// What figures say of it, where nobody says when it was done; `nil` where they say nothing.
  private func outcome(of assertions: [Assertion]) -> DutyOutcome? {
    let outcomes = assertions.map { outcome(of: $0) }
    guard outcomes.contains(where: { $0 != nil }) else { return nil }
    let silent = DutyOutcome(
      .nothing, deadlines: deadlines(on: graph.day, source: nil, scope: nil), on: graph.day)
    return DutyOutcome.agreed(outcomes.map { $0 ?? silent }, otherwise: .figuresDiffer)
  }

  /// A figure as of a day shows that the target was met by then. One from after the deadline doesn't show that it was late:
  /// only one that fell short, at the deadline or later, does.
  private func outcome(of assertion: Assertion) -> DutyOutcome? {
    let figures = assertion.readings.compactMap { reading in
      dated(reading).map { (reading: reading, date: $0) }
    }
    let met = figures.filter { $0.reading.outcome.verdict == .met }
    let short = figures.filter { $0.reading.outcome.verdict == .notMet }
    if met.contains(where: { isInTime($0.date, assertion) }) { return DutyOutcome(.met, .figureInTime) }
    let (firstMet, lastShort) = (
      met.min { $0.date.latest < $1.date.latest }, short.max { $0.date.earliest < $1.date.earliest }
    )
    // Figures that say both of one time differ.
    if let firstMet, let lastShort, firstMet.date.earliest <= lastShort.date.latest {
      return DutyOutcome(.unknown, .figuresDiffer)
    }
    if let firstMet {
      return lastShort.map { DutyOutcome(.metLate, .figureLate, delay: delay(to: $0.date, assertion)) }
        ?? DutyOutcome(.metUnclear, .figureAfter, asOf: firstMet.date)
    }
    return lastShort.map {
      DutyOutcome(
        isOver(assertion) ? .overdue : .notDue, .figureShort,
        delay: delay(to: $0.date, assertion, isAtLeast: false),
        asOf: $0.date)
    }
  }

  /// The figure's date, where it is one, certain and not after the day.
  private func dated(_ reading: Reading) -> EDTFDate? {
    let dates = reading.dates.map(\.date.end).unique
    guard dates.count == 1, !dates[0].isVague, dates[0].latest <= graph.day ?? .max - 1 else { return nil }
    return dates[0]
  }

  private func isInTime(_ date: EDTFDate, _ assertion: Assertion) -> Bool {
    DutyOutcome(
      .done(date),
      deadlines: deadlines(
        for: .done(date), source: assertion.claim?.source, scope: assertion.claim?.provenance.scope),
      on: graph.day
    ).verdict == .met
  }

  private func isOver(_ assertion: Assertion) -> Bool {
    graph.day.map { day in assertion.deadlines.allSatisfy { $0.latest < day } } ?? true
  }

  /// `nil` on the last day itself.
  private func delay(to date: EDTFDate, _ assertion: Assertion, isAtLeast: Bool = true) -> Delay? {
    assertion.deadlines.map(\.latest).filter { $0 < date.earliest }.max()
      .map { Delay(from: $0, to: date.earliest, isAtLeast: isAtLeast) }
  }
}
