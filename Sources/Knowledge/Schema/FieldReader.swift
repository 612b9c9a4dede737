import Diagnostics
import FrontMatter

/// What has the fields of one mapping: a kind, a record, or the items of a relation.
struct FieldOwner {
  enum Sort {
    case kind, record, relationItem
  }

  let sort: Sort
  /// The names from the kind on, such as `measure.actions`.
  let path: String
  /// How many records and relations it lies in.
  let depth: Int

  static func kind(_ name: String) -> FieldOwner { FieldOwner(sort: .kind, path: name, depth: 0) }

  func inner(_ sort: Sort, _ field: String) -> FieldOwner {
    FieldOwner(sort: sort, path: path(of: field), depth: depth + 1)
  }

  func path(of field: String) -> String { path + "." + field }

  var words: String {
    switch sort {
    case .kind: "kind '\(path)'"
    case .record: "record '\(path)'"
    case .relationItem: "the qualifiers of '\(path)'"
    }
  }
}

extension SchemaReader {
  mutating func fields(_ node: YAMLNode, of owner: FieldOwner) -> [Field] {
    let reader = MappingReader(node, path: path, wrong: .invalidSchema, what: "the fields of " + owner.words)
    diagnostics += reader.diagnostics
    return reader.entries.map { entry in
      checkName(entry.key, at: entry.keyPosition)
      checkReserved(entry, of: owner)
      return field(entry, of: owner)
    }
  }

  private mutating func field(_ entry: YAMLNode.Entry, of owner: FieldOwner) -> Field {
    let name = entry.key
    // `number: text` is short for `number: {type: text}`.
    if let written = entry.value.text {
      let typeName = checkType(written, at: entry.value, beside: [], of: name)
      return Field(name: name, type: FieldType(plain: typeName), label: name.capitalizedFirst)
    }
    var reader = MappingReader(entry.value, path: path, wrong: .invalidSchema, what: "field '\(name)'")
    let label = reader.text("label", wrong: .invalidSchema) ?? name.capitalizedFirst
    let type = type(&reader, of: name, in: owner)
    let field = Field(
      name: name, type: type, label: label, help: reader.text("help", wrong: .invalidSchema),
      isList: reader.flag("many", wrong: .invalidSchema) ?? false,
      isRequired: reader.flag("required", wrong: .invalidSchema) ?? false,
      hasLanguages: reader.flag("languages", wrong: .invalidSchema) ?? false,
      aliasSort: aliasSort(&reader, of: name, type: type),
      isFromQuote: isFromQuote(&reader, type: type, in: owner),
      proposedValues: proposedValues(&reader, type: type, in: owner),
      allowsNever: allowsNever(&reader, type: type, in: owner))
    if field.hasLanguages, type != .text { reportLanguages(reader.entry("languages"), of: field) }
    reader.finish(unknown: .invalidSchema, what: "field '\(name)' of \(owner.words)")
    diagnostics += reader.diagnostics
    return field
  }

  /// `from: quote`
  private mutating func isFromQuote(_ reader: inout MappingReader, type: FieldType, in owner: FieldOwner)
    -> Bool
  {
    guard let entry = reader.entry("from"), !entry.value.isNull else { return false }
    if entry.value.text != ClaimKey.quote.rawValue {
      reader.report(
        .invalidSchema, "'from' cannot be \(entry.value.text ?? entry.value.sort)",
        at: entry.value,
        help: "write from: quote")
    } else if owner.sort != .relationItem || type != .text {
      reader.report(
        .invalidSchema,
        "only a qualifier of type text can be taken from a quote, which may be the target's name",
        at: entry.value, help: "remove 'from'")
    } else {
      return true
    }
    return false
  }

  /// `proposed: [draft]`
  private mutating func proposedValues(
    _ reader: inout MappingReader, type: FieldType, in owner: FieldOwner
  ) -> [String] {
    guard let nodes = reader.texts("proposed", wrong: .invalidSchema), let first = nodes.first else {
      return []
    }
    guard case .enumeration(let values) = type, owner.sort == .kind else {
      reader.report(
        .invalidSchema, "'proposed' is for an enumeration of a kind, such as the status of a policy",
        at: first,
        help: "remove 'proposed', or write it beside the 'values' of a field of the kind itself")
      return []
    }
    for node in nodes where !values.contains(node.text ?? "") {
      let written = node.text ?? ""
      reader.report(
        .invalidSchema, "'\(written)' is not one of the values" + didYouMean(written, among: values),
        at: node,
        help: "one of: " + values.joined(separator: ", "))
    }
    checkDuplicates(nodes, in: "the proposed values")
    return nodes.compactMap(\.text)
  }

  /// `never: true`
  private mutating func allowsNever(_ reader: inout MappingReader, type: FieldType, in owner: FieldOwner)
    -> Bool
  {
    guard let entry = reader.entry(Field.never), reader.flag(Field.never, wrong: .invalidSchema) ?? false
    else { return false }
    let isList = reader.node("many").map { $0.text == "true" || $0.text == "yes" } ?? false
    if type == .date, owner.sort == .kind, !isList { return true }
    reader.report(
      .invalidSchema, "'never' is for a single date of a kind, such as the day on which a duty was fulfilled",
      at: entry.value, help: "remove 'never', or write it at a date field of the kind itself")
    return false
  }

  private mutating func aliasSort(
    _ reader: inout MappingReader, of name: String, type: FieldType
  ) -> String? {
    guard let node = reader.node("alias"), let sort = node.text else { return nil }
    if type == .text, Alias.sorts.contains(sort) { return sort }
    if type == .text {
      report(
        "'\(sort)' is not a sort of alias" + didYouMean(sort, among: Alias.sorts), at: node.position,
        length: node.length, help: "one of: " + Alias.sorts.joined(separator: ", "))
    } else {
      report(
        "field '\(name)' is of type '\(type.name)', and only text can be an alias", at: node.position,
        length: node.length, help: "remove 'alias', or write type: text")
    }
    return nil
  }

  private mutating func type(
    _ reader: inout MappingReader, of name: String, in owner: FieldOwner
  ) -> FieldType {
    let typeNode = reader.node("type")
    var typeName: String?
    if let written = reader.text("type", wrong: .invalidSchema), let typeNode {
      typeName = checkType(written, at: typeNode, beside: reader.entries, of: name)
    }
    checkTypeKeys(reader.entries, type: typeName, of: name)
    let relation = relation(&reader, of: name, in: owner)
    let values = reader.texts("values", wrong: .invalidSchema)
    let fieldsNode = reader.node("fields")
    if let relation { return .reference(relation) }
    if let values {
      checkDuplicates(values, in: "the values of '\(name)'")
      return .enumeration(values.compactMap(\.text))
    }
    if let fieldsNode {
      return isTooDeep(fieldsNode, in: owner)
        ? .text : .record(fields(fieldsNode, of: owner.inner(.record, name)))
    }
    return FieldType(plain: typeName)
  }

  private mutating func relation(
    _ reader: inout MappingReader, of name: String, in owner: FieldOwner
  ) -> Relation? {
    let targets = reader.texts("to", wrong: .invalidSchema)
    let inverseNode = reader.node("inverse")
    let inverseName = reader.text("inverse", wrong: .invalidSchema)
    let inverseLabelNode = reader.node("inverse_label")
    let inverseLabel = reader.text("inverse_label", wrong: .invalidSchema)
    let isAcyclic = reader.flag("acyclic", wrong: .invalidSchema) ?? false
    let effect = effect(&reader)
    let qualifiersNode = reader.node("qualifiers")
    guard let targets else { return nil }
    let inverse = inverseName.map { Relation.Inverse(name: $0, label: inverseLabel ?? $0.capitalizedFirst) }
    var qualifiers: [Field] = []
    if let qualifiersNode, !isTooDeep(qualifiersNode, in: owner) {
      qualifiers = fields(qualifiersNode, of: owner.inner(.relationItem, name))
    }
    let relation = Relation(
      targets: targets.compactMap(\.text), inverse: inverse, qualifiers: qualifiers, isAcyclic: isAcyclic,
      effect: effect)
    relations.append(
      DeclaredRelation(
        name: owner.path(of: name), relation: relation, targets: targets, inverse: inverseNode,
        inverseLabel: inverseLabelNode))
    return relation
  }

  /// `effect: ends`
  private func effect(_ reader: inout MappingReader) -> Relation.Effect? {
    guard let written = reader.text("effect", wrong: .invalidSchema), let node = reader.node("effect") else {
      return nil
    }
    let known = Relation.Effect.allCases.map(\.rawValue)
    if let effect = Relation.Effect(rawValue: written) { return effect }
    reader.report(
      .invalidSchema, "no effect '\(written)'" + didYouMean(written, among: known), at: node,
      help: "one of: " + known.joined(separator: ", "))
    return nil
  }

  private mutating func isTooDeep(_ node: YAMLNode, in owner: FieldOwner) -> Bool {
    guard owner.depth >= 4 else { return false }
    report(
      "records can be nested at most four levels deep", at: node.position, length: node.length,
      help: "make the inner record a kind of its own, and refer to it")
    return true
  }
}

extension FieldType {
  /// The type of this name where the name alone says it all, else text.
  fileprivate init(plain name: String?) {
    self = FieldType.plain.first { $0.name == name } ?? .text
  }
}
