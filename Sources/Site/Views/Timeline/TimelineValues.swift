import Knowledge
import Templates

extension TimelineView {
  static var shape: Shape {
    let event = Shape.object([
      "link": .record(ShownLink.record), "is_disputed": .flag, "is_inferred": .flag,
      "statements": .list(.record(ShownStatement.record)), "shown": .list(.record(ShownBeside.record)),
    ])
    let row = Shape.object([
      "label": .text, "datetime": .text, "anchor": .text, "is_year_only": .flag, "is_month_only": .flag,
      "cells": .list(.object(["title": .text, "events": .list(event)])),
    ])
    return [
      "lanes": .list(.object(["title": .text, "count": .text])),
      "column_count": .text, "event_count": .text, "is_empty": .flag,
      "years": .list(
        .object([
          "year": .text, "anchor": .text, "href": .text, "count": .text, "rows": .list(row),
        ])),
      "chart": TimelineChart.shape,
    ]
  }

  func value(of part: ViewPart, _ whole: Timeline, on page: PageContext) -> Value {
    let timeline = whole.part(part)
    let only = part.year
    let titles = lanes.map { $0.title(in: page.graph.schema) }
    let chart = TimelineChart(timeline, year: only, asOf: page.site.configuration.asOf)
    return [
      "lanes": .list(
        timeline.lanes.map { number in
          [
            "title": .text(titles[number]),
            "count": page.count(timeline.events.count { $0.lane == number }),
          ]
        }),
      "column_count": page.count(timeline.lanes.count + 1),
      "event_count": page.count(timeline.events.count),
      "is_empty": .flag(timeline.events.isEmpty),
      "years": .list(timeline.years.map { year($0, timeline.lanes, isPart: only != nil, page) }),
      "chart": chart?.value(on: page, titles: titles) ?? .nothing,
    ]
  }

  private func year(_ year: Timeline.Year, _ shown: [Int], isPart: Bool, _ page: PageContext) -> Value {
    var months: Set<String> = []
    return [
      "year": .text(year.year.asYear),
      "anchor": .text("y" + year.year.asYear),
      "href": isPart ? .nothing : page.optional(page.href(toPageAbout: .year(year.year))),
      "count": page.count(year.count),
      "rows": .list(
        year.rows.map { row in
          let month = row.date.start?.year == year.year ? row.date.monthName : nil
          let isFirst = month.map { months.insert($0).inserted } ?? false
          return self.row(row, shown, anchor: isFirst ? month : nil, page)
        }),
    ]
  }

  private func row(_ row: Timeline.Row, _ shown: [Int], anchor: String?, _ page: PageContext) -> Value {
    let date = row.date
    let isVague = date.isApproximate || date.isUncertain
    return [
      "label": .text(date.display(language: page.language)),
      "datetime": date.isPeriod || isVague ? .nothing : .text(date.description),
      "anchor": page.optional(anchor),
      "is_year_only": .flag(!date.isPeriod && date.precision == .year),
      "is_month_only": .flag(!date.isPeriod && date.precision == .month),
      "cells": .list(
        shown.map { number in
          [
            "title": .text(lanes[number].title(in: page.graph.schema)),
            "events": .list(row.events.filter { $0.lane == number }.map { event($0, page) }),
          ]
        }),
    ]
  }

  private func event(_ event: Timeline.Event, _ page: PageContext) -> Value {
    let statements = event.claims.map(\.provenance).filter { !$0.isEmpty }
    return [
      "link": page.linkValue(event.entity),
      "is_disputed": .flag(event.isDisputed), "is_inferred": .flag(event.isInferred),
      "statements": .list(statements.map { page.statementValue($0) }),
      "shown": ShownBeside.record.values(
        lanes[event.lane].shown.compactMap { page.beside($0, of: event.entity) }),
    ]
  }
}
