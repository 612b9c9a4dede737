import Diagnostics
import Glibc

extension SourceTree {
  /// Looks at the given paths again, so that the tree is what `load` would give if nothing else has changed.
  /// Files whose bytes are the same keep their `SourceText`.
  ///
  /// Costs little beside reading those files, as long as there is no other copy of this tree.
  ///
  /// - Throws: `FileError` where `root` is no folder that can be read; the tree is then as it was.
  package mutating func refresh(
    _ changed: ChangedPaths, root: String, layout: Layout = Layout()
  ) throws -> SourceChanges {
    guard let folder = Descriptor(root, O_RDONLY | O_DIRECTORY) else { throw FileError(root, "read") }
    var reader = SourceReader(root: folder, at: root, layout)
    let paths =
      changed.isEverything
      ? layout.names : changed.paths.compactMap { pathToRead($0, layout, reader) }
    let changed = ChangedPaths(paths)
    var changes = SourceChanges()
    if changed.paths.contains(layout.settings) {
      changes.settings = Self.replace(&settings, with: reader.file(layout.settings))
    }
    if changed.paths.contains(layout.schema) {
      changes.schema = Self.replace(&schema, with: reader.file(layout.schema))
    }
    var content = hasContent ? self.content : nil
    self.content = []
    let contentCame = Self.refresh(&content, layout.content, changed, &reader, &changes.content)
    hasContent = content != nil
    self.content = content ?? []
    let templatesCame = Self.refresh(&templates, layout.templates, changed, &reader, &changes.templates)
    changes.folders = contentCame || templatesCame
    changes.diagnostics = replaceDiagnostics(at: changed, with: reader.diagnostics)
    return changes
  }

  /// Whether that is another file.
  private static func replace(_ file: inout SourceText?, with new: SourceText?) -> Bool {
    if file?.bytes == new?.bytes { return false }
    file = new
    return true
  }

  /// Whether the folder itself came or went.
  private static func refresh(
    _ files: inout [SourceText]?, _ folder: String, _ changed: ChangedPaths, _ reader: inout SourceReader,
    _ changes: inout SourceChanges.Files
  ) -> Bool {
    let existed = files != nil
    var exists = existed
    // The only reference, or each edit would copy it all.
    var list = files ?? []
    files = nil
    var edits = SourceEdits()
    for path in changed.paths where path == folder {
      let new = reader.files(under: path)
      exists = new != nil
      edits.replace(path, in: list, with: new ?? [])
    }
    for path in changed.paths where path.utf8.starts(with: "\(folder)/".utf8) {
      edits.replace(path, in: list, with: reader.files(at: path))
    }
    edits.apply(to: &list)
    changes = edits.changes
    files = exists ? list : nil
    return exists != existed
  }

  /// Whether the diagnostics are others now.
  private mutating func replaceDiagnostics(at changed: ChangedPaths, with new: [Diagnostic]) -> Bool {
    let kept = diagnostics.filter { !changed.covers($0.place?.path ?? "") }
    let all = (kept + new).sorted()
    if all == diagnostics { return false }
    diagnostics = all
    return true
  }

  /// What to look at where a path has changed: the path or, where a part of it is or was no folder, the path
  /// of that part. `nil` where nothing is ever read.
  private func pathToRead(_ path: String, _ layout: Layout, _ reader: borrowing SourceReader) -> String? {
    var parts = path.split(separator: "/").map(String.init)
    guard let top = parts.first else { return nil }
    if layout.files.contains(top) { return top }
    guard layout.folders.contains(top), !parts.dropFirst().contains(where: isLeftOut) else { return nil }
    for count in 1..<parts.count where !hasFolder(parts.prefix(count).joined(separator: "/"), layout) {
      parts.removeLast(parts.count - count)
      break
    }
    // Of a folder with such a name nothing is read but that it's there.
    if let bad = parts.firstIndex(where: hasControlCharacter) { parts.removeLast(parts.count - bad - 1) }
    parts.removeLast(parts.count - reader.countOfReachable(parts))
    // A diagnostic there may be of another file, whose name is no text.
    while parts.count > 1, parts.last?.contains("\u{FFFD}") == true { parts.removeLast() }
    return parts.joined(separator: "/")
  }

  /// Whether nothing in the tree says that there is no folder of that path.
  private func hasFolder(_ path: String, _ layout: Layout) -> Bool {
    if path == layout.content, !hasContent { return false }
    if path == layout.templates, templates == nil { return false }
    let index = diagnostics.partitioningIndex { $0.place?.path ?? "" >= path }
    if index < diagnostics.count, diagnostics[index].place?.path == path { return false }
    return !content.hasFile(path) && templates?.hasFile(path) != true
  }
}
