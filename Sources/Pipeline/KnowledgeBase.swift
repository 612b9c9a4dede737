package import Diagnostics
package import Files
package import Knowledge
package import Progress
package import Site

/// A knowledge base as far as it can be read, and all that is wrong in it.
package struct KnowledgeBase: Sendable {
  package let parsed: ParsedSite
  package let graph: KnowledgeGraph
  package let site: SiteModel
  package private(set) var diagnostics: [Diagnostic]
  /// The files that were read.
  package let sources: SourceTree
  /// What git knows of names that lead nowhere; `nil` where there are none, or nobody asked.
  private(set) var gone: GoneFiles?

  init(parsed: ParsedSite, graph: KnowledgeGraph, site: SiteModel, sources: SourceTree) {
    self.parsed = parsed
    self.graph = graph
    self.site = site
    self.sources = sources
    diagnostics = []
    diagnostics = found(graph.diagnostics)
  }

  private func found(_ resolving: [Diagnostic]) -> [Diagnostic] {
    (sources.diagnostics + parsed.diagnostics + resolving + site.diagnostics + graph.validate()).settingsFirst
  }

  /// What of the content is not in the site. Nothing, with drafts.
  package var heldBack: [HeldBackFile] { parsed.includesDrafts ? [] : site.heldBack }

  package var errors: [Diagnostic] { diagnostics.filter { $0.severity == .error } }

  /// The knowledge base with what git knows of the names in it that lead nowhere: what is gone is told once, and where
  /// it went. Costs nothing where every name leads somewhere.
  ///
  /// - Parameter previous: an earlier state, for which git may have been asked the same.
  package func knowingWhatIsGone(
    from root: String, after previous: KnowledgeBase? = nil, progress: ProgressMeter? = nil
  ) async -> KnowledgeBase {
    guard let gone = await GoneFiles(of: self, in: root, after: previous?.gone, progress: progress) else {
      return self
    }
    var base = self
    base.gone = gone
    guard !gone.entities.isEmpty else { return base }
    base.diagnostics = found(graph.diagnostics(knowing: gone.entities))
    return base
  }

  /// What is wrong with quotes and stored texts, as far as a folder has these.
  ///
  /// - Throws: `PipelineError` where there is no such folder.
  package func checkEvidence(
    in folder: String, progress: ProgressMeter? = nil
  ) throws -> [Diagnostic] {
    guard isFolder(folder) else { throw PipelineError("'\(folder)' is not a folder") }
    var texts: [String: SourceText] = [:]
    var unreadable: [String: String] = [:]
    progress?.begin(.evidence)
    for name in graph.evidenceFileNames where fileExists(folder + "/" + name) {
      do {
        texts[name] = SourceText(path: name, bytes: try readFile(name, inside: folder))
      } catch let error as FileError {
        unreadable[name] = error.reason
      }
    }
    return graph.checkEvidence(texts, unreadable: unreadable, progress: progress)
  }
}

extension [Diagnostic] {
  /// With errors in the schema only those of the settings: what they make of the content would drown them.
  var settingsFirst: [Diagnostic] {
    let isSchemaBroken = contains { $0.severity == .error && $0.isOfSchema }
    return isSchemaBroken ? filter(\.isOfSettings) : self
  }
}

extension Diagnostic {
  package var isOfSettings: Bool { place?.path == "remit.yaml" || isOfSchema }

  package var isOfSchema: Bool { place?.path == "schema.yaml" }
}
