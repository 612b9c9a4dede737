package import Diagnostics
package import Files
package import Knowledge
package import Site

/// A knowledge base as far as it can be read, and all that is wrong in it.
package struct KnowledgeBase: Sendable {
  package let parsed: ParsedSite
  package let graph: KnowledgeGraph
  package let site: SiteModel
  package let diagnostics: [Diagnostic]
  /// The files that were read.
  package let sources: SourceTree

  /// What of the content is not in the site. Nothing, with drafts.
  package var heldBack: [HeldBackFile] { parsed.includesDrafts ? [] : site.heldBack }

  package var errors: [Diagnostic] { diagnostics.filter { $0.severity == .error } }

  /// What is wrong with quotes and stored texts, as far as a folder has these.
  ///
  /// - Throws: `PipelineError` where there is no such folder.
  package func checkEvidence(in folder: String) throws -> [Diagnostic] {
    guard isFolder(folder) else { throw PipelineError("'\(folder)' is no folder") }
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
