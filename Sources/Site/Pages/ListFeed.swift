import Knowledge
import Templates

/// The newest of a kind as an Atom feed (RFC 4287), where its list begins with the newest. Addresses are ids, and the day
/// by which the list is ordered is when an entry was published: nothing depends on when the site was built.
struct ListFeed: Sendable {
  let title: String
  let href: String?
  let entries: [Entry]

  static let template = "list.xml"
  fileprivate static let mostEntries = 50

  /// Where the feed of a kind's list is; `nil` where the list doesn't begin with the newest.
  static func path(of kind: Kind) -> String? {
    guard let order = kind.order, order.isDescending, kind.fields[order.field].type == .date,
      !kind.isPlainPage
    else { return nil }
    return kind.folder + "/index.xml"
  }

  static let record: RecordType<ListFeed> = RecordType(
    "feed", "",
    [
      .text("title", "what several of the kind are called") { $0.title },
      .text("href", "the address of the list") { $0.href },
      .text("updated", "the day of the newest") { $0.entries.first?.day ?? "1970-01-01" },
      .list("entries", "the newest fifty, but none of a day to come", of: Entry.record) { $0.entries },
    ])

  struct Entry: Sendable {
    let page: PageContext
    let entity: EntityID
    let day: String

    /// `nil` of what has no day.
    fileprivate init?(_ entity: EntityID, orderedBy field: Int, on page: PageContext) {
      let date = page.graph[entity].today(field)?.preferredClaim?.value
      guard case .date(let date)? = date, let first = date.firstDay else { return nil }
      if let asOf = page.site.configuration.asOf, date.earliest > asOf.latest { return nil }
      (self.page, self.entity, day) = (page, entity, first.description)
    }

    static let record: RecordType<Entry> = RecordType([
      .text("id", "the address of the page that it has, or would have if it were no section") { entry in
        entry.page.site.configuration.address(of: entry.page.site.routes.paths[Int(entry.entity.index)])
      },
      .text("title", "its title") { $0.page.graph.title(of: $0.entity) },
      .text("href", "where it is shown") { Routes.ascii($0.page.href(Target($0.entity))) },
      .text("day", "that by which the list is ordered") { $0.day },
      .text("summary", "its summary, without markup") { $0.page.plainSummary(of: $0.entity) },
    ])
  }
}

extension SiteModel {
  /// Its links are whole addresses.
  func listFeed(_ id: KindID, path: String) -> [Value] {
    let kind = graph.schema[id]
    let page = PageContext(self, root: configuration.baseURL ?? "")
    let order = kind.order.map(\.field) ?? 0
    let entries = graph.entities(of: id).lazy.compactMap { ListFeed.Entry($0, orderedBy: order, on: page) }
    let feed = ListFeed(
      title: kind.label.many, href: routes.lists[Int(id.index)].flatMap(configuration.address),
      entries: Array(entries.prefix(ListFeed.mostEntries)))
    let frame = PageFrame(page: page, path: path, title: kind.label.many)
    return [theme.records.frame.value(frame), ListFeed.record.value(feed)]
  }
}
