import Diagnostics
import Folding

/// A single value that a condition compares.
enum QueryValue: Hashable, Sendable {
  case text(String)
  case date(EDTFDate)
  case quantity(Quantity)
  case flag(Bool)
  case target(Target)

  /// Whether this value of an entity compares so with the value of a condition. Texts fold case and white
  /// space; a target without an anchor stands for every part of its entity.
  func satisfies(_ comparison: Comparison, _ wanted: QueryValue) -> Bool {
    switch (self, wanted) {
    case (.date(let a), .date(let b)): a.satisfies(comparison, b)
    case (.quantity(let a), .quantity(let b)): a.satisfies(comparison, b)
    case (.text(let a), .text(let b)): Self.compare(a.foldedName, comparison, b.foldedName)
    case (.flag(let a), .flag(let b)): (a == b) == (comparison == .equal)
    case (.target(let a), .target(let b)):
      (a.entity == b.entity && (b.anchor == nil || a.anchor == b.anchor)) == (comparison == .equal)
    default: comparison == .notEqual
    }
  }

  /// Texts stand in their natural order: `2` before `10`.
  private static func compare(_ a: String, _ comparison: Comparison, _ b: String) -> Bool {
    switch comparison {
    case .equal: a == b
    case .notEqual: a != b
    case .less: NaturalKey(a) < NaturalKey(b)
    case .lessOrEqual: !(NaturalKey(b) < NaturalKey(a))
    case .greater: NaturalKey(b) < NaturalKey(a)
    case .greaterOrEqual: !(NaturalKey(a) < NaturalKey(b))
    }
  }
}

extension FieldValue {
  var queryValues: [QueryValue] {
    switch self {
    case .text(let text), .markdown(_, let text): [.text(text)]
    case .localized(let texts): texts.map { .text($0.text) }
    case .date(let date): [.date(date)]
    case .quantity(let quantity): [.quantity(quantity)]
    case .flag(let flag): [.flag(flag)]
    case .reference(let item): item.target.map { [.target($0)] } ?? []
    case .list(let items): items.flatMap(\.queryValues)
    case .record: []
    }
  }
}

extension QueryValue {
  /// What can be typed after `--where` again: of a reference the slug, and the id where the slug isn't enough.
  func text(_ type: FieldType, in graph: KnowledgeGraph) -> String {
    switch self {
    case .text(let text): return text
    case .date(let date): return date.description
    case .quantity(let quantity): return quantity.description
    case .flag(let flag): return flag ? "true" : "false"
    case .target(let target):
      var kinds: [KindID] = []
      if case .reference(let relation) = type {
        kinds = relation.targets.compactMap(graph.schema.kind(named:))
      }
      let name = graph.shortID(of: target.entity, among: kinds)
      return target.anchor.map { name + "#" + $0 } ?? name
    }
  }

  func json(in graph: KnowledgeGraph) -> JSON {
    switch self {
    case .text(let text): .string(text)
    case .date(let date): .string(date.description)
    case .quantity(let quantity): quantity.json
    case .flag(let flag): .bool(flag)
    case .target(let target): .object(graph.members(of: target))
    }
  }

  func sortKey(in graph: KnowledgeGraph) -> SortKey {
    switch self {
    case .text(let text): SortKey(text: text)
    case .flag(let flag): SortKey(text: flag ? "1" : "0")
    case .target(let target): SortKey(text: graph.title(of: target.entity))
    case .date(let date): SortKey(date)
    case .quantity(let quantity): SortKey(quantity)
    }
  }
}

extension QueryValue {
  /// The value that a condition names, read as the type of what it's compared with.
  init(_ condition: WrittenCondition, type: FieldType, in graph: KnowledgeGraph) throws(QueryError) {
    let text = condition.value
    if !type.traits.isOrdered, condition.comparison != .equal, condition.comparison != .notEqual {
      throw QueryError(
        "'\(condition.path.joined(separator: "."))' has no order, so '\(condition.comparison.rawValue)' does not apply",
        help: "use = or !=")
    }
    switch type {
    case .text, .markdown, .url: self = .text(text)
    case .date where text.foldedName == Field.never: self = .text(Field.never)
    case .date: self = .date(try EDTFDate.parse(text).orQueryError())
    case .quantity: self = .quantity(try Self.quantity(text))
    case .flag: self = .flag(try Self.flag(text, condition))
    case .enumeration(let values): self = .text(try Self.choice(text, among: values, condition))
    case .reference(let relation):
      self = .target(
        try graph.target(named: text, kinds: relation.targets.compactMap(graph.schema.kind(named:))))
    case .record(let fields):
      let name = condition.path.joined(separator: ".")
      throw QueryError(
        "'\(name)' is a record; a condition needs one of its fields",
        help: "it has " + (fields.map(\.name) + ["id"]).map { "\(name).\($0)" }.joined(separator: ", "))
    }
  }

  /// A text without any digit is a wording, such as `thousands`.
  private static func quantity(_ text: String) throws(QueryError) -> Quantity {
    let result = Quantity.parse(text)
    if case .failure = result, !text.unicodeScalars.contains(where: { $0.properties.numericType != nil }) {
      return Quantity(words: text)
    }
    return try result.orQueryError()
  }

  private static func flag(_ text: String, _ condition: WrittenCondition) throws(QueryError) -> Bool {
    switch text.asciiLowercased {
    case "true", "yes": return true
    case "false", "no": return false
    default:
      throw QueryError("'\(condition.path.joined(separator: "."))' must be true or false, not '\(text)'")
    }
  }

  private static func choice(
    _ text: String, among values: [String], _ condition: WrittenCondition
  ) throws(QueryError) -> String {
    if let value = values.first(where: { $0.foldedName == text.foldedName }) { return value }
    throw QueryError(
      "'\(text)' is not a value of '\(condition.path.joined(separator: "."))'"
        + didYouMean(text, among: values),
      help: "one of: " + values.joined(separator: ", "))
  }
}

extension Result where Failure == InvalidValue {
  fileprivate func orQueryError() throws(QueryError) -> Success {
    switch self {
    case .success(let value): return value
    case .failure(let reason): throw QueryError(reason.message, help: reason.help)
    }
  }
}
