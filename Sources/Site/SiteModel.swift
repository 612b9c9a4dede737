package import Diagnostics
package import Knowledge

/// All that a page may show: every page is a pure function of this and its own address.
///
/// Immutable; a class because every page hands it on many times.
package final class SiteModel: Sendable {
  package let configuration: Configuration
  package let graph: KnowledgeGraph
  package let routes: Routes
  package let theme: Theme
  package let assets: [SourceText]
  package let views: SiteViews
  /// By kind, then by field.
  let facets: [[[Facet]]]
  package let plan: SitePlan
  let navigation: [NavigationItem]
  /// What is wrong with the site as a whole: paths that two pages want, entries of the navigation.
  package let diagnostics: [Diagnostic]

  package init(_ parsed: ParsedSite, _ graph: KnowledgeGraph) {
    configuration = parsed.configuration
    self.graph = graph
    routes = Routes(graph, assets: parsed.assets.map(\.contentPath))
    theme = parsed.theme
    assets = parsed.assets
    views = SiteViews(parsed.views, graph, strings: theme.strings)
    facets = graph.schema.kindIDs.map { Facet.all(of: $0, in: graph) }
    plan = SitePlan(
      graph, routes, theme, views, facets: facets.joined().flatMap(\.self), assets: assets,
      hasBaseURL: configuration.baseURL != nil)
    let navigation = NavigationItem.all(configuration, graph, routes, views)
    self.navigation = navigation.items
    diagnostics = views.diagnostics + plan.brokenLinks(of: graph) + plan.diagnostics + navigation.diagnostics
  }
}
