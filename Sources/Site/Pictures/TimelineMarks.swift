import Knowledge

/// What a picture of a timeline has to draw: each date by its thing's name, or where a month has too many, how many.
struct TimelineMarks {
  enum Mark {
    case event(Timeline.Event)
    /// Several of one month, or of one year: its date, and how many each lane has.
    case sum(EDTFDate, lanes: [Int: Int])

    var date: EDTFDate {
      switch self {
      case .event(let event): event.date
      case .sum(let date, _): date
      }
    }

    /// How many events it stands for.
    var count: Int { if case .sum(_, let lanes) = self { lanes.values.reduce(0, +) } else { 1 } }

    /// Whether it stands for a whole year.
    var isOfYear: Bool { if case .sum(let date, _) = self { date.monthName == nil } else { false } }
  }

  /// In the order of their dates.
  let marks: [Mark]
  /// Whether a year's mark is all of the year, and not only that of which no more is known.
  let sumsYears: Bool

  /// - Parameter most: as many have room.
  init(_ events: [Timeline.Event], most: Int) {
    let sorted = events.sorted { EDTFDate.sortsByEarliest($0.date, $1.date) }
    // First only crowded months are summed, and years of which no more is known; then every month, then years.
    let steps: [(least: Int, ofYears: Bool)] = [(5, false), (3, false), (2, false), (2, true)]
    var marks: [Mark] = []
    var sumsYears = false
    for step in steps {
      sumsYears = step.ofYears
      marks = Self.marks(sorted, least: step.least, ofYears: step.ofYears)
      if marks.count <= most { break }
    }
    self.marks = marks
    self.sumsYears = sumsYears
  }

  private static func marks(_ events: [Timeline.Event], least: Int, ofYears: Bool) -> [Mark] {
    func bucket(_ event: Timeline.Event) -> EDTFDate? {
      guard !event.date.isPeriod, let start = event.date.start else { return nil }
      return EDTFDate(year: start.year, month: ofYears ? nil : start.month)
    }
    let buckets = Dictionary(grouping: events) { bucket($0) }
    var told: Set<EDTFDate> = []
    return events.compactMap { event -> Mark? in
      guard let date = bucket(event), let all = buckets[date], all.count >= least else {
        return .event(event)
      }
      guard told.insert(date).inserted else { return nil }
      return .sum(date, lanes: all.reduce(into: [:]) { $0[$1.lane, default: 0] += 1 })
    }
  }
}
