package import Diagnostics
import Knowledge
package import Progress

extension SiteModel {
  /// What goes wrong when one page of each sort is made: mistakes in templates that cannot be seen before, such as
  /// partials without an end. Views are left out, as one page of them may be a whole knowledge base.
  package func renderSamples() -> [Diagnostic] {
    var seen: Set<String> = []
    var diagnostics: [Diagnostic] = []
    for entry in plan.entries {
      guard let template = template(of: entry.output), seen.insert(template).inserted else { continue }
      diagnostics += render(entry).diagnostics
    }
    return diagnostics + editions.flatMap { $0.renderSamples() }
  }

  /// What goes wrong when the pages are made, each mistake once. Where a sample has one, the others are not made: it
  /// may be in all of them.
  package func renderAll(progress: ProgressMeter? = nil) async -> [Diagnostic] {
    let pages = allPages
    progress?.begin(.render, of: pages.count) { pages[$0].path }
    let samples = renderSamples()
    if samples.hasErrors { return samples.unique }
    return await pages.concurrentMap(progress: progress) { page in
      page.entry.output.hasTemplate ? page.render().diagnostics : []
    }.flatMap(\.self).unique
  }

  fileprivate func template(of output: Output) -> String? {
    switch output {
    case .home: "home"
    case .entity(let id): theme.template(for: graph.schema[graph[id].kind])
    case .entityPart: "entity-part"
    case .list, .facet: "list"
    case .pageList: "page-list"
    case .redirect: "redirect"
    case .notFound: "404"
    case .search: "search"
    case .sitemap: Sitemap.template
    case .listFeed: ListFeed.template
    case .view, .viewData, .feed, .robots, .picture, .entityPicture, .noJekyll, .contentAsset, .themeAsset:
      nil
    }
  }
}

extension SitePage {
  /// What makes it, for those who look where the time goes: its template, and of a view's page the view; `nil` for files
  /// that nothing makes.
  package var maker: String? {
    switch entry.output {
    case .view(let page): "\(page.declared.type).html for \(page.declared.name)"
    case .viewData(let page, _), .feed(let page): "data of \(page.declared.name)"
    case .picture, .entityPicture: "pictures"
    default: site.template(of: entry.output).map { $0.contains(".") ? $0 : $0 + ".html" }
    }
  }
}

extension Output {
  fileprivate var hasTemplate: Bool {
    switch self {
    case .home, .entity, .entityPart, .list, .facet, .pageList, .view, .redirect, .notFound, .search, .feed,
      .listFeed,
      .sitemap:
      true
    case .viewData, .robots, .picture, .entityPicture, .noJekyll, .contentAsset, .themeAsset: false
    }
  }
}
