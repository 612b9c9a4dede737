import Knowledge

/// The dated things of a timeline, by year and by what a source says of the day.
struct Timeline: Sendable {
  /// An entity on a date, with all who claim just this one.
  struct Event: Sendable {
    let lane: Int
    let entity: EntityID
    let date: EDTFDate
    var claims: [Claim]
    /// Whether other sources have other dates.
    let isDisputed: Bool
    /// The dates that it had, or shall have, by the same scopes: told with the first date of the day.
    var others: [Claim] = []

    var isInferred: Bool { claims.contains { $0.provenance.isInferred } }

    /// What the claims say of it beside the date: what part it is about, and the author's notes. Each once.
    var remarks: [String] {
      (claims.map(\.provenance.scope) + claims.map(\.provenance.note)).compactMap(\.self).unique
    }
  }

  struct Year: Sendable {
    let year: Int
    var rows: [Row]
    /// How many events it has, though a page may show some.
    let count: Int
  }

  /// What is said of one date, with its precision: that of 2025 is not that of 1 January 2025.
  struct Row: Sendable {
    let date: EDTFDate
    var events: [Event]
  }

  let view: TimelineView
  /// By lane, then in the order of the graph.
  private(set) var events: [Event] = []
  private var onlyYear: Int?
  /// The days that somebody asked for.
  private(set) var limits: EDTFDate?
  /// Where only some events are shown: how many each year has.
  private var counts: [Int: Int]?
  /// The events of parts that several pages show, in the order of these.
  let orders = MadeOnce<ViewPart.About, [Event]>()

  init(_ view: TimelineView, in graph: KnowledgeGraph) {
    self.view = view
    for (number, lane) in view.lanes.enumerated() {
      for entity in lane.things.entities(in: graph) {
        guard let all = graph[entity].fact(lane.date), let fact = all.today else { continue }
        var others = all.isWhole ? [] : all.claims.filter { !$0.holds }
        let dates = fact.dates
        for date in dates.map(\.date).unique {
          let claims = dates.filter { $0.date == date }.map(\.claim)
          let scopes = Set(claims.map(\.provenance.scope))
          let own = others.filter { scopes.contains($0.provenance.scope) }
          others.removeAll { scopes.contains($0.provenance.scope) }
          events.append(
            Event(
              lane: number, entity: entity, date: date, claims: claims, isDisputed: fact.isDisputed,
              others: own))
        }
        // Of a scope that has no date on the day.
        if !dates.isEmpty, !others.isEmpty { events[events.count - 1].others += others }
      }
    }
  }

  /// What one page shows: all, or what is of a year or of some days, or reaches into them.
  func part(_ part: ViewPart) -> Timeline {
    if case .days(let days) = part.about { return within(days) }
    guard let year = part.year, let days = EDTFDate(year: year) else { return self }
    return touching(days, of: year)
  }

  func within(_ days: EDTFDate) -> Timeline {
    var timeline = touching(days, of: days.firstYear == days.lastYear ? days.firstYear : nil)
    timeline.limits = days
    return timeline
  }

  private func touching(_ days: EDTFDate, of year: Int?) -> Timeline {
    var timeline = self
    timeline.events = events.filter { $0.date.earliest <= days.latest && days.earliest <= $0.date.latest }
    timeline.onlyYear = year
    return timeline
  }

  /// Some of its events, which stand in the order of its pages.
  func showing(_ ordered: [Event], _ rows: Range<Int>) -> Timeline {
    var timeline = self
    timeline.counts = Dictionary(grouping: events) { year(of: $0) }.mapValues(\.count)
    timeline.events = Array(ordered[rows])
    return timeline
  }

  private func year(of event: Event) -> Int { onlyYear ?? event.date.yearOfRow }

  /// The year that all of it is of, where it is cut to one.
  var year: Int? { onlyYear }

  /// Whether an event lies within the days that were asked for, whatever its date may mean.
  func isWithin(_ event: Event) -> Bool {
    guard let limits else { return true }
    return limits.earliest <= event.date.earliest && event.date.latest <= limits.latest
  }

  /// The numbers of the lanes to show: all, but of a year or of some days only those that have something.
  var lanes: [Int] {
    let used = Set(events.map(\.lane))
    return view.lanes.indices.filter { onlyYear == nil && limits == nil || used.contains($0) }
  }

  /// The years in which something begins, in the view's order.
  var years: [Year] {
    var rows: [EDTFDate: [Event]] = [:]
    for event in events { rows[event.date, default: []].append(event) }
    let all = rows.map { Row(date: $0, events: $1) }
    let years = Dictionary(grouping: all) { onlyYear ?? $0.date.yearOfRow }.map { year, rows in
      let sorted = rows.map { (rank($0.date, in: year), $0) }.sorted { $0.0 < $1.0 }.map(\.1)
      let count = counts?[year] ?? sorted.reduce(0) { $0 + $1.events.count }
      return Year(year: year, rows: sorted, count: count)
    }
    return years.sorted { view.isNewestFirst ? $0.year > $1.year : $0.year < $1.year }
  }

  /// What is known of a year only comes before its months, and of a month before its days, in either order.
  private func rank(_ date: EDTFDate, in year: Int) -> Rank {
    let start = date.start
    let isOfYear = start?.year == year
    func turned(_ number: Int?) -> Int {
      guard isOfYear, let number else { return 0 }
      return view.isNewestFirst ? 100 - number : number
    }
    return Rank(
      numbers: [turned(start?.month), turned(start?.day), Int(date.earliest), Int(date.latest)],
      text: date.description)
  }

  private struct Rank: Comparable {
    let numbers: [Int]
    let text: String

    static func < (a: Rank, b: Rank) -> Bool {
      a.numbers == b.numbers ? a.text < b.text : a.numbers.lexicographicallyPrecedes(b.numbers)
    }
  }
}

extension EDTFDate {
  /// Where it begins; where that is open, where it ends.
  var start: Point? {
    switch extent {
    case .point(let point): point
    case .interval(let from, let to): from ?? to
    }
  }

  var isPeriod: Bool { if case .interval = extent { true } else { false } }

  /// The year in which a timeline has it.
  fileprivate var yearOfRow: Int { start?.year ?? 0 }

  /// `2024-09`, where the month that it begins in is known.
  var monthName: String? {
    guard let start, let month = start.month else { return nil }
    return start.year.asYear + "-" + (month < 10 ? "0" : "") + String(month)
  }
}
