import Diagnostics
import Glibc
import Progress

/// Brings staged files into place: all of them, or none. The manifest names old and new files before the first of
/// them moves and the new ones after the last, so that a killed build leaves nothing that no manifest knows.
struct Commit {
  private let output: OutputFolder
  private let files: [StagedFile]
  private let new: Manifest
  private let stale: [String]
  /// Folders that are known to be folders, with no symbolic link on the way.
  private var folders: Set<String> = []
  private var report = WriteReport()
  private var changes: FolderChanges

  /// Changes nothing yet.
  init(_ files: [StagedFile], to output: OutputFolder) throws {
    self.output = output
    self.files = files.sorted { isOrderedBefore($0.path, $1.path) }
    let new = Manifest(files.map(\.path))
    self.new = new
    stale = output.manifest.paths.filter { !new.contains($0) }
    changes = FolderChanges(in: output)
    try checkFiles()
  }

  /// - Throws: `FileError`; the output folder is then as it was.
  mutating func run(progress: ProgressMeter? = nil) throws -> WriteReport {
    let staged = files.filter { $0.state == .staged }
    report.unchanged = files.count - staged.count
    do {
      try change(staged, progress)
    } catch {
      changes.takeBack()
      throw error
    }
    try output.removeStaging()
    report.removed.sort(by: isOrderedBefore)
    return report
  }

  private mutating func change(_ staged: [StagedFile], _ progress: ProgressMeter?) throws {
    progress?.begin(.place, of: staged.count) { staged[$0].path }
    let isSameManifest = new.paths == output.manifest.paths
    // Both are on the disk before anything changes: later there might be no room.
    let manifests =
      try isSameManifest
      ? [] : [output.manifest.union(new), new].map { try output.stage($0.bytes) }
    try manifests.first.map { try changes.put($0, at: Manifest.name) }
    for file in staged { try folder(of: file.path).map { try prepare($0) } }
    for (number, file) in staged.enumerated() {
      progress?.start(number)
      try place(file)
      progress?.advance()
    }
    for path in stale { try remove(path) }
    try removeEmptyFolders()
    if !stale.isEmpty { try manifests.last.map { try changes.put($0, at: Manifest.name) } }
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
    if let found = status(of: file.path, in: output.number), found.isFolder { try clearFolder(file.path) }
    try changes.put(file.number, at: file.path)
    report.written.append(file.path)
  }

  /// Makes sure that a folder is there.
  private mutating func prepare(_ folder: String) throws {
    if folders.contains(folder) { return }
    for part in Files.folders(above: folder) + [folder] where !folders.contains(part) {
      var found = status(of: part, in: output.number)
      if let file = found, file.isFile, output.manifest.contains(part) {
        try takeAway(part)
        found = nil
      }
      if let found {
        guard found.isFolder else {
          throw output.failure(
            part, "create", "\(output.obstacle(found, at: part).sort.rawValue) is in the way")
        }
      } else {
        try changes.makeFolder(part)
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
    try takeAway(path)
  }

  private mutating func takeAway(_ path: String) throws {
    try changes.takeAway(path)
    report.removed.append(path)
  }

  /// Empties and removes a folder of an earlier build where a file is to go.
  private mutating func clearFolder(_ path: String) throws {
    let inside = output.manifest.paths(under: path)
    for file in inside { try remove(file) }
    let below = inside.flatMap { Files.folders(above: $0) }.filter { $0.utf8.count >= path.utf8.count }
    for folder in Set(below).sorted(by: { isOrderedBefore($1, $0) }) {
      folders.remove(folder)
      if !changes.removeFolder(folder), errno != ENOENT { throw output.failure(folder, "remove") }
    }
  }

  private mutating func removeEmptyFolders() throws {
    for path in report.removed {
      for folder in Files.folders(above: path).reversed() {
        if changes.removeFolder(folder) { continue }
        // Not empty, or gone already.
        guard errno == ENOTEMPTY || errno == EEXIST || errno == ENOENT || errno == ENOTDIR else {
          throw output.failure(folder, "remove")
        }
        if errno != ENOENT { break }
      }
    }
  }
}
