import Diagnostics
import Knowledge
import Templates

/// What the template of every view gets beside what the view has for itself.
struct ViewHead: Sendable {
  let page: PageContext
  let view: ViewPage
  /// Templates ask for it in several places.
  private let picture: Once<ShownPicture?>

  init(page: PageContext, view: ViewPage) {
    (self.page, self.view) = (page, view)
    picture = Once { ShownPicture(page: page, view: view) }
  }

  static let record = RecordType<ViewHead>([.record("view", "the view", of: viewRecord) { $0 }])

  private static let viewRecord: RecordType<ViewHead> = RecordType([
    .text("name", "from [remit.yaml](views.md)") { $0.view.declared.name },
    .text("title", "of this page") { $0.view.title },
    .text("description", "from remit.yaml, or the general one") { $0.page.site.description(of: $0.view) },
    .text("csv", "the address of its data") { $0.page.sharedRoot + Routes.encode($0.viewOfData.path(.csv)) },
    .text("json", "the same as JSON") { $0.page.sharedRoot + Routes.encode($0.viewOfData.path(.json)) },
    .text("calendar", "the address of its days as a calendar, where it has them") { head in
      head.view.formats.contains(.ics) ? head.page.sharedRoot + Routes.encode(head.view.path(.ics)) : nil
    },
    .text("feed", "the address of the view's feed, where it has one") { head in
      head.page.site.feed(of: head.view).map { head.page.sharedRoot + Routes.encode($0) }
    },
    .record("picture", "the drawing of what it shows, where it has one", of: ShownPicture.record) {
      $0.picture.value
    },
    .flag("is_part", "the page shows a part, not the whole") { $0.view.part.about != .whole },
    .flag("is_digest", "it shows some rows of a long whole, and its parts have all") {
      $0.view.part.isDigest
    },
    .record("whole", "on a part: the page of the whole", of: ShownViewLink.record) { $0.whole },
    .record("first", "on a page on which a part goes on: its first page", of: ShownViewLink.record) {
      $0.first
    },
    .list("subjects", "the things that the part is about", of: ShownLink.record) { head in
      head.view.part.subjects.map { head.page.link($0) }
    },
    .list("parts", "all parts", of: ShownPart.record) { $0.parts },
    .list("pages", "of a part that one page doesn't hold: its pages near this one", of: ShownViewTurn.record)
    {
      $0.pages
    },
    .list("sections", "of such a part, on its first page: what stands where", of: ShownViewSection.record) {
      $0.sections
    },
    .list("turns", "of such a part: the pages before this one and behind it", of: ShownTurn.record) {
      $0.turns
    },
  ])

  /// A part that only a further language has, such as the names of one letter, has its data with the whole's.
  private var viewOfData: ViewPage {
    guard !page.site.folder.isEmpty, view.isOfNames else { return view }
    return page.site.views.page(stem: view.declared.name) ?? view
  }

  private var whole: ShownViewLink? {
    guard view.part.slug != nil else { return nil }
    return page.site.views.page(stem: view.declared.name).map { ShownViewLink(page: page, view: $0) }
  }

  /// The pages beside this one.
  private var parts: [ShownPart] {
    let parts = page.site.views.parts(of: view)
    if view.part.slug != nil, parts.count > ViewPart.mostNamed { return [] }
    return parts.prefix(ViewPart.mostNamedOnWhole).map { ShownPart(page: page, part: $0, current: view) }
  }

  private var first: ShownViewLink? {
    guard view.isContinued, view.part.about != .whole else { return nil }
    return page.site.views.page(stem: view.firstStem).map { ShownViewLink(page: page, view: $0) }
  }

  /// The first, the last and those near this one, so that a thousand pages don't each name a thousand.
  private var pages: [ShownViewTurn] {
    let all = page.site.views.siblings(of: view)
    return all.filter { other in
      let number = other.part.number
      return number == 1 || number == all.count || abs(number - view.part.number) <= 4
    }.map { ShownViewTurn(page: page, view: $0, current: view.part.number) }
  }

  private var sections: [ShownViewSection] {
    guard !view.isContinued else { return [] }
    return page.site.views.sections(of: view).map {
      ShownViewSection(page: page, part: view.part, section: $0)
    }
  }

  private var turns: [ShownTurn] {
    let all = page.site.views.siblings(of: view)
    return [(-1, "prev"), (1, "next")].compactMap { step, rel in
      let index = view.part.number - 1 + step
      guard all.indices.contains(index) else { return nil }
      return ShownTurn(
        rel: rel, label: String(index + 1), href: page.root + Routes.encode(all[index].path))
    }
  }
}

/// A page of a view, as others lead to it.
struct ShownViewLink: Sendable {
  let page: PageContext
  let view: ViewPage
  /// The thing on whose page the link stands, which needn't be named there.
  var subject: EntityID?

  static let record = RecordType<ShownViewLink>([
    .text("title", "of the page; on the page of what it is about that of the view") { $0.title },
    .text("href", "its address") { $0.page.root + Routes.encode($0.view.path) },
    .text("description", "of the view") { $0.page.site.description(of: $0.view) },
  ])

  private var title: String {
    guard let subject, view.part.title == page.graph.shortTitle(of: subject) else { return view.title }
    return page.site.views.page(stem: view.declared.name)?.title ?? view.title
  }
}

struct ShownPart: Sendable {
  let page: PageContext
  let part: ViewPage
  let current: ViewPage

  static let record = RecordType<ShownPart>([
    .text("title", "of the part") { $0.part.part.title ?? $0.part.title },
    .text("href", "its address") { $0.page.root + Routes.encode($0.part.path) },
    .flag("is_current", "it is this page, or one on which it goes on") {
      $0.part.part.about == $0.current.part.about
    },
    .number("count", "where the whole shows some rows only: how many it has") { $0.count },
    .flag("is_year", "it is about a year") { $0.part.part.year != nil },
  ])

  private var count: Int? {
    let whole = page.site.views.page(stem: part.declared.name)
    return whole.flatMap { $0.part.isDigest ? part.part.rowCount : nil }
  }
}

extension SiteModel {
  /// The path of the feed of a page's view: entries need whole addresses, so without a base URL there is none.
  fileprivate func feed(of page: ViewPage) -> String? {
    guard configuration.baseURL != nil, let whole = views.page(stem: page.declared.name), whole.hasFeed else {
      return nil
    }
    return whole.feedPath
  }

  func description(of page: ViewPage) -> String? {
    page.declared.description ?? theme.strings["view_\(page.declared.type)_text"]
  }

  /// The levels of names that the template of a view's page gets.
  func levels(of view: ViewPage) -> [Value] {
    let page = PageContext(self, root: Routes.root(from: view.path), viewName: view.declared.name)
    let frame = PageFrame(
      page: page, path: view.path, title: view.title, description: description(of: view))
    return [
      theme.records.frame.value(frame), ViewHead.record.value(ViewHead(page: page, view: view)),
      answers[view.declared]?.value(of: view.part, on: page) ?? .nothing,
    ]
  }

  /// What the file beside a view's page says.
  package func text(of page: ViewPage, _ format: ViewData.Format) -> String {
    switch format {
    case .csv: data(of: page).table.csv
    case .json: json(of: page).text
    case .ics: answers[page.declared]?.calendar(of: page, in: self)?.text ?? ""
    }
  }

  private func json(of page: ViewPage) -> JSON {
    let asOf = JSON.optional(configuration.asOf?.description)
    return .compact(["title": .string(page.title), "as_of": asOf, "rows": data(of: page).rows])
  }

  package func data(of page: ViewPage) -> ViewData {
    answers[page.declared]?.data(of: page.part.uncut, in: self) ?? ViewData(columns: [], rows: [])
  }
}
