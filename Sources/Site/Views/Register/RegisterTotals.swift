import Knowledge
import Templates

/// A state, as the head of a column of numbers.
struct ShownState: Sendable {
  let page: RegisterPage
  let state: String

  static let record = RecordType<ShownState>([
    .text("state", "as written") { $0.state },
    .text("label", "in words") { $0.page.page.word($0.state, group: "state") },
    .text("href", "the page of the state") { $0.page.href(.state($0.state)) },
  ])
}

/// How many disagreements there are of a class or a weight in each state, with links to them.
struct ShownTotal: Sendable {
  enum Matter: Sendable {
    case discrepancyClass(String)
    case weight(DiscrepancyWeight)
    /// All that bear on a fact.
    case sum
  }

  let page: RegisterPage
  let matter: Matter
  let rows: [Register.Row]

  static let record: RecordType<ShownTotal> = RecordType([
    .text("label", "the class or the weight in words") { $0.label },
    .text("href", "its page") { total in total.filter.flatMap { total.page.href($0) } },
    .list("cells", "one for each state", of: ShownCount.record) { total in
      total.page.states.map { ShownCount(total: total, state: $0) }
    },
    .number("sum", "disagreements") { $0.rows.count - $0.denied },
    .number("denied", "what is no conflict") { $0.denied },
    .text("denied_href", "where these are") { $0.denied == 0 ? nil : $0.href(Schema.notAConflict) },
  ])

  private var label: String {
    switch matter {
    case .discrepancyClass(let name): page.page.word(name, group: "class")
    case .weight(let weight): page.page.word(weight.rawValue, group: "weight")
    case .sum: page.page.text("total")
    }
  }

  private var filter: Register.Filter? {
    switch matter {
    case .discrepancyClass(let name): .discrepancyClass(name)
    case .weight(let weight): .weight(weight)
    case .sum: nil
    }
  }

  private var denied: Int { rows.count { !$0.discrepancy.isConflict } }

  /// The section of the class or the weight on the page of a state; what is no conflict is listed there by class.
  func href(_ state: String) -> String? {
    let hasSection = if case .weight = matter { state != Schema.notAConflict } else { true }
    return page.href(.state(state), anchor: hasSection ? filter.map(page.register.slug) : nil)
  }
}

struct ShownCount: Sendable {
  let total: ShownTotal
  let state: String

  private var count: Int { total.rows.count { $0.discrepancy.state == state } }

  static let record = RecordType<ShownCount>([
    .number("count", "how many") { $0.count },
    .text("href", "where they are; nothing where there is none") {
      $0.count == 0 ? nil : $0.total.href($0.state)
    },
  ])
}

/// How many there are of a weight that is told apart.
struct ShownLighter: Sendable {
  let page: RegisterPage
  let weight: DiscrepancyWeight
  let count: Int

  static let record = RecordType<ShownLighter>([
    .text("label", "the weight in words") { $0.page.page.word($0.weight.rawValue, group: "weight") },
    .number("count", "how many") { $0.count },
    .text("href", "the page of the weight") { $0.page.href($0.weight) },
  ])
}
