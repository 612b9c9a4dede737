/// A question to a knowledge base: the entities of a kind for which all conditions hold.
package struct Query: Sendable {
  package let kind: KindID
  private var conditions: [(root: FieldPath.Root, conditions: FieldConditions)] = []

  /// - Parameter conditions: each `field[.qualifier]`, one of `=`, `!=`, `<`, `<=`, `>`, `>=`, and a value, such
  ///   as `responsible.role=lead`.
  package init(kind: KindID, where conditions: [String] = [], in graph: KnowledgeGraph) throws(QueryError) {
    self.kind = kind
    let reader = FieldPathReader(schema: graph.schema, kind: kind)
    for text in conditions {
      let written = try WrittenCondition(text)
      let path = try reader.path(written.path)
      let value = try QueryValue(written, type: path.type, in: graph)
      add(Condition(comparison: written.comparison, value: value), at: path)
    }
  }

  private mutating func add(_ condition: Condition, at path: FieldPath) {
    let index = conditions.firstIndex { $0.root == path.root } ?? conditions.count
    if index == conditions.count { conditions.append((path.root, FieldConditions())) }
    conditions[index].conditions.add(condition, subfields: path.subfields[...], aspect: path.aspect)
  }

  /// In the order of the graph. What is asked of is what holds on the day; with a condition on `from`, `until` or `by` of a
  /// field, what its history says.
  package func entities(in graph: KnowledgeGraph) -> [EntityID] {
    graph.entities(of: kind).filter { entity in
      conditions.allSatisfy { root, conditions in
        conditions.hold(for: graph.items(of: root, in: entity, atAnyTime: conditions.askForTimes))
      }
    }
  }
}
