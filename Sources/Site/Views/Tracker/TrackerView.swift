import Diagnostics
import Knowledge
import Templates

/// What shall be reached by when, and whether it has been: the entities of one kind by the date that they fall due.
struct TrackerView: View {
  static let type = "tracker"

  /// The kind whose entities are the targets.
  let kind: KindID
  /// `nil` where they are duties without a number: then there is `fulfilled`.
  let value: Int?
  let deadline: Int
  /// The date on which it was done, or `never`.
  let fulfilled: Int?
  /// The relation to the figures that tell whether a target is met.
  let measuredBy: Int?
  /// By the figures' kind.
  let figures: [KindID: FigureFields]
  /// The relations by which targets are listed once more.
  let groups: [Int]
  /// Further fields to show.
  let columns: [Int]

  struct FigureFields: Hashable {
    let value: Int
    let date: Int?
  }

  init?(_ settings: inout ViewSettings) {
    let kind = settings.kind("of")
    let value = kind.flatMap { settings.optionalField("value", of: $0, .quantity) }
    let fulfilled = kind.flatMap { settings.optionalField("fulfilled", of: $0, .date) }
    if let kind, !settings.has("value"), !settings.has("fulfilled") {
      settings.reportMissing(
        "value", "a quantity field of '\(settings.schema[kind].name)'",
        help: "or 'fulfilled', a date field, for duties that are done or not")
    }
    let deadline = kind.flatMap { settings.field("deadline", of: $0, .date) }
    let measuredBy = kind.flatMap { settings.optionalField("measured_by", of: $0, .reference) }
    let relation = kind.flatMap { kind in measuredBy.flatMap { settings.schema[kind].fields[$0].relation } }
    let figures = settings.figureFields(of: relation)
    let groups = kind.map { settings.fields("groups", of: $0, .reference) } ?? []
    let columns = kind.map { settings.fields("columns", of: $0, .any) } ?? []
    if let node = settings.reader.node("measured_by"), !settings.has("value"), fulfilled != nil {
      settings.reader.report(
        .invalidSetting, "'measured_by' needs 'value': what the figures are compared with", at: node)
    }
    guard let kind, let deadline, value ?? fulfilled != nil else {
      settings.skip("value", "deadline", "fulfilled", "measured_by", "groups", "columns")
      return nil
    }
    (self.kind, self.value, self.deadline, self.fulfilled) = (kind, value, deadline, fulfilled)
    (self.measuredBy, self.figures, self.groups, self.columns) = (measuredBy, figures, groups, columns)
  }

  /// The whole, each year in which something falls due, and each entity of the first group.
  func parts(of tracker: Tracker, in graph: KnowledgeGraph, problems: inout ViewProblems) -> [ViewPart] {
    var slugs = PartSlugs()
    // Entities keep their slug, as in every other view; a plan may well have a year for one.
    let groups = tracker.groups(0).map { group in
      ViewPart.entity(group, slug: slugs.slug(of: group, in: graph), in: graph)
    }
    let years = tracker.years.map { year in
      ViewPart.year(year, slug: slugs.take(year.asYear) ?? "due-" + year.asYear)
    }
    // On the page of the whole all have a place, unless there are too many.
    let hasOpen = tracker.counts.value[.withoutLastDay] != nil
    guard hasOpen, !tracker.wholeRows.pages.isEmpty else { return [.whole] + years + groups }
    let slug = slugs.take("no-last-day") ?? "due-no-last-day"
    let open = ViewPart(about: .withoutLastDay, slug: slug, addition: "tracker_no_last_day")
    return [.whole] + years + [open] + groups
  }

  func answer(in graph: KnowledgeGraph) -> Tracker { Tracker(self, in: graph) }

  static let shape = Shape.record(TrackerPage.record)

  func value(of part: ViewPart, _ tracker: Tracker, on page: PageContext) -> Value {
    TrackerPage.record.value(TrackerPage(page: page, tracker: tracker.part(part), part: part))
  }
}

extension ViewSettings {
  /// The fields of the kinds that a relation leads to which say how much and when: those that are named, else each
  /// kind's first quantity and first date.
  fileprivate mutating func figureFields(of relation: Relation?) -> [KindID: TrackerView.FigureFields] {
    let keys = ["figure_value", "figure_date"]
    guard let relation else {
      for key in keys {
        guard let node = reader.node(key), reader.node("measured_by") == nil else { continue }
        reader.report(
          .invalidSetting, "'\(key)' needs 'measured_by': the relation to the figures", at: node)
      }
      return [:]
    }
    let isNamed = reader.node("figure_value") != nil
    let isDateNamed = reader.node("figure_date") != nil
    var figures: [KindID: TrackerView.FigureFields] = [:]
    for kind in relation.targets.compactMap(schema.kind(named:)) {
      let value =
        isNamed ? optionalField("figure_value", of: kind, .quantity) : firstField(of: kind, .quantity)
      let date = isDateNamed ? optionalField("figure_date", of: kind, .date) : firstField(of: kind, .date)
      if let value { figures[kind] = TrackerView.FigureFields(value: value, date: date) }
    }
    if figures.isEmpty, !isNamed, let node = reader.node("measured_by") {
      reader.report(
        .invalidSetting,
        "'\(node.text ?? "")' leads to \(relation.targets.joined(separator: " and ")), with no quantity to compare",
        at: node)
    }
    return figures
  }

  private func firstField(of kind: KindID, _ type: FieldNeed) -> Int? {
    schema[kind].fields.firstIndex { type.accepts($0) && !$0.isList }
  }
}
