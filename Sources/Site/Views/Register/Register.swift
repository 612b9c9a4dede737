import Knowledge

/// All disagreements, and by what they can be looked through.
struct Register: Sendable {
  enum Filter: Hashable, Sendable {
    case state(String)
    /// What weighs less than a fact; what bears on one is the whole page's.
    case weight(DiscrepancyWeight)
    case discrepancyClass(String)
    case source(EntityID)
  }

  /// More sources than these don't fit beside one another, each in a column of its own.
  static let mostSides = 12

  struct Row: Sendable {
    let discrepancy: Discrepancy
    /// Its place among the rows of the whole register, from 1.
    let number: Int

    /// Whether so many take part that the page of each source shows what that source says, and leads to the rest:
    /// a page for each of a thousand sources, with what a thousand say, would be a million claims.
    var isOfMany: Bool { Set(discrepancy.claims.map(\.source)).count > Register.mostSides }
  }

  /// All of them, what bears on a fact first.
  let rows: [Row]
  /// In the schema's order, those that are in use.
  let states: [String]
  let classes: [String]
  /// Those beside `fact` that are in use.
  let lighter: [DiscrepancyWeight]
  /// In the graph's order.
  let sources: [EntityID]
  /// How many disagreements each filter leaves; what weighs less than a fact counts for its weight only, and what is no
  /// conflict for its state.
  private(set) var counts: [Filter: Int] = [:]
  private var slugs: [Filter: String] = [:]
  private var filtersByMatter: [ViewPart.About: Filter] = [:]
  /// The numbers of the rows in which a source takes part.
  private var rowsBySource: [EntityID: [Int]] = [:]
  /// What was put together for a page already.
  private let known = MadeOnce<Filter?, [Section]>()

  init(_ graph: KnowledgeGraph, by order: RegisterOrder) {
    let all = graph.discrepancies
    let states = Register.order(all.map(\.state), by: Schema.discrepancyStates)
    self.states = states
    classes = Register.order(all.map(\.discrepancyClass), by: graph.schema.discrepancyClasses)
    sources = Register.sources(of: all).keys.sorted()
    let weights = Set(all.map(\.weight))
    lighter = DiscrepancyWeight.lighter.filter(weights.contains)
    for row in all {
      if row.isLight {
        counts[.weight(row.weight), default: 0] += 1
        continue
      }
      counts[.state(row.state), default: 0] += 1
      if row.isConflict { counts[.discrepancyClass(row.discrepancyClass), default: 0] += 1 }
    }
    for (source, count) in Register.sources(of: all.filter(\.matters)) { counts[.source(source)] = count }
    rows = order.sorted(all, states: states).enumerated().map { Row(discrepancy: $1, number: $0 + 1) }
    for (index, row) in rows.enumerated() {
      for source in row.discrepancy.claims.compactMap(\.source).unique {
        rowsBySource[source, default: []].append(index)
      }
    }
    nameFilters(graph)
  }

  var filters: [Filter] {
    states.map(Filter.state) + lighter.map(Filter.weight) + classes.map(Filter.discrepancyClass)
      + sources.map(Filter.source)
  }

  func slug(_ filter: Filter) -> String { slugs[filter] ?? "" }

  /// The filter of a page; `nil` for the whole.
  func filter(_ about: ViewPart.About) -> Filter? { filtersByMatter[about] }

  func rows(_ filter: Filter?) -> [Row] {
    switch filter {
    case nil: rows.filter { $0.discrepancy.weight == .fact }
    case .weight(let weight)?: rows.filter { $0.discrepancy.weight == weight }
    case .state(let state)?: rows.filter { $0.discrepancy.state == state }
    case .discrepancyClass(let name)?: rows.filter { $0.discrepancy.discrepancyClass == name }
    case .source(let source)?: (rowsBySource[source] ?? []).map { rows[$0] }
    }
  }

  /// What the page of a filter shows, in its order.
  func sections(_ filter: Filter?) -> [Section] { known.value(of: filter) { made(filter) } }

  /// The one weight of all rows of a page; `nil` where there may be several.
  func weight(of filter: Filter?) -> DiscrepancyWeight? {
    switch filter {
    case nil: .fact
    case .weight(let weight)?: weight
    default: nil
    }
  }

  /// The page on which all of one weight stands.
  func filter(of weight: DiscrepancyWeight) -> Filter? { weight == .fact ? nil : .weight(weight) }

  /// The claims of a row that a page shows: on that of a source its own, where very many take part.
  func claims(of row: Row, _ filter: Filter?) -> [Claim] {
    guard case .source(let source)? = filter, row.isOfMany else { return row.discrepancy.claims }
    return row.discrepancy.claims.filter { $0.source == source }
  }

  static func sources(of rows: [Discrepancy]) -> [EntityID: Int] {
    var counts: [EntityID: Int] = [:]
    for row in rows {
      for source in row.claims.compactMap(\.source).unique { counts[source, default: 0] += 1 }
    }
    return counts
  }

  /// The known ones that are used in their order, then the others by the alphabet.
  private static func order(_ used: [String], by known: [String]) -> [String] {
    let used = Set(used)
    return known.filter(used.contains) + used.subtracting(known).sorted()
  }

  /// States have the first right to their names, then weights and classes.
  private mutating func nameFilters(_ graph: KnowledgeGraph) {
    var taken: Set<String> = []
    for filter in filters {
      let (name, prefix) =
        switch filter {
        case .state(let state): (Register.plain(state), "state-")
        case .weight(let weight): (weight.rawValue, "weight-")
        case .discrepancyClass(let name): (Register.plain(name), "class-")
        case .source(let source): ("source-" + Register.plain(graph[source].slug), "source-")
        }
      var slug = taken.contains(name) || name.isEmpty ? prefix + name : name
      while !taken.insert(slug).inserted { slug += "-" }
      slugs[filter] = slug
      filtersByMatter[filter.about] = filter
    }
  }

  /// What may stand in an address: letters, digits, hyphens and dots.
  private static func plain(_ name: String) -> String {
    String(name.lowercased().map { $0.isLetter || $0.isNumber || "-_.".contains($0) ? $0 : "-" })
  }
}
