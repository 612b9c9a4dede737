/// What one source is given for: a claim, an item of a relation, a record or a name.
package struct Statement: Sendable {
  package let entity: EntityID
  package let source: EntityID
  /// The top-level field that it stands in; `nil` for an alias.
  package let field: Int?
  /// What it says of itself.
  package let provenance: Provenance
}

extension KnowledgeGraph {
  /// Every statement that names a source, by entity and then in the order of its facts.
  package var statements: [Statement] {
    var statements: [Statement] = []
    for id in entityIDs {
      self[id].forEachProvenance { own, said, field in
        guard let source = said.source?.entity else { return }
        statements.append(Statement(entity: id, source: source, field: field, provenance: own))
      }
    }
    return statements
  }
}
