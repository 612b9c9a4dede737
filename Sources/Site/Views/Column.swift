import Diagnostics
import Knowledge

/// One column of a view's data: what it is called, what it holds, and how it is got from a row. The same list heads the CSV
/// file and names the members of the JSON.
struct Column<Row>: Sendable {
  let name: String
  /// One line of Markdown, for the manual.
  let doc: String
  let json: @Sendable (Row) -> JSON

  init(_ name: String, _ doc: String = "", _ json: @escaping @Sendable (Row) -> JSON) {
    self.name = name
    self.doc = doc
    self.json = json
  }

  static func text(_ name: String, _ doc: String = "", _ text: @escaping @Sendable (Row) -> String?) -> Column
  {
    Column(name, doc) { .optional(text($0)) }
  }

  static func texts(_ name: String, _ doc: String = "", _ texts: @escaping @Sendable (Row) -> [String])
    -> Column
  {
    Column(name, doc) { .array(texts($0).map(JSON.string)) }
  }

  /// `null` where it is not known.
  static func flag(_ name: String, _ doc: String = "", _ flag: @escaping @Sendable (Row) -> Bool?) -> Column {
    Column(name, doc) { flag($0).map(JSON.bool) ?? .null }
  }

  static func number(_ name: String, _ doc: String = "", _ number: @escaping @Sendable (Row) -> Int) -> Column
  {
    Column(name, doc) { .integer(number($0)) }
  }

  /// The parts of a statement that stand in columns of their own, as a claim has them.
  static func statement(
    _ keys: [ClaimKey], _ provenance: @escaping @Sendable (Row) -> Provenance?
  ) -> [Column] {
    keys.map { key in
      Column(key.rawValue, "as in the claim") { row in
        guard key != .inferred else { return .bool(provenance(row)?.isInferred ?? false) }
        switch provenance(row)?[key] {
        case .text(let text)?: return .string(text)
        case .date(let date)?: return .string(date.description)
        default: return .null
        }
      }
    }
  }
}

extension ViewData {
  init<Row>(_ columns: [Column<Row>], _ rows: [Row]) {
    self.init(columns: columns.map(\.name), rows: rows.map { row in columns.map { $0.json(row) } })
  }
}
