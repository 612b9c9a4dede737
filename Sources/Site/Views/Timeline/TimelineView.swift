import Diagnostics
import FrontMatter
import Knowledge
import Templates

/// What happened and what falls due: the dates of several kinds beside one another.
struct TimelineView: View {
  static let type = "timeline"

  let lanes: [Lane]
  let isNewestFirst: Bool
  /// The days that are told of; `nil` for all.
  let between: EDTFDate?

  /// The entities of one kind by one of their dates.
  struct Lane: Sendable {
    let things: ChosenThings
    let date: Int
    let title: String?
    /// The fields to show beside the title.
    let shown: [Int]

    var kind: KindID { things.kind }
  }

  init?(_ settings: inout ViewSettings) {
    let lanes = settings.lanes()
    isNewestFirst = settings.isNewestFirst()
    between = settings.days("between")
    guard let lanes else { return nil }
    self.lanes = lanes
  }

  /// The whole, and each year in which something begins; of some days only, all is on one page.
  func parts(of timeline: Timeline, in graph: KnowledgeGraph, problems: inout ViewProblems) -> [ViewPart] {
    for lane in lanes { problems.diagnostics += lane.things.mistakes(in: graph) }
    guard between == nil else { return [.whole] }
    return [.whole] + timeline.years.map { ViewPart.year($0.year, slug: $0.year.asYear) }
  }

  func names(in graph: KnowledgeGraph) -> [SettingName] {
    lanes.flatMap { $0.things.names(in: graph) }
  }

  func answer(in graph: KnowledgeGraph) -> Timeline {
    let all = Timeline(self, in: graph)
    return between.map(all.within) ?? all
  }

  static let shape = Shape.record(TimelinePage.record)

  func value(of part: ViewPart, _ timeline: Timeline, on page: PageContext) -> Value {
    let timeline = timeline.page(part, on: page.site.configuration.asOf)
    return TimelinePage.record.value(TimelinePage(page: page, timeline: timeline, year: timeline.year))
  }
}

extension TimelineView.Lane {
  /// Its own title, else what the schema calls the kind and the field.
  func title(in schema: Schema) -> String {
    let kind = schema[kind]
    return title ?? "\(kind.label.many) · \(kind.fields[date].label)"
  }
}

extension ViewSettings {
  fileprivate mutating func isNewestFirst() -> Bool {
    guard let node = reader.node("order") else { return false }
    if let order = node.text, ["newest", "oldest"].contains(order) { return order == "newest" }
    reader.report(
      .invalidSetting, "'order' must be newest or oldest, not \(node.sort)", at: node,
      help: "without 'order', the oldest comes first")
    return false
  }

  fileprivate mutating func days(_ key: String) -> EDTFDate? {
    guard let node = reader.node(key), let text = text(key) else { return nil }
    switch EDTFDate.parse(days: text) {
    case .success(let days): return days
    case .failure(let reason):
      reader.report(.invalidSetting, reason.message, at: node, help: reason.help)
      return nil
    }
  }

  /// `nil` where there is none, which is reported.
  fileprivate mutating func lanes() -> [TimelineView.Lane]? {
    let example = "such as [{of: news, date: date}]"
    guard let node = reader.node("lanes") else {
      reader.add([
        Diagnostic(
          .invalidSetting, "'\(name)' needs 'lanes': a list with a kind and a date for each",
          at: Place(Configuration.path, reader.position), help: example)
      ])
      return nil
    }
    let items = items("lanes")
    if case .sequence([]) = node.content {
      reader.report(.invalidSetting, "'lanes' must name at least one kind", at: node, help: example)
    }
    guard !items.isEmpty else { return nil }
    let lanes = items.compactMap { lane($0) }
    return lanes.count == items.count ? lanes : nil
  }

  private mutating func lane(_ node: YAMLNode) -> TimelineView.Lane? {
    var settings = ViewSettings(node, name: name + ".lanes", schema: schema)
    defer { reader.add(settings.diagnostics) }
    guard case .mapping = node.content else { return nil }
    let kind = settings.kind("of")
    let date = kind.flatMap { settings.field("date", of: $0, .date) }
    let title = settings.text("title")
    let shown = kind.map { settings.fields("show", of: $0, .any) } ?? []
    let conditions = settings.conditions()
    settings.skip("date", "show")
    settings.reader.finish(unknown: .unknownSetting, what: "a lane of '\(name)'")
    guard let kind, let date else { return nil }
    return TimelineView.Lane(
      things: ChosenThings(kind: kind, conditions: conditions), date: date, title: title, shown: shown)
  }
}
