package import Diagnostics
package import Knowledge
import Search

/// All that a page may show: every page is a pure function of this and its own address.
///
/// Immutable; a class because every page hands it on many times.
package final class SiteModel: Sendable {
  package let configuration: Configuration
  package let graph: KnowledgeGraph
  package let routes: Routes
  package let theme: Theme
  /// The files of `content/` that are published as they are.
  package let assets: [SourceText]
  /// What of `content/` is not published; with drafts, what would not be without.
  package let heldBack: [HeldBackFile]
  package let views: SiteViews
  let answers: ViewAnswers
  let sigla: Sigla
  /// The lists of plain pages.
  let pageLists: PageLists
  /// Made when the first page asks.
  let rows: Once<Rows>
  let facets: Facets
  let facetLinks: FacetLinks
  let entityParts: [EntityPart]
  package let plan: SitePlan
  let navigation: [NavigationItem]
  /// Where its pages are: nothing, or the folder of a further language.
  package let folder: String
  /// The same site in its further languages: the pages that are about things, and those that show many.
  package let editions: [SiteModel]
  /// All languages of the site, its own first; nothing where that is the only one.
  let languages: [SiteLanguage]
  /// The path of the picture that is shown beside a link to the site.
  let shareImage: String?
  let search = SharedTask<SearchFiles>()
  /// What each source is, which every statement of it tells.
  let sourceKinds = MadeOnce<EntityID, [String]>()
  /// What is wrong with the site as a whole: paths that two pages want, entries of the navigation.
  package let diagnostics: [Diagnostic]
  private let activeFiles: [Diagnostic]
  private let settings: ParsedSettings

  /// - Parameter previous: the site of an earlier state: what still holds of it is taken over. The result is the
  ///   same without it.
  package convenience init(
    _ parsed: ParsedSite, _ graph: KnowledgeGraph, after previous: SiteModel? = nil
  ) async {
    var editions: [SiteModel] = []
    for (number, settings) in parsed.settings.translations.enumerated() {
      let language = settings.configuration.language
      editions.append(
        await .init(
          parsed, graph.read(in: language, settings.theme.words.forReaders, schema: settings.schema),
          settings,
          folder: language + "/",
          after: previous.flatMap { $0.editions.dropFirst(number).first }))
    }
    await self.init(parsed, graph, parsed.settings, editions: editions, after: previous)
  }

  /// - Parameter folder: of a further language; nothing for the site's own.
  private init(
    _ parsed: ParsedSite, _ graph: KnowledgeGraph, _ settings: ParsedSettings, folder: String = "",
    editions: [SiteModel] = [], after previous: SiteModel?
  ) async {
    self.folder = folder
    self.editions = editions
    languages = SiteLanguage.all(parsed.configuration)
    let heldBack = HeldBackFiles(parsed, graph)
    self.heldBack = heldBack.all
    let assets = parsed.includesDrafts ? parsed.assets : parsed.assets.filter { !heldBack.holdBack($0) }
    self.assets = assets
    let theme = settings.theme
    let sections = Sections(graph) { theme.showsSections($0, in: graph) }
    let previous = previous.flatMap {
      $0.routes.sections == sections && $0.hasSamePages(as: settings, graph, assets)
        && $0.routes.listParts == Routes.listParts(graph, sections) ? $0 : nil
    }
    self.settings = settings
    configuration = settings.configuration
    self.graph = graph
    self.theme = theme
    routes = previous?.routes ?? Routes(graph, sections, assets: assets.map(\.contentPath))
    let routes = self.routes
    let homes = configuration.furtherLanguages.map { $0 + "/" + Routes.home }
    let pageLists = PageLists(
      graph, routes, assets: assets.map(\.contentPath), homes: homes, views: settings.views.all.map(\.name))
    self.pageLists = pageLists
    rows = Once { Rows(graph, pageLists) }
    sigla = Sigla(graph)
    let viewsOfFacts = previous.flatMap { graph.hasSameFacts(as: $0.graph) ? $0.views : nil }
    let keptViews = viewsOfFacts.flatMap { $0.readTexts ? nil : $0 }
    let answers = ViewAnswers(settings.views, graph)
    self.answers = answers
    if let keptViews {
      views = keptViews
    } else {
      views = await SiteViews(
        settings.views, answers, schema: graph.schema, words: theme.words, keeping: viewsOfFacts)
    }
    facets = Facets(graph, after: previous.map { ($0.graph, $0.facets) })
    facetLinks = FacetLinks(facets, graph, theme)
    let entityParts = EntityPart.all(graph, routes)
    self.entityParts = entityParts
    let planned = previous.flatMap {
      $0.entityParts == entityParts && $0.pageLists.hasSamePages(as: pageLists) ? $0.plan : nil
    }
    plan =
      planned?.updated(
        views: keptViews == nil ? views : nil, facets: facets.isKept ? nil : facets.all)
      ?? SitePlan(
        graph, routes, theme, views, facets: facets.all, entityParts: entityParts, pageLists: pageLists,
        assets: assets,
        editions: folder.isEmpty ? editions : nil, baseURL: configuration.baseURL,
        hasSearch: configuration.hasSearch)
    let navigation = NavigationItem.all(configuration, graph, routes, views, pageLists)
    self.navigation = navigation.items
    let shareImage = ShareImage(configuration, assets, theme)
    self.shareImage = shareImage.path
    let isSameFiles = previous.map { $0.assets.elementsEqual(assets, by: ===) } ?? false
    let leftOut = plan.leftOut
    activeFiles =
      isSameFiles && leftOut.isEmpty
      ? previous?.activeFiles ?? []
      : ActiveFiles.check(assets.filter { !leftOut.contains($0.path) }, configuration)
    diagnostics =
      views.diagnostics + plan.brokenLinks(of: graph) + plan.diagnostics + navigation.diagnostics
      + shareImage.diagnostics + activeFiles
  }

  /// The whole address of a page of this language, where it is known.
  func address(of path: String) -> String? { configuration.address(of: folder + path) }

  /// Whether another site's style sheets, images and other files are the same.
  package func hasSameAssets(as other: SiteModel) -> Bool {
    assets.elementsEqual(other.assets) { $0.isSame(as: $1) }
      && theme.assets.elementsEqual(other.theme.assets) { $0.isSame(as: $1) }
  }

  /// Whether entities and files are where they were, and everything is shown as it was.
  private func hasSamePages(as settings: ParsedSettings, _ graph: KnowledgeGraph, _ assets: [SourceText])
    -> Bool
  {
    self.settings === settings && self.graph.hasSamePages(as: graph)
      && self.assets.elementsEqual(assets) { $0.path == $1.path }
  }
}
