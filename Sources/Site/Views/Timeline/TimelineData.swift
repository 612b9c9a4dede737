import Diagnostics
import Knowledge

extension TimelineView {
  /// One row for each event and each claim of its date.
  func data(of part: ViewPart, _ whole: Timeline, in site: SiteModel) -> ViewData {
    let graph = site.graph
    let names = shownNames(graph.schema)
    let timeline = whole.part(part)
    let isLimited = timeline.limits != nil
    let rows = timeline.years.flatMap(\.rows).flatMap(\.events).flatMap { event in
      let shown = names.map { name in
        field(name, of: lanes[event.lane], graph.schema).map {
          graph.plainData(field: $0, of: event.entity)
        } ?? .null
      }
      let within: [JSON] = isLimited ? [.bool(timeline.isWithin(event))] : []
      return event.claims.map { claim in data(event, claim, graph) + within + shown }
    }
    return ViewData(columns: Self.names + (isLimited ? ["within"] : []), fields: names, rows: rows)
  }

  private static let names = [
    "lane", "id", "title", "date", "earliest", "latest", "precision", "approximate", "uncertain", "source",
    "inferred", "disputed", "scope", "note", "from", "until", "by", "was",
  ]

  private func data(_ event: Timeline.Event, _ claim: Claim, _ graph: KnowledgeGraph) -> [JSON] {
    let date = event.date
    return [
      .string(lanes[event.lane].title(in: graph.schema)),
      .string(graph.id(of: event.entity)), .string(graph.title(of: event.entity)),
      .string(date.description),
      .optional(date.firstDay?.description), .optional(date.lastDay?.description),
      .string(date.isPeriod ? "period" : date.precision.name),
      .bool(date.isApproximate), .bool(date.isUncertain),
      graph.sourceID(claim),
      .bool(claim.provenance.isInferred), .bool(event.isDisputed),
      .optional(claim.provenance.scope), .optional(claim.provenance.note),
      .optional(claim.span?.from?.description), .optional(claim.span?.until?.description),
      .optional((claim.span?.changer).map(graph.id)), was(event, graph),
    ]
  }

  /// The dates that it had before, the latest first, each with the day on which it ended: "2026-08-02 until 2026-06-30".
  private func was(_ event: Timeline.Event, _ graph: KnowledgeGraph) -> JSON {
    let past = event.others.filter { $0.span?.tense == .past }.sorted { $0.period.end > $1.period.end }
    let words = past.map { claim in
      graph.words(claim.value, as: .cell) + (claim.span?.until.map { " until \($0)" } ?? "")
    }
    return words.isEmpty ? .null : .string(words.unique.joined(separator: "; "))
  }

  /// The fields that any lane shows, each name once.
  private func shownNames(_ schema: Schema) -> [String] {
    lanes.flatMap { lane in lane.shown.map { schema[lane.kind].fields[$0].name } }.unique
  }

  private func field(_ name: String, of lane: Lane, _ schema: Schema) -> Int? {
    lane.shown.first { schema[lane.kind].fields[$0].name == name }
  }
}

extension EDTFDate.Precision {
  fileprivate var name: String {
    switch self {
    case .year: "year"
    case .month: "month"
    case .day: "day"
    }
  }
}
