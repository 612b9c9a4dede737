import Knowledge

extension TimelineView {
  /// An event with its claims and what else it says, as much as some lines.
  private static let weight = 5

  /// The whole leads to its years; a year, or a whole that has none, goes on.
  func rows(of part: ViewPart, _ timeline: Timeline, in graph: KnowledgeGraph) -> ViewRows? {
    var rows = ViewRows(goesOn: part.about != .whole || between != nil)
    let shown = timeline.part(part)
    // A year that one page holds has its months on it.
    guard let year = part.year, shown.events.count * Self.weight > ViewRows.mostWeight else {
      rows.add(shown.events.count, weighing: Self.weight)
      return rows
    }
    for row in shown.years.flatMap(\.rows) {
      if row.date.start?.year == year, let month = row.date.monthName { rows.mark(month) }
      rows.add(row.events.count, weighing: Self.weight)
    }
    return rows
  }
}

extension Timeline {
  /// The events in the order of the page.
  var ordered: [Event] { years.flatMap(\.rows).flatMap(\.events) }

  /// What one page shows of a part: all, the events of its rows, or those around a day.
  func page(_ part: ViewPart, on day: EDTFDate?) -> Timeline {
    let timeline = self.part(part)
    guard part.rows != nil || part.isDigest else { return timeline }
    let ordered = orders.value(of: part.about) { timeline.ordered }
    return timeline.showing(ordered, part.rows ?? timeline.nearest(in: ordered, to: day))
  }

  /// Those before a day and those behind it; without a day the newest.
  private func nearest(in events: [Event], to day: EDTFDate?) -> Range<Int> {
    let isNewestFirst = view.isNewestFirst
    let next =
      day.map { day in
        events.firstIndex { isNewestFirst == ($0.date.earliest <= day.latest) } ?? events.count
      } ?? (isNewestFirst ? 0 : events.count)
    let first = max(0, min(next - ViewRows.inDigest / 2, events.count - ViewRows.inDigest))
    return first..<min(first + ViewRows.inDigest, events.count)
  }
}
