import Knowledge

/// The targets of a tracker's page as rows of a picture, by what sets them.
struct DeadlineRows {
  enum Cap {
    case number, limit, words
  }

  struct Row {
    let title: String
    let href: String
    let deadlines: [EDTFDate]
    /// The claimed values, each once; none where nobody says how much.
    let values: [String]
    let cap: Cap
    let isMet: Bool
    let isMissed: Bool
    /// Whether it is only proposed, and counted nowhere.
    let isProposed: Bool
    /// The date of what sets it, with what the schema calls that.
    let from: (label: String, date: EDTFDate)?
  }

  struct Group {
    /// `nil` where nothing is known that sets them, or all are of one.
    let title: String?
    let href: String?
    var rows: [Row]
  }

  let page: PageContext
  let tracker: Tracker
  let part: ViewPart

  var groups: [Group] {
    let goals = tracker.byDeadline.filter { !$0.deadlines.isEmpty }
    let isOfOne = part.entity != nil || tracker.view.groups.isEmpty
    let byGroup = Dictionary(grouping: goals) { isOfOne ? nil : $0.groups.first?.first }
    let named = tracker.groups(0).compactMap { group in
      byGroup[group].map { goals in
        Group(
          title: page.graph.shortTitle(of: group),
          href: page.href(toPageAbout: .entity(group)) ?? page.href(Target(group)), rows: goals.map(row))
      }
    }
    let title = isOfOne ? nil : page.text("tracker_others")
    return named + (byGroup[nil].map { [Group(title: title, href: nil, rows: $0.map(row))] } ?? [])
  }

  private func row(_ goal: Tracker.Goal) -> Row {
    let values = goal.assertions.compactMap(\.value)
    let verdicts = goal.assertions.flatMap(\.readings).map(\.outcome.verdict)
    let duties = goal.fulfilments.map(\.outcome.verdict)
    let isLimit = values.contains { [.greater, .atLeast, .less, .atMost].contains($0.op) }
    let isNumber = values.contains { [.equal, .about].contains($0.op) }
    return Row(
      title: page.graph.title(of: goal.entity), href: page.href(Target(goal.entity)),
      deadlines: goal.deadlines,
      values: goal.assertions.compactMap { $0.words(in: page.readerWords) }.unique,
      cap: isNumber || tracker.view.value == nil ? .number : isLimit ? .limit : .words,
      isMet: verdicts.contains(.met) || duties.contains { [.met, .metLate, .metUnclear].contains($0) },
      isMissed: verdicts.contains(.notMet) || duties.contains(.overdue), isProposed: goal.isProposed,
      from: from(goal))
  }

  /// The first date that the schema has of what sets the target, where it lies before the deadline.
  private func from(_ goal: Tracker.Goal) -> (label: String, date: EDTFDate)? {
    guard let setter = goal.groups.first?.first, let end = goal.deadlines.map(\.latest).min() else {
      return nil
    }
    let entity = page.graph[setter]
    let fields = page.graph.schema[entity.kind].fields
    for (number, field) in fields.enumerated() where field.type == .date {
      guard let date = entity.today(number)?.dates.first?.date, date.earliest != .min else { continue }
      return date.earliest < end ? (field.label, date) : nil
    }
    return nil
  }

  // MARK: - What is to be seen

  /// Those that count.
  private var set: [Tracker.Goal] { tracker.setGoals }

  /// How many end in each year.
  var years: [(year: Int, count: Int)] {
    var counts: [Int: Int] = [:]
    for year in set.flatMap(\.years).compactMap(\.self) { counts[year, default: 0] += 1 }
    return counts.sorted { $0.key < $1.key }.map { (year: $0.key, count: $0.value) }
  }

  /// In which year most of them end; where no year stands out, from when to when they go.
  var sentence: String {
    let years = years
    let most = years.map(\.count).max() ?? 0
    let top = years.filter { $0.count == most }
    var values = [
      "what": page.graph.schema[tracker.view.kind].label.many, "all": String(set.count), "n": String(most),
      "years": page.list(top.map { page.year($0.year) }),
    ]
    if top.count == 1, most > 1 || years.count == 1 { return page.text("picture_deadlines", values) }
    if most > 1, top.count < 4 { return page.text("picture_deadlines_tie", values) }
    values["n"] = String(set.count { !$0.deadlines.isEmpty })
    values["first"] = years.first.map { page.year($0.year) } ?? ""
    values["last"] = years.last.map { page.year($0.year) } ?? ""
    return page.text("picture_deadlines_spread", values)
  }

  var remarks: [String] {
    let day = page.site.configuration.asOf
    let passed = day.map { day in set.count { $0.passage(by: day) == .passed } } ?? 0
    let open = set.count { $0.years.contains(nil) }
    var remarks: [String] = []
    if let day, passed > 0 {
      let values = ["n": String(passed), "day": day.display(in: page.readerWords)]
      remarks.append(page.text("picture_deadlines_passed", values))
    }
    if open > 0 { remarks.append(page.text("picture_deadlines_open", ["n": String(open)])) }
    return remarks
  }
}
