import Knowledge

extension TrackerView {
  /// A picture of fewer says no more than the list.
  private static let leastDeadlines = 3

  /// The whole and each group have one; in a year all stands on one day.
  func hasPicture(of part: ViewPart, _ tracker: Tracker) -> Bool {
    guard part.about == .whole || part.entity != nil, part.number == 1 else { return false }
    return tracker.dated.value[part.about] ?? 0 >= Self.leastDeadlines
  }

  func picture(of part: ViewPart, _ tracker: Tracker, on page: PageContext) -> Picture? {
    guard hasPicture(of: part, tracker) else { return nil }
    let rows = DeadlineRows(page: page, tracker: tracker.part(part), part: part)
    let count = rows.tracker.goals.count { !$0.deadlines.isEmpty }
    let title = page.site.views.page(of: page.viewName, about: part.about)?.title ?? ""
    if count > Picture.mostRows {
      let bars = rows.years.map { year, count in
        BarChart.Bar(
          label: year.asYear, count: count,
          name: page.text("picture_year_sum", ["year": year.asYear, "n": String(count)]),
          href: page.href(toPageAbout: .year(year)))
      }
      return Picture(
        title: title, sentence: rows.sentence,
        remarks: rows.remarks + [page.text("picture_summed", ["n": String(count)])],
        wide: BarChart(bars).drawing(width: Drawing.wide),
        narrow: BarChart(bars).drawing(width: Drawing.narrow))
    }
    guard let wide = DeadlineStrip(rows, width: Drawing.wide),
      let narrow = DeadlineStrip(rows, width: Drawing.narrow)
    else { return nil }
    return Picture(
      title: title, sentence: rows.sentence, remarks: rows.remarks, wide: wide.drawing, narrow: narrow.drawing
    )
  }
}
