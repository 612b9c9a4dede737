import Diagnostics
import Knowledge
import Templates

/// A view with its answer from one graph, which is made when the first of its pages asks: each of a thousand pages would
/// else put together the whole that it is a part of.
protocol AnsweredView: Sendable {
  func parts(problems: inout ViewProblems) -> [ViewPart]
  func rows(of part: ViewPart) -> ViewRows?
  func value(of part: ViewPart, on page: PageContext) -> Value
  func data(of part: ViewPart, in site: SiteModel) -> ViewData
  func hasPicture(of part: ViewPart) -> Bool
  func picture(of part: ViewPart, on page: PageContext) -> Picture?
  var pictured: [PicturedEntity] { get }
  func picture(of entity: EntityID, on page: PageContext) -> Picture?
  func calendar(of page: ViewPage, in site: SiteModel) -> CalendarFile?
  func feed(of page: ViewPage, in site: SiteModel) -> (bytes: [UInt8], diagnostics: [Diagnostic])
}

private struct Answered<V: View>: AnsweredView {
  let view: V
  let graph: KnowledgeGraph
  let answer: Once<V.Answer>

  init(_ view: V, _ graph: KnowledgeGraph) {
    self.view = view
    self.graph = graph
    answer = Once { view.answer(in: graph) }
  }

  func parts(problems: inout ViewProblems) -> [ViewPart] {
    view.parts(of: answer.value, in: graph, problems: &problems)
  }

  func rows(of part: ViewPart) -> ViewRows? { view.rows(of: part, answer.value, in: graph) }

  func value(of part: ViewPart, on page: PageContext) -> Value {
    view.value(of: part, answer.value, on: page)
  }

  func data(of part: ViewPart, in site: SiteModel) -> ViewData {
    view.data(of: part, answer.value, in: site)
  }

  func hasPicture(of part: ViewPart) -> Bool { view.hasPicture(of: part, answer.value) }

  func picture(of part: ViewPart, on page: PageContext) -> Picture? {
    view.picture(of: part, answer.value, on: page)
  }

  var pictured: [PicturedEntity] { view.pictured(answer.value, in: graph) }

  func picture(of entity: EntityID, on page: PageContext) -> Picture? {
    view.picture(of: entity, answer.value, on: page)
  }

  func calendar(of page: ViewPage, in site: SiteModel) -> CalendarFile? {
    view.calendar(of: page, answer.value, in: site)
  }

  func feed(of page: ViewPage, in site: SiteModel) -> (bytes: [UInt8], diagnostics: [Diagnostic]) {
    view.feed(of: page, answer.value, in: site)
  }
}

/// The views that are declared, each with its answer from a graph.
struct ViewAnswers: Sendable {
  private let byName: [String: any AnsweredView]

  init(_ views: DeclaredViews, _ graph: KnowledgeGraph) {
    func answered(_ view: some View) -> any AnsweredView { Answered(view, graph) }
    byName = Dictionary(views.all.map { ($0.name, answered($0.view)) }) { first, _ in first }
  }

  /// What the graph says on the question of a view, which all that ask share.
  func answer<V: View>(of view: DeclaredView, as type: V.Type) -> V.Answer? {
    (byName[view.name] as? Answered<V>)?.answer.value
  }

  subscript(view: DeclaredView) -> (any AnsweredView)? { byName[view.name] }
}
