extension EDTFDate {
  /// A year, or a month of it; `nil` outside of the years 0 to 9999 and the months 1 to 12.
  package init?(year: Int, month: Int? = nil) {
    guard (0...9999).contains(year), month.map((1...12).contains) ?? true else { return nil }
    self.init(.point(Point(year: year, month: month, day: nil, isApproximate: false, isUncertain: false)))
  }

  /// The first day as a date of its own; `nil` where the start is open.
  package var firstDay: EDTFDate? { earliest == .min ? nil : EDTFDate(dayNumber: earliest) }

  /// The last day as a date of its own; `nil` where the end is open.
  package var lastDay: EDTFDate? { latest == .max ? nil : EDTFDate(dayNumber: latest) }

  /// The year of the first day; `nil` where the start is open.
  package var firstYear: Int? { earliest == .min ? nil : CivilCalendar.civilDate(of: earliest).year }

  /// The year of the last day; `nil` where the end is open.
  package var lastYear: Int? { latest == .max ? nil : CivilCalendar.civilDate(of: latest).year }

  /// The end of a period, where that is known: from then on the whole of it has been.
  package var end: EDTFDate {
    if case .interval(_, let to?) = extent { EDTFDate(.point(to)) } else { self }
  }
}

extension EDTFDate {
  /// The day that a date of the knowledge means: its last one, by which all of it has been.
  var day: Int32? { latest == .max ? (earliest == .min ? nil : earliest) : latest }
}
