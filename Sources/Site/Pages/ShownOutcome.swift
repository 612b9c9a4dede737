import Knowledge
import Templates

/// What one claim of a figure says of one claim of a target, on the target's own page.
struct ShownOutcome: Sendable {
  let page: PageContext
  let assertion: Assertion
  let reading: Reading

  static let record: RecordType<ShownOutcome> = RecordType([
    .text("verdict", "`met`, `not-met` or `undetermined`") { $0.reading.outcome.verdict.rawValue },
    .text("verdict_label", "the same in words; where it is undetermined, of which sort: \"Not counted yet\"")
    {
      $0.page.label(of: $0.reading.outcome)
    },
    .text("reason", "why") { $0.page.word($0.reading.outcome.rawValue, group: "outcome") },
    .text("text", "the value that is claimed") { $0.assertion.words(in: $0.page.readerWords) },
    .record("source", "who claims it", of: ShownLink.record) { outcome in
      (outcome.assertion.claim?.source).map { outcome.page.link($0) }
    },
    .record("figure", "what measures it", of: ShownLink.record) { outcome in
      outcome.reading.edge.map { outcome.page.link($0.to) }
    },
    .text("figure_text", "what is measured") { outcome in
      outcome.reading.value?.display(in: outcome.page.readerWords)
    },
    .text("figure_scope", "of which part") { outcome in
      let scopes = [outcome.reading.claim?.provenance.scope, outcome.reading.value?.scope]
      return scopes.compactMap(\.self).unique.joined(separator: "; ")
    },
    .record("figure_source", "who claims the figure", of: ShownLink.record) { outcome in
      (outcome.reading.claim?.source).map { outcome.page.link($0) }
    },
    .texts("dates", "of which day the figure is") { outcome in
      outcome.reading.dates.map(\.date).unique.map { $0.display(in: outcome.page.readerWords) }
    },
    .flag("is_inferred", "no source says all of it outright") { $0.isInferred },
  ])

  private var isInferred: Bool {
    [assertion.claim?.provenance, reading.claim?.provenance, reading.edge?.provenance].contains {
      $0?.isInferred ?? false
    }
  }
}

extension EntityPage {
  /// Whether it is a target that only a draft sets, which no tracker counts.
  var isProposedGoal: Bool {
    let trackers = page.site.views.trackers
    return trackers.contains { view in
      view.kind == entity.kind && Tracker(view, [id], in: graph).goals.contains(where: \.isProposed)
    }
  }

  /// Whether it is a row that only a draft has, which no matrix counts.
  var isOfProposal: Bool { !graph.isProposed(id) && page.site.isProposedRow(id) }

  /// What figures say of the targets that this entity sets, as the tracker of its kind has it: a line for each claim
  /// of the value and claim of a figure.
  var outcomes: [ShownOutcome] {
    let trackers = page.site.views.trackers
    guard let view = trackers.first(where: { $0.kind == entity.kind && $0.value != nil }) else { return [] }
    return Tracker(view, [id], in: graph).goals.flatMap(\.assertions).flatMap { assertion in
      assertion.readings.map { ShownOutcome(page: page, assertion: assertion, reading: $0) }
    }
  }
}

extension PageContext {
  /// The verdict in a word or two: that nobody has counted yet is another than that words are no number.
  func label(of outcome: Outcome) -> String {
    site.theme.strings["verdict_" + outcome.rawValue] ?? word(outcome.verdict.rawValue, group: "verdict")
  }
}

extension SiteModel {
  /// Whether a matrix has something as a row that only a draft has.
  func isProposedRow(_ id: EntityID) -> Bool {
    guard graph.schema.knowsProposals else { return false }
    let kind = graph[id].kind
    return views.matrices.contains { $0.rows == kind && Matrix.isProposed(id, $0, in: graph) }
  }
}
