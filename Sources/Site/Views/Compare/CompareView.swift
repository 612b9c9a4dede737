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

  /// The list of the comparisons, and each of them.
  func parts(of graph: KnowledgeGraph, problems: inout ViewProblems) -> [ViewPart] {
    [.whole]
      + comparisons(in: graph, &problems).map { comparison in
        ViewPart(
          slug: comparison.slug, title: comparison.title(in: graph), subjects: comparison.subjects)
      }
  }

  /// Those on a page: one, or for the whole all of them.
  func comparisons(on part: ViewPart, in site: SiteModel) -> [Comparison] {
    let all = site.comparisons.value(of: declared) {
      // What is wrong was reported when the pages were laid out.
      var problems = ViewProblems()
      return comparisons(in: site.graph, &problems)
    }
    return all.filter { part.slug == nil || $0.slug == part.slug }
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
