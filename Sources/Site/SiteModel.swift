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
  /// Made when the first page asks.
  let rows: Once<Rows>
  let facets: Facets
  let facetLinks: FacetLinks
  let entityParts: [EntityPart]
  package let plan: SitePlan
  let navigation: [NavigationItem]
  let search = SharedTask<SearchFiles>()
  /// What each source is, which every statement of it tells.
  let sourceKinds = MadeOnce<EntityID, [String]>()
  /// What is wrong with the site as a whole: paths that two pages want, entries of the navigation.
  package let diagnostics: [Diagnostic]
  private let activeFiles: [Diagnostic]
  private let settings: ParsedSettings

  /// - Parameter previous: the site of an earlier state: what still holds of it is taken over. The result is the
  ///   same without it.
  package init(_ parsed: ParsedSite, _ graph: KnowledgeGraph, after previous: SiteModel? = nil) {
    let heldBack = HeldBackFiles(parsed, graph)
    self.heldBack = heldBack.all
    let assets = parsed.includesDrafts ? parsed.assets : parsed.assets.filter { !heldBack.holdBack($0) }
    self.assets = assets
    let theme = parsed.settings.theme
    let sections = Sections(graph) { theme.showsSections($0, in: graph) }
    let previous = previous.flatMap {
      $0.routes.sections == sections && $0.hasSamePages(as: parsed, graph, assets)
        && $0.routes.listParts == Routes.listParts(graph, sections) ? $0 : nil
    }
    settings = parsed.settings
    configuration = parsed.configuration
    self.graph = graph
    self.theme = theme
    routes = previous?.routes ?? Routes(graph, sections, assets: assets.map(\.contentPath))
    let routes = self.routes
    rows = Once { Rows(graph, routes) }
    sigla = Sigla(graph)
    let viewsOfFacts = previous.flatMap { graph.hasSameFacts(as: $0.graph) ? $0.views : nil }
    let keptViews = viewsOfFacts.flatMap { $0.readTexts ? nil : $0 }
    let answers = ViewAnswers(parsed.settings.views, graph)
    self.answers = answers
    views =
      keptViews
      ?? SiteViews(
        parsed.settings.views, answers, schema: graph.schema, strings: theme.strings, keeping: viewsOfFacts)
    facets = Facets(graph, after: previous.map { ($0.graph, $0.facets) })
    facetLinks = FacetLinks(facets, graph, theme)
    let entityParts = EntityPart.all(graph, routes)
    self.entityParts = entityParts
    let planned = previous.flatMap { $0.entityParts == entityParts ? $0.plan : nil }
    plan =
      planned?.updated(
        views: keptViews == nil ? views : nil, facets: facets.isKept ? nil : facets.all)
      ?? SitePlan(
        graph, routes, theme, views, facets: facets.all, entityParts: entityParts, assets: assets,
        hasBaseURL: configuration.baseURL != nil, hasSearch: configuration.hasSearch)
    let navigation = NavigationItem.all(configuration, graph, routes, views)
    self.navigation = navigation.items
    let isSameFiles = previous.map { $0.assets.elementsEqual(assets, by: ===) } ?? false
    activeFiles = isSameFiles ? previous?.activeFiles ?? [] : ActiveFiles.check(assets, configuration)
    diagnostics =
      views.diagnostics + plan.brokenLinks(of: graph) + plan.diagnostics + navigation.diagnostics
      + activeFiles
  }

  /// Whether another site's style sheets, images and other files are the same.
  package func hasSameAssets(as other: SiteModel) -> Bool {
    assets.elementsEqual(other.assets) { $0.isSame(as: $1) }
      && theme.assets.elementsEqual(other.theme.assets) { $0.isSame(as: $1) }
  }

  /// Whether entities and files are where they were, and everything is shown as it was.
  private func hasSamePages(as parsed: ParsedSite, _ graph: KnowledgeGraph, _ assets: [SourceText]) -> Bool {
    settings === parsed.settings && self.graph.hasSamePages(as: graph)
      && self.assets.elementsEqual(assets) { $0.path == $1.path }
  }
}
