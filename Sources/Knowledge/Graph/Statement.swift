/// What one source is given for: a claim, an item of a relation, a record or a name.
package struct Statement: Sendable {
  package let entity: EntityID
  package let source: EntityID
  /// The top-level field that it stands in; `nil` for an alias.
  package let field: Int?
  package let provenance: Provenance
}

extension KnowledgeGraph {
  /// Every statement that names a source, by entity and then in the order of its facts.
  package var statements: [Statement] {
    var statements: [Statement] = []
    for id in entityIDs {
      self[id].forEachProvenance { provenance, field in
        guard let source = provenance.source, let target = target(of: source, in: id) else { return }
        statements.append(
          Statement(entity: id, source: target.entity, field: field, provenance: provenance))
      }
    }
    return statements
  }
}
