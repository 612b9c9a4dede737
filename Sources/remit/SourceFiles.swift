import Diagnostics
import Files

extension SourceTree {
  /// Every file, by a path relative to the knowledge base's folder.
  var files: [SourceText] { [settings, schema].compactMap(\.self) + content + (templates ?? []) }

  var byPath: [String: SourceText] { Dictionary(files.map { ($0.path, $0) }) { first, _ in first } }
}
