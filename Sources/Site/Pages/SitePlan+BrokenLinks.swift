import CommonMark
import Diagnostics
import Folding
import Knowledge

extension SitePlan {
  /// Links in running text to files that the website doesn't have: the part of a view that there is not.
  func brokenLinks(of graph: KnowledgeGraph) -> [Diagnostic] {
    graph.entitiesWithAssetLinks.flatMap { id in
      graph[id].links.enumerated().flatMap { number, targets in
        targets.enumerated().compactMap { link, target -> Diagnostic? in
          guard case .asset(let path, _) = target, entry(at: path) == nil else { return nil }
          let document = graph[id].documents[number]
          let isLenient = graph.schema[graph[id].kind].isPlainPage
          return Diagnostic(
            .brokenLink, isLenient ? .warning : .error,
            "the website has no page '\(path)'" + didYouMean(path, among: entries.map(\.path)),
            at: document.place(of: document.links[link]))
        }
      }
    }
  }
}
