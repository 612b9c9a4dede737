import Diagnostics
import Knowledge
import Templates

/// The deadlines as an Atom feed (RFC 4287), the latest news first. A date that moves is a new entry: its id is the
/// page's address with the date.
extension TrackerView {
  private static let mostEntries = 100
  private static let feedTemplate = "tracker.xml"

  var hasFeed: Bool { true }

  static var feedShapes: [String: Shape] { [feedTemplate: .record(TrackerFeed.record)] }

  func feed(
    of page: ViewPage, _ tracker: Tracker, in site: SiteModel
  ) -> (bytes: [UInt8], diagnostics: [Diagnostic]) {
    guard let base = site.configuration.baseURL else { return ([], []) }
    let context = PageContext(site, root: base, viewName: page.declared.name)
    let entries = tracker.dueDates(on: context).compactMap { TrackerFeed.Entry($0) }.enumerated().sorted {
      ($1.element.updated, $0.offset) < ($0.element.updated, $1.offset)
    }
    let model = TrackerFeed(
      title: page.title, href: site.configuration.address(of: page.path),
      entries: entries.prefix(Self.mostEntries).map(\.element))
    let frame = site.theme.records.frame.value(
      PageFrame(page: context, path: page.feedPath, title: page.title))
    return site.fill(Self.feedTemplate, [frame, TrackerFeed.record.value(model)])
  }
}

/// What the template of the feed gets.
private struct TrackerFeed: Sendable {
  let title: String
  let href: String?
  let entries: [Entry]

  static let record: RecordType<TrackerFeed> = RecordType([
    .text("title", "of the view") { $0.title },
    .text("href", "the address of its page") { $0.href },
    .text("updated", "the day of the latest entry") { $0.entries.first?.updated ?? "1970-01-01" },
    .list("entries", "the latest news first", of: Entry.record) { $0.entries },
  ])

  struct Entry: Sendable {
    let due: DueDate
    let href: String
    /// The address that a page of the target's own has or would have: an entry stays the same where the target becomes a
    /// section.
    let id: String
    let updated: String

    /// `nil` where the page has no address.
    init?(_ due: DueDate) {
      guard let href = due.address, let id = due.ownAddress else { return nil }
      self.due = due
      self.href = href
      self.id = id
      // The day of the build is no news: what says no day comes last.
      updated = due.news?.firstDay?.description ?? "1970-01-01"
    }

    static let record: RecordType<Entry> = RecordType([
      .text("id", "its address with the date: one that moves is a new entry") { entry in
        let moves = entry.due.moves
        return entry.id + "#due-" + Routes.encode(entry.due.date.description)
          + (moves > 0 ? "-\(moves)" : "")
      },
      .text("title", "the target") { $0.due.title },
      .text("date", "by when") { $0.due.date.display(in: $0.due.page.readerWords) },
      .text("href", "the target's page") { $0.href },
      .text("updated", "the day of the news: that from which the date holds, else that of its source") {
        $0.updated
      },
      .texts("lines", "what there is to say of it") { $0.due.lines },
    ])
  }
}
