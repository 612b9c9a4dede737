import Diagnostics
package import Knowledge

/// One page of a view, with its address.
package struct ViewPage: Sendable {
  let declared: DeclaredView
  let part: ViewPart
  /// Without its suffix: `responsibility`, or `responsibility/guiding-opinions-2021` for a part.
  package let stem: String
  package let title: String

  package var path: String { stem + ".html" }

  /// The forms in which its data can be had.
  package var formats: [ViewData.Format] { declared.formats }

  func path(_ format: ViewData.Format) -> String { "\(stem).\(format.rawValue)" }

  /// The same, but only what is dated within some days; `nil` where the view has no dates of its own, or this is a part.
  package func between(_ days: EDTFDate) -> ViewPage? {
    guard declared.view is TimelineView, part.slug == nil else { return nil }
    return ViewPage(
      declared: declared, part: ViewPart(about: .days(days), slug: nil), stem: stem,
      title: "\(title): \(days)")
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
  private(set) var diagnostics: [Diagnostic] = []
  private var pagesBySubject: [EntityID: [Int]] = [:]
  private var pagesByStem: [String: Int] = [:]
  private var pagesByMatter: [Matter: Int] = [:]
  /// By kind: the names of the relations to those who have something to do, which are those that a matrix shows.
  private var tasks: [KindID: Set<String>] = [:]
  /// By the view's name.
  private var partsByName: [String: [Int]] = [:]

  init(_ views: DeclaredViews, _ answers: ViewAnswers, schema: Schema, strings: [String: String]) {
    declared = views.all
    for case (let rows, let name)? in views.all.map({ ($0.view as? MatrixView)?.task(in: schema) }) {
      tasks[rows, default: []].insert(name)
    }
    for declared in views.all {
      var problems = ViewProblems()
      let name = declared.title ?? strings["view_" + declared.type] ?? declared.name
      for var part in answers[declared]?.parts(problems: &problems) ?? [] {
        if case .word(let word, let group) = part.about {
          part.title = Theme.word(word, group: group, strings: strings)
        }
        if let text = part.addition.flatMap({ strings[$0] }) {
          part.title = [part.title, text].compactMap(\.self).joined(separator: " · ")
        }
        let stem = part.slug.map { declared.name + "/" + $0 } ?? declared.name
        let title = part.title.map { "\(name): \($0)" } ?? name
        for subject in part.subjects { pagesBySubject[subject, default: []].append(pages.count) }
        if pagesByStem[stem] == nil { pagesByStem[stem] = pages.count }
        if part.slug != nil { partsByName[declared.name, default: []].append(pages.count) }
        pagesByMatter[Matter(view: declared.name, about: part.about)] = pages.count
        pages.append(ViewPage(declared: declared, part: part, stem: stem, title: title))
      }
      diagnostics += problems.diagnostics
    }
  }

  /// The pages that are about an entity.
  func pages(about entity: EntityID) -> [ViewPage] { (pagesBySubject[entity] ?? []).map { pages[$0] } }

  /// Whether a relation leads to those who have something to do.
  func isTask(_ field: Field, of kind: KindID) -> Bool { tasks[kind]?.contains(field.name) ?? false }

  /// The page of each view that shows the whole.
  var wholes: [ViewPage] { pages.filter { $0.part.slug == nil } }

  package func page(stem: String) -> ViewPage? { pagesByStem[stem].map { pages[$0] } }

  /// What one page is about, among all views.
  private struct Matter: Hashable {
    let view: String
    let about: ViewPart.About
  }

  /// The page of a view that is about something.
  func page(of view: String, about: ViewPart.About) -> ViewPage? {
    pagesByMatter[Matter(view: view, about: about)].map { pages[$0] }
  }

  /// The parts of the view that a page belongs to.
  func parts(of page: ViewPage) -> [ViewPage] { (partsByName[page.declared.name] ?? []).map { pages[$0] } }

  /// The page of a view that shows the whole, by the sort of the view.
  func whole(ofType type: String) -> ViewPage? { wholes.first { $0.declared.type == type } }
}
