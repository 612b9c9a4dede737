import Knowledge
import Templates

/// What a page of a register shows: all of it, or what a filter leaves.
struct RegisterPage: Sendable {
  let page: PageContext
  let register: Register
  let filter: Register.Filter?

  static let record: RecordType<RegisterPage> = RecordType(
    "register", "",
    [
      .number("conflict_count", "disagreements") { $0.conflicts.count },
      .number("open_count", "those that are open") { $0.conflicts.count(where: \.isOpen) },
      .number("denied_count", "what is no conflict") { $0.rows.count - $0.conflicts.count },
      .flag("is_whole", "all of the register") { $0.filter == nil },
      .list("filters", "by what it can be looked through", of: ShownFilters.record) { $0.filters },
      .list("states", "the columns of the table of numbers", of: ShownState.record) { page in
        page.states.map { ShownState(page: page, state: $0) }
      },
      .list("totals", "its rows", of: ShownTotal.record) { page in
        page.register.classes.map {
          ShownTotal(page: page, discrepancyClass: $0, rows: page.register.rows(.discrepancyClass($0)))
        }
      },
      .record("foot", "its last row", of: ShownTotal.record) { page in
        ShownTotal(page: page, discrepancyClass: nil, rows: page.register.rows)
      },
      .flag("has_denied", "something is no conflict") { $0.states.count < $0.register.states.count },
      .text("denied_href", "the address of what is no conflict") {
        $0.href(.state(Schema.notAConflict))
      },
      .list("sections", "by class; what is no conflict stands behind", of: ShownSection.record) { page in
        page.register.sections(page.filter).map { ShownSection(page: page, section: $0) }
      },
    ])

  /// More sources than these are named on the page of the whole only: each of a thousand pages would name a thousand.
  private var namesAllSources: Bool {
    filter == nil || register.sources.count <= ViewPart.mostNamed
  }

  private var rows: [Register.Row] { register.rows(filter) }
  private var conflicts: [Discrepancy] { rows.map(\.discrepancy).filter(\.isConflict) }

  /// Those that count as a disagreement.
  var states: [String] { register.states.filter { $0 != Schema.notAConflict } }

  /// The address of the page of a filter, or a place on it.
  func href(_ filter: Register.Filter, anchor: String? = nil) -> String? {
    page.href(toPageAbout: filter.about).map { $0 + (anchor.map { "#" + Routes.encode($0) } ?? "") }
  }

  private var filters: [ShownFilters] {
    let sources = register.sources.filter { namesAllSources || filter == .source($0) }
    return [
      ShownFilters(page: self, label: "register_states", filters: register.states.map { .state($0) }),
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
    .number("count", "how many it leaves; of what is no conflict only where that is asked for") {
      $0.page.register.counts[$0.filter] ?? 0
    },
    .flag("is_current", "it is this page") { $0.filter == $0.page.filter },
  ])

  private var title: String {
    switch filter {
    case .state(let state): page.page.word(state, group: "state")
    case .discrepancyClass(let name): page.page.word(name, group: "class")
    case .source(let source): page.page.graph.shortTitle(of: source)
    }
  }
}
