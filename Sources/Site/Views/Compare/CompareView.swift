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
      + answer.all.flatMap { comparison in
        comparison.stretches.map { stretch in
          var part = ViewPart.item(
            comparison.name(stretch), title: comparison.title(in: graph),
            subjects: stretch == .summary ? comparison.subjects : [])
          part.addition = stretch.title
          return part
        }
      }
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
  private let ofEntities = MadeOnce<String, EntityComparison>()
  private let ofSources = MadeOnce<String, SourceComparison>()

  init(all: [Comparison], problems: [Diagnostic]) {
    self.all = all
    self.problems = problems
  }

  /// Those on a page: one, or for the whole all of them.
  func part(_ part: ViewPart) -> [Comparison] {
    part.item.map { name in all.filter { $0.stretch(named: name) != nil } } ?? all
  }

  func entities(_ comparison: Comparison, in graph: KnowledgeGraph) -> EntityComparison {
    ofEntities.value(of: comparison.slug) { EntityComparison(comparison.a, comparison.b, in: graph) }
  }

  /// - Parameter of: what the sources speak of first.
  func sources(
    _ comparison: Comparison, of: EntityID, parts: [EntityID], in graph: KnowledgeGraph
  ) -> SourceComparison {
    ofSources.value(of: comparison.slug) {
      SourceComparison(comparison.a, comparison.b, of: of, parts: parts, in: graph)
    }
  }

  /// What is compared, in the order of the page: with the first page everything.
  func lines(
    of comparison: Comparison, _ stretch: Comparison.Stretch = .summary, in graph: KnowledgeGraph
  ) -> [ComparedLine] {
    guard case .sources(let of, let parts) = comparison.subject else {
      return entities(comparison, in: graph).lines
    }
    let compared = sources(comparison, of: of, parts: parts, in: graph)
    return switch stretch {
    case .summary: compared.lines
    case .things: ([compared.subject] + compared.parts).flatMap(\.lines)
    case .others: compared.others.flatMap(\.lines)
    }
  }
}

extension Comparison {
  /// Which of its pages has a name; `nil` where it is another comparison's.
  func stretch(named name: String) -> Stretch? { stretches.first { self.name($0) == name } }
}
