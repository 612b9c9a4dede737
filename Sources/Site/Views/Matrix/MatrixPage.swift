import Folding
import Knowledge
import Templates

/// What a page of a matrix shows: all rows, or those of one group. A class, since each of its cells has it.
final class MatrixPage: Sendable {
  let page: PageContext
  let matrix: Matrix
  let stretch: MatrixStretch
  let columns: [EntityID]

  init(page: PageContext, matrix: Matrix, part: ViewPart) {
    (self.page, self.matrix) = (page, matrix)
    stretch = MatrixStretch(matrix, part)
    columns = stretch.totals.map(\.column)
  }

  static let record: RecordType<MatrixPage> = RecordType(
    "matrix", "",
    [
      .text("rows_label", "what the rows are called") { $0.kind.label.many },
      .text("column_label", "what the relation is called") { $0.kind.fields[$0.matrix.view.columns].label },
      .number("row_count", "how many rows there are, those that name nobody too, without those of drafts") {
        $0.matrix.rows.count - $0.matrix.proposedCount
      },
      .number("proposed_count", "how many rows only a draft has: they are in no other number") {
        $0.matrix.proposedCount
      },
      .list("columns", "who is named, the most named first", of: ShownLink.record) { page in
        page.columns.map { page.page.link($0) }
      },
      .list("rows", "those that name somebody", of: ShownMatrixRow.record) { page in
        page.stretch.rows.map { ShownMatrixRow(page: page, row: $0) }
      },
      .flag("has_table", "the table is on the page, or a part of it") {
        $0.stretch.isWhole || !$0.stretch.rows.isEmpty
      },
      .list("totals", "one for each column", of: ShownColumnCount.record) { page in
        page.stretch.totals.map {
          ShownColumnCount(page: page.page, column: $0.column, count: $0.rowCount)
        }
      },
      .list("roles", "those in use", of: ShownRole.record) { page in
        page.matrix.roleCounts.map { ShownRole(page: page, count: $0) }
      },
      .flag("has_bare", "somebody is named without a role") { page in
        page.matrix.rows.contains { $0.cells.contains { $0.marks.contains { $0.role == nil } } }
      },
      .flag("has_order", "somebody is named at a place that a source gives") { page in
        page.matrix.rows.contains { $0.cells.contains { $0.marks.contains { $0.order != nil } } }
      },
      .list("bodies", "each column for itself", of: ShownMatrixColumn.record) { page in
        page.stretch.bodies.map { ShownMatrixColumn(page: page, body: $0) }
      },
      .flag("has_bodies", "these are on the page, or some of them") {
        $0.stretch.isWhole || !$0.stretch.bodies.isEmpty
      },
      .number("unassigned_count", "how many rows name nobody") { $0.matrix.rowsWithoutAnyone.count },
      .list("unassigned", "rows that name nobody", of: ShownUnassigned.record) { page in
        page.stretch.unassigned.map {
          ShownUnassigned(
            page: page.page, row: $0.entity, isProposed: $0.isProposed, field: page.matrix.view.columns)
        }
      },
    ])

  private var kind: Kind { page.graph.schema[matrix.view.rows] }
}

/// One row of the table.
struct ShownMatrixRow: Sendable {
  let page: MatrixPage
  let row: Matrix.Row

  static let record: RecordType<ShownMatrixRow> = RecordType([
    .record("row", "the thing", of: ShownLink.record) { $0.page.page.link($0.row.entity) },
    .text("number", "the last part of its slug") { row in
      row.page.page.graph[row.row.entity].slug.parts(at: "/").last.map { String($0) }
    },
    .list("groups", "what it is a part of", of: ShownLink.record) { row in
      row.row.groups.map { row.page.page.link($0) }
    },
    .number("count", "how many it names") { $0.row.cells.count },
    .flag("is_proposed", "only a draft has it") { $0.row.isProposed },
    .list("duties", "where a tracker says whether it was done", of: ShownDuty.record) { row in
      row.page.page.duties(of: row.row.entity)
    },
    .list("cells", "one for each column", of: ShownMatrixCell.record) { row in
      row.row.cells(of: row.page.columns).map { ShownMatrixCell(page: row.page, cell: $0) }
    },
  ])
}

/// What a row says of a column. A large matrix has very many, most of them empty: nothing is made for those.
struct ShownMatrixCell: Sendable {
  let page: MatrixPage
  let cell: Matrix.Cell?

  static let record: RecordType<ShownMatrixCell> = RecordType([
    .record("column", "the column; nothing in an empty cell", of: ShownLink.record) { cell in
      (cell.cell?.column).map { cell.page.page.link($0) }
    },
    .list("marks", "what the row says", of: ShownMark.record) { cell in
      cell.cell.map { cell.page.marks($0) } ?? []
    },
  ])
}

/// A role and place in which a row names a column.
struct ShownMark: Sendable {
  let page: MatrixPage
  let mark: Matrix.Mark

  static let record: RecordType<ShownMark> = RecordType([
    .text("role", "in words") { mark in mark.mark.role.map { mark.page.page.word($0, field: "role") } },
    .text("role_name", "the same, as written") { $0.mark.role },
    .number("shape", "the number of the role in the schema, by which its mark is drawn") { mark in
      mark.mark.role.flatMap { mark.page.number(of: $0) }
    },
    .text("order", "at which place it is named") { $0.mark.order },
    .flag("is_inferred", "no source says it outright") { $0.mark.isInferred },
  ])
}

/// A row that names nobody.
struct ShownUnassigned: Sendable {
  let page: PageContext
  let row: EntityID
  let isProposed: Bool
  /// The relation.
  let field: Int

  static let record: RecordType<ShownUnassigned> = RecordType([
    .record("row", "the thing", of: ShownLink.record) { $0.page.link($0.row) },
    .flag("is_proposed", "only a draft has it") { $0.isProposed },
    .list("statements", "of sources that are said to name none", of: ShownStatement.record) { shown in
      let claims = shown.page.graph[shown.row].today(shown.field)?.claims ?? []
      return claims.filter { !$0.provenance.isEmpty }.map { shown.page.statement($0.provenance) }
    },
  ])
}

extension MatrixPage {
  func marks(_ cell: Matrix.Cell) -> [ShownMark] {
    cell.marks.map { ShownMark(page: self, mark: $0) }
  }

  /// Roles differ by their place in the schema, whatever they are called.
  func number(of role: String) -> Int? { matrix.roles.firstIndex(of: role).map { $0 + 1 } }
}
