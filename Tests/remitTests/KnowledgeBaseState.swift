import Diagnostics
import Knowledge
import Site

/// A knowledge base in memory with drafts, perhaps going on from an earlier state.
struct KnowledgeBaseState {
  let parsed: ParsedSite
  let graph: KnowledgeGraph
  let site: SiteModel

  init(_ files: [SourceText], after previous: KnowledgeBaseState? = nil) async {
    var options = BuildOptions()
    options.includesDrafts = true
    parsed = await ParsedSite(files, options, after: previous?.parsed)
    graph = KnowledgeGraph(parsed, options, after: previous?.graph)
    site = SiteModel(parsed, graph, after: previous?.site)
  }

  var diagnostics: [Diagnostic] {
    parsed.diagnostics + graph.diagnostics + site.diagnostics + graph.validate()
  }

  var printedDiagnostics: String { TextPrinter { _ in nil }.print(diagnostics) }
}
