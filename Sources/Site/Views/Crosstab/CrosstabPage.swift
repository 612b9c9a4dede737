import Knowledge
import Templates

/// What the template of a crosstab gets. A class, since each of its cells has it.
final class CrosstabPage: Sendable {
  let page: PageContext
  let crosstab: Crosstab
  let part: ViewPart

  init(page: PageContext, crosstab: Crosstab, part: ViewPart) {
    (self.page, self.crosstab, self.part) = (page, crosstab, part)
  }

  static let record: RecordType<CrosstabPage> = RecordType(
    "crosstab", "",
    [
      .text("label", "what is counted, from the schema") { $0.view.label(in: $0.page.graph.schema) },
      .text("rows_label", "what the rows are") {
        $0.view.label(of: $0.view.crossing.rows, in: $0.page.graph.schema)
      },
      .text("columns_label", "what the columns are") {
        $0.view.label(of: $0.view.crossing.columns, in: $0.page.graph.schema)
      },
      .list("columns", "the values that come, those that say nothing last", of: ShownCrosstabColumn.record) {
        page in
        page.crosstab.columns.map { ShownCrosstabColumn(page: page, group: $0) }
      },
      .list("rows", "the values that come, those that say nothing last", of: ShownCrosstabRow.record) {
        page in
        page.crosstab.rows.indices.map { ShownCrosstabRow(page: page, number: $0) }
      },
      .list("sections", "the rows whose things are on the page", of: ShownCrosstabRow.record) { page in
        page.crosstab.sections(on: page.part).map {
          ShownCrosstabRow(page: page, number: $0.row, shown: $0.pairs)
        }
      },
      .flag("has_table", "the first page, with the table or why there is none") { !$0.part.isContinued },
      .number("total", "how many there are") { $0.crosstab.things.counted },
      .number("proposed", "how many are only proposed, and in no number") {
        $0.crosstab.things.count - $0.crosstab.things.counted
      },
      .number("pairs", "how many pairs there are, without those that say nothing") { $0.crosstab.pairs },
      .number("empty", "how many of them have nothing") { $0.crosstab.emptyPairs },
      .flag("has_several", "a thing counts with several values") { $0.crosstab.hasSeveral },
      .flag("is_too_large", "there are so many that the table is left out") { $0.crosstab.isTooLarge },
    ])

  private var view: CrosstabView { crosstab.view }

  fileprivate func cell(row: Int, column: Int) -> ShownCrosstabCell {
    ShownCrosstabCell(page: self, row: row, column: column)
  }
}

/// A value of the columns.
struct ShownCrosstabColumn: Sendable {
  let page: CrosstabPage
  let group: Crosstab.Group

  static let record: RecordType<ShownCrosstabColumn> = RecordType([
    .text("text", "in words") { $0.page.page.site.theme.label(of: $0.group.value, in: $0.page.page.graph) },
    .text("href", "of a thing: its page") { shown in
      if case .entity(let entity) = shown.group.value {
        shown.page.page.href(Target(entity))
      } else {
        nil
      }
    },
    .flag("is_unsaid", "those that say nothing") { $0.group.value == .none },
    .number("count", "how many") { $0.group.count },
  ])
}

/// A value of the rows.
struct ShownCrosstabRow: Sendable {
  let page: CrosstabPage
  let number: Int
  /// In `sections`: the columns with the things that are on the page.
  var shown: [(column: Int, things: [Crosstab.Thing])]?

  private var value: ShownCrosstabColumn {
    ShownCrosstabColumn(page: page, group: page.crosstab.rows[number])
  }

  static let record: RecordType<ShownCrosstabRow> = RecordType(
    "", "", with: ShownCrosstabColumn.record.members { $0.value },
    [
      .text("anchor", "the id of its section") { Crosstab.anchor(row: $0.number) },
      .text("place", "the address of its section") { row in
        let part = row.page.part
        return row.page.page.href(to: Crosstab.anchor(row: row.number), of: part.about, from: part)
      },
      .list("cells", "one for each column", of: ShownCrosstabCell.record) { row in
        row.page.crosstab.columns.indices.map { row.page.cell(row: row.number, column: $0) }
      },
      .list(
        "pairs", "the cells that have something; in `sections` those on the page",
        of: ShownCrosstabCell.record
      ) { $0.pairs },
    ])
}

extension ShownCrosstabRow {
  private var pairs: [ShownCrosstabCell] {
    guard let shown else {
      return page.crosstab.columns(of: number).map { page.cell(row: number, column: $0) }
    }
    return shown.map { ShownCrosstabCell(page: page, row: number, column: $0.column, onPage: $0.things) }
  }
}

/// What a row and a column have in common.
struct ShownCrosstabCell: Sendable {
  let page: CrosstabPage
  let row: Int
  let column: Int
  /// Those of its things that are on the page; `nil` for all.
  var onPage: [Crosstab.Thing]?

  private var things: [Crosstab.Thing] { page.crosstab.things(row: row, column: column) }

  static let record: RecordType<ShownCrosstabCell> = RecordType([
    .record("column", "the column", of: ShownCrosstabColumn.record) { cell in
      ShownCrosstabColumn(page: cell.page, group: cell.page.crosstab.columns[cell.column])
    },
    .text("anchor", "the id of the list of its things") {
      Crosstab.anchor(row: $0.row, column: $0.column)
    },
    .text("place", "the address of that list") { cell in
      let (page, part) = (cell.page.page, cell.page.part)
      return page.href(
        to: Crosstab.anchor(row: cell.row, column: cell.column), of: part.about, from: part)
    },
    .number("count", "how many") { $0.things.counted },
    .number("proposed", "how many are only proposed") { $0.things.count - $0.things.counted },
    .list("things", "what is counted, and what is only proposed", of: ShownCrosstabThing.record) {
      $0.shown
    },
  ])

  /// Records stand behind what they are of.
  private var shown: [ShownCrosstabThing] {
    var shown: [ShownCrosstabThing] = []
    for thing in onPage ?? things {
      if let last = shown.last?.things.first, last.target.entity == thing.target.entity,
        last.isProposed == thing.isProposed
      {
        shown[shown.count - 1].things.append(thing)
      } else {
        shown.append(ShownCrosstabThing(page: page.page, things: [thing]))
      }
    }
    return shown
  }
}

/// A thing, or some of its records.
struct ShownCrosstabThing: Sendable {
  let page: PageContext
  var things: [Crosstab.Thing]

  static let record: RecordType<ShownCrosstabThing> = RecordType([
    .record("link", "the thing", of: ShownLink.record) { shown in
      shown.things.first.map { shown.page.link($0.target.entity) }
    },
    .flag("is_proposed", "only a draft makes it: it is in no number") {
      $0.things.first?.isProposed ?? false
    },
    .number("count", "how many of its records") { $0.things.count },
    .list("records", "those that have an id", of: recordRecord) { shown in
      shown.things.filter { $0.target.anchor != nil }.map { (page: shown.page, target: $0.target) }
    },
  ])

  private static let recordRecord = RecordType<(page: PageContext, target: Target)>([
    .text("id", "of the record") { $0.target.anchor },
    .text("href", "where it stands") { $0.page.href($0.target) },
  ])
}
