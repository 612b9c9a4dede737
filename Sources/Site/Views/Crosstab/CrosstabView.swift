import Diagnostics
import FrontMatter
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
    let rows = settings.path("rows", kinds: "row_kinds", of: kind)
    let columns = settings.path("columns", kinds: "column_kinds", of: kind)
    guard let rows, let columns else { return nil }
    guard rows != columns else {
      settings.report(
        "rows and columns are the same", at: "columns",
        help: "pairs of things in one relation are a view of its own: network")
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
    CrosstabPage.record.value(CrosstabPage(page: page, crosstab: crosstab))
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

extension ViewSettings {
  /// What a required key names to be counted by, and the kinds that another one lists.
  fileprivate mutating func path(_ key: String, kinds kindsKey: String, of kind: KindID) -> CountedPath? {
    guard let node = reader.node(key) else {
      reportMissing(key, "what to count by, such as a relation of '\(schema[kind].name)'")
      skip(kindsKey)
      return nil
    }
    guard let name = text(key) else {
      skip(kindsKey)
      return nil
    }
    do throws(QueryError) {
      var path = try CountedPath(name, of: kind, in: schema)
      path.kinds = narrowing(kindsKey, path)
      return path
    } catch {
      skip(kindsKey)
      reader.report(.invalidSetting, error.message, at: node, help: error.help)
      return nil
    }
  }

  private mutating func narrowing(_ key: String, _ path: CountedPath) -> [KindID] {
    guard let nodes = reader.texts(key, wrong: .invalidSetting) else { return [] }
    guard case .reference(let relation) = path.type else {
      report("'\(path.name)' is a \(path.type.name), and only references have kinds", at: key)
      return []
    }
    return nodes.compactMap { node in
      let name = node.text ?? ""
      if relation.targets.contains(name) { return schema.kind(named: name) }
      reader.report(
        .invalidSetting,
        "'\(path.name)' leads to no '\(name)'" + didYouMean(name, among: relation.targets), at: node,
        help: "it leads to " + relation.targets.joined(separator: ", "))
      return nil
    }
  }

  fileprivate mutating func report(_ message: String, at key: String, help: String? = nil) {
    guard let node = reader.node(key) else { return }
    reader.report(.invalidSetting, message, at: node, help: help)
  }
}
