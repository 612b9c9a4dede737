import Knowledge
import Templates

extension PageValues {
  /// What figures say of the targets that this entity sets, as the tracker of its kind has it: a line for each claim
  /// of the value and claim of a figure.
  func outcomes() -> [Value] {
    let trackers = site.views.wholes.compactMap { $0.declared.view as? TrackerView }
    guard let view = trackers.first(where: { $0.kind == subject.kind }) else { return [] }
    let tracker = Tracker(view, target: entity, in: graph)
    let assertions = tracker.goals.flatMap(tracker.assertions)
    return assertions.flatMap { assertion in assertion.readings.map { outcome($0, of: assertion) } }
  }

  private func outcome(_ reading: Reading, of assertion: Assertion) -> Value {
    let scopes = [reading.claim?.provenance.scope, reading.value?.scope].compactMap(\.self).unique
    return [
      "verdict": .text(reading.outcome.verdict.rawValue),
      "verdict_label": .text(word(reading.outcome.verdict.rawValue, group: "verdict")),
      "reason": .text(word(reading.outcome.rawValue, group: "outcome")),
      "text": optional(assertion.words(language: language)),
      "source": source(assertion.claim),
      "figure": reading.edge.map { link($0.to) } ?? .nothing,
      "figure_text": optional(reading.value?.display(language: language)),
      "figure_scope": optional(scopes.isEmpty ? nil : scopes.joined(separator: "; ")),
      "figure_source": source(reading.claim),
      "dates": .list(reading.dates.map(\.date).unique.map { .text($0.display(language: language)) }),
      "is_inferred": .flag(
        [assertion.claim?.provenance, reading.claim?.provenance, reading.edge?.provenance].contains {
          $0?.isInferred ?? false
        }),
    ]
  }

  private func source(_ claim: Claim?) -> Value { (claim?.source).map { link(Target($0)) } ?? .nothing }
}

extension Shapes {
  /// Of `outcomes`.
  var outcome: Shape {
    .object([
      "verdict": .text, "verdict_label": .text, "reason": .text, "text": .text,
      "source": ViewCanvas.linkShape,
      "figure": ViewCanvas.linkShape, "figure_text": .text, "figure_scope": .text,
      "figure_source": ViewCanvas.linkShape, "dates": .list(.text), "is_inferred": .flag,
    ])
  }
}
