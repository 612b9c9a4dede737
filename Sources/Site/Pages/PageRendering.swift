package import Diagnostics
import Knowledge
import Templates

extension SiteModel {
  /// The bytes of one file of the site. A diagnostic means that a template could not be filled in.
  package func render(_ entry: SitePlan.Entry) -> (bytes: [UInt8], diagnostics: [Diagnostic]) {
    switch entry.output {
    case .home(let index): fill("home", homePage(index: index))
    case .entity(let id): fill(theme.template(for: graph.schema[graph[id].kind]), entityPage(id))
    case .list(let kind): fill("list", listPage(kind, path: entry.path))
    case .facet(let facet): fill("list", listPage(facet.kind, path: entry.path, facet: facet))
    case .view(let page): fill(page.declared.type, viewPage(page))
    case .viewData(let page, let format): (format.byteOrderMark + Array(text(of: page, format).utf8), [])
    case .feed(let page): page.declared.view.feed(of: page, in: self)
    case .redirect(let id): fill("redirect", redirectPage(from: entry.path, to: id))
    case .notFound: fill("404", notFoundPage)
    case .sitemap(let part): fill(Sitemap.template, sitemap(part: part).values)
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

  func fill(_ template: String, _ values: Object) -> (bytes: [UInt8], diagnostics: [Diagnostic]) {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(16 * 1024)
    let diagnostics = theme.templates.render(template, .object(values), into: &bytes)
    return (bytes, diagnostics)
  }

  private func redirectPage(from path: String, to id: EntityID) -> Object {
    let root = Routes.root(from: path)
    var page = common(path: path, root: root, title: graph.title(of: id))
    page["target"] = [
      "title": .text(graph.title(of: id)), "href": .text(routes.href(to: Target(id), root: root)),
    ]
    return page
  }

  /// The one page that is served at any address: its links begin at the host.
  private var notFoundPage: Object {
    common(
      path: Routes.notFound, root: configuration.basePath,
      title: theme.strings["not_found_title"] ?? "Not found")
  }
}
