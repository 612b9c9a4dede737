import Knowledge
import Templates

/// The drawing of a timeline.
struct ShownChart: Sendable {
  let page: TimelinePage
  let chart: TimelineChart

  private var foot: Int { chart.height - 18 }

  static let record: RecordType<ShownChart> = RecordType([
    .number("width", "of the drawing") { _ in TimelineChart.width },
    .number("height", "of the drawing") { $0.chart.height },
    .number("foot", "where lines end below") { $0.foot },
    .number("top", "where lines begin above") { _ in 18 },
    .number("right", "where lines end on the right") { _ in TimelineChart.width },
    .number("label_y", "the foot of labels") { $0.chart.height - 4 },
    .text("first", "the first day") { day($0.chart.scale.days.lowerBound) },
    .text("last", "the last day") { day($0.chart.scale.days.upperBound) },
    .texts("gaps", "the middle of years that are left out") { $0.chart.scale.gaps.map(String.init) },
    .list("ticks", "the beginnings of years or months", of: ShownTick.record) { shown in
      shown.chart.scale.ticks.map { ShownTick(tick: $0) }
    },
    .list("lanes", "from top to bottom", of: ShownChartLane.record) { shown in
      shown.chart.lanes.map { ShownChartLane(page: shown.page, lane: $0) }
    },
    .record("now", "the date of the knowledge", of: ShownNow.record) { shown in
      shown.chart.now.map { ShownNow(x: $0) }
    },
  ])

  private static func day(_ number: Int) -> String? { EDTFDate(dayNumber: Int32(number))?.description }
}

struct ShownTick: Sendable {
  let tick: TimelineScale.Tick

  static let record = RecordType<ShownTick>([
    .number("x", "where it is") { $0.tick.x },
    .text("label", "the year or month, where there is room") { $0.tick.hasLabel ? $0.tick.label : nil },
    .number("label_x", "where the label begins") { $0.tick.x + 3 },
  ])
}

struct ShownChartLane: Sendable {
  let page: TimelinePage
  let lane: TimelineChart.Lane

  static let record: RecordType<ShownChartLane> = RecordType([
    .text("title", "of the lane") { $0.page.title(ofLane: $0.lane.number) },
    .number("top", "its upper edge") { $0.lane.top },
    .number("title_y", "the foot of its title") { $0.lane.titleY },
    .list("marks", "dates of things", of: ShownTimelineMark.record) { shown in
      shown.lane.marks.map { ShownTimelineMark(page: shown.page.page, mark: $0) }
    },
  ])
}

/// A date of a thing: a dot, or a bar over all that the date may be.
struct ShownTimelineMark: Sendable {
  let page: PageContext
  let mark: TimelineChart.Mark

  private var event: Timeline.Event { mark.event }

  static let record: RecordType<ShownTimelineMark> = RecordType([
    .text("title", "of the thing") { $0.page.graph.title(of: $0.event.entity) },
    .text("date", "for readers") { $0.event.date.display(language: $0.page.language) },
    .number("x", "the middle of a dot, the left edge of a bar") {
      $0.mark.isDot ? ($0.mark.left + $0.mark.right) / 2 : $0.mark.left
    },
    .number("y", "the middle of a dot, the upper edge of a bar") {
      $0.mark.isDot ? $0.mark.y : $0.mark.y - 4
    },
    .number("width", "of a bar") { $0.mark.right - $0.mark.left },
    .flag("is_dot", "a day is known") { $0.mark.isDot },
    .flag("is_hollow", "the date is about right, uncertain or inferred") {
      $0.event.date.isApproximate || $0.event.date.isUncertain || $0.event.isInferred
    },
    .flag("is_disputed", "other sources have other dates") { $0.event.isDisputed },
    .texts("remarks", "scopes and notes") { $0.event.remarks },
    .text("start", "the points of an arrow, where it began before the drawing") {
      $0.mark.isOpenAtStart ? $0.arrow(at: $0.mark.left, to: -7) : nil
    },
    .text("end", "the points of an arrow, where it goes on behind the drawing") {
      $0.mark.isOpenAtEnd ? $0.arrow(at: $0.mark.right, to: 7) : nil
    },
  ])

  /// The corners of a triangle that shows that a period goes on.
  private func arrow(at x: Int, to tip: Int) -> String {
    "\(x),\(mark.y - 4) \(x + tip),\(mark.y) \(x),\(mark.y + 4)"
  }
}

/// The date of the knowledge. Its label stands on the side that has room.
struct ShownNow: Sendable {
  let x: Int

  private var isLate: Bool { x > TimelineChart.width / 2 }

  static let record: RecordType<ShownNow> = RecordType([
    .number("x", "where it is") { $0.x },
    .number("label_x", "where its label begins or ends") { $0.isLate ? $0.x - 4 : $0.x + 4 },
    .text("anchor", "`start` or `end`: which of them") { $0.isLate ? "end" : "start" },
  ])
}
