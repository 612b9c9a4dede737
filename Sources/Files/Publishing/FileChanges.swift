import Glibc

/// A file that gets other bytes, another path or both.
package struct FileChange: Sendable {
  /// Relative to the folder, as `newPath`.
  package var path: String
  package var newPath: String
  /// What it held when the change was decided, and what it is to hold; `nil` where it only gets another path.
  package var bytes: (old: [UInt8], new: [UInt8])?

  package init(_ path: String, to newPath: String, bytes: (old: [UInt8], new: [UInt8])?) {
    self.path = path
    self.newPath = newPath
    self.bytes = bytes
  }
}

/// Changes files of a folder: all of them, or none. Each is whole at any moment; what fails midway is taken back.
///
/// - Throws: `FileError` where a file is no longer what it was, or something is in the way; the folder is then as it
///   was.
package func changeFiles(_ files: [FileChange], in root: String) throws {
  let folder = try OutputFolder(resolvedPath(root))
  defer { folder.unlock() }
  var changes = SourceChange(in: folder)
  do {
    try changes.make(files)
  } catch {
    changes.takeBack()
    try folder.removeStaging()
    throw error
  }
  try folder.removeStaging()
}

private struct SourceChange {
  private let folder: OutputFolder
  private var changes: FolderChanges

  init(in folder: OutputFolder) {
    self.folder = folder
    changes = FolderChanges(in: folder)
  }

  mutating func takeBack() { changes.takeBack() }

  mutating func make(_ files: [FileChange]) throws {
    // All is on the disk before anything changes: later there might be no room.
    let staged = try files.map { try $0.bytes.map { try folder.stage($0.new) } }
    for (file, number) in zip(files, staged) { try check(file, number) }
    for file in files where file.newPath != file.path { try makeFolders(above: file.newPath) }
    for (file, number) in zip(files, staged) {
      if let number {
        try changes.put(number, at: file.newPath)
      } else {
        try changes.move(file.path, to: file.newPath)
      }
    }
    for file in files where file.newPath != file.path {
      if file.bytes != nil { try changes.takeAway(file.path) }
      for folder in folders(above: file.path).reversed() where !changes.removeFolder(folder) { break }
    }
  }

  /// The file must be what was read, and nothing may be where it goes.
  private func check(_ file: FileChange, _ staged: UInt32?) throws {
    for part in folders(above: file.path) + [file.path] {
      guard let found = status(of: part, in: folder.number) else { throw folder.failure(part, "read") }
      if found.isSymbolicLink { throw folder.failure(part, "write", textOfError(ELOOP)) }
    }
    if file.newPath != file.path, status(of: file.newPath, in: folder.number) != nil {
      throw folder.failure(file.newPath, "create", textOfError(EEXIST))
    }
    guard let bytes = file.bytes else { return }
    guard let old = Descriptor(file.path, in: folder.number, O_RDONLY | O_NOFOLLOW), let found = old.status(),
      found.isFile, Int(found.st_size) == bytes.old.count, old.holds(bytes.old) == true
    else { throw folder.failure(file.path, "change", "it has changed since it was read; try again") }
    // The new file is for the same people as the old one.
    if let staged,
      unsafe fchmodat(folder.number, OutputFolder.stagedName(staged), found.st_mode & 0o777, 0) != 0
    {
      throw folder.failure(file.path, "write")
    }
  }

  private mutating func makeFolders(above path: String) throws {
    for part in folders(above: path) {
      guard let found = status(of: part, in: folder.number) else {
        try changes.makeFolder(part)
        continue
      }
      if !found.isFolder {
        throw folder.failure(
          part, "create", "\(folder.obstacle(found, at: part).sort.rawValue) is in the way")
      }
    }
  }
}
