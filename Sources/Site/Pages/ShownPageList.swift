import Changes
import Knowledge
import Templates

/// A list of plain pages, on a page of its own, below an author's text, or on the home page.
struct ShownPageList: Sendable {
  let page: PageContext
  let list: PageList
  /// Which of the pages of a long list it is; `nil` for the first, which leads to the others.
  let number: Int?

  init?(_ page: PageContext, _ subject: PageList.Subject, part number: Int?) {
    guard let list = page.site.pageLists[subject] else { return nil }
    (self.page, self.list, self.number) = (page, list, number)
  }

  private var site: SiteModel { page.site }
  var part: ListPart? { number.map { list.parts[$0] } }

  var title: String { page.title(of: list) }

  static let record: RecordType<ShownPageList> = RecordType(
    "page list",
    "What is in a folder of plain pages, which of them have a tag, or all tags: on a page of its own, below the text of the author's page at that address, or on the home page.",
    [
      .text("title", "what it is called") { $0.title },
      .text("href", "the address of its first page") { $0.page.href(ofPage: $0.list.path) },
      .list("crumbs", "what leads here from the home page", of: ShownCrumb.record) { $0.crumbs },
      .number("count", "how many pages or tags there are, with those in folders below") { $0.list.count },
      .text("part", "on a further page of a long list: its letter, year or numbers") { list in
        list.part?.label(in: list.site.theme)
      },
      .list("parts", "the pages of a long list", of: ShownCrumb.record) { $0.parts },
      .list("turns", "the page before this one and the one behind it", of: ShownTurn.record) { $0.turns },
      .list("folders", "the folders in it", of: ShownPageGroup.record) { $0.folders },
      .list(
        "tags", "on the page of all tags: those with most pages, or all by name", of: ShownPageGroup.record
      ) { $0.tags },
      .record(
        "all_tags", "on the home page, where pages have tags: the page of all of them",
        of: ShownPageGroup.record
      ) {
        $0.allTags
      },
      .flag("is_tag", "it is of one tag") { $0.isTag },
      .list("rows", "the pages", of: ShownPageRow.record) { list in
        list.rows.map { ShownPageRow(page: list.page, entity: $0) }
      },
    ])

  private var allTags: ShownPageGroup? {
    guard list.subject == .folder("") else { return nil }
    return site.pageLists[.tags].map { ShownPageGroup(page: page, list: $0) }
  }

  private var isTag: Bool { if case .tag = list.subject { true } else { false } }

  private var rows: [EntityID] {
    if list.subject == .tags { return number == nil ? list.pages : [] }
    return part?.entities ?? list.first
  }

  private var crumbs: [ShownCrumb] {
    var above: [PageList] = []
    switch list.subject {
    case .folder: above = site.pageLists.folders(above: list.path).filter { $0 !== list }
    case .tags: break
    case .tag: above = [site.pageLists[.tags]].compactMap(\.self)
    }
    if part != nil { above.append(list) }
    return above.map { ShownCrumb(label: page.title(of: $0), href: page.href(ofPage: $0.path)) }
  }

  private var parts: [ShownCrumb] {
    guard !list.parts.isEmpty else { return [] }
    return [
      ShownCrumb(
        label: title, href: page.href(ofPage: list.path), count: list.pages.count, isCurrent: number == nil)
    ]
      + list.parts.enumerated().map { index, part in
        ShownCrumb(
          label: part.label(in: site.theme), href: page.href(ofPage: part.path), count: part.entities.count,
          isCurrent: index == number)
      }
  }

  private var turns: [ShownTurn] {
    let all = parts
    // The first page is before all that have a number.
    let current = number.map { $0 + 1 } ?? 0
    return [(-1, "prev"), (1, "next")].compactMap { step, rel in
      guard all.indices.contains(current + step) else { return nil }
      return ShownTurn(rel: rel, label: all[current + step].label, href: all[current + step].href)
    }
  }

  private var folders: [ShownPageGroup] {
    guard list.subject != .tags, number == nil else { return [] }
    return groups(list.inner)
  }

  private var tags: [ShownPageGroup] {
    guard list.subject == .tags else { return [] }
    let all = list.inner
    guard !list.parts.isEmpty else { return groups(all) }
    guard let part, case .numbers(_, let first, let last) = part.heading else { return mostUsed(all) }
    return groups(Array(all[(first - 1)..<last]))
  }

  private func mostUsed(_ tags: [PageList.Subject]) -> [ShownPageGroup] {
    let sorted = tags.enumerated().sorted { a, b in
      let (x, y) = (site.pageLists[a.element]?.count ?? 0, site.pageLists[b.element]?.count ?? 0)
      return (y, a.offset) < (x, b.offset)
    }
    return groups(sorted.prefix(ListPart.firstRows).map(\.element))
  }

  private func groups(_ subjects: [PageList.Subject]) -> [ShownPageGroup] {
    subjects.compactMap { site.pageLists[$0] }.map { ShownPageGroup(page: page, list: $0) }
  }
}

extension PageContext {
  func title(of list: PageList) -> String {
    if list.subject == .folder("") { return text("all_pages") }
    if let index = list.index { return graph.title(of: index) }
    return list.subject == .tags ? text("page_tags") : list.name
  }

  /// The folders that a page is in, the outermost first.
  func crumbs(of entity: EntityID) -> [ShownCrumb] {
    site.pageLists.folders(above: site.routes.path(of: entity)).filter { $0.index != entity }
      .map { ShownCrumb(label: title(of: $0), href: href(ofPage: $0.path)) }
  }
}

/// A link by its words.
struct ShownCrumb: Sendable {
  let label: String
  let href: String
  var count = 0
  var isCurrent = false

  static let record = RecordType<ShownCrumb>([
    .text("label", "its words") { $0.label },
    .text("href", "where it leads") { $0.href },
    .number("count", "of a part of a list: how many pages it has") { $0.count },
    .flag("is_current", "it is this page") { $0.isCurrent },
  ])
}

/// A folder or a tag, as a line of a list.
struct ShownPageGroup: Sendable {
  let page: PageContext
  let list: PageList

  static let record: RecordType<ShownPageGroup> = RecordType([
    .text("title", "what it is called") { $0.title },
    .text("href", "its page") { $0.page.href(ofPage: $0.list.path) },
    .number("count", "how many pages it has, with those in folders below") { $0.list.count },
    .text("summary", "what the page of the folder says of it") { group in
      group.list.index.flatMap { group.page.lead(of: $0) }
    },
    .list("folders", "the folders right below, up to twelve", of: ShownPageGroup.inner) { group in
      group.list.inner.prefix(12).compactMap { group.page.site.pageLists[$0] }
        .map { ShownPageGroup(page: group.page, list: $0) }
    },
  ])

  /// A tag is called as it is written, whatever its page is called.
  private var title: String {
    if case .tag = list.subject { list.name } else { page.title(of: list) }
  }

  private static let inner: RecordType<ShownPageGroup> = RecordType([
    .text("title", "what it is called") { $0.title },
    .text("href", "its page") { $0.page.href(ofPage: $0.list.path) },
    .number("count", "how many pages it has") { $0.list.count },
  ])
}

/// A plain page, as a row of a list.
struct ShownPageRow: Sendable {
  let page: PageContext
  let entity: EntityID

  static let record = RecordType<ShownPageRow>([
    .text("title", "its title") { $0.page.graph.title(of: $0.entity) },
    .text("href", "its page") { $0.page.href(at: Target($0.entity)) },
    .record("date", "its date", of: ShownValue.record) { row in
      row.page.graph.dateOfPage(row.entity).map { date in
        ShownValue(page: row.page, content: .single(.date(date), .date), type: "date")
      }
    },
    .text("summary", "its summary or description, else how its text begins") { $0.page.lead(of: $0.entity) },
  ])
}

extension PageContext {
  /// What a plain page is about, on a line.
  func lead(of entity: EntityID) -> String? { plainSummary(of: entity).map(Excerpt.clip) }
}
