import Diagnostics
import FrontMatter
import Knowledge

/// Reads the settings of one view, with what the schema has of kinds, fields and qualifiers.
struct ViewSettings {
  let schema: Schema
  /// Such as `views.responsibility`, for messages.
  let name: String
  var reader: MappingReader
  /// Whether `view` names a sort that there is.
  var isSortKnown = false

  var diagnostics: [Diagnostic] { reader.diagnostics }

  init(_ node: YAMLNode, name: String, schema: Schema) {
    self.schema = schema
    self.name = name
    reader = MappingReader(node, path: Configuration.path, wrong: .invalidSetting, what: "'\(name)'")
  }

  mutating func text(_ key: String) -> String? { reader.text(key, wrong: .invalidSetting) }

  /// Keys that can't be read because of what another one names: they're no mistakes of their own.
  mutating func skip(_ keys: String...) {
    for key in keys { _ = reader.node(key) }
  }

  mutating func flag(_ key: String) -> Bool { reader.flag(key, wrong: .invalidSetting) ?? false }

  /// The kind that a required key names.
  mutating func kind(_ key: String) -> KindID? {
    guard let node = required(key, "a kind of schema.yaml") else { return nil }
    return kind(node)
  }

  /// The kinds that a key lists; all that `fits` accepts where it's missing.
  mutating func kinds(_ key: String, else fits: (Kind) -> Bool) -> [KindID] {
    guard let nodes = reader.texts(key, wrong: .invalidSetting) else {
      return schema.kindIDs.filter { !schema[$0].isLenient && fits(schema[$0]) }
    }
    return nodes.compactMap { kind($0) }
  }

  private mutating func kind(_ node: YAMLNode) -> KindID? {
    let name = node.text ?? ""
    if let kind = schema.kind(named: name) { return kind }
    reader.report(
      .invalidSetting, "no kind '\(name)'" + didYouMean(name, among: schema.kindNames), at: node,
      help: "the kinds are " + schema.kindNames.joined(separator: ", "))
    return nil
  }

  /// The number of the field that a required key names.
  mutating func field(_ key: String, of kind: KindID, _ type: FieldSort) -> Int? {
    guard let node = required(key, "a \(type.rawValue) field of '\(schema[kind].name)'") else { return nil }
    return field(node, of: kind, type)
  }

  /// The number of the field that a key names, if it's there.
  mutating func optionalField(_ key: String, of kind: KindID, _ type: FieldSort) -> Int? {
    guard let node = reader.node(key) else { return nil }
    return field(node, of: kind, type)
  }

  /// The numbers of the fields that a key lists; none where it's missing.
  mutating func fields(_ key: String, of kind: KindID, _ type: FieldSort) -> [Int] {
    (reader.texts(key, wrong: .invalidSetting) ?? []).compactMap { field($0, of: kind, type) }
  }

  private mutating func field(_ node: YAMLNode, of kind: KindID, _ type: FieldSort) -> Int? {
    let kind = schema[kind]
    let fitting = kind.fields.filter { type.accepts($0) }.map(\.name)
    guard let name = node.text, let index = kind.fieldIndex(named: name) else {
      reader.report(
        .invalidSetting,
        "kind '\(kind.name)' has no field '\(node.text ?? "")'" + didYouMean(node.text ?? "", among: fitting),
        at: node, help: list(fitting, type))
      return nil
    }
    guard type.accepts(kind.fields[index]) else {
      reader.report(
        .invalidSetting,
        "'\(name)' of kind '\(kind.name)' is a \(kind.fields[index].type.name), not \(type.article)",
        at: node, help: list(fitting, type))
      return nil
    }
    return index
  }

  /// The name of the qualifier of a relation that a key names, if it's there.
  mutating func qualifier(_ key: String, of relation: Relation) -> String? {
    guard let node = reader.node(key) else { return nil }
    let known = relation.qualifiers.map(\.name)
    if let name = node.text, known.contains(name) { return name }
    reader.report(
      .invalidSetting,
      "the relation has no qualifier '\(node.text ?? "")'" + didYouMean(node.text ?? "", among: known),
      at: node,
      help: known.isEmpty ? "it has none" : "it has: " + known.joined(separator: ", "))
    return nil
  }

  /// The mappings that a key lists; none where it's missing.
  mutating func items(_ key: String) -> [YAMLNode] {
    guard let node = reader.node(key) else { return [] }
    if case .sequence(let items) = node.content { return items }
    reader.report(.invalidSetting, "'\(key)' must be a list, not \(node.sort)", at: node)
    return []
  }

  /// The names that a key lists, each of which must be known; none where it's missing.
  mutating func names(_ key: String, what: String, known: [String]) -> [String] {
    (reader.texts(key, wrong: .invalidSetting) ?? []).compactMap { node in
      let name = node.text ?? ""
      if known.contains(name) { return name }
      reader.report(
        .invalidSetting, "no \(what) '\(name)'" + didYouMean(name, among: Set(known).sorted()), at: node,
        help: "there are " + Set(known).sorted().joined(separator: ", "))
      return nil
    }
  }

  private mutating func required(_ key: String, _ what: String) -> YAMLNode? {
    if let node = reader.node(key) { return node }
    reader.add([
      Diagnostic(
        .invalidSetting, "'\(name)' needs '\(key)': \(what)", at: Place(Configuration.path, reader.position))
    ])
    return nil
  }

  private func list(_ fitting: [String], _ type: FieldSort) -> String {
    fitting.isEmpty
      ? "it has no \(type.rawValue) fields"
      : "its \(type.rawValue) fields are " + fitting.joined(separator: ", ")
  }
}

/// Which fields will do for a setting.
enum FieldSort: String {
  case date, quantity, reference, text, enumeration
  case any = "known"

  /// For messages.
  var article: String { self == .enumeration ? "an enumeration" : "a \(rawValue)" }

  func accepts(_ field: Field) -> Bool {
    switch (self, field.type) {
    case (.any, _), (.date, .date), (.quantity, .quantity), (.reference, .reference): true
    case (.text, .text), (.text, .markdown), (.enumeration, .enumeration): true
    default: false
    }
  }
}
