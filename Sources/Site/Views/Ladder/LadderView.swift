import Diagnostics
import Knowledge
import Templates

/// How one thing leads to the next: the entities of a kind that a relation among them puts into an order.
struct LadderView: View {
  static let type = "ladder"

  let kind: KindID
  /// The relation from a rung to the next one up.
  let step: Int
  /// The qualifier that says what it takes.
  let condition: String?
  /// The field that says since when a rung exists.
  let since: Int?
  /// What else is told of each rung.
  let shown: [Int]

  init?(_ settings: inout ViewSettings) {
    guard let kind = settings.kind("of") else {
      settings.skip("step", "condition", "since", "show")
      return nil
    }
    let step = settings.field("step", of: kind, .reference)
    let relation = step.flatMap { settings.schema[kind].fields[$0].relation }
    condition = relation.flatMap { settings.qualifier("condition", of: $0) }
    since = settings.optionalField("since", of: kind, .date)
    shown = settings.fields("show", of: kind, .any)
    settings.skip("condition")
    guard let step else { return nil }
    (self.kind, self.step) = (kind, step)
  }

  /// Every rung that is on a ladder is about it.
  func parts(of ladder: Ladder, in graph: KnowledgeGraph, problems: inout ViewProblems) -> [ViewPart] {
    var whole = ViewPart.whole
    whole.subjects = ladder.rungs.map(\.entity)
    return [whole]
  }

  func answer(in graph: KnowledgeGraph) -> Ladder { Ladder(self, in: graph) }

  /// The rungs of the table, each with its facts and steps.
  func rows(of part: ViewPart, _ ladder: Ladder, in graph: KnowledgeGraph) -> ViewRows? {
    var rows = ViewRows()
    for rung in ladder.rungs {
      rows.mark(graph.id(of: rung.entity))
      let steps = ladder.steps(from: rung.entity).count + ladder.steps(to: rung.entity).count
      rows.add(weighing: 4 + shown.count + steps)
    }
    return rows
  }

  static let shape = Shape.record(LadderPage.record)

  func value(of part: ViewPart, _ ladder: Ladder, on page: PageContext) -> Value {
    LadderPage.record.value(LadderPage(page: page, ladder: ladder, part: part))
  }
}
