/// What an entity, or one of its records, names by one or two relations.
package struct NamedTogether: Sendable {
  package let relations: [CountedPath]

  package init(_ relations: [CountedPath]) { self.relations = relations }

  /// A thing that is named, as often as somebody says so.
  package struct Named: Sendable {
    package let entity: EntityID
    /// By which of the relations.
    package let relation: Int
    package let provenance: Provenance
    package let qualifiers: [ReferenceItem.Qualifier]
  }

  /// What is named in one breath.
  package struct Group: Sendable {
    /// The entity, or its record.
    package let target: Target
    package let named: [Named]
  }

  /// One for the entity; one for each record where all relations stand in the same ones.
  package func groups(of entity: EntityID, in graph: KnowledgeGraph) -> [Group] {
    guard let records else {
      let named = relations.indices.flatMap { relation in
        graph.items(at: relations[relation].path, of: entity).flatMap { self.named(in: $0, relation, graph) }
      }
      return named.isEmpty ? [] : [Group(target: Target(entity), named: named)]
    }
    return graph.items(at: records, of: entity).compactMap { record in
      let named = relations.indices.flatMap { relation in
        record.items(at: relations[relation].path.subfields.dropFirst(records.subfields.count))
          .flatMap { self.named(in: $0, relation, graph) }
      }
      let target = Target(entity, anchor: record.record?.id)
      return named.isEmpty ? nil : Group(target: target, named: named)
    }
  }

  /// Where the records are in which all relations stand; `nil` where some stand elsewhere.
  private var records: FieldPath? {
    guard var path = relations.first?.path, !path.subfields.isEmpty else { return nil }
    var shared = Array(path.subfields.dropLast())
    for other in relations.dropFirst().map(\.path) {
      guard other.root == path.root, !other.subfields.isEmpty else { return nil }
      shared = zip(shared, other.subfields.dropLast()).prefix { $0 == $1 }.map(\.0)
    }
    path.subfields = shared
    return path
  }

  private func named(in item: QueryItem, _ relation: Int, _ graph: KnowledgeGraph) -> [Named] {
    let kinds = relations[relation].kinds
    return item.values.compactMap { value in
      guard case .target(let target) = value else { return nil }
      guard kinds.isEmpty || kinds.contains(graph[target.entity].kind) else { return nil }
      return Named(
        entity: target.entity, relation: relation, provenance: item.said, qualifiers: item.qualifiers)
    }
  }
}

extension CountedPath {
  /// Whether it leads to things, and not to what is said of a relation's items.
  package var isRelation: Bool {
    if case .reference = path.type, path.aspect == nil { true } else { false }
  }

  /// The kinds of the things that it leads to.
  package func targets(in schema: Schema) -> [KindID] {
    guard kinds.isEmpty, case .reference(let relation) = path.type else { return kinds }
    return relation.targets.compactMap(schema.kind(named:))
  }
}
