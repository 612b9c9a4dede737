import Knowledge
import Templates

/// The first page of the site.
struct HomePage: Sendable {
  let page: PageContext
  /// `content/index.md`, whose text it shows.
  let index: EntityID?
  private let body: ShownBody?

  init(_ page: PageContext, index: EntityID?) {
    self.page = page
    self.index = index
    body = index.map { ShownBody(page, $0) }
  }

  var graph: KnowledgeGraph { page.graph }
  var title: String { index.map { graph.title(of: $0) } ?? page.site.configuration.title }

  static let record: RecordType<HomePage> = RecordType(
    "home", "",
    [
      .text("title", "of `content/index.md`, else of the site") { $0.title },
      .text("title_anchor", "as on the page of an entity") { $0.body?.titleAnchor },
      .markup("body", "the text of `content/index.md`") { $0.body?.html.value },
      .list("contents", "as on the page of an entity", of: ShownHeading.record) { $0.body?.contents ?? [] },
      .flag("has_contents", "there are three or more") { ($0.body?.contents.count ?? 0) >= 3 },
      .list("kinds", "those with entities", of: ShownKind.record) { $0.page.kinds },
      .list("views", "the first page of each [view](views.md)", of: ShownViewLink.record) { home in
        home.page.site.views.wholes.map { ShownViewLink(page: home.page, view: $0) }
      },
      .record("totals", "how much there is", of: totals) { $0 },
      .list(
        "sought", "what most pages name or have relations to: a way to begin, up to six",
        of: ShownLink.record
      ) { home in home.sought.map { home.page.link($0) } },
      .list(
        "letters", "where an index of names is declared and has a page for each letter: these pages",
        of: ShownPart.record
      ) { $0.page.letters },
      .list("due", "what a tracker has as due next, up to six", of: ShownBrief.record) { home in
        home.due.map { ShownBrief(page: home.page, goal: $0) }
      },
      .record("tracker", "the first page of that tracker", of: ShownViewLink.record) { home in
        home.page.site.views.whole(ofType: TrackerView.type).map { ShownViewLink(page: home.page, view: $0) }
      },
      .list(
        "latest", "what a timeline has as its last dates up to the day, up to six", of: ShownLatest.record
      ) { $0.latest },
      .record("timeline", "the first page of that timeline", of: ShownViewLink.record) { home in
        home.page.site.views.whole(ofType: TimelineView.type).map { ShownViewLink(page: home.page, view: $0) }
      },
      .list("disputes", "up to six", of: ShownHomeDispute.record) { home in
        home.disputed.prefix(HomePage.longestList).map { ShownHomeDispute(page: home.page, discrepancy: $0) }
      },
      .record("register", "where a register is declared: its page", of: ShownViewLink.record) { home in
        home.page.site.views.whole(ofType: RegisterView.type).map {
          ShownViewLink(page: home.page, view: $0)
        }
      },
      .record(
        "listing", "where there are plain pages only: the topmost folders, and the pages that are in none",
        of: ShownPageList.record
      ) { $0.listing },
      .list("pages", "the same pages; of many the first hundred", of: ShownPageLink.record) { home in
        home.hasKinds ? [] : home.plainPages.map { ShownPageLink(page: home.page, entity: $0) }
      },
    ])

  private static let totals = RecordType<HomePage>([
    .number("entities", "without plain pages") { home in
      home.graph.entities.count { !home.graph.schema[$0.kind].isPlainPage }
    },
    .number("sources", "of the kind for sources") { home in
      home.graph.schema.sourceKind.map { home.graph.entityCount(of: $0) } ?? 0
    },
    .number("quotes", "from sources") { $0.graph.quotes.count },
    .number("discrepancies", "that are conflicts and bear on a fact") {
      $0.graph.discrepancies.count(where: \.matters)
    },
    .number("open_discrepancies", "of these that are open") { home in
      home.graph.discrepancies.count { $0.matters && $0.isOpen }
    },
    .number("light_discrepancies", "that are conflicts, of wording or rendering only") {
      $0.graph.discrepancies.count(where: \.isLight)
    },
  ])

  private var hasKinds: Bool { graph.entities.contains { $0.kind != .page } }

  private var topmost: PageList? { page.site.pageLists[.folder("")] }

  private var plainPages: [EntityID] { topmost?.first ?? [] }

  private var listing: ShownPageList? {
    guard !hasKinds, let topmost, topmost.isShown(in: graph, page.site.pageLists) else { return nil }
    return ShownPageList(page, topmost.subject, part: nil)
  }

  /// What bears on a fact, in the order of the register.
  private var disputed: [Discrepancy] {
    page.site.registerOrder.sorted(
      graph.discrepancies.filter(\.matters), states: Schema.discrepancyStates)
  }

}

extension PageContext {
  /// The kinds that have a list.
  var kinds: [ShownKind] {
    graph.schema.kindIDs.compactMap { id in
      guard graph.hasEntities(of: id), let href = site.routes.href(toListOf: id, root: root) else {
        return nil
      }
      return ShownKind(kind: graph.schema[id], count: graph.entityCount(of: id), href: href)
    }
  }
}

/// A kind with its list.
struct ShownKind: Sendable {
  let kind: Kind
  let count: Int
  let href: String

  static let record = RecordType<ShownKind>([
    .text("name", "from the schema") { $0.kind.name },
    .text("label", "what it is called, one or several") {
      $0.count == 1 ? $0.kind.label.one : $0.kind.label.many
    },
    .text("label_one", "what one is called") { $0.kind.label.one },
    .text("description", "from the schema") { $0.kind.description },
    .text("href", "the list") { $0.href },
    .number("count", "how many there are") { $0.count },
  ])
}

/// A plain page, as a line of a list.
struct ShownPageLink: Sendable {
  let page: PageContext
  let entity: EntityID

  static let record = RecordType<ShownPageLink>([
    .text("title", "its title") { $0.page.graph.title(of: $0.entity) },
    .text("href", "its page") { $0.page.href(at: Target($0.entity)) },
  ])
}
