import Knowledge

/// The targets of a tracker, with what each source claims of them and what figures say of that.
struct Tracker: Sendable {
  struct Goal: Sendable {
    let entity: EntityID
    let view: TrackerView
    /// What it says of how much and by when.
    let facts: GoalFacts
    /// The claimed deadlines, each once.
    let deadlines: [EDTFDate]
    /// By the view's groups.
    let groups: [[EntityID]]
    /// What each source claims of the value, against every figure.
    let assertions: [Assertion]
    /// Whether it was done, by each source that says so; none where the view doesn't ask for that.
    let fulfilments: [Fulfilment]
    /// Whether only a draft sets it: it is shown, and counted nowhere.
    let isProposed: Bool
  }

  /// The targets that fall due in one year, by one claim at least.
  struct Section: Sendable {
    /// `nil` for those without a last day.
    let year: Int?
    var goals: [Goal]
  }

  let view: TrackerView
  /// In the graph's order.
  private(set) var goals: [Goal]
  private(set) var onlyYear: Int?
  /// Whether only those without a last day are shown.
  private(set) var isOpenOnly = false
  /// How many there are of each part of the whole.
  let counts: Once<[ViewPart.About: Int]>
  /// How many of these have a last day.
  let dated: Once<[ViewPart.About: Int]>

  init(_ view: TrackerView, in graph: KnowledgeGraph) {
    self.init(view, graph.entities(of: view.kind), in: graph)
  }

  /// - Parameter targets: of all of the view's, in the graph's order.
  init(_ view: TrackerView, _ targets: [EntityID], in graph: KnowledgeGraph) {
    self.view = view
    let goals = targets.map { Goal($0, view, in: graph) }
    self.goals = goals
    counts = Once { Tracker.counts(goals) }
    dated = Once { Tracker.counts(goals.filter { $0.years.contains { $0 != nil } }) }
  }

  /// Those that are set, without what is only proposed: what is counted.
  var setGoals: [Goal] { goals.filter { !$0.isProposed } }

  /// What one page of the view shows.
  func part(_ part: ViewPart) -> Tracker {
    var tracker = self
    if let year = part.year {
      tracker.goals = goals.filter { $0.years.contains(year) }
      tracker.onlyYear = year
    } else if part.about == .withoutLastDay {
      tracker.goals = goals.filter { $0.years.contains(nil) }
      tracker.isOpenOnly = true
    } else if let group = part.entity {
      tracker.goals = goals.filter { $0.groups.first?.contains(group) ?? false }
    }
    return tracker
  }

  /// The years in which something falls due.
  var years: [Int] { Set(goals.flatMap(\.years).compactMap(\.self)).sorted() }

  /// By year, and in it by the last day. A target whose sources differ on the year stands in each.
  var sections: [Section] {
    var sections = isOpenOnly ? [] : years.map { Section(year: $0, goals: []) }
    if let onlyYear { sections = sections.filter { $0.year == onlyYear } }
    let open = Section(year: nil, goals: goals.filter { $0.years.contains(nil) })
    for index in sections.indices {
      let due = goals.compactMap { goal in
        goal.lastDay(in: sections[index].year).map { (goal: goal, day: $0) }
      }
      sections[index].goals = due.sorted { ($0.day, $0.goal.entity) < ($1.day, $1.goal.entity) }.map(\.goal)
    }
    return sections + (open.goals.isEmpty || onlyYear != nil ? [] : [open])
  }

  /// All targets once, the first to fall due first.
  var byDeadline: [Goal] {
    var seen: Set<EntityID> = []
    return sections.flatMap(\.goals).filter { seen.insert($0.entity).inserted }
  }

  /// The entities of one of the view's groups, in the graph's order.
  func groups(_ number: Int) -> [EntityID] {
    Set(goals.flatMap { $0.groups.indices.contains(number) ? $0.groups[number] : [] }).sorted()
  }
}

extension Tracker.Goal {
  fileprivate init(_ entity: EntityID, _ view: TrackerView, in graph: KnowledgeGraph) {
    let edges = graph.currentEdges(from: entity).filter { $0.subfield == nil }
    let facts = GoalFacts(graph[entity], view)
    let assertions = MeasuredTarget(entity: entity, view: view, facts: facts, graph: graph).assertions
    let groups = view.groups.map { group in
      edges.filter { $0.field.index == group }.map(\.to.entity).unique
    }
    let setters = groups.first ?? []
    let isProposed = facts.areProposed || graph.areProposed(setters)
    self.init(
      entity: entity, view: view, facts: facts, deadlines: facts.deadlines, groups: groups,
      assertions: assertions,
      // Nobody has to do yet what is only proposed.
      fulfilments: isProposed ? [] : Duty(entity, view, in: graph).fulfilments(beside: assertions),
      isProposed: isProposed)
  }

  /// Whether claims of the value, the deadline or the fulfilment differ.
  var isDisputed: Bool { facts.areDisputed }

  /// Where it stands on the page.
  func anchor(in graph: KnowledgeGraph) -> String { "target-" + graph[entity].slug }

  enum Passage {
    case passed, ahead
  }

  /// Whether every claimed deadline is over by a date, or none is; `nil` where that isn't certain.
  func passage(by date: EDTFDate) -> Passage? {
    guard !deadlines.isEmpty else { return nil }
    if deadlines.allSatisfy({ $0.latest < date.earliest }) { return .passed }
    if deadlines.allSatisfy({ $0.latest >= date.latest }) { return .ahead }
    return nil
  }

  /// `nil` among them where a claim has no last day, or where there is no claim.
  var years: [Int?] { deadlines.isEmpty ? [nil] : deadlines.map(\.lastYear).unique }

  /// The first of the last days that fall into a year.
  fileprivate func lastDay(in year: Int?) -> Int32? {
    deadlines.filter { $0.lastYear == year }.map(\.latest).min()
  }
}

extension Fact {
  /// Every date that is claimed, with its claim.
  var dates: [(claim: Claim, date: EDTFDate)] {
    claims.flatMap { claim in
      claim.value.items.compactMap { item in
        if case .date(let date) = item { (claim, date) } else { nil }
      }
    }
  }

  /// Every quantity that is claimed, with its claim.
  var quantities: [(claim: Claim, quantity: Quantity)] {
    claims.flatMap { claim in
      claim.value.items.compactMap { item in
        if case .quantity(let quantity) = item { (claim, quantity) } else { nil }
      }
    }
  }
}
