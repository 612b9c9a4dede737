import Diagnostics
import Files
import Knowledge
import Pipeline
import Site

/// A knowledge base in memory with drafts, perhaps going on from an earlier state.
struct KnowledgeBaseState {
  private let base: KnowledgeBase

  init(_ files: [SourceText], after previous: KnowledgeBaseState? = nil) async {
    var options = BuildOptions()
    options.includesDrafts = true
    base = await KnowledgeBase(SourceTree(files), options, after: previous?.base)
  }

  var graph: KnowledgeGraph { base.graph }
  var site: SiteModel { base.site }
  var diagnostics: [Diagnostic] { base.diagnostics }

  var printedDiagnostics: String { TextPrinter { _ in nil }.print(base.diagnostics) }
}
