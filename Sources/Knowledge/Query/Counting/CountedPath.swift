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

  /// What it leads through last; `nil` where its values are no things.
  package var relation: Relation? { if case .reference(let relation) = type { relation } else { nil } }

  /// The number of the field that it begins with.
  package var field: Int? { if case .field(let number) = path.root { number } else { nil } }

  /// - Parameters:
  ///   - name: as in a condition.
  ///   - isRelation: whether only what leads to things will do.
  package init(
    _ name: String, of kind: KindID, in schema: Schema, isRelation: Bool = false
  ) throws(QueryError) {
    let names = name.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    path = try FieldPathReader(schema: schema, kind: kind).path(names)
    if isRelation {
      guard case .reference = path.type, path.aspect == nil else {
        let relations = schema[kind].fields.filter { $0.relation != nil }.map(\.name)
        throw QueryError(
          "'\(name)' is not a relation, and only entities make pairs",
          help: relations.isEmpty
            ? "'\(schema[kind].name)' has none" : "it has the relations " + relations.joined(separator: ", "))
      }
    }
    guard path.type.traits.isFacet else {
      throw QueryError(
        "'\(name)' is \(path.type.withArticle), and only what has few values can be counted",
        help: "use a reference, an enumeration, a flag or a date")
    }
    self.name = name
    labels = path.labels(of: names, kind: kind, in: schema)
  }

  /// Those that are only proposed are marked, and stand in for nothing.
  ///
  /// - Parameter item: what is looked at, where the path begins with it, and how many fields of records lie before it.
  func values(
    in entity: EntityID, at item: (item: QueryItem, depth: Int)?, _ graph: KnowledgeGraph
  ) -> [(value: CountedValue, isProposed: Bool)] {
    let items =
      if let item { item.item.itemsWithProposals(at: path.subfields.dropFirst(item.depth)) } else {
        graph.itemsWithProposals(at: path, of: entity)
      }
    let isWithinProposal = item?.item.isProposed ?? false
    func values(_ areProposed: Bool) -> [CountedValue] {
      items.filter { $0.isProposed == areProposed }.flatMap { $0.values(at: path) }.flatMap(\.countedValues)
        .filter { isWanted($0, graph) }.unique
    }
    let (made, proposed) = (values(isWithinProposal), isWithinProposal ? [] : values(true))
    return (made.isEmpty ? [.none] : made).map { ($0, isWithinProposal) }
      + proposed.filter { !made.contains($0) }.map { ($0, true) }
  }

  private func isWanted(_ value: CountedValue, _ graph: KnowledgeGraph) -> Bool {
    guard case .entity(let entity) = value, !kinds.isEmpty else { return true }
    return kinds.contains(graph[entity].kind)
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
