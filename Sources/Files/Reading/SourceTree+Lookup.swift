package import Diagnostics

extension SourceTree: SourceTexts {
  /// Every file, by a path relative to the knowledge base's folder.
  package var files: [SourceText] { [settings, schema].compactMap(\.self) + content + (templates ?? []) }

  package subscript(path: String) -> SourceText? {
    if let file = [settings, schema].compactMap(\.self).first(where: { $0.path == path }) { return file }
    return content.file(at: path) ?? templates?.file(at: path)
  }
}

extension SourceTree {
  /// The tree with other files in place of some, whose paths may be others too.
  ///
  /// - Parameter files: by the paths of those that go.
  package func replacing(_ files: [String: SourceText]) -> SourceTree {
    func replaced(_ file: SourceText) -> SourceText { files[file.path] ?? file }
    var tree = self
    tree.settings = settings.map(replaced)
    tree.schema = schema.map(replaced)
    tree.content = content.map(replaced).sorted { isOrderedBefore($0.path, $1.path) }
    return tree
  }

  /// The tree with more files in the content.
  package func adding(_ files: [SourceText]) -> SourceTree {
    var tree = self
    tree.content = (content + files).sorted { isOrderedBefore($0.path, $1.path) }
    return tree
  }
}

extension [SourceText] {
  /// A file among those that are sorted by the bytes of their paths.
  fileprivate func file(at path: String) -> SourceText? {
    let index = partitioningIndex { !isOrderedBefore($0.path, path) }
    return index < count && self[index].path == path ? self[index] : nil
  }
}
