import Knowledge
import Templates

/// What every page has, whatever it shows.
struct PageFrame: Sendable {
  let page: PageContext
  let path: String
  let title: String
  var description: String?
  /// The id of the entity whose page it is, where it has a page of its own.
  var id: String?
  var kind: String?
  var isDraft = false
  /// The file that it is made from, where there is one.
  var source: String?

  fileprivate var configuration: Configuration { page.site.configuration }

  /// - Parameter strings: the words of the theme, whose keys are known once its files are read.
  static func record(_ strings: RecordType<[String]>) -> RecordType<PageFrame> {
    RecordType(
      "frame", "",
      [
        .record("site", "the whole site", of: ShownSite.record) { ShownSite(frame: $0) },
        .record("strings", "the [words](templates.md#words)", of: strings) { $0.page.site.theme.stringTexts },
        .text("assets", "the address of the assets: `{{assets}}/style.css`") {
          $0.page.sharedRoot + "assets"
        },
        .text("root", "what leads to the top of the site: `../`, or nothing") { $0.page.sharedRoot },
        .record("page", "this page", of: pageRecord) { $0 },
      ])
  }

  private static let pageRecord = RecordType<PageFrame>([
    .text("title", "of this page") { $0.title },
    .text("description", "of this page, else of the site") { $0.description ?? $0.configuration.description },
    .text("path", "of this page") { $0.path },
    .text("canonical", "its full address, with `base_url`") { $0.page.site.address(of: $0.path) },
    .list(
      "languages", "where it can be read in several: each of them, the site's own first",
      of: ShownLanguage.record
    ) { $0.languages },
    .flag("is_article", "it is made from a file, and no home page") {
      $0.source != nil && $0.path != Routes.home
    },
    .text("edit", "where its file is edited, with [`repository` or `edit`](configuration.md#edit-links)") {
      frame in
      frame.source.flatMap { frame.configuration.edit?.address(of: $0) }
    },
    .text("id", "of an entity: `agency/sasac`") { $0.id },
    .text("kind", "of an entity: `agency`") { $0.kind },
    .text("language", "of the site") { $0.configuration.language },
    .text("locale", "where the language has a country: `pt_BR`") { $0.configuration.locale },
    .text("dir", "`rtl` where the language is written from right to left, such as Arabic; else nothing") {
      TextDirection.value(of: $0.configuration.language, amid: "en")
    },
    .flag("is_draft", "it is a draft that this build lets in") { $0.isDraft },
    .list(
      "notes",
      "the cards of the page's [marks](#a-mark), in the order of their buttons; put them behind all else",
      of: SourceMark.record
    ) { $0.page.notes.all },
  ])
}

/// The whole site, as its pages name it.
struct ShownSite: Sendable {
  let frame: PageFrame

  private var configuration: Configuration { frame.configuration }

  static let record = RecordType<ShownSite>([
    .text("title", "from [remit.yaml](configuration.md)") { $0.configuration.title },
    .text("description", "from remit.yaml") { $0.configuration.description },
    .text("language", "from remit.yaml") { $0.configuration.language },
    .text("licence", "from remit.yaml") { $0.configuration.licence },
    .text("as_of", "the date of the knowledge, for readers") { site in
      site.configuration.asOf?.display(in: site.frame.page.readerWords)
    },
    .text("as_of_date", "the same in EDTF") { $0.configuration.asOf?.description },
    .text(
      "search",
      "the address of the page of the search; nothing on that page, and with [`search: false`](configuration.md)"
    ) { site in
      guard site.configuration.hasSearch, site.frame.path != Routes.search else { return nil }
      return site.frame.page.root + Routes.search
    },
    .text("folder", "of a [further language](configuration.md#languages): where its pages are, such as `zh/`")
    {
      site in site.frame.page.site.folder.isEmpty ? nil : site.frame.page.site.folder
    },
    .text("home", "the address of the home page") { $0.frame.page.root + Routes.home },
    .text("icon_small", "the address of `assets/icon-32.png`, where the theme has it") {
      $0.asset("icon-32.png")
    },
    .text("icon_large", "the address of `assets/icon-180.png`, where the theme has it") {
      $0.asset("icon-180.png")
    },
    .text(
      "share_image",
      "the full address of the picture beside a link, with `base_url`: [`share_image`](configuration.md), else `assets/share.png`"
    ) { site in
      site.frame.page.site.shareImage.flatMap(site.configuration.address)
    },
    .flag("has_base_url", "the site knows its address") { $0.configuration.baseURL != nil },
    .list("navigation", "the menu", of: ShownNavigation.record) { $0.navigation },
    .list(
      "navigation_first", "its first six entries, for which every screen has room", of: ShownNavigation.record
    ) {
      Array($0.navigation.prefix(6))
    },
    .list("navigation_more", "the entries behind these", of: ShownNavigation.record) {
      Array($0.navigation.dropFirst(6))
    },
    .flag("has_more", "there is more than the first six entries: further ones, views or kinds") {
      !$0.navigation.dropFirst(6).isEmpty || !$0.frame.page.site.views.wholes.isEmpty
        || !$0.frame.page.kinds.isEmpty
    },
    .list("views", "the first page of each [view](views.md)", of: ShownViewLink.record) { site in
      site.frame.page.site.views.wholes.map { ShownViewLink(page: site.frame.page, view: $0) }
    },
    .list("kinds", "those with entities", of: ShownKind.record) { $0.frame.page.kinds },
  ])
}

extension ShownSite {
  private func asset(_ name: String) -> String? {
    frame.page.site.theme.hasAsset(name) ? frame.page.sharedRoot + Theme.publishedFolder + name : nil
  }

  private var navigation: [ShownNavigation] {
    frame.page.site.navigation.map { ShownNavigation($0, on: frame) }
  }
}

struct ShownNavigation: Sendable {
  let label: String
  let href: String
  let isCurrent: Bool

  init(_ item: NavigationItem, on frame: PageFrame) {
    label = item.label
    href = frame.page.href(ofPage: item.path) + item.fragment
    let isWhole = item.fragment.isEmpty && item.path == frame.path
    isCurrent = isWhole || item.folder.map(frame.path.hasPrefix) ?? false
  }

  static let record = RecordType<ShownNavigation>([
    .text("label", "what it is called") { $0.label },
    .text("href", "where it leads") { $0.href },
    .flag("is_current", "this page belongs to it") { $0.isCurrent },
  ])
}
