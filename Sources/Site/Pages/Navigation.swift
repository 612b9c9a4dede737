import Diagnostics
import Folding
import FrontMatter
import Knowledge

/// An entry of the navigation that every page shows.
struct NavigationItem: Hashable, Sendable {
  var label: String
  var path: String
  /// The folder whose pages belong to the entry.
  var folder: String?
  /// Of a thing that is a section: its place on the page.
  var fragment = ""
}

extension NavigationItem {
  /// So many folders and pages the menu of a site without kinds has, if nobody says which.
  private static let mostTopmost = 12

  /// Where there are plain pages only: the topmost folders, then the pages that are in none.
  private static func topmost(_ lists: PageLists, _ graph: KnowledgeGraph, _ routes: Routes)
    -> [NavigationItem]
  {
    guard let topmost = lists[.folder("")] else { return [] }
    let folders = topmost.inner.compactMap { lists[$0] }.map { list in
      NavigationItem(
        label: list.index.map { graph.title(of: $0) } ?? list.name, path: list.path,
        folder: MarkdownPath.folder(of: list.path))
    }
    let room = max(0, mostTopmost - folders.count)
    let pages = topmost.pages.count <= room ? topmost.pages : []
    return folders.prefix(mostTopmost)
      + pages.map { NavigationItem(label: graph.title(of: $0), path: routes.path(of: $0)) }
  }

  /// The entries that the configuration names: views, kinds and content files. Without any: every view, and every
  /// kind that has entities.
  static func all(
    _ configuration: Configuration, _ graph: KnowledgeGraph, _ routes: Routes, _ views: SiteViews,
    _ pageLists: PageLists
  ) -> (items: [NavigationItem], diagnostics: [Diagnostic]) {
    guard !configuration.navigation.isEmpty else {
      guard !views.wholes.isEmpty || graph.entities.contains(where: { $0.kind != .page }) else {
        return (topmost(pageLists, graph, routes), [])
      }
      let lists = graph.schema.kindIDs.filter(graph.hasEntities).compactMap { list($0, graph, routes) }
      let wholes = views.wholes
      let items = wholes.map(view) + lists
      let most = Configuration.longestNavigation
      guard items.count > most else { return (items, []) }
      let place = wholes.count > most ? wholes[most].declared.place : Place(Configuration.path)
      let mistake = Diagnostic(
        .invalidSetting,
        "each page's navigation would show \(items.count) views and kinds; the limit is \(most)",
        at: place,
        help: "list those that most readers need under 'navigation'")
      return (Array(items.prefix(most)), [mistake])
    }
    var items: [NavigationItem] = []
    var diagnostics: [Diagnostic] = []
    for name in configuration.navigation {
      defer { items.dropSecond(of: name, &diagnostics) }
      if let page = views.page(stem: name.text) {
        items.append(view(page))
      } else if let kind = graph.schema.kind(named: name.text), routes.lists[Int(kind.index)] != nil {
        // A kind without entities has no list yet.
        if graph.hasEntities(of: kind), let item = list(kind, graph, routes) { items.append(item) }
      } else if let item = page(name.text, graph, routes) {
        items.append(item)
      } else if graph.isHeldBack(atPath: name.text) {
        diagnostics.append(
          Diagnostic(
            .invalidSetting,
            "the page 'content/\(name.text)' is held back, so the navigation cannot lead to it",
            at: Place(Configuration.path, name.position, length: name.text.utf8.count),
            help:
              "remove it from 'navigation', or publish the page; 'remit build --verbose' says what holds it back"
          ))
      } else if !configuration.views.contains(where: { $0.key == name.text }) {
        // A view that can't be read is reported already.
        let known = graph.schema.kindNames + views.stems + graph.entities.map(\.contentPath)
        diagnostics.append(
          Diagnostic(
            .invalidSetting,
            "'\(name.text)' is not a kind, a view or a file in content/"
              + didYouMean(name.text, among: known),
            at: Place(Configuration.path, name.position, length: name.text.utf8.count)))
      }
    }
    return (items, diagnostics)
  }

  private static func list(_ kind: KindID, _ graph: KnowledgeGraph, _ routes: Routes) -> NavigationItem? {
    guard let path = routes.lists[Int(kind.index)] else { return nil }
    let schema = graph.schema[kind]
    return NavigationItem(label: schema.label.many, path: path, folder: schema.folder + "/")
  }

  private static func view(_ page: ViewPage) -> NavigationItem {
    NavigationItem(label: page.title, path: page.path, folder: page.stem + "/")
  }

  private static func page(_ name: String, _ graph: KnowledgeGraph, _ routes: Routes) -> NavigationItem? {
    guard let entity = graph.entity(atPath: name) else { return nil }
    let path = routes.path(of: entity)
    let folder = path.without(end: "/index.html").map { String($0) + "/" }
    return NavigationItem(
      label: graph.title(of: entity), path: path, folder: folder, fragment: routes.fragment(of: entity))
  }
}

extension [NavigationItem] {
  /// Leaves the last entry out where it leads to where another one does.
  fileprivate mutating func dropSecond(of name: Written, _ diagnostics: inout [Diagnostic]) {
    guard let last, dropLast().contains(where: { $0.path == last.path && $0.fragment == last.fragment })
    else { return }
    removeLast()
    diagnostics.append(
      Diagnostic(
        .invalidSetting, .warning, "'\(name.text)' leads to the same page as another entry of the navigation",
        at: Place(Configuration.path, name.position, length: name.text.utf8.count),
        help: "remove one of them"))
  }
}

extension Entity {
  /// The path below `content/`.
  var contentPath: String { path.belowContent }
}
