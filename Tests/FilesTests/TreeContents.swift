import Diagnostics
import Files

/// All that is in a source tree, in a form that can be compared byte by byte.
struct TreeContents: Equatable {
  /// By the bytes of their paths.
  typealias Files = [[UInt8]: [UInt8]]

  var settings: [UInt8]?
  var schema: [UInt8]?
  var order: [[UInt8]]
  var files: Files
  var hasContent: Bool
  var hasTemplates: Bool
  var diagnostics: [[UInt8]]

  init(_ tree: SourceTree) {
    settings = tree.settings?.bytes
    schema = tree.schema?.bytes
    let all = tree.content + (tree.templates ?? [])
    order = all.map { Array($0.path.utf8) }
    files = Dictionary(
      all.map { file in (Array(file.path.utf8), file.stored.map { Array("\($0)".utf8) } ?? file.bytes) }
    ) { first, _ in first }
    hasContent = tree.hasContent
    hasTemplates = tree.templates != nil
    // Swift takes paths of other bytes for equal, so that their order is not certain.
    diagnostics = tree.diagnostics.map { Array("\($0.severity) \($0.message) \($0.place?.path ?? "")".utf8) }
      .sorted { $0.lexicographicallyPrecedes($1) }
  }
}

extension TreeContents.Files {
  /// These files with what is said to have changed.
  func merging(_ changes: SourceChanges, from new: Self) -> Self {
    var files = self
    for changes in [changes.content, changes.templates] {
      for path in changes.removed { files[Array(path.utf8)] = nil }
      for path in changes.added where files[Array(path.utf8)] == nil {
        files[Array(path.utf8)] = new[Array(path.utf8)]
      }
      for path in changes.modified where files[Array(path.utf8)] != nil {
        files[Array(path.utf8)] = new[Array(path.utf8)]
      }
    }
    return files
  }
}
