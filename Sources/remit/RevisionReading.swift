import Diagnostics
import Files
import Site

extension Build {
  /// Reads a knowledge base at a revision, or as it is in its folder, and prints the errors in it.
  ///
  /// - Parameter revision: as it is told, before the path of each error; `nil` for the folder.
  /// - Throws: `CommandError.configuration` where the schema can't be read: everything would seem to be gone.
  func read(_ tree: SourceTree, of revision: String?) async throws -> KnowledgeBase {
    let base = await read(tree)
    let prefix = revision.map { $0 + ":" } ?? ""
    let sources = Dictionary(base.sources.files.map { (prefix + $0.path, $0) }) { first, _ in first }
    let errors = base.errors.map { $0.with { prefix + $0 } }
    try DiagnosticOutput(format: .text, sources: sources).print(errors)
    if base.errors.contains(where: { $0.place?.path == "schema.yaml" }) { throw CommandError.configuration }
    return base
  }
}

extension Diagnostic {
  fileprivate func with(path rename: (String) -> String) -> Diagnostic {
    var diagnostic = self
    diagnostic.place?.path = rename(place?.path ?? "")
    for index in notes.indices {
      diagnostic.notes[index].place?.path = rename(notes[index].place?.path ?? "")
    }
    return diagnostic
  }
}
