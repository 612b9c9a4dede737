import Diagnostics
import Glibc

/// Brings staged files into place. The manifest names old and new files before the first of them moves and
/// the new ones after the last, so that a killed build leaves nothing that no manifest knows.
struct Commit {
  private let output: OutputFolder
  private let files: [StagedFile]
  private let new: Manifest
  private let stale: [String]
  /// Folders that are known to be folders, with no symbolic link on the way.
  private var folders: Set<String> = []
  private var report = WriteReport()

  /// Changes nothing yet.
  init(_ files: [StagedFile], to output: OutputFolder) throws {
    self.output = output
    self.files = files.sorted { isOrderedBefore($0.path, $1.path) }
    let new = Manifest(files.map(\.path))
    self.new = new
    stale = output.manifest.paths.filter { !new.contains($0) }
    try checkFiles()
  }

  mutating func run() throws -> WriteReport {
    let staged = files.filter { $0.state == .staged }
    report.unchanged = files.count - staged.count
    let isSameManifest = new.paths == output.manifest.paths
    if !isSameManifest { try output.replaceManifest(with: output.manifest.union(new)) }
    for file in staged { try place(file) }
    for path in stale { try remove(path) }
    try removeEmptyFolders()
    if !isSameManifest, !stale.isEmpty { try output.replaceManifest(with: new) }
    try output.removeStaging()
    report.removed.sort(by: isOrderedBefore)
    return report
  }

  private func checkFiles() throws {
    var last: String?
    var seen: Set<String> = []
    for file in files {
      if let diagnostic = file.diagnostic { throw FileError(file.path, "write", diagnostic.message) }
      if file.path == last { throw FileError(file.path, "write", "it is written twice") }
      last = file.path
      guard let parent = folder(of: file.path), seen.insert(parent).inserted else { continue }
      for above in Files.folders(above: file.path) where new.contains(above) {
        throw FileError(file.path, "write", "'\(above)' is written as a file")
      }
    }
  }

  private mutating func place(_ file: StagedFile) throws {
    if let folder = folder(of: file.path) { try prepare(folder) }
    let name = OutputFolder.stagedName(file.number)
    var result = unsafe renameat(output.number, name, output.number, file.path)
    if result != 0, errno == EISDIR {
      try clearFolder(file.path)
      result = unsafe renameat(output.number, name, output.number, file.path)
    }
    guard result == 0 else { throw failure(file.path, "write") }
    report.written.append(file.path)
  }

  /// Makes sure that a folder is there.
  private mutating func prepare(_ folder: String) throws {
    if folders.contains(folder) { return }
    for part in Files.folders(above: folder) + [folder] where !folders.contains(part) {
      var found = status(of: part, in: output.number)
      if let file = found, file.isFile, output.manifest.contains(part) {
        try unlink(part)
        found = nil
      }
      if let found {
        guard found.isFolder else {
          throw failure(part, "create", "\(output.obstacle(found, at: part).sort.rawValue) is in the way")
        }
      } else if unsafe mkdirat(output.number, part, 0o755) != 0 {
        throw failure(part, "create")
      }
      folders.insert(part)
    }
  }

  /// Removes a stale file, if it is still there and a file.
  private mutating func remove(_ path: String) throws {
    for part in Files.folders(above: path) where !folders.contains(part) {
      guard let found = status(of: part, in: output.number), found.isFolder else { return }
      folders.insert(part)
    }
    guard let found = status(of: path, in: output.number), found.isFile else { return }
    try unlink(path)
  }

  private mutating func unlink(_ path: String) throws {
    guard unsafe unlinkat(output.number, path, 0) == 0 else { throw failure(path, "remove") }
    report.removed.append(path)
  }

  /// Empties and removes a folder of an earlier build where a file is to go.
  private mutating func clearFolder(_ path: String) throws {
    let inside = output.manifest.paths(under: path)
    for file in inside { try remove(file) }
    let below = inside.flatMap { Files.folders(above: $0) }.filter { $0.utf8.count >= path.utf8.count }
    for folder in Set(below).sorted(by: { isOrderedBefore($1, $0) }) {
      folders.remove(folder)
      if unsafe unlinkat(output.number, folder, AT_REMOVEDIR) != 0, errno != ENOENT {
        throw failure(folder, "remove")
      }
    }
  }

  private mutating func removeEmptyFolders() throws {
    for path in report.removed {
      for folder in Files.folders(above: path).reversed() {
        if unsafe unlinkat(output.number, folder, AT_REMOVEDIR) == 0 { continue }
        // Not empty, or gone already.
        guard errno == ENOTEMPTY || errno == EEXIST || errno == ENOENT || errno == ENOTDIR else {
          throw failure(folder, "remove")
        }
        if errno != ENOENT { break }
      }
    }
  }

  private func failure(_ path: String, _ action: String, _ reason: String = textOfError(errno)) -> FileError {
    FileError("\(output.path)/\(path)", action, reason)
  }
}
