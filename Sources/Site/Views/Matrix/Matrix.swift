import Knowledge

/// The rows of a matrix, with what each says of each column.
struct Matrix: Sendable {
  struct Row: Sendable {
    let entity: EntityID
    let groups: [EntityID]
    /// By the order in which the row names them.
    var cells: [Cell]

    /// The others that are named with a column's entity.
    func partners(of column: EntityID) -> [EntityID] { cells.map(\.column).filter { $0 != column } }

    func cell(_ column: EntityID) -> Cell? { cells.first { $0.column == column } }
  }

  /// What a row says of one column: as often as a source says it.
  struct Cell: Sendable {
    let column: EntityID
    var edges: [Edge]
  }

  /// What a column has in all rows.
  struct Total: Sendable {
    let column: EntityID
    var rows: [Row] = []
    /// The rows that name nobody else.
    var alone: [EntityID] = []
    /// Those named with it, with the number of rows, the most frequent first.
    var partners: [(entity: EntityID, rows: Int)] = []
    /// By role in the schema's order, with the number of rows.
    var roles: [(role: String, rows: Int)] = []
  }

  let view: MatrixView
  let rows: [Row]
  /// The roles that the schema lists, in its order.
  let roles: [String]
  private(set) var columns: [EntityID]

  /// - Parameter group: leaves the rows of one group.
  init(_ view: MatrixView, of group: EntityID? = nil, in graph: KnowledgeGraph) {
    self.view = view
    let members = group.map { group in
      let edges = graph.edges(to: group).filter { $0.field.kind == view.rows && $0.subfield == nil }
      return edges.filter { $0.field.index == view.group }.map(\.from).unique.sorted()
    }
    rows = (members ?? graph.entities(of: view.rows)).map { entity in
      let own = graph.edges(from: entity).filter { $0.subfield == nil }
      return Row(
        entity: entity, groups: Matrix.targets(own.filter { $0.field.index == view.group }),
        cells: Matrix.cells(own.filter { $0.field.index == view.columns }))
    }
    roles = view.roleNames(in: graph.schema)
    columns = []
    columns = namedColumns
  }

  /// What the rows are parts of, in the rows' order.
  var groups: [EntityID] { rows.flatMap(\.groups).unique }

  var rowsWithoutAnyone: [Row] { rows.filter(\.cells.isEmpty) }

  func role(of edge: Edge) -> String? { view.role.flatMap { edge.item.qualifier($0) } }

  func order(of edge: Edge) -> String? { view.order.flatMap { edge.item.qualifier($0) } }

  /// By the order of the columns.
  var totals: [Total] {
    var rowsByColumn: [EntityID: [Row]] = [:]
    for row in rows {
      for cell in row.cells { rowsByColumn[cell.column, default: []].append(row) }
    }
    let ranks = Dictionary(columns.enumerated().map { ($1, $0) }) { first, _ in first }
    return columns.map { total($0, rowsByColumn[$0] ?? [], ranks) }
  }

  private func total(_ column: EntityID, _ own: [Row], _ ranks: [EntityID: Int]) -> Total {
    var counts: [EntityID: Int] = [:]
    for partner in own.flatMap({ $0.partners(of: column) }) { counts[partner, default: 0] += 1 }
    var total = Total(column: column, rows: own)
    total.alone = own.filter { $0.cells.count == 1 }.map(\.entity)
    total.partners = counts.sorted { ($1.value, ranks[$0.key] ?? 0) < ($0.value, ranks[$1.key] ?? 0) }
      .map { ($0.key, $0.value) }
    total.roles = roles.map { role in
      (role, own.count { $0.cell(column)?.edges.contains { self.role(of: $0) == role } ?? false })
    }.filter { $0.rows > 0 }
    return total
  }

  /// The most named first; equals in the graph's order.
  private var namedColumns: [EntityID] {
    var counts: [EntityID: Int] = [:]
    for cell in rows.flatMap(\.cells) { counts[cell.column, default: 0] += 1 }
    return counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map(\.key)
  }

  private static func targets(_ edges: [Edge]) -> [EntityID] { edges.map(\.to.entity).unique }

  private static func cells(_ edges: [Edge]) -> [Cell] {
    targets(edges).map { target in Cell(column: target, edges: edges.filter { $0.to.entity == target }) }
  }
}

extension MatrixView {
  fileprivate func roleNames(in schema: Schema) -> [String] {
    let qualifiers = schema[FieldID(rows, columns)].relation?.qualifiers ?? []
    guard case .enumeration(let values)? = qualifiers.first(where: { $0.name == role })?.type else {
      return []
    }
    return values
  }
}

extension ReferenceItem {
  /// What the item says under a name, as it would be written.
  func qualifier(_ name: String) -> String? {
    switch qualifiers.first(where: { $0.name == name })?.value {
    case .text(let text)?: text
    case .localized(let texts)?: texts.first?.text
    case .date(let date)?: date.description
    case .quantity(let quantity)?: quantity.description
    case .flag(let flag)?: flag ? "true" : "false"
    default: nil
    }
  }
}
