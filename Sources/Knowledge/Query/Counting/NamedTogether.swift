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
    /// Whether it is only proposed.
    package let isProposed: Bool
    /// The claim that says so, where others differ from it or only a proposal makes it.
    fileprivate let claim: Claim?
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
        graph.itemsWithProposals(at: relations[relation].path, of: entity).flatMap {
          self.named(in: $0, relation, graph)
        }
      }
      return named.isEmpty ? [] : [Group(target: Target(entity), named: named)]
    }
    return graph.itemsWithProposals(at: records, of: entity).compactMap { record in
      let named = relations.indices.flatMap { relation in
        record.itemsWithProposals(at: relations[relation].path.subfields.dropFirst(records.subfields.count))
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
        entity: target.entity, relation: relation, provenance: item.said, qualifiers: item.qualifiers,
        isProposed: item.isProposed, claim: item.claim)
    }
  }
}

/// How firmly two things are named together.
package enum Togetherness: Sendable {
  case proposed, made
}

extension NamedTogether {
  /// `nil` where nobody names the two together: what differing claims name, and what a proposal puts in the place of
  /// something else, stands apart.
  package func together(_ a: [Named], _ b: [Named], in graph: KnowledgeGraph) -> Togetherness? {
    let agreement = graph.agreement
    var found: Togetherness?
    for x in a {
      for y in b where x.goes(with: y, agreement) {
        if !x.isProposed, !y.isProposed { return .made }
        found = .proposed
      }
    }
    return found
  }
}

extension NamedTogether.Named {
  fileprivate func goes(with other: NamedTogether.Named, _ agreement: Agreement) -> Bool {
    guard relation == other.relation, claim?.position != other.claim?.position else { return true }
    let isReplacement = [claim, other.claim].contains { $0?.span?.tense == .proposed }
    guard !isReplacement else { return false }
    guard let claim, let others = other.claim else { return true }
    return !agreement.isComparable(claim, others) || agreement.agree(claim.value, others.value)
  }
}

extension CountedPath {
  /// The kinds of the things that it leads to.
  package func targets(in schema: Schema) -> [KindID] {
    guard kinds.isEmpty, case .reference(let relation) = path.type else { return kinds }
    return relation.targets.compactMap(schema.kind(named:))
  }
}
