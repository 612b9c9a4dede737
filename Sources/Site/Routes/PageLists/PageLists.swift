import Folding
import Knowledge

/// The lists of the plain pages: of each folder, of each tag, and of the tags. Who has an address already keeps it: on an
/// author's own page the list stands below the text.
struct PageLists: Sendable {
  private(set) var all: [PageList] = []
  private var numbers: [PageList.Subject: Int] = [:]
  private var byIndex: [EntityID: Int] = [:]
  private var byPath: [String: Int] = [:]

  subscript(subject: PageList.Subject) -> PageList? { numbers[subject.folded].map { all[$0] } }

  /// The list that stands on an author's page.
  func list(on page: EntityID) -> PageList? { byIndex[page].map { all[$0] } }

  /// The list of a tag, as it is written anywhere.
  func list(ofTag tag: String) -> PageList? { self[.tag(TagAddress.slug(of: tag))] }

  /// The lists of the folders that a path is in, the outermost first.
  func folders(above path: String) -> [PageList] {
    var folders: [PageList] = []
    var folder = MarkdownPath.folder(of: path)
    while !folder.isEmpty {
      if let list = self[.folder(folder)] { folders.append(list) }
      folder = MarkdownPath.folder(of: String(folder.dropLast()))
    }
    return folders.reversed()
  }

  /// Whether all pages are where those of others are.
  func hasSamePages(as other: PageLists) -> Bool {
    all.elementsEqual(other.all) { a, b in
      a.path == b.path && a.index == b.index && a.hasPage == b.hasPage
        && a.parts.map(\.path) == b.parts.map(\.path)
    }
  }

  /// - Parameters:
  ///   - assets: the paths of files, which keep their addresses, but for an old theme's page where a list is.
  ///   - homes: of the site in other languages.
  ///   - views: their names.
  init(_ graph: KnowledgeGraph, _ routes: Routes, assets: [String], homes: [String], views: [String]) {
    let pages = graph.entities(of: .page).filter { routes.path(of: $0) != Routes.notFound }
    guard !pages.isEmpty else { return }
    let taken = TakenPaths(
      pages, routes, files: homes + assets.filter { !$0.ends(with: "/" + Routes.home) && $0 != Routes.home })
    let folders = PageFolders(pages, routes)
    let tags = PageTags(pages, in: graph)
    let tagFolder = PageTags.folder(beside: graph.schema, views: views)
    if !tags.all.isEmpty { addTags(tags, at: tagFolder, folders, taken, graph) }
    for (path, folder) in folders.all.sorted(by: { $0.key < $1.key }) {
      addFolder(path, folder, folders, taken, graph)
    }
  }

  private mutating func addFolder(
    _ path: String, _ folder: PageFolders.Folder, _ folders: PageFolders, _ taken: TakenPaths,
    _ graph: KnowledgeGraph
  ) {
    let address = path + Routes.home
    // An author's folder of that name has the tags too.
    if let known = byPath[address.foldedPath] {
      numbers[PageList.Subject.folder(path).folded] = known
      return
    }
    // Where there are things of kinds, the home page has these.
    let isUnshown = path.isEmpty && graph.entities.contains { $0.kind != .page }
    let index = folder.index
    let order = PageListOrder(graph, index: index)
    let inner = folder.folders.sorted { a, b in
      order.precedes(folderKey(a, folders, graph), folderKey(b, folders, graph))
    }
    add(
      PageList(
        subject: .folder(path), path: index.flatMap { taken.path(of: $0) } ?? address, index: index,
        pages: order.ordered(folder.pages), inner: inner.map { .folder($0) }, count: folder.count,
        parts: isUnshown ? [] : taken.ifFree(order.parts(of: folder.pages, at: address)),
        name: PageFolders.name(of: path), hasPage: index != nil || taken.isFree(address)))
  }

  private func folderKey(_ path: String, _ folders: PageFolders, _ graph: KnowledgeGraph) -> PageListOrder.Key
  {
    let index = folders.all[path]?.index
    return PageListOrder.Key(
      order: index.flatMap(graph.orderOfPage),
      title: NaturalKey((index.map { graph.title(of: $0) } ?? PageFolders.name(of: path)).foldedName))
  }

  private mutating func addTags(
    _ tags: PageTags, at folder: String, _ folders: PageFolders, _ taken: TakenPaths, _ graph: KnowledgeGraph
  ) {
    let address = folder + "/" + Routes.home
    let index = taken.page(at: address)
    let own = Set(tags.all.compactMap { taken.page(at: "\(folder)/\($0.slug)/" + Routes.home) })
    let others = (folders.all[folder + "/"]?.pages ?? []).filter { !own.contains($0) }
    add(
      PageList(
        subject: .tags, path: index.flatMap { taken.path(of: $0) } ?? address, index: index,
        pages: PageListOrder(graph, index: index).ordered(others), inner: tags.all.map { .tag($0.slug) },
        count: tags.all.count, parts: PageTags.parts(of: tags.all.count, at: address), name: "",
        hasPage: index != nil || taken.isFree(address)))
    for tag in tags.all {
      let address = "\(folder)/\(tag.slug)/" + Routes.home
      let index = taken.page(at: address)
      let pages = tag.pages.filter { $0 != index }
      let order = PageListOrder.newestFirst(graph)
      add(
        PageList(
          subject: .tag(tag.slug), path: index.flatMap { taken.path(of: $0) } ?? address, index: index,
          pages: order.ordered(pages), inner: [], count: pages.count,
          parts: taken.ifFree(order.parts(of: pages, at: address)), name: tag.label,
          hasPage: index != nil || taken.isFree(address)))
    }
  }

  private mutating func add(_ list: PageList) {
    numbers[list.subject.folded] = all.count
    byPath[list.path.foldedPath] = all.count
    if let index = list.index { byIndex[index] = all.count }
    all.append(list)
  }
}

/// Which addresses authors have taken, in any case of letters.
private struct TakenPaths {
  private var pages: [String: EntityID] = [:]
  private var files: Set<String> = []
  private let routes: Routes

  init(_ ids: [EntityID], _ routes: Routes, files: [String]) {
    self.routes = routes
    for id in ids { pages[routes.path(of: id).foldedPath] = id }
    self.files = Set(files.map(\.foldedPath))
  }

  func page(at path: String) -> EntityID? { pages[path.foldedPath] }

  func path(of page: EntityID) -> String? { routes.path(of: page) }

  /// The further pages of a list; none where an author has one of their addresses, and the list stays in one.
  func ifFree(_ parts: [ListPart]) -> [ListPart] { parts.allSatisfy { isFree($0.path) } ? parts : [] }

  func isFree(_ path: String) -> Bool { pages[path.foldedPath] == nil && !files.contains(path.foldedPath) }
}
