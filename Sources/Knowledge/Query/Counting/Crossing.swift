/// Two things that the entities of a kind say, to be counted together.
package struct Crossing: Sendable {
  package let rows: CountedPath
  package let columns: CountedPath
  /// The field of the records that are counted; `nil` where the entities themselves are.
  package let each: Int?

  package init(rows: CountedPath, columns: CountedPath, each: Int?) {
    (self.rows, self.columns, self.each) = (rows, columns, each)
  }

  /// What is counted, with a value of each of the two.
  package struct Pair: Hashable, Sendable {
    /// The entity, or its record.
    package let target: Target
    /// Which one it is of the records that have no id.
    package let number: Int?
    package let row: CountedValue
    package let column: CountedValue
    /// Whether that is only proposed.
    package let isProposed: Bool
  }

  /// What an entity says of both, each pair once. What is said of one item, or in one record, goes with that only: who
  /// leads is not everyone who is named where somebody leads.
  package func pairs(of entity: EntityID, in graph: KnowledgeGraph) -> [Pair] {
    guard let common else { return pairs(of: entity, nil, rowsAt: nil, columnsAt: nil, graph) }
    var base = rows.path
    (base.root, base.subfields) = (common.root, common.subfields)
    let items = graph.itemsWithProposals(at: base, of: entity)
    var found = items.enumerated().flatMap { number, item in
      let place = (item: item, depth: common.subfields.count)
      return pairs(
        of: entity, each.map { _ in (item.record?.id, number) },
        rowsAt: rows.path.root == common.root ? place : nil,
        columnsAt: columns.path.root == common.root ? place : nil, graph)
    }.unique
    guard each == nil else { return found }
    found = withoutOthers(found)
    if found.allSatisfy(\.isProposed) {
      found.append(Pair(target: Target(entity), number: nil, row: .none, column: .none, isProposed: false))
    }
    return found
  }

  /// An item of a kind that isn't asked for says nothing of those that are.
  private func withoutOthers(_ pairs: [Pair]) -> [Pair] {
    var kept = pairs
    // A proposal says nothing of what there is.
    for isProposed in [false, true] {
      let those = kept.filter { $0.isProposed == isProposed }
      if !rows.kinds.isEmpty, isProposed || those.contains(where: { $0.row != .none }) {
        kept.removeAll { $0.isProposed == isProposed && $0.row == .none }
      }
      if !columns.kinds.isEmpty, isProposed || those.contains(where: { $0.column != .none }) {
        kept.removeAll { $0.isProposed == isProposed && $0.column == .none }
      }
    }
    return kept
  }

  /// Where both begin, or what is counted.
  private var common: (root: FieldPath.Root, subfields: [Int])? {
    if let each { return (.field(each), []) }
    guard rows.path.root == columns.path.root else { return nil }
    let shared = zip(rows.path.subfields, columns.path.subfields).prefix { $0 == $1 }.map(\.0)
    return (rows.path.root, shared)
  }

  private func pairs(
    of entity: EntityID, _ record: (id: String?, number: Int)?, rowsAt row: (item: QueryItem, depth: Int)?,
    columnsAt column: (item: QueryItem, depth: Int)?, _ graph: KnowledgeGraph
  ) -> [Pair] {
    let target = Target(entity, anchor: record?.id)
    let number = record.flatMap { $0.id == nil ? $0.number : nil }
    let values = columns.values(in: entity, at: column, graph)
    return rows.values(in: entity, at: row, graph).flatMap { row in
      values.map { column in
        Pair(
          target: target, number: number, row: row.value, column: column.value,
          isProposed: row.isProposed || column.isProposed)
      }
    }
  }
}
