import Diagnostics
import Files
import Knowledge
import Site

/// A knowledge base as far as it can be read, and all that is wrong in it.
struct KnowledgeBase {
  let parsed: ParsedSite
  let graph: KnowledgeGraph
  let site: SiteModel
  let diagnostics: [Diagnostic]
  /// The files that were read.
  let sources: SourceTree

  /// For a command that answers questions: errors are printed first, as they may make an answer wrong, and end the
  /// command only after it has answered.
  static func read(_ location: RootOptions) async throws -> KnowledgeBase {
    var options = BuildOptions()
    options.includesDrafts = location.drafts
    let base = try await Build(root: location.root, options: options).read()
    try DiagnosticOutput(format: .text, sources: base.sources).print(base.errors)
    return base
  }

  /// What of the content is not in the site. Nothing, with drafts.
  var heldBack: [HeldBackFile] { parsed.includesDrafts ? [] : site.heldBack }

  var errors: [Diagnostic] { diagnostics.filter { $0.severity == .error } }

  /// Ends the command with the status that the errors call for.
  func finish() throws { try BuildOptions().finish(errors) }

  /// What is wrong with quotes and stored texts, as far as a folder has these.
  func checkEvidence(in folder: String) throws -> [Diagnostic] {
    guard isFolder(folder) else { throw CommandError.usage("--evidence: '\(folder)' is no folder") }
    var texts: [String: SourceText] = [:]
    var unreadable: [String: String] = [:]
    for name in graph.evidenceFileNames where fileExists(folder + "/" + name) {
      do {
        texts[name] = SourceText(path: name, bytes: try readFile(name, inside: folder))
      } catch let error as FileError {
        unreadable[name] = error.reason
      }
    }
    return graph.checkEvidence(texts, unreadable: unreadable)
  }
}
