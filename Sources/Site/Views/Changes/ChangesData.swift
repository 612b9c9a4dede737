import Changes
import Diagnostics
import Knowledge

extension ChangesView {
  /// One row for each discrepancy, entity, detail, field and setting.
  func data(of part: ViewPart, _ answer: Void, in site: SiteModel) -> ViewData {
    let rows = published(entries(of: part), in: site.graph).flatMap { ChangeRow.all(of: $0.record) }
    return ViewData(
      columns: ChangeRow.columns.map(\.name),
      rows: rows.map { row in ChangeRow.columns.map { $0.cell(row) } })
  }
}

/// A line of the table; what it says nothing on is null.
private struct ChangeRow {
  let date: String
  var about: String
  var change: String
  var entity: NamedEntity?
  var detail: ChangeDetail?
  var field: String?
  var old: String?
  var new: String?
  var sentence: String?

  static let columns: [(name: String, cell: @Sendable (ChangeRow) -> JSON)] = [
    ("date", { .string($0.date) }),
    ("about", { .string($0.about) }),
    ("change", { .string($0.change) }),
    ("id", { .optional($0.entity?.id) }),
    ("title", { .optional($0.entity?.title) }),
    ("of", { .optional($0.detail?.topic.rawValue) }),
    ("field", { .optional($0.field) }),
    ("record", { .optional($0.detail?.record ?? $0.entity?.anchor) }),
    ("old", { .optional($0.old) }),
    ("new", { .optional($0.new) }),
    ("target", { .optional($0.detail?.target?.id) }),
    (ClaimKey.source.rawValue, { .optional($0.detail?.source?.id) }),
    (ClaimKey.scope.rawValue, { .optional($0.detail?.scope) }),
    (ClaimKey.asOf.rawValue, { .optional($0.detail?.asOf) }),
    ("aspects", { .array($0.detail?.aspectsInWords.map(JSON.string) ?? []) }),
    ("sentence", { .optional($0.sentence) }),
  ]

  static func all(of record: ChangeRecord) -> [ChangeRow] {
    let date = record.date.description
    let changes = record.changes
    var rows = changes.discrepancies.map {
      ChangeRow(
        date: date, about: "discrepancy", change: $0.sort.rawValue, entity: $0.entity, field: $0.field,
        old: $0.oldState, new: $0.newState, sentence: $0.sentence)
    }
    for entity in changes.entities {
      rows.append(
        ChangeRow(
          date: date, about: "entity", change: entity.sort.rawValue, entity: entity.entity,
          old: entity.formerID, new: entity.formerID.map { _ in entity.entity.id }))
      rows += entity.details.map {
        ChangeRow(
          date: date, about: "detail", change: $0.action.rawValue, entity: entity.entity, detail: $0,
          field: $0.field, old: $0.old, new: $0.new, sentence: $0.sentence)
      }
    }
    rows += changes.schema.map {
      ChangeRow(
        date: date, about: "schema", change: $0.action.rawValue, field: $0.name, old: $0.old, new: $0.new,
        sentence: $0.sentence)
    }
    rows += changes.settings.map {
      ChangeRow(
        date: date, about: "setting", change: "changed", field: $0.name, old: $0.old, new: $0.new,
        sentence: $0.sentence)
    }
    return rows
  }
}
