import Knowledge

extension MatrixView {
  /// Its rows, then each column with the rows that name it, then the rows that name nobody.
  func rows(of part: ViewPart, _ matrices: MadeOnce<EntityID?, Matrix>, in graph: KnowledgeGraph) -> ViewRows?
  {
    if let group = part.entity {
      // Most groups are small, and no matrix needs to be made to see it.
      let weights = matrix(of: .whole, matrices, in: graph).weights.value
      if (weights[group] ?? 0) <= ViewRows.mostWeight { return nil }
    }
    return matrix(of: part, matrices, in: graph).viewRows(in: graph)
  }
}

extension Matrix {
  /// More partners of a column aren't named.
  static let mostPartners = 100

  func viewRows(in graph: KnowledgeGraph) -> ViewRows {
    var view = ViewRows()
    for row in named { view.add(weighing: row.weight) }
    view.begin("each-body", title: "matrix_each", of: totals.count)
    for total in totals {
      view.mark(graph.id(of: total.column))
      for (index, row) in total.rows.enumerated() {
        view.add(weighing: row.weightOfShare + (index == 0 ? 2 + min(total.partners.count, 100) / 4 : 0))
      }
    }
    view.begin("nobody", title: "matrix_nobody", of: rowsWithoutAnyone.count)
    for _ in rowsWithoutAnyone { view.add() }
    return view
  }

  /// Those that name somebody.
  var named: [Row] { rows.filter { !$0.cells.isEmpty } }

  /// How much of a page each group would take, at most.
  static func weights(of rows: [Row]) -> [EntityID: Int] {
    var weights: [EntityID: Int] = [:]
    for row in rows {
      let own = row.weight + row.cells.count * (row.weightOfShare + 2 + mostPartners / 4)
      for group in row.groups { weights[group, default: 0] += own }
    }
    return weights
  }
}

extension Matrix.Row {
  /// In the table. A page has a column for each that its rows name, so each mark counts for a row and a column.
  fileprivate var weight: Int { max(1, 4 * cells.count) }

  /// With a column that it names, where the others are named.
  fileprivate var weightOfShare: Int { 1 + cells.count }
}

/// What of a matrix is on one page.
struct MatrixStretch: Sendable {
  let isWhole: Bool
  var rows: [Matrix.Row] = []
  /// The most named first: of all rows, or of those on the page.
  var totals: [Matrix.Total] = []
  var bodies: [Body] = []
  var unassigned: [Matrix.Row] = []

  /// A column with those of its rows that are on the page.
  struct Body: Sendable {
    let total: Matrix.Total
    let rows: [Matrix.Row]
    let isContinued: Bool
  }

  init(_ matrix: Matrix, _ part: ViewPart) {
    var window = RowWindow(part)
    isWhole = part.rows == nil
    rows = window.take(matrix.named)
    for total in matrix.totals {
      let shown = window.take(total.rows)
      if shown.isEmpty { continue }
      let isContinued = shown.first?.entity != total.rows.first?.entity
      bodies.append(Body(total: total, rows: shown, isContinued: isContinued))
    }
    unassigned = window.take(matrix.rowsWithoutAnyone)
    let columns = Set(rows.flatMap { $0.cells.map(\.column) })
    totals = isWhole ? matrix.totals : matrix.totals.filter { columns.contains($0.column) }
  }
}
