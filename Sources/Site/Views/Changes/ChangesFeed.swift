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
    let view = Shape.object(["title": .text, "href": .text])
    let record = Shape.object(ChangesSection.shape.merging(["content": .text]) { $1 })
    return [
      feedTemplate: ["view": view, "updated": .text, "records": .list(record)],
      entryTemplate: .object(ChangesSection.shape.merging(["more": .number]) { $1 }),
    ]
  }

  func feed(of page: ViewPage, in site: SiteModel) -> (bytes: [UInt8], diagnostics: [Diagnostic]) {
    guard let base = site.configuration.baseURL, let newest = entries.first else { return ([], []) }
    let canvas = PageContext(site, root: base, viewName: page.declared.name)
    let frame = site.theme.records.frame.value(
      PageFrame(page: canvas, path: page.feedPath, title: page.title))
    var diagnostics: [Diagnostic] = []
    let records = published(entries, in: site.graph).prefix(Self.mostEntries).map { entry -> Value in
      let content = self.content(of: entry, on: canvas, frame)
      diagnostics += content.diagnostics
      var record = ChangesSection(entry: entry, page: canvas, isInFeed: true).values
      record["content"] = .text(content.text)
      return .object(record)
    }
    let values: Value = [
      "view": [
        "title": .text(page.title), "href": canvas.optional(site.configuration.address(of: page.path)),
      ],
      "updated": .text(newest.record.date.description), "records": .list(records),
    ]
    let feed = site.fill(Self.feedTemplate, [frame, values])
    return (feed.bytes, diagnostics + feed.diagnostics)
  }

  /// - Parameter frame: what every template gets.
  private func content(
    of entry: Entry, on page: PageContext, _ frame: Value
  ) -> (text: String, diagnostics: [Diagnostic]) {
    let (changes, more) = entry.record.changes.first(Self.mostLines)
    var record = entry.record
    record.changes = changes
    let shortened = Entry(slug: entry.slug, record: record)
    var values = ChangesSection(entry: shortened, page: page, isInFeed: true).values
    values["more"] = page.count(more)
    let filled = page.site.fill(Self.entryTemplate, [frame, .object(values)])
    let isOnLines = filled.bytes.last == UInt8(ascii: "\n")
    let text = String(decoding: filled.bytes.dropLast(isOnLines ? 1 : 0), as: UTF8.self)
    return (text, filled.diagnostics)
  }
}

extension KnowledgeChanges {
  /// What is told in the first lines, of which a heading is one too, and how many lines there are more.
  fileprivate func first(_ lines: Int) -> (changes: KnowledgeChanges, more: Int) {
    var count = 0
    func first<Item>(_ items: [Item]) -> [Item] {
      guard !items.isEmpty else { return [] }
      count += 1
      let room = max(0, lines - count)
      count += items.count
      return Array(items.prefix(room))
    }
    var changes = self
    changes.discrepancies = DiscrepancyChange.Sort.allCases.flatMap { first(discrepancies($0)) }
    changes.entities = EntityChange.Sort.order.flatMap { first(entities($0)) }
    changes.schema = first(schema)
    changes.settings = first(settings)
    return (changes, max(0, count - lines))
  }
}
