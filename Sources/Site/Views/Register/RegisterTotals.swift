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

/// How many disagreements there are of a class in each state, with links to them.
struct ShownTotal: Sendable {
  let page: RegisterPage
  /// `nil` for all of them.
  let discrepancyClass: String?
  let rows: [Register.Row]

  static let record: RecordType<ShownTotal> = RecordType([
    .text("label", "the class in words") { total in
      total.discrepancyClass.map { total.page.page.word($0, group: "class") } ?? total.page.page.text("total")
    },
    .text("href", "the page of the class") { total in
      total.discrepancyClass.flatMap { total.page.href(.discrepancyClass($0)) }
    },
    .list("cells", "one for each state", of: ShownCount.record) { total in
      total.page.states.map { ShownCount(total: total, state: $0) }
    },
    .number("sum", "disagreements") { $0.rows.count - $0.denied },
    .number("denied", "what is no conflict") { $0.denied },
    .text("denied_href", "where these are") { $0.denied == 0 ? nil : $0.href(Schema.notAConflict) },
  ])

  private var denied: Int { rows.count { !$0.discrepancy.isConflict } }

  /// The section of the class on the page of a state.
  func href(_ state: String) -> String? {
    page.href(
      .state(state), anchor: discrepancyClass.map { page.register.slug(.discrepancyClass($0)) })
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
