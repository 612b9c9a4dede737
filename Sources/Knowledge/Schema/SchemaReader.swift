package import Diagnostics
import Folding
package import FrontMatter

/// Reads `schema.yaml`.
package struct SchemaReader {
  let path: String
  var diagnostics: [Diagnostic] = []
  /// The relations of all kinds read so far: what they name is checked when every kind is known.
  var relations: [DeclaredRelation] = []
  /// By kind the order of its pages, which names relations from elsewhere, and so is read when every kind is known.
  private var pageNodes: [String: YAMLNode] = [:]

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
      checkRelations(kinds: kinds)
      for index in kinds.indices {
        kinds[index].page = pageNodes[kinds[index].name].map { pageOrder($0, of: kinds[index], in: kinds) }
      }
    }
    return schema(kinds, claims: claimsNode)
  }

  private mutating func schema(_ kinds: [Kind], claims: YAMLNode?) -> Schema {
    guard let claims else { return Schema(kinds: kinds) }
    var reader = MappingReader(claims, path: path, wrong: .invalidSchema, what: "'claims'")
    let source = reader.text("source", wrong: .invalidSchema)
    let sourceDate = sourceDate(&reader, of: source ?? "source", kinds)
    let changes = reader.texts("by", wrong: .invalidSchema) ?? []
    checkDuplicates(changes, in: "the kinds of 'by'")
    for node in changes { checkKind(node.text ?? "", among: kinds, at: node) }
    let told = discrepancies(reader.node("discrepancy"), kinds)
    let classes = classes(&reader)
    if let source, let node = reader.node("source") { checkKind(source, among: kinds, at: node) }
    reader.finish(unknown: .invalidSchema, what: "'claims'")
    diagnostics += reader.diagnostics
    return Schema(
      kinds: kinds, source: source ?? "source", sourceDate: sourceDate, changes: changes.compactMap(\.text),
      discrepancy: told.kind ?? "discrepancy", discrepancyFields: told.fields,
      discrepancyClasses: classes?.names ?? Schema.usualClasses, classWeights: classes?.weights ?? [:])
  }

  /// `source_date: published`
  private mutating func sourceDate(_ reader: inout MappingReader, of source: String, _ kinds: [Kind]) -> Int?
  {
    guard let written = reader.text("source_date", wrong: .invalidSchema),
      let node = reader.node("source_date")
    else { return nil }
    guard let kind = kinds.first(where: { $0.name == source }) else {
      reader.report(
        .invalidSchema, "'source_date' is a field of the kind for sources, but the schema has none", at: node,
        help: "name that kind: claims: {source: …, source_date: \(written)}")
      return nil
    }
    do {
      return try kind.fieldIndex(named: written, for: .date)
    } catch {
      reader.report(.invalidSchema, error.message, at: node, help: error.help)
      return nil
    }
  }

  /// The kind for disagreements that no field can hold: its name, or a mapping with its name and which of its fields
  /// say what.
  private mutating func discrepancies(_ node: YAMLNode?, _ kinds: [Kind])
    -> (kind: String?, fields: DiscrepancyFields?)
  {
    guard let node else { return (nil, nil) }
    if let name = node.text {
      checkKind(name, among: kinds, at: node)
      return (name, nil)
    }
    var reader = MappingReader(node, path: path, wrong: .invalidSchema, what: "'discrepancy'")
    let name = reader.text("kind", wrong: .invalidSchema) ?? "discrepancy"
    checkKind(name, among: kinds, at: reader.node("kind") ?? node)
    let kind = kinds.first { $0.name == name }
    var fields = kind.map { DiscrepancyFields(usualIn: $0) }
    for part in DiscrepancyFields.Part.allCases {
      guard let written = reader.text(part.rawValue, wrong: .invalidSchema), let kind,
        let node = reader.node(part.rawValue)
      else { continue }
      do {
        let number = try kind.fieldIndex(named: written, for: part.need)
        let isFit = part != .weight || checkWeights(kind.fields[number], &reader, at: node)
        fields?[part] = isFit ? number : nil
      } catch {
        reader.report(.invalidSchema, error.message, at: node, help: error.help)
      }
    }
    reader.finish(unknown: .invalidSchema, what: "'discrepancy'")
    diagnostics += reader.diagnostics
    return (name, fields)
  }

  private mutating func checkKind(_ name: String, among kinds: [Kind], at node: YAMLNode) {
    guard !kinds.contains(where: { $0.name == name }) else { return }
    diagnostics.append(
      Diagnostic(
        .unknownKind, "no kind '\(name)'" + didYouMean(name, among: kinds.map(\.name)),
        at: node.place(in: path)))
  }

  private mutating func kind(_ entry: YAMLNode.Entry) -> Kind {
    let name = entry.key
    checkName(name, at: entry.keyPosition)
    checkKindName(entry)
    var reader = MappingReader(entry.value, path: path, wrong: .invalidSchema, what: "kind '\(name)'")
    let folder = reader.text("folder", wrong: .invalidSchema) ?? name.usualPlural
    let label = label(&reader, of: name)
    let description = reader.text("description", wrong: .invalidSchema)
    let columnNodes = reader.texts("columns", wrong: .invalidSchema) ?? []
    let facetNodes = reader.texts("facets", wrong: .invalidSchema) ?? []
    let fieldsNode = reader.node("fields")
    let lifeNode = reader.node("life")
    let reviewNode = reader.node("review")
    let indexNode = reader.node("index")
    let titlesNode = reader.node("titles")
    let narrowsSearch = reader.flag("narrows_search", wrong: .invalidSchema) ?? false
    let orderNode = reader.node("order")
    let sectionsNode = reader.node("sections")
    let siblingsNode = reader.node("siblings")
    pageNodes[name] = reader.node("page")
    reader.finish(unknown: .invalidSchema, what: "kind '\(name)'")
    diagnostics += reader.diagnostics
    let fields = fieldsNode.map { self.fields($0, of: .kind(name)) } ?? []
    var kind = Kind(
      name: name, folder: folder, label: label, description: description,
      columns: columnNodes.compactMap(\.text), facets: facetNodes.compactMap(\.text), fields: fields)
    kind.life = life(lifeNode, of: kind)
    kind.review = reviewNode.flatMap { review($0, of: kind) }
    kind.narrowsSearch = narrowsSearch
    kind.index = indexNode.flatMap { $0.text }.flatMap { kind.fieldIndex(named: $0) }
    kind.order = order(orderNode, of: kind)
    kind.sections = sections(sectionsNode, of: kind)
    kind.siblings = siblings(siblingsNode, of: kind)
    checkDuplicates(columnNodes, in: "the columns of kind '\(name)'")
    checkDuplicates(facetNodes, in: "the facets of kind '\(name)'")
    checkFields(columnNodes, of: kind, for: "to show in a column")
    checkFields(facetNodes, of: kind, for: "to narrow its list by")
    checkGrouping(facetNodes, of: kind, "a list cannot be narrowed by that")
    if let indexNode {
      checkIndex(indexNode, of: kind)
    }
    kind.titles = titlesNode.flatMap { titles($0, of: kind) }
    return kind
  }

  private mutating func titles(_ node: YAMLNode, of kind: Kind) -> Int? {
    let number = kind.fieldIndex(named: node.text ?? "")
    if let number, kind.fields[number].hasLanguages { return number }
    if node.text != nil, number == nil {
      checkFields([node], of: kind, for: "that has its titles in other languages")
    } else {
      diagnostics.append(
        Diagnostic(
          .invalidSchema, "'titles' must be the name of a text field with 'languages: true'",
          at: node.place(in: path), help: "such as titles: names"))
    }
    return nil
  }

  private mutating func checkIndex(_ node: YAMLNode, of kind: Kind) {
    guard node.text != nil else {
      diagnostics.append(
        Diagnostic(
          .invalidSchema, "'index' must be the name of one field, not \(node.sort)", at: node.place(in: path),
          help: "such as index: about"))
      return
    }
    checkFields([node], of: kind, for: "to make an index by")
    checkGrouping([node], of: kind, "a list cannot be an index by that")
  }

  /// That the fields have values that several things share.
  private mutating func checkGrouping(_ nodes: [YAMLNode], of kind: Kind, _ what: String) {
    for node in nodes {
      guard let field = kind.field(named: node.text ?? ""), !field.type.traits.isFacet else { continue }
      diagnostics.append(
        Diagnostic(
          .invalidSchema, "'\(field.name)' is \(field.type.withArticle), and \(what)",
          at: node.place(in: path), help: "use an enumeration, a flag, a reference or a date"))
    }
  }

  private mutating func checkFields(_ nodes: [YAMLNode], of kind: Kind, for use: String) {
    for node in nodes where kind.field(named: node.text ?? "") == nil {
      let written = node.text ?? ""
      diagnostics.append(
        Diagnostic(
          .invalidSchema,
          "kind '\(kind.name)' has no field '\(written)' \(use)"
            + didYouMean(written, among: kind.fields.map(\.name)), at: node.place(in: path)))
    }
  }

  private func label(_ reader: inout MappingReader, of name: String) -> Kind.Label {
    let usual = Kind.Label(one: name.capitalizedFirst, many: name.usualPlural.capitalizedFirst)
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
}

extension String {
  /// Of an English noun, as most have it: measures, duties, laws, classes.
  fileprivate var usualPlural: String {
    if ends(with: "y"), let before = dropLast().last, !"aeiou".contains(before) { return dropLast() + "ies" }
    return self + (["s", "x", "ch", "sh"].contains { ends(with: $0) } ? "es" : "s")
  }
}
