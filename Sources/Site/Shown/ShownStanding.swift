import Knowledge
import Templates

/// In which respect claims differ, and how that stands.
struct ShownStanding: Sendable {
  let page: PageContext
  let discrepancyClass: String
  let state: String
  let weight: DiscrepancyWeight

  static let record = RecordType<ShownStanding>([
    .text("class", "in which respect, in words") { $0.page.word($0.discrepancyClass, group: "class") },
    .text("state", "how it stands, as written") { $0.state },
    .text("state_label", "the same in words") { $0.page.word($0.state, group: "state") },
    .text("weight", "`fact`, `wording` or `rendering`: what it bears on") { $0.weight.rawValue },
    .text("light", "where it does not bear on a fact: the weight in words") { shown in
      shown.weight == .fact ? nil : shown.page.word(shown.weight.rawValue, group: "weight")
    },
  ])
}

/// A disagreement as it's named away from its own place.
struct DiscrepancyHead: Sendable {
  let page: PageContext
  let discrepancy: Discrepancy

  static let record: RecordType<DiscrepancyHead> = RecordType(
    "", "",
    with: ShownStanding.record.members { $0.standing },
    [
      .text("title", "of the entity") { $0.page.graph.title(of: $0.discrepancy.entity) },
      .text("href", "where it stands in full") { $0.page.href($0.page.graph.target(of: $0.discrepancy)) },
      .text("label", "of the field") { head in
        head.discrepancy.place.map { head.page.graph.schema[$0.field].label }
      },
    ])

  private var standing: ShownStanding { page.standing(of: discrepancy) }
}

extension PageContext {
  func standing(of discrepancy: Discrepancy) -> ShownStanding {
    ShownStanding(
      page: self, discrepancyClass: discrepancy.discrepancyClass, state: discrepancy.state,
      weight: discrepancy.weight)
  }
}
