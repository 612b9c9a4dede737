import Knowledge

extension Matrix {
  /// What a column has in all rows.
  struct Total: Sendable {
    let column: EntityID
    /// All that name it, those of drafts too, which are in no number.
    let rows: [Row]
    let rowCount: Int
    /// The rows that name nobody else.
    let alone: [EntityID]
    /// Those named with it, with the number of rows, the most frequent first.
    let partners: [(entity: EntityID, rows: Int)]
    /// Those in use, in the schema's order.
    let roles: [RoleCount]
  }

  struct RoleCount: Sendable {
    let role: String
    /// In how many rows it is somebody's.
    let rows: Int
  }

  /// The roles of all columns together, in the schema's order.
  var roleCounts: [RoleCount] {
    var counts: [String: Int] = [:]
    for total in totals.lazy.flatMap(\.roles) { counts[total.role, default: 0] += total.rows }
    return roles.compactMap { role in counts[role].map { RoleCount(role: role, rows: $0) } }
  }
}

extension Matrix.Total {
  /// One for each column.
  static func all(_ rows: [Matrix.Row], columns: [EntityID], roles: [String]) -> [Matrix.Total] {
    var rowsByColumn: [EntityID: [Matrix.Row]] = [:]
    for row in rows {
      for cell in row.cells { rowsByColumn[cell.column, default: []].append(row) }
    }
    let ranks = Dictionary(columns.enumerated().map { ($1, $0) }) { first, _ in first }
    return columns.map { Matrix.Total($0, rowsByColumn[$0] ?? [], ranks: ranks, roles: roles) }
  }

  private init(_ column: EntityID, _ rows: [Matrix.Row], ranks: [EntityID: Int], roles: [String]) {
    let made = rows.filter { !$0.isProposed }
    var partners: [EntityID: Int] = [:]
    for partner in made.lazy.flatMap({ $0.partners(of: column) }) { partners[partner, default: 0] += 1 }
    var counts: [String: Int] = [:]
    for row in made {
      for role in Set(row.cell(column)?.marks.compactMap(\.role) ?? []) { counts[role, default: 0] += 1 }
    }
    self.init(
      column: column, rows: rows, rowCount: made.count,
      alone: made.filter { $0.cells.count == 1 }.map(\.entity),
      partners: partners.sorted { ($1.value, ranks[$0.key] ?? 0) < ($0.value, ranks[$1.key] ?? 0) }
        .map { ($0.key, $0.value) },
      roles: roles.compactMap { role in counts[role].map { Matrix.RoleCount(role: role, rows: $0) } })
  }
}
