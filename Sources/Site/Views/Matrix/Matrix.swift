import Knowledge

/// The rows of a matrix, with what each says of each column. A class, since each of its cells is shown with it.
final class Matrix: Sendable {
  struct Row: Sendable {
    let entity: EntityID
    let groups: [EntityID]
    /// By the order in which the row names them.
    let cells: [Cell]
    /// Whether only a draft has it; then it is in no total.
    let isProposed: Bool

    /// The others that are named with a column's entity.
    func partners(of column: EntityID) -> [EntityID] { cells.map(\.column).filter { $0 != column } }

    func cell(_ column: EntityID) -> Cell? { cells.first { $0.column == column } }

    /// One for each column.
    func cells(of columns: [EntityID]) -> [Cell?] {
      let known = Dictionary(cells.map { ($0.column, $0) }) { first, _ in first }
      return columns.map { known[$0] }
    }
  }

  /// What a row says of one column: as often as a source says it.
  struct Cell: Sendable {
    let column: EntityID
    let edges: [Edge]
    /// Each role and place once.
    let marks: [Mark]
  }

  struct Mark: Sendable {
    let role: String?
    let order: String?
    /// Whether no source says it outright.
    let isInferred: Bool
  }

  let view: MatrixView
  let rows: [Row]
  /// The roles that the schema lists, in its order.
  let roles: [String]
  /// The most named first; equals in the graph's order.
  let columns: [EntityID]
  /// By the order of the columns.
  let totals: [Total]
  /// By group: how much of a page it would take.
  let weights: Once<[EntityID: Int]>

  /// - Parameter group: leaves the rows of one group.
  init(_ view: MatrixView, of group: EntityID? = nil, in graph: KnowledgeGraph) {
    self.view = view
    let members = group.map { group in
      let edges = graph.currentEdges(to: group).filter { $0.field.kind == view.rows && $0.subfield == nil }
      return edges.filter { $0.field.index == view.group }.map(\.from).unique.sorted()
    }
    rows = (members ?? graph.entities(of: view.rows)).map { Row($0, view, in: graph) }
    roles = view.roleNames(in: graph.schema)
    columns = Matrix.columns(of: rows)
    totals = Total.all(rows, columns: columns, roles: roles)
    weights = Once { [rows] in Matrix.weights(of: rows) }
  }

  /// What the rows are parts of, in the rows' order.
  var groups: [EntityID] { rows.flatMap(\.groups).unique }

  var proposedCount: Int { rows.count(where: \.isProposed) }

  var rowsWithoutAnyone: [Row] { rows.filter(\.cells.isEmpty) }

  /// Whether a row says of itself that it's only proposed, or all that it is a part of is.
  static func isProposed(_ row: EntityID, _ view: MatrixView, in graph: KnowledgeGraph) -> Bool {
    graph.isProposed(row, madeBy: view.group)
  }

  private static func columns(of rows: [Row]) -> [EntityID] {
    var counts: [EntityID: Int] = [:]
    for row in rows {
      for cell in row.cells { counts[cell.column, default: 0] += row.isProposed ? 0 : 1 }
    }
    return counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map(\.key)
  }
}

extension Matrix.Row {
  fileprivate init(_ entity: EntityID, _ view: MatrixView, in graph: KnowledgeGraph) {
    let own = graph.currentEdges(from: entity).filter { $0.subfield == nil }
    let named = own.filter { $0.field.index == view.columns }
    let groups = own.filter { $0.field.index == view.group }.map(\.to.entity).unique
    self.init(
      entity: entity, groups: groups,
      cells: named.map(\.to.entity).unique.map { column in
        Matrix.Cell(column, named.filter { $0.to.entity == column }, view)
      }, isProposed: Matrix.isProposed(entity, view, in: graph))
  }
}

extension Matrix.Cell {
  fileprivate init(_ column: EntityID, _ edges: [Edge], _ view: MatrixView) {
    struct Said: Hashable {
      let role: String?
      let order: String?
    }
    let said = edges.map { Said(role: view.role(of: $0), order: view.order(of: $0)) }
    let marks = said.unique.map { mark in
      Matrix.Mark(
        role: mark.role, order: mark.order,
        isInferred: zip(said, edges).allSatisfy { $0 != mark || $1.provenance.isInferred })
    }
    self.init(column: column, edges: edges, marks: marks)
  }
}

extension MatrixView {
  func role(of edge: Edge) -> String? { role.flatMap { edge.item.qualifier($0) } }

  func order(of edge: Edge) -> String? { order.flatMap { edge.item.qualifier($0) } }

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
  func qualifier(_ name: String) -> String? { qualifiers.text(of: name) }
}

extension [ReferenceItem.Qualifier] {
  /// What is said under a name, as it would be written.
  func text(of name: String) -> String? {
    switch first(where: { $0.name == name })?.value {
    case .text(let text)?: text
    case .localized(let texts)?: texts.first?.text
    case .date(let date)?: date.description
    case .quantity(let quantity)?: quantity.description
    case .flag(let flag)?: flag ? "true" : "false"
    default: nil
    }
  }
}
