import Diagnostics
import FrontMatter

/// Reads what `ChangeRecord.text` is, and tells of what is otherwise.
struct ChangeRecordReader {
  let path: String
  private(set) var diagnostics: [Diagnostic] = []

  init(path: String) { self.path = path }

  mutating func record(_ root: YAMLNode) -> ChangeRecord? {
    var date: EDTFDate?
    var title: String?
    let changes = mapping(root, "the record") { reader, keys -> KnowledgeChanges in
      date = reader.date(&keys)
      title = keys.text("title")
      return KnowledgeChanges(
        entities: reader.list(&keys, "entities") { $0.entity($1) },
        discrepancies: reader.list(&keys, "discrepancies") { $0.discrepancy($1) },
        schema: reader.list(&keys, "schema") { $0.schema($1) },
        settings: reader.list(&keys, "settings") { $0.setting($1) })
    }
    guard let date, let changes else { return nil }
    return ChangeRecord(date: date, title: title, changes: changes)
  }

  private mutating func date(_ keys: inout RecordKeys) -> EDTFDate? {
    guard let text = keys.required("date") else { return nil }
    if case .success(let date) = EDTFDate.parse(text), date.isDay { return date }
    keys.report("'date' must be a day, not '\(text)'", "date", help: "write it as 2024-10-01")
    return nil
  }

  private mutating func entity(_ node: YAMLNode) -> EntityChange? {
    mapping(node, "a changed entity") { reader, keys in
      let sort = keys.choice("change", EntityChange.Sort.self)
      let entity = keys.entity()
      let kind = keys.required("kind")
      let formerID = keys.text("former_id")
      let details = reader.list(&keys, "details") { $0.detail($1) }
      guard let sort, let entity, let kind else { return nil }
      return EntityChange(sort, entity, formerID: formerID, kind: kind, details: details)
    }
  }

  private mutating func detail(_ node: YAMLNode) -> ChangeDetail? {
    mapping(node, "a detail") { reader, keys in
      let action = keys.choice("change", ChangeDetail.Action.self)
      let topic = keys.choice("of", ChangeDetail.Topic.self)
      var detail = ChangeDetail(action ?? .changed, topic ?? .fact)
      detail.field = keys.text("field")
      detail.label = keys.text("label")
      detail.record = keys.text("record")
      detail.language = keys.text("language")
      detail.old = keys.text("old")
      detail.new = keys.text("new")
      detail.target = keys.node("target").flatMap { reader.named($0) }
      detail.source = keys.node("source").flatMap { reader.named($0) }
      detail.scope = keys.text("scope")
      detail.asOf = keys.text("as_of")
      detail.aspects = reader.list(&keys, "aspects") { $0.aspect($1) }
      detail.wordsAdded = keys.number("words_added")
      detail.wordsRemoved = keys.number("words_removed")
      return action == nil || topic == nil ? nil : detail
    }
  }

  private mutating func aspect(_ node: YAMLNode) -> ChangeDetail.Aspect? {
    mapping(node, "an aspect") { _, keys in
      let name = keys.required("name")
      let label = keys.text("label")
      let (old, new) = (keys.text("old"), keys.text("new"))
      return name.map { ChangeDetail.Aspect(name: $0, label: label ?? $0, old: old, new: new) }
    }
  }

  private mutating func discrepancy(_ node: YAMLNode) -> DiscrepancyChange? {
    mapping(node, "a discrepancy") { reader, keys in
      let sort = keys.choice("change", DiscrepancyChange.Sort.self)
      let entity = keys.entity()
      let named = keys.required("class")
      let (field, old, new) = (keys.text("field"), keys.text("old"), keys.text("new"))
      let claims = reader.list(&keys, "claims") { $0.said($1) }
      guard let sort, let entity, let named else { return nil }
      return DiscrepancyChange(
        sort, entity, field: field, discrepancyClass: named, oldState: old, newState: new, claims: claims)
    }
  }

  private mutating func said(_ node: YAMLNode) -> SaidValue? {
    mapping(node, "a claim") { reader, keys in
      let value = keys.required("value")
      let source = keys.node("source").flatMap { reader.named($0) }
      return value.map { SaidValue(value: $0, source: source) }
    }
  }

  private mutating func named(_ node: YAMLNode) -> NamedEntity? {
    mapping(node, "an entity") { _, keys in keys.entity() }
  }

  private mutating func schema(_ node: YAMLNode) -> SchemaChange? {
    mapping(node, "a change of the schema") { _, keys in
      let action = keys.choice("change", ChangeDetail.Action.self)
      let kind = keys.required("kind")
      let (field, old, new) = (keys.text("field"), keys.text("old"), keys.text("new"))
      guard let action, let kind else { return nil }
      return SchemaChange(action, kind: kind, field: field, old: old, new: new)
    }
  }

  private mutating func setting(_ node: YAMLNode) -> SettingChange? {
    mapping(node, "a change of the settings") { _, keys in
      let name = keys.required("name")
      let (old, new) = (keys.text("old"), keys.text("new"))
      return name.map { SettingChange(name: $0, old: old, new: new) }
    }
  }

  private mutating func mapping<Value>(
    _ node: YAMLNode, _ what: String, _ read: (inout Self, inout RecordKeys) -> Value?
  ) -> Value? {
    var keys = RecordKeys(node, path: path, what: what)
    guard case .mapping = node.content else {
      keys.reportNoMapping(node)
      diagnostics += keys.finish()
      return nil
    }
    let value = read(&self, &keys)
    diagnostics += keys.finish()
    return value
  }

  private mutating func list<Item>(
    _ keys: inout RecordKeys, _ key: String, _ read: (inout Self, YAMLNode) -> Item?
  ) -> [Item] {
    keys.items(key).compactMap { read(&self, $0) }
  }
}
