import Diagnostics
import Folding
import Knowledge

extension KnowledgeGraph {
  /// What an entity says in a field, as it's written, with ids for references: a list where the field is one or
  /// where claims differ.
  func plainData(field number: Int, of entity: EntityID) -> JSON {
    guard let fact = self[entity].today(number) else { return .null }
    let field = schema[self[entity].kind].fields[number]
    let texts = fact.claims.flatMap(\.value.items).map { words($0, field, as: .cell) }.unique
    if texts.count == 1, !field.isList { return .string(texts[0]) }
    return .array(texts.map(JSON.string))
  }

  /// The id of the source that a claim names.
  func sourceID(_ claim: Claim?) -> JSON { .optional((claim?.source).map(id)) }
}

extension ViewData {
  /// Columns with names of their own, then those of fields: a field named like one of the former gets a `_`.
  init(columns: [String], fields: [String], rows: [[JSON]]) {
    self.init(columns: columns + fields, rows: rows)
  }
}
