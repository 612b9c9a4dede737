/// Days as calendar programs read them: an iCalendar object (RFC 5545) with an event that takes the whole of each day.
struct CalendarFile: Sendable {
  let name: String
  let description: String?
  let url: String?
  /// When it was made, `20240924`: the day that the knowledge base speaks of, so that the bytes are those of the
  /// content alone.
  let day: String
  let events: [CalendarEvent]

  /// The date of a file that speaks of no day.
  static let noDay = "19700101"

  var text: String {
    var lines = ContentLines()
    lines.add("BEGIN", raw: "VCALENDAR")
    lines.add("VERSION", raw: "2.0")
    lines.add("PRODID", raw: "-//Remit//Remit//EN")
    lines.add("CALSCALE", raw: "GREGORIAN")
    // The first is what the standard of 2016 (RFC 7986) names it, the second what all programs have read before.
    lines.add("NAME", name)
    lines.add("X-WR-CALNAME", name)
    if let description { lines.add("DESCRIPTION", description) }
    if let url { lines.add("URL;VALUE=URI", raw: url) }
    for event in events { event.write(to: &lines, day: day) }
    lines.add("END", raw: "VCALENDAR")
    return lines.text
  }
}

/// One day on which something falls due.
struct CalendarEvent: Sendable {
  /// The same in every build, so that a date that moves moves in the readers' calendars.
  let id: String
  /// `20271202`.
  let day: String
  let title: String
  /// What there is to say of it, a line each.
  let lines: [String]
  let category: String
  let url: String?
  /// How often its day was changed.
  let moves: Int
  /// Whether nobody has made it so.
  let isTentative: Bool

  fileprivate func write(to lines: inout ContentLines, day made: String) {
    lines.add("BEGIN", raw: "VEVENT")
    lines.add("UID", id)
    lines.add("DTSTAMP", raw: made + "T000000Z")
    lines.add("DTSTART;VALUE=DATE", raw: day)
    lines.add("SEQUENCE", raw: String(moves))
    lines.add("SUMMARY", title)
    if !self.lines.isEmpty { lines.add("DESCRIPTION", self.lines.joined(separator: "\n")) }
    lines.add("CATEGORIES", category)
    if let url { lines.add("URL;VALUE=URI", raw: url) }
    lines.add("STATUS", raw: isTentative ? "TENTATIVE" : "CONFIRMED")
    // A deadline leaves its day free.
    lines.add("TRANSP", raw: "TRANSPARENT")
    lines.add("END", raw: "VEVENT")
  }
}
