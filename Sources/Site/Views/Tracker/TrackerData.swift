import Diagnostics
import Knowledge

extension TrackerView {
  /// One row for each target, claim of its value and claim of a figure.
  func data(of part: ViewPart, in site: SiteModel) -> ViewData {
    let tracker = tracker(of: part, in: site.graph)
    let fields = site.graph.schema[kind].fields
    let rows = tracker.byDeadline.flatMap { goal in
      let further = (groups + columns).map { site.graph.plainData(field: $0, of: goal.entity) }
      let passage = site.configuration.asOf.flatMap { goal.passage(by: $0) }
      return tracker.assertions(of: goal).flatMap { assertion in
        assertion.readings.map { reading in
          head(goal, passage, site.graph) + data(assertion, site.graph)
            + data(reading, site.graph) + further
        }
      }
    }
    return ViewData(columns: Self.names, fields: (groups + columns).map { fields[$0].name }, rows: rows)
  }

  private static let names = [
    "id", "title", "deadline", "last_day", "passed", "value", "value_scope", "value_source", "value_inferred",
    "figure", "figure_title", "figure_value", "figure_scope", "figure_as_of", "figure_source",
    "figure_inferred", "figure_as_of_inferred", "measured_inferred", "same_source", "outcome", "reason",
  ]

  private func head(_ goal: Tracker.Goal, _ passage: Tracker.Goal.Passage?, _ graph: KnowledgeGraph) -> [JSON]
  {
    [
      .string(graph.id(of: goal.entity)), .string(graph.title(of: goal.entity)),
      .array(goal.deadlines.map { .string($0.description) }),
      .array(goal.deadlines.compactMap(\.lastDay).unique.map { .string($0.description) }),
      passage.map { .bool($0 == .passed) } ?? .null,
    ]
  }

  private func data(_ assertion: Assertion, _ graph: KnowledgeGraph) -> [JSON] {
    [
      .optional(assertion.value?.description),
      .optional(scope(assertion.claim, assertion.value)),
      graph.sourceID(assertion.claim),
      assertion.claim.map { .bool($0.provenance.isInferred) } ?? .null,
    ]
  }

  private func data(_ reading: Reading, _ graph: KnowledgeGraph) -> [JSON] {
    let figure = reading.edge?.to.entity
    return [
      .optional(figure.map(graph.id)), .optional(figure.map(graph.title)),
      .optional(reading.value?.description),
      .optional(scope(reading.claim, reading.value)),
      .array(reading.dates.map(\.date.description).unique.map(JSON.string)),
      graph.sourceID(reading.claim),
      reading.claim.map { .bool($0.provenance.isInferred) } ?? .null,
      reading.dates.isEmpty ? .null : .bool(reading.dates.contains { $0.provenance.isInferred }),
      reading.edge.map { .bool($0.provenance.isInferred) } ?? .null,
      reading.claim == nil ? .null : .bool(reading.isOwnSource),
      .string(reading.outcome.verdict.rawValue), .string(reading.outcome.rawValue),
    ]
  }

  private func scope(_ claim: Claim?, _ value: Quantity?) -> String? {
    let scopes = [claim?.provenance.scope, value?.scope].compactMap(\.self).unique
    return scopes.isEmpty ? nil : scopes.joined(separator: "; ")
  }
}
