import Knowledge

extension TimelineView {
  /// A few weeks are seen at a glance in the list, and so are two dates.
  func hasPicture(of part: ViewPart, _ timeline: Timeline) -> Bool {
    guard between == nil, part.number == 1, part.about == .whole || part.year != nil else { return false }
    return timeline.part(part).events.count { $0.date.start != nil } > 2
  }

  func picture(of part: ViewPart, _ timeline: Timeline, on page: PageContext) -> Picture? {
    guard hasPicture(of: part, timeline) else { return nil }
    let shown = TimelinePicture(page: page, timeline: timeline.part(part), part: part)
    guard let wide = WideTimeline(shown)?.drawing else { return nil }
    let title = page.site.views.page(of: page.viewName, about: part.about)?.title ?? ""
    return Picture(
      title: title, sentence: shown.sentence, wide: wide, narrow: NarrowTimeline(shown).drawing)
  }
}

/// The dates of a timeline's page, each with its name.
struct TimelinePicture {
  let page: PageContext
  let timeline: Timeline
  let part: ViewPart

  /// Those that stand somewhere.
  var events: [Timeline.Event] { timeline.events.filter { $0.date.start != nil } }

  func title(ofLane lane: Int) -> String { timeline.view.lanes[lane].title(in: page.graph.schema) }

  func label(of event: Timeline.Event) -> String {
    page.graph.shortTitle(of: event.entity) + (event.isDisputed ? " ≠" : "")
  }

  /// Of a mark for several, with how many they are: a year may be just that of which no more is known.
  func words(ofSum mark: TimelineMarks.Mark, in marks: TimelineMarks) -> String {
    let date = mark.date
    let isRest = date.monthName == nil && !marks.sumsYears
    let when = words(date) + (isRest ? " (\(page.text("timeline_year_only")))" : "")
    return page.text("picture_sum", ["when": when, "n": String(mark.count)])
  }

  func words(_ date: EDTFDate) -> String { date.display(in: page.readerWords) }

  func name(of event: Timeline.Event) -> String {
    let title = page.graph.title(of: event.entity)
    let differs = event.isDisputed ? [page.text("timeline_differs")] : []
    let vague = isVague(event) ? [page.text("timeline_vague")] : []
    return ([title, self.title(ofLane: event.lane), words(event.date)] + differs + vague + event.remarks)
      .joined(separator: ", ")
  }

  func href(of event: Timeline.Event) -> String { page.href(Target(event.entity)) }

  /// The section of a month, or the page of a year.
  func href(ofSum date: EDTFDate) -> String? {
    guard let start = date.start else { return nil }
    guard let month = date.monthName else { return page.href(toPageAbout: .year(start.year)) }
    if part.year != nil { return page.href(to: month, of: part.about, from: part) }
    return page.href(toPageAbout: .year(start.year), at: month)
      ?? page.href(to: month, of: part.about, from: part)
  }

  func isVague(_ event: Timeline.Event) -> Bool {
    event.date.isApproximate || event.date.isUncertain || event.isInferred
  }

  /// In which month most of them are, else in which year; else from when to when they go.
  var sentence: String {
    let all = events
    var values = ["all": String(all.count)]
    for isOfYears in [false, true] {
      var counts: [EDTFDate: Int] = [:]
      for event in all where !event.date.isPeriod {
        guard let start = event.date.start else { continue }
        let date =
          isOfYears
          ? EDTFDate(year: start.year) : start.month.flatMap { EDTFDate(year: start.year, month: $0) }
        if let date { counts[date, default: 0] += 1 }
      }
      let most = counts.values.max() ?? 0
      let top = counts.filter { $0.value == most }
      guard top.count == 1, most > 1, !isOfYears || part.year == nil, let date = top.first?.key else {
        continue
      }
      (values["n"], values["when"]) = (String(most), words(date))
      return page.text("picture_timeline", values)
    }
    let years = all.compactMap(\.date.start?.year)
    values["n"] = values["all"]
    (values["first"], values["last"]) = (page.year(years.min() ?? 0), page.year(years.max() ?? 0))
    return page.text("picture_timeline_spread", values)
  }
}
