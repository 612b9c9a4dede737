import Knowledge
import Templates

/// What a page of a register shows: what bears on a fact, or what a filter leaves.
struct RegisterPage: Sendable {
  let page: PageContext
  let register: Register
  let filter: Register.Filter?
  let part: ViewPart
  /// By the number of a row on the page: what of it stands on a scale.
  let plots: [Int: ClaimsPlot]

  init(page: PageContext, register: Register, filter: Register.Filter?, part: ViewPart) {
    (self.page, self.register, self.filter, self.part) = (page, register, filter, part)
    var window = RowWindow(part)
    let rows = register.sections(filter).flatMap { window.take($0.rows) }
    let plotted = rows.lazy.compactMap { row in
      ClaimsPlot(of: row.discrepancy, on: page).map { (row.number, $0) }
    }
    plots = Dictionary(plotted.prefix(Register.mostPlots).map(\.self)) { first, _ in first }
  }

  static let record: RecordType<RegisterPage> = RecordType(
    "register", "",
    [
      .number(
        "conflict_count", "disagreements that bear on a fact; on the page of a weight those of that weight"
      ) {
        $0.conflicts.count
      },
      .number("open_count", "those that are open") { $0.conflicts.count(where: \.isOpen) },
      .number("denied_count", "what is no conflict") { $0.rows.count { !$0.discrepancy.isConflict } },
      .list("lighter", "what is told apart from these, by weight", of: ShownLighter.record) { page in
        page.lighter
      },
      .flag("is_whole", "what bears on a fact, not what a filter leaves") { $0.filter == nil },
      .flag("has_plots", "a row has its numbers or dates on a scale") { !$0.plots.isEmpty },
      .flag("has_totals", "the first page of the register") { $0.filter == nil && !$0.part.isContinued },
      .list("filters", "by what it can be looked through", of: ShownFilters.record) { $0.filters },
      .list("states", "the columns of the table of numbers", of: ShownState.record) { page in
        page.states.map { ShownState(page: page, state: $0) }
      },
      .list("totals", "its rows", of: ShownTotal.record) { $0.totals },
      .record("foot", "their sum", of: ShownTotal.record) { page in
        ShownTotal(page: page, matter: .sum, rows: page.register.rows(nil))
      },
      .list("light_totals", "what weighs less, below the sum", of: ShownTotal.record) { page in
        page.register.lighter.map {
          ShownTotal(page: page, matter: .weight($0), rows: page.register.rows(.weight($0)))
        }
      },
      .flag("has_denied", "something is no conflict") { $0.states.count < $0.register.states.count },
      .text("denied_href", "the address of what is no conflict") {
        $0.href(.state(Schema.notAConflict))
      },
      .list(
        "sections", "what is open, then by class; what is no conflict stands behind", of: ShownSection.record
      ) { page in
        page.sections
      },
    ])

  /// More sources than these are named on the page of the whole only: each of a thousand pages would name a thousand.
  private var namesAllSources: Bool {
    filter == nil && !part.isContinued || register.sources.count <= ViewPart.mostNamed
  }

  private var sections: [ShownSection] {
    var window = RowWindow(part)
    return register.sections(filter).compactMap { section in
      let rows = window.take(section.rows)
      return rows.isEmpty ? nil : ShownSection(page: self, section: section, rows: rows)
    }
  }

  private var rows: [Register.Row] { register.rows(filter) }
  private var conflicts: [Discrepancy] {
    let weight = register.weight(of: filter) ?? .fact
    return rows.map(\.discrepancy).filter { $0.isConflict && $0.weight == weight }
  }

  private var totals: [ShownTotal] {
    let rows = Dictionary(grouping: register.rows(nil), by: \.discrepancy.discrepancyClass)
    return register.classes.compactMap { name in
      rows[name].map { ShownTotal(page: self, matter: .discrepancyClass(name), rows: $0) }
    }
  }

  /// On the first page what other pages show, on that of a weight nothing, and on the others what they show below.
  private var lighter: [ShownLighter] {
    if case .weight = filter { return [] }
    let rows = (filter == nil ? register.rows : rows).map(\.discrepancy)
    return DiscrepancyWeight.lighter.compactMap { weight in
      let count = rows.count { $0.isLight && $0.weight == weight }
      return count == 0 ? nil : ShownLighter(page: self, weight: weight, count: count)
    }
  }

  /// Those that count as a disagreement.
  var states: [String] { register.states.filter { $0 != Schema.notAConflict } }

  /// The address of the page of a filter, or a place on it.
  func href(_ filter: Register.Filter, anchor: String? = nil) -> String? {
    page.href(toPageAbout: filter.about, at: anchor)
  }

  /// The page on which all of one weight stands.
  func href(_ weight: DiscrepancyWeight, at anchor: String? = nil) -> String? {
    page.href(toPageAbout: register.filter(of: weight)?.about ?? .whole, at: anchor)
  }

  private var filters: [ShownFilters] {
    let sources = register.sources.filter { namesAllSources || filter == .source($0) }
      .prefix(ViewPart.mostNamedOnWhole)
    return [
      ShownFilters(page: self, label: "register_states", filters: register.states.map { .state($0) }),
      ShownFilters(page: self, label: "register_weights", filters: register.lighter.map { .weight($0) }),
      ShownFilters(
        page: self, label: "register_classes", filters: register.classes.map { .discrepancyClass($0) }),
      ShownFilters(page: self, label: "register_sources", filters: sources.map { .source($0) }),
    ].filter { !$0.filters.isEmpty }
  }
}

/// The filters of one sort.
struct ShownFilters: Sendable {
  let page: RegisterPage
  /// The key of the strings.
  let label: String
  let filters: [Register.Filter]

  static let record: RecordType<ShownFilters> = RecordType([
    .text("label", "of the sort") { $0.page.page.text($0.label) },
    .list("items", "the filters", of: ShownFilter.record) { group in
      group.filters.map { ShownFilter(page: group.page, filter: $0) }
    },
  ])
}

struct ShownFilter: Sendable {
  let page: RegisterPage
  let filter: Register.Filter

  static let record = RecordType<ShownFilter>([
    .text("title", "what it leaves") { $0.title },
    .text("href", "its page") { $0.page.href($0.filter) },
    .number("count", "how many it leaves; of what weighs less or is no conflict only where that is asked for")
    {
      $0.page.register.counts[$0.filter] ?? 0
    },
    .flag("is_current", "it is this page") { $0.filter == $0.page.filter },
  ])

  private var title: String {
    switch filter {
    case .state(let state): page.page.word(state, group: "state")
    case .weight(let weight): page.page.word(weight.rawValue, group: "weight")
    case .discrepancyClass(let name): page.page.word(name, group: "class")
    case .source(let source): page.page.graph.shortTitle(of: source)
    }
  }
}
