import Knowledge

/// The deadlines as a calendar, one for each page: a reader subscribes to all, or to those of one policy.
extension TrackerView {
  static var hasCalendar: Bool { true }

  func calendar(of page: ViewPage, _ tracker: Tracker, in site: SiteModel) -> CalendarFile? {
    let context = PageContext(site, root: site.configuration.baseURL ?? "", viewName: page.declared.name)
    return CalendarFile(
      name: "\(site.configuration.title) · \(page.title)", description: site.description(of: page),
      url: site.configuration.address(of: page.path),
      day: site.graph.day.flatMap { EDTFDate(dayNumber: $0)?.asCalendarDay } ?? CalendarFile.noDay,
      events: tracker.part(page.part).dueDates(on: context).compactMap(\.event))
  }
}

extension DueDate {
  /// `nil` where the date has no last day.
  fileprivate var event: CalendarEvent? {
    guard let day = date.lastDay?.asCalendarDay else { return nil }
    let graph = page.graph
    let id = graph.id(of: goal.entity) + (name.isEmpty ? "" : "#" + name)
    return CalendarEvent(
      id: "\(page.viewName)/\(id)@\(page.site.configuration.host ?? "remit")", day: day, title: title,
      lines: lines + [address].compactMap(\.self),
      category: graph.schema[graph[goal.entity].kind].label.one, url: address, moves: moves,
      isTentative: goal.isProposed)
  }
}

extension EDTFDate {
  /// A day as calendars write it; they know none before the year 0 or after 9999.
  fileprivate var asCalendarDay: String? {
    let digits = description.filter { $0 != "-" }
    return description.utf8.count == 10 && digits.utf8.count == 8 ? digits : nil
  }
}
