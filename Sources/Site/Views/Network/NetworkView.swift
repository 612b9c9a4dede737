import Diagnostics
import Knowledge
import Templates

/// Who has to do with whom: pairs of things, with what joins them, and the pairs that nothing joins.
struct NetworkView: View {
  static let type = "network"

  /// What joins two things.
  enum Join: Sendable {
    /// That one thing, or one record, names both by the same relation.
    case together(CountedPath)
    /// That it names one by this relation, and the other by that.
    case across(from: CountedPath, to: CountedPath)
    /// That the one leads to the other.
    case leading(to: CountedPath)
  }

  /// A qualifier of the relations, and its value for those who lead.
  struct Lead: Sendable {
    let role: String
    let value: String
  }

  let things: ChosenThings
  let join: Join
  /// The relation to what makes the things: what only proposals make joins nothing.
  let madeBy: Int?
  /// How often two must be joined to have a page.
  let least: Int
  /// What says that a thing leads; `nil` where nothing does.
  let lead: Lead?
  /// Where the view is declared.
  let place: Place

  init?(_ settings: inout ViewSettings) {
    let conditions = settings.conditions()
    let least = settings.least()
    place = Place(Configuration.path, settings.reader.position)
    guard let kind = settings.kind("of") else {
      settings.skip(
        "together", "from", "to", "together_kinds", "from_kinds", "to_kinds", "made_by", "role", "lead")
      return nil
    }
    madeBy = settings.optionalField("made_by", of: kind, .reference)
    let join = settings.join(of: kind)
    lead = join.flatMap { settings.lead(among: $0.relations) }
    settings.skip("role", "lead")
    guard let join, let least else { return nil }
    things = ChosenThings(kind: kind, conditions: conditions)
    (self.join, self.least) = (join, least)
  }

  /// More pages than these are no network that anybody reads.
  static let mostPages = 2_000

  /// The whole, and each pair that is joined.
  func parts(of network: Network, in graph: KnowledgeGraph, problems: inout ViewProblems) -> [ViewPart] {
    problems.diagnostics += things.mistakes(in: graph)
    let pairs = network.pairs.filter { $0.slug != nil }
    guard pairs.count <= Self.mostPages, !network.isCut else {
      let count = network.isCut ? "over \(Network.mostPairs)" : String(pairs.count)
      problems.report(
        "this view would have \(count) pages of pairs; the limit is \(Self.mostPages)", at: place,
        help: "set how often two must be joined to have one, such as 'least: 2', or narrow it with 'where'"
      )
      return [.whole]
    }
    var whole = ViewPart.whole
    whole.subjects = network.ends.filter { network.isHub($0) }
    return [whole]
      + pairs.compactMap { pair in
        guard let slug = pair.slug else { return nil }
        return ViewPart.item(
          slug, title: [pair.a, pair.b].map(graph.shortTitle).joined(separator: " · "),
          subjects: [pair.a, pair.b].filter { !network.isHub($0) })
      }
  }

  func names(in graph: KnowledgeGraph) -> [SettingName] { things.names(in: graph) }

  func answer(in graph: KnowledgeGraph) -> Network { Network(self, in: graph) }

  static let shape = Shape.record(NetworkPage.record)

  func value(of part: ViewPart, _ network: Network, on page: PageContext) -> Value {
    NetworkPage.record.value(NetworkPage(page: page, network: network, part: part))
  }
}

extension NetworkView.Join {
  fileprivate var relations: [CountedPath] {
    switch self {
    case .together(let path), .leading(to: let path): [path]
    case .across(let from, let to): [from, to]
    }
  }
}

extension NetworkView {
  var relations: [CountedPath] { join.relations }

  /// Whether a pair goes from the one to the other, as the two are of different kinds. Else it is the same pair both ways.
  func isDirected(in schema: Schema) -> Bool {
    switch join {
    case .together: false
    case .leading(let to): !to.targets(in: schema).contains(things.kind)
    case .across(let from, let to): Set(from.targets(in: schema)).isDisjoint(with: to.targets(in: schema))
    }
  }
}

extension ViewSettings {
  /// One where the key is missing; `nil` where it's no number of times.
  fileprivate mutating func least() -> Int? {
    guard has("least") else { return 1 }
    guard let text = text("least") else { return nil }
    if let number = Int(text), number > 0 { return number }
    report("'least' must be a number of 1 or more, not '\(text)'", at: "least")
    return nil
  }

  /// Who leads: a qualifier of one of the relations, and which of its values says so.
  fileprivate mutating func lead(among relations: [CountedPath]) -> NetworkView.Lead? {
    guard has("role") else {
      if has("lead") {
        report("'lead' needs 'role'", at: "lead", help: "add the qualifier whose value it is")
      }
      return nil
    }
    guard has("lead") else {
      report("'role' needs 'lead'", at: "role", help: "add the value of the qualifier that means the lead")
      return nil
    }
    let qualifiers = relations.flatMap { $0.relation?.qualifiers ?? [] }
    guard let role = qualifier("role", among: qualifiers), let value = text("lead") else { return nil }
    let types = qualifiers.filter { $0.name == role }.map(\.type)
    let listed = types.flatMap { type in
      if case .enumeration(let values) = type { values } else { [String]() }
    }
    guard listed.isEmpty || listed.contains(value) else {
      report(
        "'\(role)' has no value '\(value)'" + didYouMean(value, among: listed), at: "lead",
        help: "it has: " + listed.joined(separator: ", "))
      return nil
    }
    return NetworkView.Lead(role: role, value: value)
  }

  fileprivate mutating func join(of kind: KindID) -> NetworkView.Join? {
    if has("together") {
      for key in ["from", "to", "from_kinds", "to_kinds"] where has(key) {
        report("'together' and '\(key)' cannot be combined", at: key, help: "remove one of the two")
      }
      skip("from", "to", "from_kinds", "to_kinds")
      return relation("together", of: kind).map { .together($0) }
    }
    guard has("to") else {
      skip("from", "from_kinds", "to_kinds", "together_kinds")
      reportMissing(
        "together", "the relation whose things are named together",
        help: "or 'to': the relation from one to the other")
      return nil
    }
    if has("together_kinds") {
      report(
        "'to' and 'together_kinds' cannot be combined", at: "together_kinds",
        help: "for the kinds that 'to' leads to, write 'to_kinds'")
    }
    let to = relation("to", of: kind)
    guard has("from") else {
      if has("from_kinds") {
        report("'from_kinds' needs 'from'", at: "from_kinds", help: "remove it, or add 'from'")
      }
      return to.map { .leading(to: $0) }
    }
    let from = relation("from", of: kind)
    guard let from, let to else { return nil }
    if from.name == to.name {
      report("both ends are the same relation", at: "to", help: "write 'together: \(to.name)' instead")
      return nil
    }
    return .across(from: from, to: to)
  }

  private mutating func relation(_ key: String, of kind: KindID) -> CountedPath? {
    countedPath(key, kinds: key + "_kinds", of: kind, isRelation: true)
  }
}
