import Changes
import Knowledge
import Templates

/// What a page of changes shows: all records, or one.
struct ChangesPage: Sendable {
  let records: [RecordedChanges]
  let feed: String?

  static let record: RecordType<ChangesPage> = RecordType([
    .text("feed", "the address of the feed, where there is one") { $0.feed },
    .list("records", "the newest first", of: RecordedChanges.record) { $0.records },
  ])
}

extension ChangesView {
  static var shape: Shape { .record(ChangesPage.record) }

  func value(of part: ViewPart, _ answer: Void, on page: PageContext) -> Value {
    let isWhole = part.about == .whole
    let recorded = RecordedEntities(page: page)
    let records = published(entries(of: part), in: page.graph).map {
      RecordedChanges(entry: $0, recorded: recorded, isFolding: isWhole)
    }
    return ChangesPage.record.value(ChangesPage(records: records, feed: feedHref(page)))
  }

  private func feedHref(_ page: PageContext) -> String? {
    guard hasFeed, page.site.configuration.baseURL != nil,
      let whole = page.site.views.page(stem: page.viewName)
    else { return nil }
    return page.root + Routes.encode(whole.feedPath)
  }
}
