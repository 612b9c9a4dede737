import Knowledge

extension ViewPart.About {
  /// The targets that fall due in no year, where the page of the whole is too long for them.
  static let withoutLastDay = ViewPart.About.item("no-last-day")
}

extension TrackerView {
  /// The whole leads to its years; these and the groups go on.
  func rows(of part: ViewPart, _ tracker: Tracker, in graph: KnowledgeGraph) -> ViewRows? {
    if part.about == .whole { return tracker.wholeRows }
    // Most parts are small, and nothing needs to be sorted to see it.
    let isLong = tracker.counts.value[part.about].map { $0 > 50 } ?? true
    var rows = ViewRows()
    if isLong {
      for goal in tracker.part(part).sections.flatMap(\.goals) { rows.add(weighing: goal.weight) }
    } else {
      rows.add(tracker.counts.value[part.about] ?? 0)
    }
    return rows
  }
}

extension Tracker {
  /// Of the page of the whole, on which each target is a line.
  var wholeRows: ViewRows {
    var rows = ViewRows(goesOn: false)
    rows.add(goals.reduce(0) { $0 + $1.years.count }, weighing: 3)
    return rows
  }

  /// How many targets there are of each year and of each of the first group.
  static func counts(_ goals: [Goal]) -> [ViewPart.About: Int] {
    var counts: [ViewPart.About: Int] = [:]
    counts[.whole] = goals.count
    for goal in goals {
      for year in goal.years { counts[year.map { .year($0) } ?? .withoutLastDay, default: 0] += 1 }
      for group in goal.groups.first ?? [] { counts[.entity(group), default: 0] += 1 }
    }
    return counts
  }

  /// The sections of one page of a part: all, those of its rows, or what is due next.
  ///
  /// - Parameter day: of the knowledge.
  func sections(on part: ViewPart, day: EDTFDate?) -> [(section: Section, shown: [Goal])] {
    let sections = sections
    guard part.isDigest else {
      var window = RowWindow(part)
      return sections.map { ($0, window.take($0.goals)) }.filter { part.rows == nil || !$0.1.isEmpty }
    }
    let all = sections.flatMap(\.goals)
    let next = all.firstIndex { goal in day.map { goal.passage(by: $0) != .passed } ?? true } ?? all.count
    let first = max(0, min(next, all.count - ViewRows.inDigest))
    var digest = part.uncut
    digest.rows = first..<min(first + ViewRows.inDigest, all.count)
    return self.sections(on: digest, day: day)
  }
}

extension Tracker.Goal {
  /// With its claims, and what each figure says of them.
  fileprivate var weight: Int {
    6 + fulfilments.count + assertions.reduce(0) { $0 + 2 * $1.readings.count }
  }
}
