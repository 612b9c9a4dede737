/// In which order entities are listed: by the first value of a field, each sort of value by its own rule.
///
/// Entities that say nothing there come last, whichever way round; those that say the same stay as they were.
package struct EntityOrder {
  private let path: FieldPath
  private let isDescending: Bool

  /// - Parameter text: `field[.qualifier]`, as in a condition; with `-` before it, the last comes first.
  package init(_ text: String, kind: KindID, schema: Schema) throws(QueryError) {
    isDescending = text.hasPrefix("-")
    let name = isDescending ? text.dropFirst() : text[...]
    path = try FieldPathReader(schema: schema, kind: kind).path(
      name.split(separator: ".", omittingEmptySubsequences: false).map(String.init))
  }

  package func sorted(_ entities: [EntityID], in graph: KnowledgeGraph) -> [EntityID] {
    let keyed = entities.map { ($0, key(of: $0, in: graph)) }
    let known = keyed.enumerated().compactMap { number, item in item.1.map { (number, item.0, $0) } }
    let sorted = known.sorted { a, b in
      if a.2 == b.2 { return a.0 < b.0 }
      return isDescending ? b.2 < a.2 : a.2 < b.2
    }
    return sorted.map(\.1) + keyed.filter { $0.1 == nil }.map(\.0)
  }

  private func key(of entity: EntityID, in graph: KnowledgeGraph) -> SortKey? {
    if path.root == .field(Kind.titleField), path.isBare { return SortKey(text: graph.title(of: entity)) }
    let values = graph.items(at: path, of: entity).lazy.flatMap { $0.values(at: path) }
    return values.first.map { $0.sortKey(in: graph) }
  }
}
