/// What entities of a kind show of relations that others declare, by one name.
package struct InverseRelation: Hashable, Sendable {
  package var name: String
  package var label: String
  /// The names of the kinds that declare it.
  package var kinds: [String]
  /// The qualifiers of all the relations that have this inverse, each name once.
  package var qualifiers: [Field]
}

extension Schema {
  /// In the order of the relations that declare them.
  package func inverseRelations(of kind: KindID) -> [InverseRelation] {
    let wanted = self[kind].name
    var found: [InverseRelation] = []
    for owner in kinds {
      for relation in owner.relations where relation.targets.contains(wanted) {
        guard let inverse = relation.inverse else { continue }
        let index = found.firstIndex { $0.name == inverse.name } ?? found.count
        if index == found.count {
          found.append(InverseRelation(name: inverse.name, label: inverse.label, kinds: [], qualifiers: []))
        }
        if !found[index].kinds.contains(owner.name) { found[index].kinds.append(owner.name) }
        for qualifier in relation.qualifiers
        where !found[index].qualifiers.contains(where: { $0.name == qualifier.name }) {
          found[index].qualifiers.append(qualifier)
        }
      }
    }
    return found
  }
}

extension KnowledgeGraph {
  /// The edges that lead to an entity under an inverse name, in the order of the entities they come from.
  package func edges(to entity: EntityID, inverse name: String) -> [Edge] {
    edges(to: entity).filter { schema.relation(of: $0)?.inverse?.name == name }
  }

  /// Those to go by on the day.
  package func currentEdges(to entity: EntityID, inverse name: String) -> [Edge] {
    edges(to: entity, inverse: name).filter(\.isCurrent)
  }
}

extension Kind {
  /// The relations of a kind's fields, and of the records in them.
  fileprivate var relations: [Relation] {
    var found: [Relation] = []
    var open = fields[...]
    while let field = open.popFirst() {
      if let relation = field.relation { found.append(relation) }
      // A record's fields come where the record stands.
      if let inner = field.recordFields { open = inner + open }
    }
    return found
  }
}
