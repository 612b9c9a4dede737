package import Diagnostics
import Folding
import Knowledge
import Search

/// Every file that the website has, with its path; no path twice. Only those in `search/` are not here: how many there are
/// is known when they are made (`SiteModel.searchFiles`). That folder is reserved for them.
package struct SitePlan: Sendable {
  package struct Entry: Sendable {
    package let path: String
    package let output: Output

    /// Whether it's a page that readers look for: no redirect, no file beside the pages.
    var isPage: Bool {
      switch output {
      case .home, .entity, .entityPart, .list, .facet, .pageList, .view, .search: path != Routes.notFound
      case .redirect, .notFound, .sitemap, .robots, .noJekyll, .viewData, .feed, .listFeed, .picture,
        .entityPicture, .contentAsset, .themeAsset:
        false
      }
    }
  }

  package private(set) var entries: [Entry] = []
  package private(set) var diagnostics: [Diagnostic] = []
  /// The files of the content that give way to a page or a file of the theme.
  private(set) var leftOut: Set<String> = []
  private var claims = OutputClaims()
  /// By path.
  private var numbers: [String: Int] = [:]
  /// Where among the entries the facets and the views are.
  private var facetRange = 0..<0
  private var viewRange = 0..<0
  private let hasBaseURL: Bool
  private let isEdition: Bool
  /// The parts of the sitemap; none where one file has all pages.
  private(set) var sitemapParts: [Sitemap.Part] = []

  /// - Parameter editions: the site in its further languages; `nil` where this is one of them, which has only the pages whose
  ///   words are another language's.
  init(
    _ graph: KnowledgeGraph, _ routes: Routes, _ theme: Theme, _ views: SiteViews, facets: [Facet],
    entityParts: [EntityPart], pageLists: PageLists, assets: [SourceText], editions: [SiteModel]?,
    baseURL: String?, hasSearch: Bool
  ) {
    hasBaseURL = baseURL != nil
    isEdition = editions == nil
    let index = graph.entities(of: .page).first { routes.path(of: $0) == Routes.home }
    add(Routes.home, .home(index: index), for: "the home page", at: index.map { Place(graph[$0].path) })
    for id in graph.entityIDs where id != index {
      let isLenient = graph.schema[graph[id].kind].isPlainPage
      if isEdition && (isLenient || routes.sections.host(of: id) != nil) { continue }
      let writer = isLenient ? "the page of '\(graph[id].path)'" : graph.id(of: id)
      // Where a section would have its page, its address leads on.
      let isSection = routes.sections.host(of: id) != nil
      add(
        routes.paths[Int(id.index)], isSection ? .redirect(to: id) : .entity(id), for: writer,
        at: Place(graph[id].path))
    }
    for part in entityParts where !isEdition || !graph.schema[graph[part.entity].kind].isPlainPage {
      add(part.path, .entityPart(part), for: "the page of '\(graph[part.entity].path)', continued")
    }
    for kind in graph.schema.kindIDs where graph.hasEntities(of: kind) {
      guard let path = routes.lists[Int(kind.index)] else { continue }
      let writer = "the list of kind '\(graph.schema[kind].name)'"
      add(path, .list(kind, part: nil), for: writer)
      for (number, part) in routes.listParts[Int(kind.index)].enumerated() {
        add(part.path, .list(kind, part: number), for: writer)
      }
      if hasBaseURL, !isEdition, let feed = ListFeed.path(of: graph.schema[kind]) {
        add(feed, .listFeed(kind), for: "the feed of kind '\(graph.schema[kind].name)'")
      }
    }
    addPageLists(pageLists)
    let firstFacet = entries.count
    for facet in facets {
      let kind = graph.schema[facet.kind]
      let writer = "the list of kind '\(kind.name)' by '\(kind.fields[facet.field].name)'"
      for entry in facet.entries {
        add(entry.path, entry.output, for: writer, at: facet.place(in: graph))
      }
    }
    facetRange = firstFacet..<entries.count
    for page in views.pages {
      let writer = "the view '\(page.stem)'"
      for entry in entries(of: page) {
        add(
          entry.path, entry.output, for: writer, at: page.declared.place, named: page.namePlace(in: graph))
      }
    }
    viewRange = facetRange.upperBound..<entries.count
    if isEdition {
      if hasSearch { add(Routes.search, .search, for: "the page of the search") }
      numbers = Dictionary(entries.enumerated().map { ($1.path, $0) }) { first, _ in first }
      return
    }
    addRedirects(graph, routes, assets: assets)
    // An author's own page for what is not found takes the place of the theme's.
    if !entries.contains(where: { $0.path == Routes.notFound }),
      !assets.contains(where: { $0.contentPath == Routes.notFound })
    {
      add(Routes.notFound, .notFound, for: "the page for what is not found")
    }
    if hasSearch {
      add(Routes.search, .search, for: "the page of the search")
      claims.claim(SearchFiles.folder + SearchFiles.rootName, for: "the index of the search")
      // How many files it has, only its making tells, so any name like theirs is theirs.
      let others = assets.map(\.contentPath).filter {
        $0.foldedCase.hasPrefix(SearchFiles.folder) && $0.foldedCase.hasSuffix(".js")
      }
      for path in others where path.foldedCase != SearchFiles.folder + SearchFiles.rootName {
        claims.claim(path, for: "the index of the search")
      }
    }
    add(".nojekyll", .noJekyll, for: "the file that turns Jekyll off")
    // An author's own rules for search engines take the place of these.
    if !assets.contains(where: { $0.contentPath == Robots.path }) {
      add(Robots.path, .robots, for: "the file for search engines")
    }
    if let baseURL {
      add(Sitemap.path, .sitemap(part: nil), for: "the sitemap")
      let languages = (editions ?? []).flatMap { edition in
        edition.plan.pages.map { edition.folder + $0.path }
      }
      sitemapParts = Sitemap.parts(of: (pages.map(\.path) + languages).sorted(), baseURL: baseURL)
      for part in sitemapParts.indices {
        add(Sitemap.path(ofPart: part + 1), .sitemap(part: part + 1), for: "the sitemap")
      }
    }
    let made = Set(
      entries.filter(\.isMade).map(\.path.foldedPath) + theme.assets.map { ("assets/" + $0.path).foldedPath })
    for (number, asset) in assets.enumerated() {
      if made.contains(asset.contentPath.foldedPath) {
        diagnostics.append(.leftOut(asset))
        leftOut.insert(asset.path)
        continue
      }
      add(asset.contentPath, .contentAsset(number), for: "the file '\(asset.path)'", at: Place(asset.path))
    }
    for (number, asset) in theme.assets.enumerated() {
      add(
        "assets/" + asset.path, .themeAsset(number), for: "the theme's '\(asset.path)'",
        named: Place(Theme.assetFolder + asset.path))
    }
    for edition in editions ?? [] {
      for entry in edition.plan.entries {
        claims.claim(edition.folder + entry.path, for: "the site in '\(edition.configuration.language)'")
      }
    }
    diagnostics += claims.diagnostics
    numbers = Dictionary(entries.enumerated().map { ($1.path, $0) }) { first, _ in first }
  }

  /// Those that readers look for, in the order of their paths.
  var pages: [Entry] { entries.filter(\.isPage).sorted { $0.path < $1.path } }

  package func entry(at path: String) -> Entry? { numbers[path].map { entries[$0] } }

  /// The plan of the same pages with what views and facets show now; `nil` where there are others, or where
  /// something is wrong whose place may have moved.
  ///
  /// - Parameters:
  ///   - views: `nil` where they have the pages that they had.
  ///   - facets: `nil` where they show what they did.
  func updated(views: SiteViews?, facets: [Facet]?) -> SitePlan? {
    let viewEntries = views?.pages.flatMap(entries)
    let facetEntries = facets?.flatMap(\.entries)
    guard diagnostics.isEmpty,
      facetEntries.map({ entries[facetRange].elementsEqual($0) { $0.path == $1.path } }) ?? true,
      viewEntries.map({ entries[viewRange].elementsEqual($0) { $0.path == $1.path } }) ?? true
    else { return nil }
    var plan = self
    if let facetEntries { plan.entries.replaceSubrange(facetRange, with: facetEntries) }
    if let viewEntries { plan.entries.replaceSubrange(viewRange, with: viewEntries) }
    return plan
  }

  /// On an author's own page the list has no other; its further pages are beside it.
  private mutating func addPageLists(_ lists: PageLists) {
    for list in lists.all where list.hasPage && !(isEdition && list.index != nil) {
      let writer = "the list of '\(list.path)'"
      if list.index == nil, list.subject != .folder("") {
        add(list.path, .pageList(list.subject, part: nil), for: writer)
      }
      for (number, part) in list.parts.enumerated() {
        add(part.path, .pageList(list.subject, part: number), for: writer)
      }
    }
  }

  private func entries(of page: ViewPage) -> [Entry] {
    let formats = page.isContinued ? [] : page.formats
    let data = formats.map { Entry(path: page.path($0), output: .viewData(page, $0)) }
    let feed = hasBaseURL && page.hasFeed ? [Entry(path: page.feedPath, output: .feed(page))] : []
    let picture = page.picturePath.map { [Entry(path: $0, output: .picture(page))] } ?? []
    let others =
      page.isContinued
      ? []
      : page.part.pictured.map { Entry(path: page.path(of: $0), output: .entityPicture(page, $0.entity)) }
    let shown = [Entry(path: page.path, output: .view(page))]
    return (isEdition ? shown : shown + data + feed) + picture + others
  }

  private mutating func addRedirects(_ graph: KnowledgeGraph, _ routes: Routes, assets: [SourceText]) {
    let paths = Set(routes.paths)
    var formerAddresses = FormerAddresses(
      taken: entries.map(\.path) + assets.map(\.contentPath) + [Routes.notFound])
    for id in graph.entityIDs {
      let isLenient = graph.schema[graph[id].kind].isPlainPage
      for former in graph[id].formerIDs {
        let place = Place(graph[id].path, former.position, length: former.text.utf8.count)
        if isLenient, former.text.begins(with: "/") {
          if let path = formerAddresses.path(former.text, of: id, own: routes.path(of: id), at: place) {
            add(path, .redirect(to: id), for: redirect(from: former, to: id, graph), at: place)
          }
          continue
        }
        guard let path = formerPath(former.text, of: id, graph) else {
          diagnostics.append(
            Diagnostic(
              .invalidSlug, "'\(former.text.shortened)' cannot be a former id", at: place,
              help: "write it as it was: kind/slug (not the folder), or the slug alone"))
          continue
        }
        guard !paths.contains(path) else {
          diagnostics.append(
            Diagnostic(
              .formerIDInUse, "the former id '\(former.text.shortened)' is in use: an entity has it now",
              at: place,
              help: "remove it from former_ids, or rename the other entity"))
          continue
        }
        add(path, .redirect(to: id), for: redirect(from: former, to: id, graph), at: place)
      }
    }
    for id in graph.entityIDs {
      for address in graph[id].formerAddresses {
        guard let path = formerAddresses.path(byRule: address, of: id, own: routes.path(of: id)) else {
          continue
        }
        add(path, .redirect(to: id), for: redirect(from: Written(address, at: .start), to: id, graph))
      }
    }
    diagnostics += formerAddresses.diagnostics
  }

  /// For messages: two redirects may come from one former id, and lead to two pages.
  private func redirect(from former: Written, to id: EntityID, _ graph: KnowledgeGraph) -> String {
    let isLenient = graph.schema[graph[id].kind].isPlainPage
    let page = isLenient ? "'\(graph[id].path)'" : "\(graph.id(of: id)) (\(graph[id].path))"
    return "the redirect from '\(former.text.shortened)' to \(page)"
  }

  /// A former id is `kind/slug`, or a slug of the same kind.
  private func formerPath(_ text: String, of id: EntityID, _ graph: KnowledgeGraph) -> String? {
    let parts = text.parts(at: "/")
    guard !text.isEmpty, parts.allSatisfy({ !$0.isEmpty && !$0.begins(with: ".") }) else { return nil }
    if parts.count > 1, let kind = graph.schema.kind(named: String(parts[0])) {
      return Routes.path(kind: graph.schema[kind], slug: parts.dropFirst().joined(separator: "/"))
    }
    // A folder before the slug is the address, and no id.
    if parts.count > 1, graph.schema.kinds.contains(where: { $0.folder == parts[0] }) { return nil }
    return Routes.path(kind: graph.schema[graph[id].kind], slug: text)
  }

  private mutating func add(
    _ path: String, _ output: Output, for writer: String, at place: Place? = nil, named: Place? = nil
  ) {
    claims.claim(path, for: writer, at: place, named: named)
    entries.append(Entry(path: path, output: output))
  }
}

extension Facet {
  /// The pages of its list.
  fileprivate var entries: [SitePlan.Entry] {
    [SitePlan.Entry(path: path, output: .facet(self, part: nil))]
      + parts.indices.map { SitePlan.Entry(path: parts[$0].path, output: .facet(self, part: $0)) }
  }
}
