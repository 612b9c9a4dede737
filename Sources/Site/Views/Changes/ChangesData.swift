import Diagnostics
import Knowledge

extension ChangesView {
  /// One row for each discrepancy, entity, detail, field and setting.
  func data(of part: ViewPart, in site: SiteModel) -> ViewData {
    ViewData(
      columns: ChangeRow.columns,
      rows: published(entries(of: part), in: site.graph).flatMap { ChangeRow.all(of: $0.record) })
  }
}

/// A line of the table; what it says nothing on is null.
private struct ChangeRow {
  static let columns = [
    "date", "about", "change", "id", "title", "of", "field", "record", "old", "new", "target", "source",
    "scope", "as_of", "aspects", "sentence",
  ]

  let date: String
  var about: String
  var change: String
  var entity: NamedEntity?
  var detail: ChangeDetail?
  var field: String?
  var old: String?
  var new: String?
  var sentence: String?

  static func all(of record: ChangeRecord) -> [[JSON]] {
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
        date: date, about: "schema", change: $0.action.rawValue,
        field: $0.kind + ($0.field.map { "." + $0 } ?? ""), old: $0.old, new: $0.new, sentence: $0.sentence)
    }
    rows += changes.settings.map {
      ChangeRow(
        date: date, about: "setting", change: "changed", field: $0.name, old: $0.old, new: $0.new,
        sentence: $0.sentence)
    }
    return rows.map(\.cells)
  }

  private var cells: [JSON] {
    let aspects = detail?.aspectsInWords.map(JSON.string) ?? []
    return [
      .string(date), .string(about), .string(change), .optional(entity?.id), .optional(entity?.title),
      .optional(detail?.topic.rawValue), .optional(field), .optional(detail?.record ?? entity?.anchor),
      .optional(old), .optional(new), .optional(detail?.target?.id), .optional(detail?.source?.id),
      .optional(detail?.scope), .optional(detail?.asOf), .array(aspects), .optional(sentence),
    ]
  }
}
