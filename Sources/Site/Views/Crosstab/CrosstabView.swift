import Knowledge
import Templates

/// How often each value of one thing that is said comes with each of another: which measures reach which industry by which
/// instrument, who is told how firmly to do something.
struct CrosstabView: View {
  static let type = "crosstab"

  let things: ChosenThings
  let crossing: Crossing
  /// The relation to what makes the things: what only proposals make is in no number.
  let madeBy: Int?

  var kind: KindID { things.kind }

  init?(_ settings: inout ViewSettings) {
    let conditions = settings.conditions()
    guard let kind = settings.kind("of") else {
      settings.skip("each", "rows", "columns", "row_kinds", "column_kinds", "made_by")
      return nil
    }
    let each = settings.optionalField("each", of: kind, .record)
    madeBy = settings.optionalField("made_by", of: kind, .reference)
    let rows = settings.countedPath("rows", kinds: "row_kinds", of: kind)
    let columns = settings.countedPath("columns", kinds: "column_kinds", of: kind)
    guard let rows, let columns else { return nil }
    guard rows != columns else {
      settings.report(
        "rows and columns are the same", at: "columns",
        help: "for pairs within one relation, use a network view")
      return nil
    }
    things = ChosenThings(kind: kind, conditions: conditions)
    crossing = Crossing(rows: rows, columns: columns, each: each)
  }

  func parts(of answer: Crosstab, in graph: KnowledgeGraph, problems: inout ViewProblems) -> [ViewPart] {
    problems.diagnostics += things.mistakes(in: graph)
    return [.whole]
  }

  func names(in graph: KnowledgeGraph) -> [SettingName] { things.names(in: graph) }

  func answer(in graph: KnowledgeGraph) -> Crosstab { Crosstab(self, in: graph) }

  static let shape = Shape.record(CrosstabPage.record)

  func value(of part: ViewPart, _ crosstab: Crosstab, on page: PageContext) -> Value {
    CrosstabPage.record.value(CrosstabPage(page: page, crosstab: crosstab, part: part))
  }

  /// What is counted, in the schema's words.
  func label(in schema: Schema) -> String {
    let kind = schema[kind]
    return crossing.each.map { kind.fields[$0].label } ?? kind.label.many
  }

  /// What the rows or columns are, in the schema's words: the kinds that a relation is narrowed to, else its name. Where
  /// records are counted, that it is theirs goes without saying.
  func label(of path: CountedPath, in schema: Schema) -> String {
    guard path.kinds.isEmpty else { return path.kinds.map { schema[$0].label.many }.joined(separator: ", ") }
    let isWithin = crossing.each != nil && path.field == crossing.each
    return path.labels.dropFirst(isWithin && path.labels.count > 1 ? 1 : 0).joined(separator: " · ")
  }
}
