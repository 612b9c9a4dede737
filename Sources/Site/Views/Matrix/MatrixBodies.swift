import Knowledge
import Templates

/// A column for itself.
struct ShownMatrixColumn: Sendable {
  let page: MatrixPage
  let body: MatrixStretch.Body

  private var total: Matrix.Total { body.total }

  static let record: RecordType<ShownMatrixColumn> = RecordType([
    .record("column", "who is named", of: ShownLink.record) { $0.page.page.link($0.total.column) },
    .text("anchor", "its id on the page") { $0.page.page.graph.id(of: $0.total.column) },
    .list("passed_to", "who has its tasks now, where others follow it", of: ShownLink.record) { body in
      body.page.page.graph.followers(of: body.total.column).map { body.page.page.link($0) }
    },
    .number("count", "in how many rows it is named, without those of drafts") { $0.total.rowCount },
    .flag("is_continued", "it goes on from the page before") { $0.body.isContinued },
    .list("roles", "what it is to the rows", of: ShownRole.record) { body in
      body.total.roles.map { ShownRole(page: body.page, count: $0) }
    },
    .list("alone", "the rows that name nobody else", of: ShownLink.record) { body in
      body.total.alone.map { body.page.page.link($0) }
    },
    .list("partners", "who is named with it, the most frequent first", of: ShownColumnCount.record) {
      body in
      body.total.partners.prefix(Matrix.mostPartners).map {
        ShownColumnCount(page: body.page.page, column: $0.entity, count: $0.rows)
      }
    },
    .number("partners_more", "how many more there are, where they are very many") {
      max(0, $0.total.partners.count - Matrix.mostPartners)
    },
    .list("rows", "the rows that name it", of: ShownShare.record) { body in
      body.body.rows.compactMap { row in
        row.cell(body.total.column).map { ShownShare(page: body.page, row: row, cell: $0) }
      }
    },
  ])
}

/// What one body has of one row.
struct ShownShare: Sendable {
  let page: MatrixPage
  let row: Matrix.Row
  let cell: Matrix.Cell

  static let record: RecordType<ShownShare> = RecordType([
    .record("row", "the thing", of: ShownLink.record) { $0.page.page.link($0.row.entity) },
    .flag("is_proposed", "only a draft has it") { $0.row.isProposed },
    .list("marks", "what it says, as in a cell", of: ShownMark.record) { $0.page.marks($0.cell) },
    .list("with", "who else is named", of: ShownLink.record) { share in
      share.row.partners(of: share.cell.column).map { share.page.page.link($0) }
    },
    .list("statements", "who says so", of: ShownStatement.record) { share in
      share.cell.edges.map { share.page.page.statement($0.provenance) }
    },
  ])
}

/// A role, with how often it comes.
struct ShownRole: Sendable {
  let page: MatrixPage
  let count: Matrix.RoleCount

  static let record = RecordType<ShownRole>([
    .text("role", "in words") { $0.page.page.word($0.count.role, field: "role") },
    .text("role_name", "the same, as written") { $0.count.role },
    .number("shape", "its number in the schema, by which its mark is drawn") {
      $0.page.number(of: $0.count.role)
    },
    .number("count", "in how many rows") { $0.count.rows },
  ])
}

/// A column, with a number of rows.
struct ShownColumnCount: Sendable {
  let page: PageContext
  let column: EntityID
  let count: Int

  static let record: RecordType<ShownColumnCount> = RecordType([
    .record("column", "who is named", of: ShownLink.record) { $0.page.link($0.column) },
    .number("count", "in how many rows") { $0.count },
  ])
}
