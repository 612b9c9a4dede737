package import Diagnostics
package import FrontMatter

/// Reads `schema.yaml`.
package struct SchemaReader {
  let path: String
  var diagnostics: [Diagnostic] = []

  /// The schema that a file describes, as far as it can be read, and what is wrong in it.
  package static func read(_ root: YAMLNode, path: String) -> (schema: Schema, diagnostics: [Diagnostic]) {
    var reader = SchemaReader(path: path)
    let schema = reader.schema(root)
    return (schema, reader.diagnostics)
  }

  private init(path: String) { self.path = path }

  private mutating func schema(_ root: YAMLNode) -> Schema {
    var top = MappingReader(root, path: path, wrong: .invalidSchema, what: "the schema")
    let kindsNode = top.node("kinds")
    let claimsNode = top.node("claims")
    top.finish(unknown: .invalidSchema, what: "the schema")
    diagnostics += top.diagnostics

    var kinds: [Kind] = []
    if let kindsNode {
      let names = MappingReader(kindsNode, path: path, wrong: .invalidSchema, what: "'kinds'")
      diagnostics += names.diagnostics
      for entry in names.entries { kinds.append(kind(entry)) }
      checkFolders(kinds, names.entries)
      checkTargets(kindsNode, kinds: kinds)
    }
    return schema(kinds, claims: claimsNode)
  }

  private mutating func schema(_ kinds: [Kind], claims: YAMLNode?) -> Schema {
    guard let claims else { return Schema(kinds: kinds) }
    var reader = MappingReader(claims, path: path, wrong: .invalidSchema, what: "'claims'")
    let source = reader.text("source", wrong: .invalidSchema)
    let discrepancy = reader.text("discrepancy", wrong: .invalidSchema)
    let classes = reader.texts("classes", wrong: .invalidSchema)?.compactMap(\.text)
    for (key, name) in [("source", source), ("discrepancy", discrepancy)] {
      guard let name, !kinds.contains(where: { $0.name == name }), let node = reader.node(key) else {
        continue
      }
      reader.report(
        .unknownKind, "no kind '\(name)'" + didYouMean(name, among: kinds.map(\.name)), at: node)
    }
    reader.finish(unknown: .invalidSchema, what: "'claims'")
    diagnostics += reader.diagnostics
    return Schema(
      kinds: kinds, source: source ?? "source", discrepancy: discrepancy ?? "discrepancy",
      discrepancyClasses: classes ?? Schema.usualClasses)
  }

  private mutating func kind(_ entry: YAMLNode.Entry) -> Kind {
    let name = entry.key
    checkName(name, at: entry.keyPosition)
    var reader = MappingReader(entry.value, path: path, wrong: .invalidSchema, what: "kind '\(name)'")
    let folder = reader.text("folder", wrong: .invalidSchema) ?? name + "s"
    let label = label(&reader, of: name)
    let description = reader.text("description", wrong: .invalidSchema)
    let columnNodes = reader.texts("columns", wrong: .invalidSchema) ?? []
    let fieldsNode = reader.node("fields")
    reader.finish(unknown: .invalidSchema, what: "kind '\(name)'")
    diagnostics += reader.diagnostics
    let fields = fieldsNode.map { self.fields($0, of: "kind '\(name)'", depth: 0) } ?? []
    let kind = Kind(
      name: name, folder: folder, label: label, description: description,
      columns: columnNodes.compactMap(\.text), fields: fields)
    checkReserved(kind, fieldsNode)
    for column in columnNodes where kind.field(named: column.text ?? "") == nil {
      let written = column.text ?? ""
      diagnostics.append(
        Diagnostic(
          .invalidSchema,
          "kind '\(name)' has no field '\(written)' to show in a column"
            + didYouMean(written, among: kind.fields.map(\.name)), at: column.place(in: path)))
    }
    return kind
  }

  private func label(_ reader: inout MappingReader, of name: String) -> Kind.Label {
    let usual = Kind.Label(one: name.capitalizedFirst, many: name.capitalizedFirst + "s")
    guard let node = reader.node("label") else { return usual }
    if let text = node.text { return Kind.Label(one: text, many: text) }
    var words = MappingReader(node, path: path, wrong: .invalidSchema, what: "'label'")
    let label = Kind.Label(
      one: words.text("one", wrong: .invalidSchema) ?? usual.one,
      many: words.text("many", wrong: .invalidSchema) ?? usual.many)
    words.finish(unknown: .invalidSchema, what: "'label'")
    reader.add(words.diagnostics)
    return label
  }

  private mutating func fields(_ node: YAMLNode, of owner: String, depth: Int) -> [Field] {
    let reader = MappingReader(node, path: path, wrong: .invalidSchema, what: "'fields'")
    diagnostics += reader.diagnostics
    return reader.entries.map { entry in
      checkName(entry.key, at: entry.keyPosition)
      return field(entry, of: owner, depth: depth)
    }
  }

  private mutating func field(_ entry: YAMLNode.Entry, of owner: String, depth: Int) -> Field {
    let name = entry.key
    // `number: text` is short for `number: {type: text}`.
    if let typeName = entry.value.text {
      let type = type(named: typeName, at: entry.value)
      return Field(name: name, type: type, label: name.capitalizedFirst)
    }
    var reader = MappingReader(entry.value, path: path, wrong: .invalidSchema, what: "field '\(name)'")
    let label = reader.text("label", wrong: .invalidSchema) ?? name.capitalizedFirst
    let type = type(&reader, of: name, depth: depth)
    let field = Field(
      name: name, type: type, label: label, help: reader.text("help", wrong: .invalidSchema),
      isList: reader.flag("many", wrong: .invalidSchema) ?? false,
      isRequired: reader.flag("required", wrong: .invalidSchema) ?? false,
      hasLanguages: reader.flag("languages", wrong: .invalidSchema) ?? false)
    reader.finish(unknown: .invalidSchema, what: "field '\(name)' of \(owner)")
    diagnostics += reader.diagnostics
    return field
  }

  private mutating func type(_ reader: inout MappingReader, of name: String, depth: Int) -> FieldType {
    let typeNode = reader.node("type")
    let targets = reader.texts("to", wrong: .invalidSchema)?.compactMap(\.text)
    let values = reader.texts("values", wrong: .invalidSchema)?.compactMap(\.text)
    let fieldsNode = reader.node("fields")
    let relation = relation(&reader, targets: targets, depth: depth)
    if let relation { return .reference(relation) }
    if let values { return .enumeration(values) }
    if let fieldsNode {
      guard depth < 4 else {
        reader.report(.invalidSchema, "records may be nested four deep at most", at: fieldsNode)
        return .text
      }
      return .record(fields(fieldsNode, of: "record '\(name)'", depth: depth + 1))
    }
    guard let typeNode, let typeName = typeNode.text else { return .text }
    let missing = ["enumeration": "values", "reference": "to", "record": "fields"][typeName]
    if let missing {
      reader.report(
        .invalidSchema, "field '\(name)' is of type '\(typeName)' and needs '\(missing)'", at: typeNode)
      return .text
    }
    return type(named: typeName, at: typeNode)
  }

  private mutating func relation(_ reader: inout MappingReader, targets: [String]?, depth: Int) -> Relation? {
    let inverseName = reader.text("inverse", wrong: .invalidSchema)
    let inverseLabel = reader.text("inverse_label", wrong: .invalidSchema)
    let isAcyclic = reader.flag("acyclic", wrong: .invalidSchema) ?? false
    let qualifiersNode = reader.node("qualifiers")
    guard let targets else { return nil }
    let inverse = inverseName.map { Relation.Inverse(name: $0, label: inverseLabel ?? $0.capitalizedFirst) }
    let qualifiers = qualifiersNode.map { fields($0, of: "the qualifiers", depth: depth + 1) } ?? []
    return Relation(targets: targets, inverse: inverse, qualifiers: qualifiers, isAcyclic: isAcyclic)
  }

  private mutating func type(named name: String, at node: YAMLNode) -> FieldType {
    switch name {
    case "text": return .text
    case "markdown": return .markdown
    case "date": return .date
    case "quantity": return .quantity
    case "url": return .url
    case "flag": return .flag
    default:
      diagnostics.append(
        Diagnostic(
          .invalidSchema, "no field type '\(name)'" + didYouMean(name, among: FieldType.names),
          at: node.place(in: path), help: "the types are " + FieldType.names.joined(separator: ", ")))
      return .text
    }
  }
}
