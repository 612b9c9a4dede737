import Knowledge
import Templates

/// What a page of a timeline shows: all of it, or one year.
struct TimelinePage: Sendable {
  let page: PageContext
  let timeline: Timeline
  /// On the page of a year.
  let year: Int?

  static let record: RecordType<TimelinePage> = RecordType(
    "timeline", "",
    [
      .list("lanes", "that the page shows", of: ShownTimelineLane.record) { page in
        page.timeline.lanes.map { ShownTimelineLane(page: page, number: $0) }
      },
      .number("column_count", "one for each lane, and one for the dates") { $0.timeline.lanes.count + 1 },
      .number("event_count", "dates of things on it") { $0.timeline.events.count },
      .list("years", "in the view's order", of: ShownTimelineYear.record) { page in
        page.timeline.years.map { ShownTimelineYear(page: page, year: $0) }
      },
    ])

  func title(ofLane number: Int) -> String { timeline.view.lanes[number].title(in: page.graph.schema) }
}

struct ShownTimelineLane: Sendable {
  let page: TimelinePage
  let number: Int

  static let record = RecordType<ShownTimelineLane>([
    .text("title", "of the lane") { $0.page.title(ofLane: $0.number) },
    .number("count", "dates in it") { lane in
      lane.page.timeline.events.count { $0.lane == lane.number }
    },
  ])
}

struct ShownTimelineYear: Sendable {
  let page: TimelinePage
  let year: Timeline.Year

  static let record: RecordType<ShownTimelineYear> = RecordType([
    .text("year", "the year") { $0.page.page.year($0.year.year) },
    .text("anchor", "its id on the page") { "y" + $0.year.year.asYear },
    .text("href", "the year's own page; nothing on that") { shown in
      shown.page.year == nil ? shown.page.page.href(toPageAbout: .year(shown.year.year)) : nil
    },
    .number("count", "dates of things") { $0.year.count },
    .list("rows", "one for each date", of: ShownTimelineRow.record) { $0.rows },
  ])

  private var rows: [ShownTimelineRow] {
    var months: Set<String> = []
    return year.rows.map { row in
      let month = row.date.start?.year == year.year ? row.date.monthName : nil
      let isFirst = month.map { months.insert($0).inserted } ?? false
      return ShownTimelineRow(page: page, row: row, anchor: isFirst ? month : nil)
    }
  }
}

/// What is said of one date.
struct ShownTimelineRow: Sendable {
  let page: TimelinePage
  let row: Timeline.Row
  let anchor: String?

  private var date: EDTFDate { row.date }

  static let record: RecordType<ShownTimelineRow> = RecordType([
    .text("label", "the date") { $0.date.display(in: $0.page.page.readerWords) },
    .text("datetime", "for `<time datetime>`; nothing, if it is uncertain or a span") {
      let date = $0.date
      return date.isPeriod || date.isApproximate || date.isUncertain ? nil : date.description
    },
    .text("anchor", "its id on the page, with the first of a month") { $0.anchor },
    .flag("is_year_only", "no more than the year is known") {
      !$0.date.isPeriod && $0.date.precision == .year
    },
    .flag("is_month_only", "no more than the month is known") {
      !$0.date.isPeriod && $0.date.precision == .month
    },
    .list("cells", "one for each lane", of: ShownTimelineCell.record) { shown in
      shown.page.timeline.lanes.map { ShownTimelineCell(row: shown, lane: $0) }
    },
  ])
}

/// What one lane has on a date.
struct ShownTimelineCell: Sendable {
  let row: ShownTimelineRow
  let lane: Int

  static let record: RecordType<ShownTimelineCell> = RecordType([
    .text("title", "of the lane") { $0.row.page.title(ofLane: $0.lane) },
    .list("events", "what is on the date", of: ShownEvent.record) { cell in
      cell.row.row.events.filter { $0.lane == cell.lane }.map {
        ShownEvent(page: cell.row.page, event: $0)
      }
    },
  ])
}

/// A thing on one of its dates.
struct ShownEvent: Sendable {
  let page: TimelinePage
  let event: Timeline.Event

  static let record: RecordType<ShownEvent> = RecordType([
    .record("link", "the thing", of: ShownLink.record) { $0.page.page.link($0.event.entity) },
    .flag("is_disputed", "other sources have other dates") { $0.event.isDisputed },
    .flag("is_inferred", "no source says it outright") { $0.event.isInferred },
    .flag("is_beyond", "it may lie outside the days that the view tells of, or goes on beyond them") {
      !$0.page.timeline.isWithin($0.event)
    },
    .list("statements", "who says so", of: ShownStatement.record) { shown in
      shown.event.claims.map(\.provenance).filter { !$0.isEmpty }.map { shown.page.page.statement($0) }
    },
    .list("history", "the dates that it had, shall have, or is proposed to have", of: ShownMoment.record) {
      shown in
      let lane = shown.page.timeline.view.lanes[shown.event.lane]
      let field = shown.page.page.graph.schema[FieldID(lane.kind, lane.date)]
      return shown.page.page.history(of: shown.event.others, field)
    },
    .list("shown", "what else it says", of: ShownBeside.record) { shown in
      shown.page.timeline.view.lanes[shown.event.lane].shown.compactMap {
        shown.page.page.beside($0, of: shown.event.entity)
      }
    },
  ])
}
