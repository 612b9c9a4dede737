import Changes
import Diagnostics
import Knowledge
import Templates

/// The newest records as an Atom feed (RFC 4287). Addresses are ids, and a record's day is when it was updated:
/// nothing depends on when the site was built.
extension ChangesView {
  private static let mostEntries = 20
  /// In one entry, so that a feed stays small.
  private static let mostLines = 200

  private static let feedTemplate = "changes.xml"
  /// Makes the HTML of one record, which the feed holds as text.
  private static let entryTemplate = "changes-entry.xml"

  static var feedShapes: [String: Shape] {
    [feedTemplate: .record(ChangesFeed.record), entryTemplate: .record(FeedContent.record)]
  }

  func feed(of page: ViewPage, _ answer: Void, in site: SiteModel) -> (
    bytes: [UInt8], diagnostics: [Diagnostic]
  ) {
    guard let base = site.configuration.baseURL, let newest = entries.first else { return ([], []) }
    let context = PageContext(site, root: base, viewName: page.declared.name)
    let recorded = RecordedEntities(page: context, isInFeed: true)
    let frame = site.theme.records.frame.value(
      PageFrame(page: context, path: page.feedPath, title: page.title))
    var diagnostics: [Diagnostic] = []
    let records = published(entries, in: site.graph).prefix(Self.mostEntries).map { entry in
      let content = content(of: entry, recorded, frame)
      diagnostics += content.diagnostics
      return ChangesFeed.Entry(
        record: RecordedChanges(entry: entry, recorded: recorded), content: content.text)
    }
    let view = ChangesFeed.View(title: page.title, href: site.configuration.address(of: page.path))
    let model = ChangesFeed(view: view, updated: newest.record.date.description, records: records)
    let feed = site.fill(Self.feedTemplate, [frame, ChangesFeed.record.value(model)])
    return (feed.bytes, diagnostics + feed.diagnostics)
  }

  /// - Parameter frame: what every template gets.
  private func content(
    of entry: Entry, _ recorded: RecordedEntities, _ frame: Value
  ) -> (text: String, diagnostics: [Diagnostic]) {
    var record = entry.record
    let more = record.changes.shorten(to: Self.mostLines)
    let shown = RecordedChanges(entry: Entry(slug: entry.slug, record: record), recorded: recorded)
    let own = FeedContent.record.value(FeedContent(record: shown, more: more))
    let filled = recorded.page.site.fill(Self.entryTemplate, [frame, own])
    let isOnLines = filled.bytes.last == UInt8(ascii: "\n")
    let text = String(decoding: filled.bytes.dropLast(isOnLines ? 1 : 0), as: UTF8.self)
    return (text, filled.diagnostics)
  }
}

/// What the template of the feed gets.
private struct ChangesFeed: Sendable {
  let view: View
  let updated: String
  let records: [Entry]

  static let record: RecordType<ChangesFeed> = RecordType([
    .record("view", "the page", of: View.record) { $0.view },
    .text("updated", "the day of the newest record") { $0.updated },
    .list("records", "the newest first", of: Entry.record) { $0.records },
  ])

  struct View: Sendable {
    let title: String
    let href: String?

    static let record: RecordType<View> = RecordType([
      .text("title", "its title") { $0.title }, .text("href", "its address") { $0.href },
    ])
  }

  struct Entry: Sendable {
    let record: RecordedChanges
    let content: String

    static let record: RecordType<Entry> = RecordType(
      "", "", with: RecordedChanges.record.members { $0.record },
      [.text("content", "the HTML that `changes-entry.xml` made") { $0.content }])
  }
}

/// What the template of an entry gets.
private struct FeedContent: Sendable {
  let record: RecordedChanges
  let more: Int

  static let record: RecordType<FeedContent> = RecordType(
    "", "", with: RecordedChanges.record.members { $0.record },
    [.number("more", "how many lines are left out") { $0.more }])
}

extension KnowledgeChanges {
  /// Keeps what is told in the first lines, of which a heading is one too.
  ///
  /// - Returns: how many lines are left out.
  fileprivate mutating func shorten(to lines: Int) -> Int {
    var count = 0
    func first<Item>(_ items: [Item]) -> [Item] {
      guard !items.isEmpty else { return [] }
      count += 1
      let room = max(0, lines - count)
      count += items.count
      return Array(items.prefix(room))
    }
    discrepancies = DiscrepancyChange.Sort.allCases.flatMap { first(discrepancies($0)) }
    entities = EntityChange.Sort.order.flatMap { first(entities($0)) }
    schema = first(schema)
    settings = first(settings)
    return max(0, count - lines)
  }
}
