import Changes
import Knowledge
import Templates

/// What a page of changes shows: all records, or one.
struct ChangesPage: Sendable {
  let records: [RecordedChanges]

  static let record: RecordType<ChangesPage> = RecordType([
    .list("records", "the newest first", of: RecordedChanges.record) { $0.records }
  ])
}

extension ChangesView {
  static var shape: Shape { .record(ChangesPage.record) }

  func value(of part: ViewPart, _ answer: Void, on page: PageContext) -> Value {
    let isWhole = part.about == .whole
    let recorded = RecordedEntities(page: page)
    var shown = part
    // A digest has the first rows, and leads to the records, which have all.
    if part.isDigest { shown.rows = rows(of: part, answer, in: page.graph)?.pages.first }
    var window = RowWindow(shown)
    let records = published(entries(of: part), in: page.graph).map {
      RecordedChanges(entry: $0, recorded: recorded, isFolding: isWhole, part: part, &window)
    }
    return ChangesPage.record.value(ChangesPage(records: records))
  }
}
