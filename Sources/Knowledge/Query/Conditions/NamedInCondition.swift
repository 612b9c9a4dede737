extension KnowledgeGraph {
  /// The entity that a condition on a relation names, and how it names it; `nil` where the condition is about something
  /// else, or can't be read.
  package func entityNamed(inCondition text: String, of kind: KindID) -> (name: String, entity: EntityID)? {
    do throws(QueryError) {
      let written = try WrittenCondition(text)
      let path = try FieldPathReader(schema: schema, kind: kind).path(written.path)
      guard case .target(let target) = try QueryValue(written, type: path.type, in: self) else { return nil }
      return (written.value, target.entity)
    } catch {
      return nil
    }
  }
}
