/// What things are counted by: a field, what is said beside its items, a field of its records, or a relation read from its
/// other end.
package struct CountedPath: Hashable, Sendable {
  /// As it is written, such as `responsible.role`.
  package let name: String
  /// What the schema calls each of its parts.
  package let labels: [String]
  let path: FieldPath
  /// Of a relation, the kinds whose things count; all where there are none.
  package var kinds: [KindID] = []

  package var type: FieldType { path.type }

  /// The number of the field that it begins with.
  package var field: Int? { if case .field(let number) = path.root { number } else { nil } }

  /// - Parameter name: as in a condition.
  package init(_ name: String, of kind: KindID, in schema: Schema) throws(QueryError) {
    let names = name.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    path = try FieldPathReader(schema: schema, kind: kind).path(names)
    guard path.type.traits.isFacet else {
      throw QueryError(
        "'\(name)' is a \(path.type.name), and what is counted must have few values",
        help: "that is a reference, an enumeration, a flag or a date")
    }
    self.name = name
    labels = path.labels(of: names, kind: kind, in: schema)
  }

  /// - Parameter item: what is looked at, where the path begins with it, and how many fields of records lie before it.
  func values(
    in entity: EntityID, at item: (item: QueryItem, depth: Int)?, _ graph: KnowledgeGraph
  ) -> [CountedValue] {
    let items =
      if let item { item.item.items(at: path.subfields.dropFirst(item.depth)) } else {
        graph.items(at: path, of: entity)
      }
    let values = items.flatMap { $0.values(at: path) }.flatMap(\.countedValues).filter { isWanted($0, graph) }
    return values.isEmpty ? [.none] : values.unique
  }

  private func isWanted(_ value: CountedValue, _ graph: KnowledgeGraph) -> Bool {
    guard case .entity(let entity) = value, !kinds.isEmpty else { return true }
    return kinds.contains(graph[entity].kind)
  }
}

extension QueryItem {
  /// The items in fields of its records.
  func items(at subfields: ArraySlice<Int>) -> [QueryItem] {
    subfields.reduce([self]) { items, field in
      items.flatMap { $0.fact(field)?.queryItems(within: $0.said) ?? [] }
    }
  }
}

extension FieldPath {
  /// Names that the schema has no label for stand as written.
  fileprivate func labels(of names: [String], kind: KindID, in schema: Schema) -> [String] {
    var fields: [Field]
    var labels: [String] = []
    switch root {
    case .field(let number):
      let field = schema[kind].fields[number]
      labels.append(field.label)
      fields = field.within
    case .inverse(let name):
      let inverse = schema.inverseRelations(of: kind).first { $0.name == name }
      labels.append(inverse?.label ?? name)
      fields = inverse?.qualifiers ?? []
    default:
      labels.append(names[0])
      fields = []
    }
    for name in names.dropFirst() {
      let field = fields.first { $0.name == name }
      labels.append(field?.label ?? name)
      fields = field?.within ?? []
    }
    return labels
  }
}

extension Field {
  /// Of a record its fields, of a relation its qualifiers.
  fileprivate var within: [Field] { recordFields ?? relation?.qualifiers ?? [] }
}
