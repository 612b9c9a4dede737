import Diagnostics
import Knowledge
import Templates

/// Two entities side by side, or what two sources say of one entity and of all else.
struct CompareView: View {
  static let type = "compare"

  let declared: [DeclaredComparison]

  init?(_ settings: inout ViewSettings) {
    guard let declared = settings.comparisons() else { return nil }
    self.declared = declared
  }

  func names(in graph: KnowledgeGraph) -> [SettingName] { declared.flatMap { $0.names(in: graph) } }

  func answer(in graph: KnowledgeGraph) -> Comparisons {
    var problems = ViewProblems()
    return Comparisons(all: comparisons(in: graph, &problems), problems: problems.diagnostics)
  }

  /// The list of the comparisons, and each of them.
  func parts(of answer: Comparisons, in graph: KnowledgeGraph, problems: inout ViewProblems) -> [ViewPart] {
    problems.diagnostics += answer.problems
    return [.whole]
      + answer.all.map { ViewPart.item($0.slug, title: $0.title(in: graph), subjects: $0.subjects) }
  }

  static let shape = Shape.record(ComparePage.record)

  func value(of part: ViewPart, _ answer: Comparisons, on page: PageContext) -> Value {
    ComparePage.record.value(ComparePage(answer, part, on: page))
  }
}

/// All comparisons of a view.
struct Comparisons: Sendable {
  let all: [Comparison]
  /// Names in the settings that lead nowhere.
  let problems: [Diagnostic]

  /// Those on a page: one, or for the whole all of them.
  func part(_ part: ViewPart) -> [Comparison] {
    part.item.map { name in all.filter { $0.slug == name } } ?? all
  }
}

extension Comparison {
  /// Everything that is compared, in the order of the page.
  func lines(in site: SiteModel) -> [ComparedLine] {
    switch subject {
    case .entities: EntityComparison(a, b, in: site).lines
    case .sources(let of, let parts): SourceComparison(a, b, of: of, parts: parts, in: site).lines
    }
  }
}
