import Diagnostics
import Files
import Knowledge
import Site

/// The whole program: a folder of Markdown becomes a website, or a list of what is wrong in it.
struct Build {
  var root: String
  var options = BuildOptions()

  /// Load, parse, resolve, validate.
  func read() async throws -> KnowledgeBase { await read(try load()) }

  /// Files that nobody looks into are not read.
  static let layout = SourceTree.Layout(isRead: ContentPath.isRead)

  func load() throws -> SourceTree {
    let tree = try SourceTree.load(root: root, layout: Build.layout)
    try checkIsKnowledgeBase(tree)
    return tree
  }

  /// Parse, resolve, validate.
  ///
  /// - Parameter previous: what an earlier state of the files gave: what still holds is kept. The result is the same
  ///   without it.
  func read(_ tree: SourceTree, after previous: KnowledgeBase? = nil) async -> KnowledgeBase {
    let parsed = await ParsedSite(tree.files, options, after: previous?.parsed)
    let graph = KnowledgeGraph(parsed, options, after: previous?.graph)
    let site = SiteModel(parsed, graph, after: previous?.site)
    let found =
      tree.diagnostics + parsed.diagnostics + graph.diagnostics + site.diagnostics + graph.validate()
    return KnowledgeBase(
      parsed: parsed, graph: graph, site: site, diagnostics: found.settingsFirst, sources: tree)
  }

  /// Read, render, write: every page that changed, or with errors nothing.
  func publish(to output: String) async throws -> BuildReport {
    let base = try await read()
    guard options.accepts(base.diagnostics) else { return BuildReport(base) }
    let pages = try await base.site.write(to: SiteWriter(output: output))
    return BuildReport(base, written: pages.report, rendering: pages.diagnostics)
  }

  /// A folder without content would become a site without pages, and take a published one's away.
  private func checkIsKnowledgeBase(_ tree: SourceTree) throws {
    guard !tree.hasContent, !tree.diagnostics.hasErrors else { return }
    throw CommandError.usage(
      "'\(root)' is no knowledge base: it has no folder content/; remit init begins one")
  }
}
