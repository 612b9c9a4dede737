import Knowledge

extension CrosstabView {
  /// The things of each pair, row by row.
  func rows(of part: ViewPart, _ crosstab: Crosstab, in graph: KnowledgeGraph) -> ViewRows? {
    var view = ViewRows()
    for row in crosstab.rows.indices {
      view.mark(Crosstab.anchor(row: row))
      for column in crosstab.columns(of: row) {
        view.mark(Crosstab.anchor(row: row, column: column))
        view.add(crosstab.things(row: row, column: column).count)
      }
    }
    return view
  }
}

extension Crosstab {
  /// The id of the section of a row.
  static func anchor(row: Int) -> String { "row-\(row + 1)" }

  /// The id of what a row and a column have in common.
  static func anchor(row: Int, column: Int) -> String { "cell-\(row + 1)-\(column + 1)" }

  /// The pairs of one row that are on a page, with those of their things that are.
  struct Section: Sendable {
    let row: Int
    let pairs: [(column: Int, things: [Thing])]
  }

  func sections(on part: ViewPart) -> [Section] {
    var window = RowWindow(part)
    return rows.indices.compactMap { row in
      let pairs = columns(of: row).compactMap { column -> (column: Int, things: [Thing])? in
        let things = window.take(self.things(row: row, column: column))
        return things.isEmpty ? nil : (column, things)
      }
      return pairs.isEmpty ? nil : Section(row: row, pairs: pairs)
    }
  }
}
