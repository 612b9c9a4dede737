import Knowledge

/// The targets of a tracker, with what each source claims of them and what figures say of that.
struct Tracker {
  struct Goal {
    let entity: EntityID
    /// The claimed deadlines, each once.
    let deadlines: [EDTFDate]
    /// By the view's groups.
    let groups: [[EntityID]]
  }

  /// The targets that fall due in one year, by one claim at least.
  struct Section {
    /// `nil` for those without a last day.
    let year: Int?
    var goals: [Goal]
  }

  let view: TrackerView
  let graph: KnowledgeGraph
  /// In the graph's order.
  private(set) var goals: [Goal]
  private var onlyYear: Int?

  /// - Parameter group: leaves the targets of one entity of the first group.
  init(_ view: TrackerView, of group: EntityID? = nil, in graph: KnowledgeGraph) {
    self.view = view
    self.graph = graph
    let members = group.map { group in
      let edges = graph.edges(to: group).filter { $0.field.kind == view.kind && $0.subfield == nil }
      return edges.filter { $0.field.index == view.groups.first }.map(\.from).unique.sorted()
    }
    goals = (members ?? graph.entities(of: view.kind)).map { Goal($0, view, in: graph) }
  }

  /// Of one target.
  init(_ view: TrackerView, target: EntityID, in graph: KnowledgeGraph) {
    self.view = view
    self.graph = graph
    goals = [Goal(target, view, in: graph)]
  }

  mutating func keep(year: Int) {
    goals = goals.filter { $0.years.contains(year) }
    onlyYear = year
  }

  /// The year whose page a part is.
  static func year(of part: ViewPart) -> Int? {
    part.subjects.isEmpty ? part.title.flatMap { Int($0) } : nil
  }

  /// The years in which something falls due.
  var years: [Int] { Set(goals.flatMap(\.years).compactMap(\.self)).sorted() }

  /// By year, and in it by the last day. A target whose sources differ on the year stands in each.
  var sections: [Section] {
    var sections = years.map { Section(year: $0, goals: []) }
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

  /// The relations of a target to the figures that measure it.
  func figures(of entity: EntityID) -> [Edge] {
    var seen: Set<EntityID> = []
    return graph.edges(from: entity).filter { edge in
      edge.field.index == view.measuredBy && edge.subfield == nil && seen.insert(edge.to.entity).inserted
    }
  }
}

extension Tracker.Goal {
  fileprivate init(_ entity: EntityID, _ view: TrackerView, in graph: KnowledgeGraph) {
    let edges = graph.edges(from: entity).filter { $0.subfield == nil }
    self.init(
      entity: entity, deadlines: graph[entity].fact(view.deadline)?.dates.map(\.date).unique ?? [],
      groups: view.groups.map { group in edges.filter { $0.field.index == group }.map(\.to.entity).unique })
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
