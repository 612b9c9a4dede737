import Diagnostics
import Knowledge

/// What a row and a column have in common.
private struct CrosstabLine {
  let site: SiteModel
  let row: CountedValue
  let column: CountedValue
  let things: [Crosstab.Thing]

  /// What is only proposed is told where the schema knows proposals.
  static func columns(in schema: Schema) -> [Column<CrosstabLine>] {
    schema.knowsProposals ? said + [proposed] : said
  }

  private static let said: [Column<CrosstabLine>] = [
    .text("row", "as in the table") { $0.site.name(of: $0.row) },
    .text("row_title", "in words") { $0.site.theme.label(of: $0.row, in: $0.site.graph) },
    .text("column", "as in the table") { $0.site.name(of: $0.column) },
    .text("column_title", "in words") { $0.site.theme.label(of: $0.column, in: $0.site.graph) },
    .number("count", "how many, without what is only proposed") { $0.things.counted },
    .texts("things", "what is counted") { line in
      line.things.filter { !$0.isProposed }.map { line.site.graph.name(of: $0.target) }
    },
  ]

  private static let proposed: Column<CrosstabLine> = .texts("proposed", "what is only proposed") { line in
    line.things.filter(\.isProposed).map { line.site.graph.name(of: $0.target) }
  }
}

extension CrosstabView {
  /// The table has the numbers; the JSON an object for each pair that has something.
  func data(of part: ViewPart, _ crosstab: Crosstab, in site: SiteModel) -> ViewData {
    let lines = crosstab.rows.indices.flatMap { row in
      crosstab.columns(of: row).map { column in
        CrosstabLine(
          site: site, row: crosstab.rows[row].value, column: crosstab.columns[column].value,
          things: crosstab.things(row: row, column: column))
      }
    }
    var data = ViewData(CrosstabLine.columns(in: site.graph.schema), lines)
    data.table = table(crosstab, site)
    return data
  }

  private func table(_ crosstab: Crosstab, _ site: SiteModel) -> Table {
    let columns = crosstab.columns
    let header = [crossing.rows.name, "title"] + columns.map { site.name(of: $0.value) ?? "-" } + ["total"]
    let lines = crosstab.rows.enumerated().map { number, row in
      [site.name(of: row.value) ?? "-", site.theme.label(of: row.value, in: site.graph)]
        + columns.indices.map { String(crosstab.things(row: number, column: $0).counted) }
        + [String(row.count)]
    }
    let foot = ["total", ""] + columns.map { String($0.count) } + [String(crosstab.things.counted)]
    return Table(header: header, rows: lines + [foot])
  }
}

extension SiteModel {
  /// As it is written; `nil` where nothing is said.
  fileprivate func name(of value: CountedValue) -> String? {
    switch value {
    case .word(let word): word
    case .flag(let flag): String(flag)
    case .entity(let entity): graph.id(of: entity)
    case .year(let year): year.asYear
    case .none: nil
    }
  }
}

extension KnowledgeGraph {
  /// The id, with the record's behind it.
  func name(of target: Target) -> String {
    id(of: target.entity) + (target.anchor.map { "#" + $0 } ?? "")
  }
}
