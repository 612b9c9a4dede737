package import Diagnostics

extension SourceTree: SourceTexts {
  /// Every file, by a path relative to the knowledge base's folder.
  package var files: [SourceText] { [settings, schema].compactMap(\.self) + content + (templates ?? []) }

  package subscript(path: String) -> SourceText? {
    if let file = [settings, schema].compactMap(\.self).first(where: { $0.path == path }) { return file }
    return content.file(at: path) ?? templates?.file(at: path)
  }
}

extension [SourceText] {
  /// A file among those that are sorted by the bytes of their paths.
  fileprivate func file(at path: String) -> SourceText? {
    let index = partitioningIndex { !isOrderedBefore($0.path, path) }
    return index < count && self[index].path == path ? self[index] : nil
  }
}
