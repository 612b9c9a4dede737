import Knowledge

/// All disagreements, and by what they can be looked through.
struct Register: Sendable {
  enum Filter: Hashable, Sendable {
    case state(String)
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

  /// The rows of one class, or those that are no conflicts.
  struct Section: Sendable {
    /// `nil` for what is no conflict.
    let discrepancyClass: String?
    let rows: [Row]
    /// The sources that take part, those with the most rows first.
    let sources: [EntityID]
    let hasClaimsWithoutSource: Bool

    var isWide: Bool { sources.count > Register.mostSides }

    init(_ discrepancyClass: String?, _ rows: [Row]) {
      self.discrepancyClass = discrepancyClass
      self.rows = rows
      let counts = Register.sources(of: rows.map(\.discrepancy))
      sources = counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map(\.key)
      hasClaimsWithoutSource = rows.contains { $0.discrepancy.claims.contains { $0.source == nil } }
    }
  }

  let rows: [Row]
  /// In the schema's order, those that are in use.
  let states: [String]
  let classes: [String]
  /// In the graph's order.
  let sources: [EntityID]
  /// How many disagreements each filter leaves; what is no conflict counts for its own state only.
  private(set) var counts: [Filter: Int] = [:]
  private var slugs: [Filter: String] = [:]
  /// The numbers of the rows in which a source takes part.
  private var rowsBySource: [EntityID: [Int]] = [:]

  init(_ graph: KnowledgeGraph) {
    let all = graph.discrepancies
    let states = Register.order(all.map(\.state), by: Schema.discrepancyStates)
    self.states = states
    classes = Register.order(all.map(\.discrepancyClass), by: graph.schema.discrepancyClasses)
    sources = Register.sources(of: all).keys.sorted()
    for row in all {
      counts[.state(row.state), default: 0] += 1
      if row.isConflict { counts[.discrepancyClass(row.discrepancyClass), default: 0] += 1 }
    }
    for (source, count) in Register.sources(of: all.filter(\.isConflict)) { counts[.source(source)] = count }
    // What is open comes first.
    let ranks = Dictionary(uniqueKeysWithValues: states.enumerated().map { ($1, $0) })
    rows = all.enumerated().sorted { a, b in
      (ranks[a.element.state] ?? 0, a.offset) < (ranks[b.element.state] ?? 0, b.offset)
    }.enumerated().map { Row(discrepancy: $1.element, number: $0 + 1) }
    for (index, row) in rows.enumerated() {
      for source in row.discrepancy.claims.compactMap(\.source).unique {
        rowsBySource[source, default: []].append(index)
      }
    }
    nameFilters(graph)
  }

  var filters: [Filter] {
    states.map(Filter.state) + classes.map(Filter.discrepancyClass) + sources.map(Filter.source)
  }

  func slug(_ filter: Filter) -> String { slugs[filter] ?? "" }

  /// The filter of a page; `nil` for the whole.
  func filter(_ about: ViewPart.About) -> Filter? { filters.first { $0.about == about } }

  func rows(_ filter: Filter?) -> [Row] {
    switch filter {
    case nil: rows
    case .state(let state)?: rows.filter { $0.discrepancy.state == state }
    case .discrepancyClass(let name)?: rows.filter { $0.discrepancy.discrepancyClass == name }
    case .source(let source)?: (rowsBySource[source] ?? []).map { rows[$0] }
    }
  }

  /// The claims of a row that a page shows: on that of a source its own, where very many take part.
  func claims(of row: Row, _ filter: Filter?) -> [Claim] {
    guard case .source(let source)? = filter, row.isOfMany else { return row.discrepancy.claims }
    return row.discrepancy.claims.filter { $0.source == source }
  }

  /// By class; what is no conflict stands behind, unless that is what was asked for.
  func sections(_ filter: Filter?) -> [Section] {
    let rows = rows(filter)
    let listsDenied = filter == .state(Schema.notAConflict)
    let sections = classes.compactMap { name in
      let own = rows.filter {
        $0.discrepancy.discrepancyClass == name && $0.discrepancy.isConflict != listsDenied
      }
      return own.isEmpty ? nil : Section(name, own)
    }
    let denied = listsDenied ? [] : rows.filter { !$0.discrepancy.isConflict }
    return denied.isEmpty ? sections : sections + [Section(nil, denied)]
  }

  private static func sources(of rows: [Discrepancy]) -> [EntityID: Int] {
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

  /// States have the first right to their names, then classes.
  private mutating func nameFilters(_ graph: KnowledgeGraph) {
    var taken: Set<String> = []
    for filter in filters {
      let (name, prefix) =
        switch filter {
        case .state(let state): (Register.plain(state), "state-")
        case .discrepancyClass(let name): (Register.plain(name), "class-")
        case .source(let source): ("source-" + Register.plain(graph[source].slug), "source-")
        }
      var slug = taken.contains(name) || name.isEmpty ? prefix + name : name
      while !taken.insert(slug).inserted { slug += "-" }
      slugs[filter] = slug
    }
  }

  /// What may stand in an address: letters, digits, hyphens and dots.
  private static func plain(_ name: String) -> String {
    String(name.lowercased().map { $0.isLetter || $0.isNumber || "-_.".contains($0) ? $0 : "-" })
  }
}
