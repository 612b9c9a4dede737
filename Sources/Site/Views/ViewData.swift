package import Diagnostics
package import Knowledge

/// What a view shows, for other programs: a table, and the same as JSON.
package struct ViewData: Sendable {
  package var table: Table
  /// The content of the member `rows` of the JSON file.
  package var rows: JSON

  /// One JSON object for each row, with the columns as keys; lists and nothing become text in the table. Where a
  /// column is called like one before it, a `_` is put behind the name.
  package init(columns written: [String], rows: [[JSON]]) {
    var columns: [String] = []
    for var name in written {
      while columns.contains(name) { name += "_" }
      columns.append(name)
    }
    table = Table(header: columns, rows: rows.map { $0.map(\.cellText) })
    self.rows = .array(
      rows.map { row in .object(zip(columns, row).map { JSON.Member(key: $0, value: $1) }) })
  }

  /// A table that is laid out otherwise than the JSON.
  package init(table: Table, rows: JSON) {
    self.table = table
    self.rows = rows
  }
}

extension ViewData {
  /// In which a view's data can be had; the raw value ends the file's name.
  package enum Format: String, CaseIterable, Sendable {
    case csv, json
    /// The days, as calendar programs read them.
    case ics

    /// What a published file begins with: without it, Excel takes a CSV file for one in the machine's own encoding.
    /// Programs have no use for it, so `remit export` leaves it out.
    var byteOrderMark: [UInt8] { self == .csv ? [0xEF, 0xBB, 0xBF] : [] }
  }
}

extension JSON {
  fileprivate var cellText: String {
    switch self {
    case .null: ""
    case .bool(let flag): flag ? "true" : "false"
    case .integer(let number): String(number)
    case .number(let number): number
    case .string(let text): text
    case .array(let items): items.map(\.cellText).joined(separator: "; ")
    case .object: compactText
    }
  }
}
