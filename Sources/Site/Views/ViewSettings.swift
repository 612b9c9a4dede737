import Diagnostics
import FrontMatter
import Knowledge

/// Reads the settings of one view, with what the schema has of kinds, fields and qualifiers.
struct ViewSettings {
  let schema: Schema
  /// Such as `views.responsibility`, for messages.
  let name: String
  var reader: MappingReader
  /// The files of `content/`, for views that are made from some of them.
  let files: [SourceText]
  /// Whether `view` names a sort that there is.
  var isSortKnown = false
  private let isMapping: Bool

  var diagnostics: [Diagnostic] { reader.diagnostics }

  init(_ node: YAMLNode, name: String, schema: Schema, files: [SourceText] = []) {
    self.schema = schema
    self.files = files
    self.name = name
    isMapping = if case .mapping = node.content { true } else { node.isNull }
    reader = MappingReader(node, path: Configuration.path, wrong: .invalidSetting, what: "'\(name)'")
  }

  mutating func text(_ key: String) -> String? { reader.text(key, wrong: .invalidSetting) }
  mutating func language(_ key: String) -> String? { reader.language(key, wrong: .invalidSetting) }

  /// Keys that can't be read because of what another one names: they're no mistakes of their own.
  mutating func skip(_ keys: String...) {
    for key in keys { _ = reader.node(key) }
  }

  /// Whether a key is there, whatever it says.
  func has(_ key: String) -> Bool { reader.entries.contains { $0.key == key } }

  mutating func flag(_ key: String) -> Bool { reader.flag(key, wrong: .invalidSetting) ?? false }

  /// The kind that a required key names.
  mutating func kind(_ key: String) -> KindID? {
    guard let node = required(key, "a kind of schema.yaml") else { return nil }
    return kind(node)
  }

  /// The kinds that a key lists; all that `fits` accepts where it's missing.
  mutating func kinds(_ key: String, else fits: (Kind) -> Bool) -> [KindID] {
    guard let nodes = reader.texts(key, wrong: .invalidSetting) else {
      return schema.kindIDs.filter { !schema[$0].isPlainPage && fits(schema[$0]) }
    }
    if nodes.isEmpty, let node = reader.node(key), case .sequence([]) = node.content {
      reader.report(.invalidSetting, "'\(key)' must name at least one kind", at: node)
    }
    return nodes.compactMap { kind($0) }
  }

  private mutating func kind(_ node: YAMLNode) -> KindID? {
    guard let name = name(node, of: "a kind") else { return nil }
    if let kind = schema.kind(named: name) { return kind }
    reader.report(
      .invalidSetting, "no kind '\(name)'" + didYouMean(name, among: schema.kindNames), at: node,
      help: "the kinds are " + schema.kindNames.joined(separator: ", "))
    return nil
  }

  /// The number of the field that a required key names.
  mutating func field(_ key: String, of kind: KindID, _ type: FieldNeed) -> Int? {
    guard let node = required(key, "\(type.words) field of '\(schema[kind].name)'") else { return nil }
    return field(node, of: kind, type)
  }

  /// The number of the field that a key names, if it's there.
  mutating func optionalField(_ key: String, of kind: KindID, _ type: FieldNeed) -> Int? {
    guard let node = reader.node(key) else { return nil }
    return field(node, of: kind, type)
  }

  /// The numbers of the fields that a key lists; none where it's missing.
  mutating func fields(_ key: String, of kind: KindID, _ type: FieldNeed) -> [Int] {
    (reader.texts(key, wrong: .invalidSetting) ?? []).compactMap { field($0, of: kind, type) }
  }

  private mutating func field(_ node: YAMLNode, of kind: KindID, _ type: FieldNeed) -> Int? {
    guard let name = name(node, of: "a field") else { return nil }
    do {
      return try schema[kind].fieldIndex(named: name, for: type)
    } catch {
      reader.report(.invalidSetting, error.message, at: node, help: error.help)
      return nil
    }
  }

  /// The name of the qualifier of a relation that a key names, if it's there.
  mutating func qualifier(_ key: String, of relation: Relation) -> String? {
    qualifier(key, among: relation.qualifiers)
  }

  mutating func qualifier(_ key: String, among qualifiers: [Field]) -> String? {
    guard let node = reader.node(key) else { return nil }
    let known = qualifiers.map(\.name).unique
    guard let name = name(node, of: "a qualifier") else { return nil }
    if known.contains(name) { return name }
    reader.report(
      .invalidSetting, "the relation has no qualifier '\(name)'" + didYouMean(name, among: known), at: node,
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
        help: known.isEmpty ? "there is none" : "one of: " + Set(known).sorted().joined(separator: ", "))
      return nil
    }
  }

  /// The names of fields that a key lists, each of which at least one of the kinds has.
  mutating func fieldNames(_ key: String, of kinds: [KindID], _ type: FieldNeed) -> [String] {
    (reader.texts(key, wrong: .invalidSetting) ?? []).compactMap { fieldName($0, of: kinds, type) }
  }

  /// The name of a field that a key gives, which at least one of the kinds has.
  mutating func fieldName(_ key: String, of kinds: [KindID], _ type: FieldNeed) -> String? {
    guard reader.text(key, wrong: .invalidSetting) != nil, let node = reader.node(key) else { return nil }
    return fieldName(node, of: kinds, type)
  }

  private mutating func fieldName(_ node: YAMLNode, of kinds: [KindID], _ type: FieldNeed) -> String? {
    let name = node.text ?? ""
    let fields = kinds.flatMap { schema[$0].fields }
    let fitting = Set(fields.filter { type.accepts($0) }.map(\.name)).sorted()
    if fitting.contains(name) { return name }
    let other = fields.first { $0.name == name }
    // Where no kind could be read, that is reported already.
    guard !kinds.isEmpty else { return nil }
    reader.report(
      .invalidSetting,
      other.map { "'\(name)' is \($0.type.withArticle), not \(type.article)" }
        ?? "no \(type.rawValue) field '\(name)'" + didYouMean(name, among: fitting),
      at: node,
      help: fitting.isEmpty
        ? "there are no \(type.rawValue) fields" : "one of: " + fitting.joined(separator: ", "))
    return nil
  }

  private mutating func required(_ key: String, _ what: String) -> YAMLNode? {
    if let node = reader.node(key) { return node }
    reportMissing(key, what)
    return nil
  }

  /// - Parameter what: the key says. What is no mapping at all is reported already.
  mutating func reportMissing(_ key: String, _ what: String, help: String? = nil) {
    guard isMapping else { return }
    reader.add([
      Diagnostic(
        .invalidSetting, "'\(name)' needs '\(key)': \(what)", at: Place(Configuration.path, reader.position),
        help: help)
    ])
  }

  private mutating func name(_ node: YAMLNode, of what: String) -> String? {
    if let name = node.text { return name }
    reader.report(.invalidSetting, "this must be the name of \(what), not \(node.sort)", at: node)
    return nil
  }
}
