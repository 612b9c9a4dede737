package import Diagnostics
import Knowledge
import Templates

extension SiteModel {
  /// The bytes of one file of the site. A diagnostic means that a template could not be filled in.
  package func render(_ entry: SitePlan.Entry) -> (bytes: [UInt8], diagnostics: [Diagnostic]) {
    switch entry.output {
    case .home(let index): fill("home", homePage(index: index))
    case .entity(let id): fill(theme.template(for: graph.schema[graph[id].kind]), entityPage(id))
    case .entityPart(let part): fill("entity-part", entityPartPage(part))
    case .list(let kind, let part): fill("list", listPage(kind, path: entry.path, part: part))
    case .facet(let facet, let part):
      fill("list", listPage(facet.kind, path: entry.path, facet: facet, part: part))
    case .pageList(let subject, let part):
      fill("page-list", pageListPage(subject, path: entry.path, part: part))
    case .view(let page): fill(page.declared.type, levels(of: page))
    case .viewData(let page, let format): (format.byteOrderMark + Array(text(of: page, format).utf8), [])
    case .listFeed(let kind): fill(ListFeed.template, listFeed(kind, path: entry.path))
    case .feed(let page): answers[page.declared]?.feed(of: page, in: self) ?? ([], [])
    case .picture(let page): (Array((pictureFile(of: page)?.text ?? "").utf8), [])
    case .entityPicture(let page, let id): (Array((pictureFile(of: id, by: page)?.text ?? "").utf8), [])
    case .redirect(let id): fill("redirect", redirectPage(from: entry.path, to: id))
    case .notFound: fill("404", notFoundPage)
    case .search: fill("search", searchPage(entry.path))
    case .sitemap(let part): fill(Sitemap.template, [Sitemap.record.value(sitemap(part: part))])
    case .robots: (robots, [])
    case .noJekyll: ([], [])
    // One that is stored is copied as it is.
    case .contentAsset(let number): (assets[number].bytes, [])
    case .themeAsset(let number): (theme.assets[number].bytes, [])
    }
  }

  /// The file of the content that an entry is a copy of.
  package func copiedFile(_ entry: SitePlan.Entry) -> SourceText? {
    if case .contentAsset(let number) = entry.output { assets[number] } else { nil }
  }

  func fill(_ template: String, _ levels: [Value]) -> (bytes: [UInt8], diagnostics: [Diagnostic]) {
    var bytes: [UInt8] = []
    let diagnostics = theme.templates.render(template, levels, into: &bytes)
    let isForReaders = !template.hasSuffix(".xml")
    return (
      isForReaders
        ? LanguageOfParts.marked(
          bytes, language: configuration.language, contentLanguage: graph.contentLanguage) : bytes,
      diagnostics
    )
  }
}

// MARK: - What the templates of pages get, from the outermost level to the innermost

extension SiteModel {
  func entityPage(_ id: EntityID) -> [Value] {
    let path = routes.path(of: id)
    // The page for what is not found is shown at any address.
    let root = path == Routes.notFound ? configuration.basePath : Routes.root(from: path)
    let page = PageContext(self, root: root, owner: id)
    let entity = graph[id]
    let kind = graph.schema[entity.kind]
    var frame = PageFrame(page: page, path: path, title: graph.title(of: id))
    frame.description = page.plainSummary(of: id)
    frame.id = kind.isPlainPage ? nil : graph.id(of: id)
    frame.kind = kind.isPlainPage ? nil : kind.name
    frame.isDraft = !entity.isPublished
    frame.source = entity.path
    let own = EntityPage(page, id, path: path)
    let isOfKind = theme.template(for: kind) == kind.name
    return [
      theme.records.frame.value(frame), EntityPage.record.value(own),
      theme.records.fields(of: isOfKind ? entity.kind : nil).value(own),
    ]
  }

  private func entityPartPage(_ part: EntityPart) -> [Value] {
    let page = PageContext(self, root: Routes.root(from: part.path))
    let own = EntityPage(page, part.entity, path: part.path)
    let shown = EntityPartPage(own: own, part: part)
    let title = [graph.title(of: part.entity), shown.label, String(part.number)].joined(separator: " · ")
    var frame = PageFrame(page: page, path: part.path, title: title)
    frame.source = graph[part.entity].path
    return [theme.records.frame.value(frame), EntityPartPage.record.value(shown)]
  }

  private func listPage(_ id: KindID, path: String, facet: Facet? = nil, part: Int?) -> [Value] {
    let page = PageContext(self, root: Routes.root(from: path))
    let list = ListPage(page: page, id: id, path: path, facet: facet, part: part)
    let title = [list.kind.label.many, list.narrowed, list.part?.label(in: theme)].compactMap(\.self)
    var frame = PageFrame(page: page, path: path, title: title.joined(separator: " · "))
    frame.description = list.kind.description
    frame.kind = list.kind.name
    return [theme.records.frame.value(frame), ListPage.record.value(list)]
  }

  private func pageListPage(_ subject: PageList.Subject, path: String, part: Int?) -> [Value] {
    let page = PageContext(self, root: Routes.root(from: path))
    guard let list = ShownPageList(page, subject, part: part) else { return [] }
    let title = [list.title, list.part?.label(in: theme)].compactMap(\.self).joined(separator: " · ")
    let frame = PageFrame(page: page, path: path, title: title)
    return [theme.records.frame.value(frame), ShownPageList.record.value(list)]
  }

  /// - Parameter index: `content/index.md`, whose text the home page shows.
  private func homePage(index: EntityID?) -> [Value] {
    let page = PageContext(self, root: "", owner: index)
    let home = HomePage(page, index: index)
    var frame = PageFrame(page: page, path: Routes.home, title: home.title)
    frame.source = index.map { graph[$0].path }
    return [theme.records.frame.value(frame), HomePage.record.value(home)]
  }

  private func redirectPage(from path: String, to id: EntityID) -> [Value] {
    let page = PageContext(self, root: Routes.root(from: path))
    let frame = PageFrame(page: page, path: path, title: graph.title(of: id))
    return [
      theme.records.frame.value(frame), RedirectPage.record.value(RedirectPage(page: page, target: id)),
    ]
  }

  /// The one page that is served at any address: its links begin at the host.
  private var notFoundPage: [Value] {
    let page = PageContext(self, root: configuration.basePath)
    let title = theme.strings["not_found_title"] ?? "Not found"
    return [theme.records.frame.value(PageFrame(page: page, path: Routes.notFound, title: title))]
  }
}

/// The page at an address that an entity had before.
struct RedirectPage: Sendable {
  let page: PageContext
  let target: EntityID

  static let record = RecordType<RedirectPage>([
    .record("target", "the page that is meant", of: ShownPageLink.record) {
      ShownPageLink(page: $0.page, entity: $0.target)
    }
  ])
}
