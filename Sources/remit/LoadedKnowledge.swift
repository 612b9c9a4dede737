import Diagnostics
import Files
import Knowledge
import Site

/// A knowledge base as far as it can be read, for the commands that write no site.
struct LoadedKnowledge {
  let graph: KnowledgeGraph
  let site: SiteModel
  /// Of every stage but the checks of the graph.
  let diagnostics: [Diagnostic]
  let sources: [String: SourceText]

  static func load(root: String, options: BuildOptions) async throws -> LoadedKnowledge {
    let tree = try SourceTree.load(root: root)
    let parsed = await ParsedSite(tree.files, options)
    let graph = KnowledgeGraph(parsed, options)
    let site = SiteModel(parsed, graph)
    return LoadedKnowledge(
      graph: graph, site: site,
      diagnostics: tree.diagnostics + parsed.diagnostics + graph.diagnostics + site.diagnostics,
      sources: tree.byPath)
  }

  /// The knowledge for a command that reads it: its problems are printed, and end the command only afterwards.
  static func load(root: String, drafts: Bool) async throws -> LoadedKnowledge {
    var options = BuildOptions()
    options.includesDrafts = drafts
    let loaded = try await load(root: root, options: options)
    DiagnosticOutput(format: .text, sources: loaded.sources).print(loaded.problems)
    return loaded
  }

  /// The stored texts of the sources, by file name, as far as a folder has them.
  func evidence(in folder: String) throws -> [String: SourceText] {
    guard isFolder(folder) else { throw CommandError.usage("--evidence: '\(folder)' is no folder") }
    var texts: [String: SourceText] = [:]
    for name in graph.evidenceFileNames where fileExists(folder + "/" + name) {
      texts[name] = SourceText(path: name, bytes: try readFile(folder + "/" + name))
    }
    return texts
  }

  /// Errors, as they may make an answer wrong.
  var problems: [Diagnostic] { (diagnostics + graph.validate()).filter { $0.severity == .error } }

  /// Ends the command with the status that the problems call for.
  func finish() throws { try BuildOptions().finish(problems) }
}
