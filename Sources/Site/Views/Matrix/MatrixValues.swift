import Knowledge
import Templates

extension MatrixView {
  static func shape(_ shapes: Shapes) -> [String: Shape] {
    let link = ViewCanvas.linkShape
    let mark = Shape.object(["role": .text, "role_name": .text, "order": .text, "is_inferred": .flag])
    return [
      "rows_label": .text, "column_label": .text, "row_count": .text, "column_count": .text,
      "columns": .list(link),
      "rows": .list(
        .object([
          "row": link, "number": .text, "groups": .list(link), "count": .text,
          "cells": .list(.object(["column": link, "marks": .list(mark), "is_named": .flag])),
        ])),
      "totals": .list(.object(["column": link, "count": .text])),
      "bodies": .list(
        .object([
          "column": link, "count": .text, "anchor": .text,
          "roles": .list(.object(["role": .text, "role_name": .text, "count": .text])),
          "alone": .list(link), "alone_count": .text,
          "partners": .list(.object(["column": link, "count": .text])),
          "rows": .list(
            .object([
              "row": link, "marks": .list(mark), "with": .list(link), "is_alone": .flag,
              "statements": .list(shapes.statement),
            ])),
        ])),
      "unassigned": .list(.object(["row": link, "statements": .list(shapes.statement)])),
      "unassigned_count": .text, "has_unassigned": .flag,
      "roles": .list(.object(["role": .text, "role_name": .text, "count": .text])),
    ]
  }

  func values(of part: ViewPart, on page: ViewCanvas) -> Object {
    let matrix = matrix(of: part, in: page.graph)
    let kind = page.graph.schema[rows]
    let unassigned = matrix.rowsWithoutAnyone
    let totals = matrix.totals(in: page.graph)
    return [
      "rows_label": .text(kind.label.many),
      "column_label": .text(kind.fields[columns].label),
      "row_count": page.count(matrix.rows.count),
      "column_count": page.count(matrix.columns.count),
      "columns": .list(matrix.columns.map(page.link)),
      "rows": .list(matrix.rows.filter { !$0.cells.isEmpty }.map { row($0, matrix, page) }),
      "totals": .list(totals.map { ["column": page.link($0.column), "count": page.count($0.rows.count)] }),
      "bodies": .list(totals.map { body($0, matrix, page) }),
      "unassigned": .list(unassigned.map { nobody($0, page) }),
      "unassigned_count": page.count(unassigned.count),
      "has_unassigned": .flag(!unassigned.isEmpty),
      "roles": .list(roles(totals.flatMap(\.roles), page)),
    ]
  }

  private func row(_ row: Matrix.Row, _ matrix: Matrix, _ page: ViewCanvas) -> Value {
    [
      "row": page.link(row.entity),
      "number": .text(String(page.graph[row.entity].slug.split(separator: "/").last ?? "")),
      "groups": .list(row.groups.map(page.link)),
      "count": page.count(row.cells.count),
      "cells": .list(
        matrix.columns.map { column in
          let cell = row.cell(column)
          return [
            "column": page.link(column), "is_named": .flag(cell != nil),
            "marks": .list(cell.map { marks($0, matrix, page) } ?? []),
          ]
        }),
    ]
  }

  /// What the sources say of a cell, each wording once.
  private func marks(_ cell: Matrix.Cell, _ matrix: Matrix, _ page: ViewCanvas) -> [Value] {
    let said = cell.edges.map { edge in
      Mark(
        role: matrix.role(of: edge), order: matrix.order(of: edge), isInferred: edge.provenance.isInferred)
    }
    return said.unique.map { mark in
      [
        "role": page.optional(mark.role.map { page.word($0) }), "role_name": page.optional(mark.role),
        "order": page.optional(mark.order), "is_inferred": .flag(mark.isInferred),
      ]
    }
  }

  private struct Mark: Hashable {
    var role: String?
    var order: String?
    var isInferred: Bool
  }

  private func body(_ total: Matrix.Total, _ matrix: Matrix, _ page: ViewCanvas) -> Value {
    [
      "column": page.link(total.column),
      "anchor": .text(page.graph[total.column].slug),
      "count": page.count(total.rows.count),
      "roles": .list(roles(total.roles, page)),
      "alone": .list(total.alone.map(page.link)),
      "alone_count": page.count(total.alone.count),
      "partners": .list(
        total.partners.map { ["column": page.link($0.entity), "count": page.count($0.rows)] }),
      "rows": .list(
        matrix.rows.compactMap { row in
          row.cell(total.column).map { share(row, $0, matrix, page) }
        }),
    ]
  }

  /// What one body has of one row.
  private func share(_ row: Matrix.Row, _ cell: Matrix.Cell, _ matrix: Matrix, _ page: ViewCanvas) -> Value {
    let values = page.values(of: row.entity)
    return [
      "row": page.link(row.entity),
      "marks": .list(marks(cell, matrix, page)),
      "with": .list(row.partners(of: cell.column).map(page.link)),
      "is_alone": .flag(row.cells.count == 1),
      "statements": .list(cell.edges.map { values.statement($0.provenance) }),
    ]
  }

  /// A row that names nobody, with the sources that are said to name none.
  private func nobody(_ row: Matrix.Row, _ page: ViewCanvas) -> Value {
    let claims = page.graph[row.entity].fact(columns)?.claims ?? []
    let values = page.values(of: row.entity)
    return [
      "row": page.link(row.entity),
      "statements": .list(claims.filter { !$0.provenance.isEmpty }.map { values.statement($0.provenance) }),
    ]
  }

  private func roles(_ roles: [(role: String, rows: Int)], _ page: ViewCanvas) -> [Value] {
    roles.map(\.role).unique.map { role in
      let count = roles.filter { $0.role == role }.reduce(0) { $0 + $1.rows }
      return [
        "role": .text(page.word(role)), "role_name": .text(role), "count": page.count(count),
      ]
    }
  }
}
