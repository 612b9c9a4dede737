import Diagnostics
import Preview

extension PreviewProblem {
  /// - Parameters:
  ///   - printer: makes the excerpt.
  ///   - root: the folder of the knowledge base, from the root of the disk.
  init(_ diagnostic: Diagnostic, _ printer: TextPrinter, _ editor: EditorLink, root: String) {
    let excerpt = diagnostic.place.flatMap(printer.excerpt)
    let line = Int(diagnostic.place?.position.line ?? 1)
    let column = excerpt?.column ?? Int(diagnostic.place?.position.column ?? 1)
    self.init(
      severity: diagnostic.severity, id: diagnostic.id.rawValue, message: diagnostic.message,
      path: diagnostic.place?.path, line: line, column: column, excerpt: excerpt?.text ?? "",
      help: diagnostic.help,
      notes: diagnostic.notes.map { note in
        (note.place.map { "\($0.path):\($0.position.line): " } ?? "") + note.message
      },
      link: diagnostic.place.map { editor.url(path: root + "/" + $0.path, line: line, column: column) })
  }
}
