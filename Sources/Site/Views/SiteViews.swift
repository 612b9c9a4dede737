import Diagnostics
package import Knowledge
import Progress

/// One page of a view, with its address.
package struct ViewPage: Sendable {
  let declared: DeclaredView
  let part: ViewPart
  /// Without its suffix: `responsibility`, or `responsibility/guiding-opinions-2021` for a part.
  package let stem: String
  package let title: String
  /// Of the first page of the part, beside which its data are.
  let firstStem: String

  package var path: String { stem + ".html" }

  /// Whether it goes on where another page of the same part ends.
  package var isContinued: Bool { part.isContinued }

  /// The forms in which its data can be had.
  package var formats: [ViewData.Format] { declared.formats }

  func path(_ format: ViewData.Format) -> String { "\(firstStem).\(format.rawValue)" }

  /// The same, but only what is dated within some days; `nil` where the view has no dates of its own, or this is a part.
  package func between(_ days: EDTFDate) -> ViewPage? {
    guard declared.view is TimelineView, part.slug == nil else { return nil }
    return ViewPage(
      declared: declared, part: ViewPart(about: .days(days), slug: nil), stem: stem,
      title: "\(title): \(days)", firstStem: stem)
  }

  /// Where its picture is had alone; `nil` where it has none.
  var picturePath: String? { part.hasPicture && !isContinued ? stem + ".svg" : nil }

  func path(of pictured: PicturedEntity) -> String {
    "\(declared.name)/\(pictured.folder)/\(pictured.slug).svg"
  }

  /// Only the whole has one.
  var hasFeed: Bool { part.slug == nil && declared.view.hasFeed }

  var feedPath: String { stem + ".xml" }

  /// Where the name of a page stands that is about one entity.
  func namePlace(in graph: KnowledgeGraph) -> Place? {
    part.subjects.count == 1 ? Place(graph[part.subjects[0]].path) : nil
  }
}

/// The pages of all views of a graph.
package struct SiteViews: Sendable {
  /// As `remit.yaml` has them.
  let declared: [DeclaredView]
  package private(set) var pages: [ViewPage] = []
  /// The page of each view that shows the whole.
  private(set) var wholes: [ViewPage] = []
  /// Asked for on each row of each page, so they are told apart once.
  private(set) var matrices: [MatrixView] = []
  private(set) var trackers: [TrackerView] = []
  private(set) var diagnostics: [Diagnostic] = []
  private let views: [PagedView]
  private var pagesBySubject: [EntityID: [Int]] = [:]
  private var pagesByStem: [String: Int] = [:]
  private var pagesByMatter: [Matter: Int] = [:]
  /// Of the parts that several pages show, by the first of these.
  private var cuts: [Int: PagedView.Cut] = [:]
  /// By kind: the names of the relations to those who have something to do, which are those that a matrix shows.
  private var tasks: [KindID: Set<String>] = [:]
  /// By the view's name.
  private var partsByName: [String: [Int]] = [:]
  private var picturesByEntity: [EntityID: (page: Int, pictured: PicturedEntity)] = [:]

  /// - Parameter kept: of an earlier graph with the same facts; texts may say something else.
  init(
    _ views: DeclaredViews, _ answers: ViewAnswers, schema: Schema, words: ThemeWords,
    keeping kept: SiteViews? = nil
  ) async {
    declared = views.all
    for case (let rows, let name)? in views.all.map({ ($0.view as? MatrixView)?.task(in: schema) }) {
      tasks[rows, default: []].insert(name)
    }
    let all = views.all
    self.views = await all.indices.concurrentMap { number in
      if let kept, !type(of: all[number].view).readsTexts { return kept.views[number] }
      return PagedView(all[number], answers[all[number]], words)
    }
    for view in self.views { add(view) }
    matrices = wholes.compactMap { $0.declared.view as? MatrixView }
    trackers = wholes.compactMap { $0.declared.view as? TrackerView }
  }

  private mutating func add(_ view: PagedView) {
    diagnostics += view.diagnostics
    let first = pages.count
    for page in view.pages {
      let (part, name, number) = (page.part, page.declared.name, pages.count)
      pages.append(page)
      if part.slug == nil { wholes.append(page) }
      if page.isContinued { continue }
      for one in part.pictured where picturesByEntity[one.entity] == nil {
        picturesByEntity[one.entity] = (number, one)
      }
      for subject in part.subjects { pagesBySubject[subject, default: []].append(number) }
      if pagesByStem[page.stem] == nil { pagesByStem[page.stem] = number }
      if part.slug != nil { partsByName[name, default: []].append(number) }
      pagesByMatter[Matter(view: name, about: part.about)] = number
      if let cut = view.cuts[number - first] { cuts[number] = cut }
    }
  }

  /// Whether what a page shows may depend on texts.
  var readTexts: Bool { declared.contains { type(of: $0.view).readsTexts } }

  /// The pages that are about an entity.
  func pages(about entity: EntityID) -> [ViewPage] { (pagesBySubject[entity] ?? []).map { pages[$0] } }

  /// The view that has a picture for an entity's own page, by its whole.
  func picture(of entity: EntityID) -> (page: ViewPage, pictured: PicturedEntity)? {
    picturesByEntity[entity].map { (pages[$0.page], $0.pictured) }
  }

  /// Whether a relation leads to those who have something to do.
  func isTask(_ field: Field, of kind: KindID) -> Bool { tasks[kind]?.contains(field.name) ?? false }

  /// The first page of a part.
  package func page(stem: String) -> ViewPage? { pagesByStem[stem].map { pages[$0] } }

  /// Those that `page(stem:)` knows.
  package var stems: [String] { pages.filter { !$0.isContinued }.map(\.stem) }

  /// What one page is about, among all views.
  private struct Matter: Hashable {
    let view: String
    let about: ViewPart.About
  }

  /// The page of a view that is about something: of several the one on which an id is, else the first.
  func page(of view: String, about: ViewPart.About, at anchor: String? = nil) -> ViewPage? {
    guard let first = pagesByMatter[Matter(view: view, about: about)] else { return nil }
    return pages[first + (anchor.flatMap { cuts[first]?.page(of: $0) } ?? 0)]
  }

  /// The headings on the pages of the part that a page shows.
  func sections(of page: ViewPage) -> [ViewRows.Section] {
    pagesByStem[page.firstStem].flatMap { cuts[$0]?.sections } ?? []
  }

  /// All pages of the part that a page shows, in their order.
  func siblings(of page: ViewPage) -> [ViewPage] {
    guard page.part.pageCount > 1, let first = pagesByStem[page.firstStem] else { return [] }
    return Array(pages[first..<first + page.part.pageCount])
  }

  /// The parts of the view that a page belongs to, each by its first page.
  func parts(of page: ViewPage) -> [ViewPage] { (partsByName[page.declared.name] ?? []).map { pages[$0] } }

  /// The page of a view that shows the whole, by the sort of the view.
  func whole(ofType type: String) -> ViewPage? { wholes.first { $0.declared.type == type } }
}
