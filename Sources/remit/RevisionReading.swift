import Diagnostics
import Files
import Knowledge
import Site

/// A knowledge base at a revision, or as it is in its folder.
struct RevisionReading {
  /// As the user wrote it; `nil` for the folder.
  let name: String?
  let base: KnowledgeBase

  /// - Throws: `CommandError.configuration` where the schema can't be read: everything would seem to be gone.
  init(_ tree: SourceTree, name: String?, _ options: BuildOptions) async throws {
    self.name = name
    base = await Build(root: name ?? ".", options: options).read(tree)
    try print()
    if base.errors.contains(where: { $0.place?.path == "schema.yaml" }) { throw CommandError.configuration }
  }

  /// The errors, each with the revision before the path.
  private func print() throws {
    guard let name else { return try output(base.errors, base.sources) }
    let prefix = { (path: String) in name + ":" + path }
    let errors = base.errors.map { $0.with(path: prefix) }
    let sources = Dictionary(base.sources.files.map { (prefix($0.path), $0) }) { first, _ in first }
    try output(errors, sources)
  }

  private func output(_ errors: [Diagnostic], _ sources: any SourceTexts) throws {
    try DiagnosticOutput(format: .text, sources: sources).print(errors)
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
