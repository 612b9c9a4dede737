import Diagnostics
import Knowledge

/// A line of a tracker's data: a target, a claim of whether it was done, a claim of its value and a claim of a figure.
private struct TrackerLine {
  let site: SiteModel
  let goal: Tracker.Goal
  /// `nil` where the view doesn't ask.
  let fulfilment: Fulfilment?
  /// `nil` where the view has no values.
  let assertion: Assertion?
  let reading: Reading?

  var graph: KnowledgeGraph { site.graph }

  static func columns(_ view: TrackerView, _ schema: Schema) -> [Column<TrackerLine>] {
    ofTarget + (schema.knowsProposals ? [proposed] : []) + (view.fulfilled == nil ? [] : ofDuty)
      + (view.value == nil ? [] : ofValue + ofFigure + ofOutcome)
  }

  private static let ofTarget: [Column<TrackerLine>] = [
    .text("id") { $0.graph.id(of: $0.goal.entity) },
    .text("title") { $0.graph.title(of: $0.goal.entity) },
    .texts("deadline", "as claimed") { $0.goal.deadlines.map(\.description) },
    .texts("last_day", "of each deadline") {
      $0.goal.deadlines.compactMap(\.lastDay).unique.map(\.description)
    },
    .flag("passed", "on the date of the knowledge; nothing where that is not certain") { line in
      line.site.configuration.asOf.flatMap { line.goal.passage(by: $0) }.map { $0 == .passed }
    },
  ]

  private static let proposed: Column<TrackerLine> = .flag("proposed", "whether only a draft sets it") {
    $0.goal.isProposed
  }

  private static let ofDuty: [Column<TrackerLine>] = [
    .text("duty", "what became of it") { $0.fulfilment?.outcome.verdict.rawValue },
    .text("duty_reason") { $0.fulfilment?.outcome.reason.rawValue },
    .text("duty_scope", "the part that it is about") { $0.fulfilment?.scope },
    Column("days_late", "or overdue") { line in
      (line.fulfilment?.outcome.delay?.days).map { JSON.integer($0) } ?? .null
    },
    .flag("days_at_least", "whether it may have been more") { $0.fulfilment?.outcome.delay?.isAtLeast },
    .text("fulfilled", "the day, or never") { line in
      line.fulfilment?.date?.description ?? (line.fulfilment?.claim == nil ? nil : Field.never)
    },
    .text("fulfilled_as_of") { $0.fulfilment?.claim?.provenance.asOf?.description },
    .text("fulfilled_source") { line in (line.fulfilment?.claim?.source).map { line.graph.id(of: $0) } },
    .flag("fulfilled_inferred") { $0.fulfilment?.claim?.provenance.isInferred },
    .texts("judged_by", "the deadlines that held then") {
      $0.fulfilment?.deadlines.map(\.description) ?? []
    },
    .texts("first_deadline", "where that was another") { $0.fulfilment?.originals.map(\.description) ?? [] },
  ]

  private static let ofValue: [Column<TrackerLine>] = [
    .text("value") { $0.assertion?.value?.description },
    .text("value_scope") { $0.scope($0.assertion?.claim, $0.assertion?.value) },
    .text("value_source") { line in (line.assertion?.claim?.source).map { line.graph.id(of: $0) } },
    .flag("value_inferred") { $0.assertion?.claim?.provenance.isInferred },
  ]

  private static let ofFigure: [Column<TrackerLine>] = [
    .text("figure") { line in line.reading?.edge.map { line.graph.id(of: $0.to.entity) } },
    .text("figure_title") { line in line.reading?.edge.map { line.graph.title(of: $0.to.entity) } },
    .text("figure_value") { $0.reading?.value?.description },
    .text("figure_scope") { $0.scope($0.reading?.claim, $0.reading?.value) },
    .texts("figure_as_of") { $0.reading?.dates.map(\.date.description).unique ?? [] },
    .text("figure_source") { line in (line.reading?.claim?.source).map { line.graph.id(of: $0) } },
    .flag("figure_inferred") { $0.reading?.claim?.provenance.isInferred },
    .flag("figure_as_of_inferred") { line in
      line.reading.flatMap { reading in
        reading.dates.isEmpty ? nil : reading.dates.contains { $0.provenance.isInferred }
      }
    },
    .flag("measured_inferred") { $0.reading?.edge?.provenance.isInferred },
    .flag("same_source") { $0.reading?.claim == nil ? nil : $0.reading?.isOwnSource },
  ]

  private static let ofOutcome: [Column<TrackerLine>] = [
    .text("outcome") { $0.reading?.outcome.verdict.rawValue },
    .text("reason") { $0.reading?.outcome.rawValue },
  ]

  private func scope(_ claim: Claim?, _ value: Quantity?) -> String? {
    let scopes = [claim?.provenance.scope, value?.scope].compactMap(\.self).unique
    return scopes.isEmpty ? nil : scopes.joined(separator: "; ")
  }
}

extension TrackerView {
  /// One row for each target, claim of whether it was done, claim of its value and claim of a figure.
  func data(of part: ViewPart, _ tracker: Tracker, in site: SiteModel) -> ViewData {
    let lines = tracker.part(part).byDeadline.flatMap { goal -> [TrackerLine] in
      let fulfilments: [Fulfilment?] = goal.fulfilments.isEmpty ? [nil] : goal.fulfilments
      let readings = goal.assertions.flatMap { assertion in
        assertion.readings.map {
          (assertion: assertion, reading: $0) as (assertion: Assertion?, reading: Reading?)
        }
      }
      return fulfilments.flatMap { fulfilment in
        (readings.isEmpty ? [(assertion: nil, reading: nil)] : readings).map {
          TrackerLine(
            site: site, goal: goal, fulfilment: fulfilment, assertion: $0.assertion, reading: $0.reading)
        }
      }
    }
    let further = (groups + columns).map { number in
      Column<TrackerLine>(site.graph.schema[kind].fields[number].name) { line in
        line.graph.plainData(field: number, of: line.goal.entity)
      }
    }
    return ViewData(TrackerLine.columns(self, site.graph.schema) + further, lines)
  }
}
