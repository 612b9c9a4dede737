import Diagnostics
import Files
import Knowledge
import Site

/// The whole program: a folder of Markdown becomes a website, or a list of what is wrong in it.
struct Build {
  var root: String
  var output: String
  var options: BuildOptions

  func run() async throws -> BuildReport {
    let tree = try SourceTree.load(root: root)
    let parsed = await ParsedSite(tree.files, options)
    let graph = KnowledgeGraph(parsed, options)
    let site = SiteModel(parsed, graph)
    let found =
      tree.diagnostics + parsed.diagnostics + graph.diagnostics + graph.validate() + site.diagnostics
    guard options.accepts(found) else { return BuildReport(graph, tree, found) }
    let pages = try await site.write(to: SiteWriter(output: output))
    return BuildReport(graph, tree, found + pages.diagnostics, pages.report)
  }
}

extension BuildReport {
  init(
    _ graph: KnowledgeGraph, _ tree: SourceTree, _ diagnostics: [Diagnostic], _ written: WriteReport? = nil
  ) {
    self.init(
      entities: graph.entities.count, diagnostics: diagnostics, written: written, sources: tree.byPath)
  }
}
