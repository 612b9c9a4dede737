import Folding
import Knowledge
import Templates

extension MatrixView {
  static var shape: Shape {
    let link = Shape.record(ShownLink.record)
    let mark = Shape.object([
      "role": .text, "role_name": .text, "shape": .text, "order": .text, "is_inferred": .flag,
    ])
    let role = Shape.object(["role": .text, "role_name": .text, "shape": .text, "count": .text])
    return [
      "rows_label": .text, "column_label": .text, "row_count": .text, "column_count": .text,
      "columns": .list(link),
      "rows": .list(
        .object([
          "row": link, "number": .text, "groups": .list(link), "count": .text,
          "cells": .list(.object(["column": link, "marks": .list(mark)])),
        ])),
      "totals": .list(.object(["column": link, "count": .text])),
      "bodies": .list(
        .object([
          "column": link, "count": .text, "anchor": .text,
          "roles": .list(role),
          "alone": .list(link), "alone_count": .text,
          "partners": .list(.object(["column": link, "count": .text])),
          "rows": .list(
            .object([
              "row": link, "marks": .list(mark), "with": .list(link), "is_alone": .flag,
              "statements": .list(.record(ShownStatement.record)),
            ])),
        ])),
      "unassigned": .list(.object(["row": link, "statements": .list(.record(ShownStatement.record))])),
      "unassigned_count": .text, "has_unassigned": .flag,
      "roles": .list(role), "has_bare": .flag,
    ]
  }

  func value(of part: ViewPart, _ matrices: MadeOnce<EntityID?, Matrix>, on page: PageContext) -> Value {
    let matrix = matrix(of: part, matrices, in: page.graph)
    let kind = page.graph.schema[rows]
    let unassigned = matrix.rowsWithoutAnyone
    let totals = matrix.totals
    let links = Dictionary(matrix.columns.map { ($0, page.linkValue($0)) }) { first, _ in first }
    let edges = matrix.rows.lazy.flatMap(\.cells).flatMap(\.edges)
    return [
      "rows_label": .text(kind.label.many),
      "column_label": .text(kind.fields[columns].label),
      "row_count": page.count(matrix.rows.count),
      "column_count": page.count(matrix.columns.count),
      "columns": .list(matrix.columns.compactMap { links[$0] }),
      "rows": .list(matrix.rows.filter { !$0.cells.isEmpty }.map { row($0, matrix, links, page) }),
      "totals": .list(
        totals.map { ["column": page.linkValue($0.column), "count": page.count($0.rows.count)] }),
      "bodies": .list(totals.map { body($0, matrix, page) }),
      "unassigned": .list(unassigned.map { nobody($0, page) }),
      "unassigned_count": page.count(unassigned.count),
      "has_unassigned": .flag(!unassigned.isEmpty),
      "roles": .list(roles(totals.flatMap(\.roles), matrix, page)),
      "has_bare": .flag(edges.contains { matrix.role(of: $0) == nil }),
    ]
  }

  /// - Parameter links: to the columns: a large matrix has more cells than anything should be made for.
  private func row(
    _ row: Matrix.Row, _ matrix: Matrix, _ links: [EntityID: Value], _ page: PageContext
  ) -> Value {
    let empty: Value = ["column": .nothing, "marks": .list([])]
    let cells = Dictionary(row.cells.map { ($0.column, $0) }) { first, _ in first }
    return [
      "row": page.linkValue(row.entity),
      "number": .text(String(page.graph[row.entity].slug.parts(at: "/").last ?? "")),
      "groups": .list(row.groups.map(page.linkValue)),
      "count": page.count(row.cells.count),
      "cells": .list(
        matrix.columns.map { column in
          guard let cell = cells[column] else { return empty }
          return ["column": links[column] ?? .nothing, "marks": .list(marks(cell, matrix, page))]
        }),
    ]
  }

  /// What the sources say of a cell, each role and place once; inferred is what no source says outright.
  private func marks(_ cell: Matrix.Cell, _ matrix: Matrix, _ page: PageContext) -> [Value] {
    let said = cell.edges.map { Mark(role: matrix.role(of: $0), order: matrix.order(of: $0)) }
    return said.unique.map { mark in
      let isInferred = zip(said, cell.edges).allSatisfy { $0 != mark || $1.provenance.isInferred }
      return [
        "role": page.optional(mark.role.map { page.word($0) }), "role_name": page.optional(mark.role),
        "shape": page.optional(mark.role.flatMap { shape(of: $0, matrix) }),
        "order": page.optional(mark.order), "is_inferred": .flag(isInferred),
      ]
    }
  }

  /// The number of its mark: roles differ by their place in the schema, whatever they are called.
  private func shape(of role: String, _ matrix: Matrix) -> String? {
    matrix.roles.firstIndex(of: role).map { String($0 + 1) }
  }

  private struct Mark: Hashable {
    var role: String?
    var order: String?
  }

  private func body(_ total: Matrix.Total, _ matrix: Matrix, _ page: PageContext) -> Value {
    [
      "column": page.linkValue(total.column),
      "anchor": .text(page.graph.id(of: total.column)),
      "count": page.count(total.rows.count),
      "roles": .list(roles(total.roles, matrix, page)),
      "alone": .list(total.alone.map(page.linkValue)),
      "alone_count": page.count(total.alone.count),
      "partners": .list(
        total.partners.map { ["column": page.linkValue($0.entity), "count": page.count($0.rows)] }),
      "rows": .list(
        total.rows.compactMap { row in
          row.cell(total.column).map { share(row, $0, matrix, page) }
        }),
    ]
  }

  /// What one body has of one row.
  private func share(_ row: Matrix.Row, _ cell: Matrix.Cell, _ matrix: Matrix, _ page: PageContext) -> Value {
    return [
      "row": page.linkValue(row.entity),
      "marks": .list(marks(cell, matrix, page)),
      "with": .list(row.partners(of: cell.column).map(page.linkValue)),
      "is_alone": .flag(row.cells.count == 1),
      "statements": .list(cell.edges.map { page.statementValue($0.provenance) }),
    ]
  }

  /// A row that names nobody, with the sources that are said to name none.
  private func nobody(_ row: Matrix.Row, _ page: PageContext) -> Value {
    let claims = page.graph[row.entity].fact(columns)?.claims ?? []
    return [
      "row": page.linkValue(row.entity),
      "statements": .list(
        claims.filter { !$0.provenance.isEmpty }.map { page.statementValue($0.provenance) }),
    ]
  }

  private func roles(
    _ roles: [(role: String, rows: Int)], _ matrix: Matrix, _ page: PageContext
  ) -> [Value] {
    // In the schema's order, whoever is named first.
    matrix.roles.compactMap { role in
      let count = roles.filter { $0.role == role }.reduce(0) { $0 + $1.rows }
      guard count > 0 else { return nil }
      return [
        "role": .text(page.word(role)), "role_name": .text(role), "count": page.count(count),
        "shape": page.optional(shape(of: role, matrix)),
      ]
    }
  }
}
