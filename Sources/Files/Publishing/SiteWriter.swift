package import Diagnostics
import Glibc
package import Progress

/// Writes a site whole or not at all, and only what changed.
///
/// Files are staged inside the output folder, from any thread, and renamed into place when all are there. So
/// a build that fails or is killed leaves each file old or new, never half, and the next build mends the
/// rest. Nothing is synced to the disk: what a power failure breaks, the next build makes again.
///
/// A writer serves one build: `commit` or `abandon` ends it and gives up the lock.
package struct SiteWriter: Sendable {
  let output: OutputFolder

  /// Opens the output folder, or creates it, locks it against other builds, and clears away what a killed
  /// build left.
  ///
  /// - Throws: `FileError` where the path is no folder or a symbolic link, where another build holds the
  ///   lock, or where the manifest cannot be read.
  package init(output: String) throws {
    self.output = try OutputFolder(output)
  }

  /// Compares a finished file with what is in place, and stages its bytes where they differ. Nothing in place
  /// changes. Safe to call from several threads.
  ///
  /// - Parameter path: Relative to the output folder, with `/` between the parts.
  /// - Throws: `FileError` for a path that leads out of the folder or is Remit's own, and where the disk
  ///   fails.
  package func stage(_ path: String, _ bytes: [UInt8]) throws -> StagedFile {
    try stage(path, compare: { try output.compare(path, bytes) }, write: { try output.stage(bytes) })
  }

  /// Stages a file that is copied as it is: piece by piece, where it is not in memory.
  ///
  /// - Throws: also where the file is another than when it was looked at.
  package func stage(_ path: String, _ file: SourceText) throws -> StagedFile {
    guard let stored = file.stored else { return try stage(path, file.bytes) }
    return try stage(
      path, compare: { try output.compare(path, file, stored) }, write: { try output.stage(file, stored) })
  }

  /// A file of the last build that stays as it is; `nil` where that build had none there.
  package func keep(_ path: String) -> StagedFile? {
    output.manifest.contains(path) ? StagedFile(path: path, state: .unchanged) : nil
  }

  private func stage(
    _ path: String, compare: () throws -> Comparison, write: () throws -> UInt32
  ) throws -> StagedFile {
    if let objection = OutputPath.objection(to: path) { throw FileError(path, "write", objection) }
    switch try folder(of: path).map(output.standing(ofFolder:)) ?? .folder {
    case .taken(let obstacle): return StagedFile(path: path, state: .foreign(obstacle))
    case .free: break
    case .folder:
      switch try compare() {
      case .equal: return StagedFile(path: path, state: .unchanged)
      case .foreign(let obstacle): return StagedFile(path: path, state: .foreign(obstacle))
      case .replaceable: break
      }
    }
    return StagedFile(path: path, state: .staged, number: try write())
  }

  /// Renames all that was staged into place, removes the files of an earlier build that are not among `files`
  /// and the folders that this leaves empty, and writes the manifest.
  ///
  /// - Parameters:
  ///   - files: Everything that the site is made of, unchanged files too.
  ///   - progress: is told of each file that moves.
  /// - Throws: `FileError`; before anything has changed where one of the files is foreign, where two have one
  ///   path, or where one needs a folder in the place of another.
  package func commit(_ files: [StagedFile], progress: ProgressMeter? = nil) throws -> WriteReport {
    progress?.begin(.place)
    var commit = try Commit(files, to: output)
    let report = try commit.run(progress: progress)
    output.unlock()
    return report
  }

  /// Throws away what was staged; the site stays as it was, and an output folder that was created goes.
  package func abandon() throws {
    try output.removeStaging()
    if output.wasCreated, unsafe rmdir(output.path) != 0, errno != ENOTEMPTY, errno != ENOENT {
      throw FileError(output.path, "remove")
    }
    output.unlock()
  }
}

/// What stands where a file is to go.
enum Comparison {
  case equal
  /// Nothing, or what an earlier build made.
  case replaceable
  case foreign(Obstacle)
}

extension OutputFolder {
  func compare(_ path: String, _ bytes: [UInt8]) throws -> Comparison {
    try compare(path, size: bytes.count) { $0.holds(bytes) }
  }

  func compare(_ path: String, _ file: SourceText, _ stored: StoredFile) throws -> Comparison {
    try compare(path, size: stored.size) { $0.hasSameBytes(as: try file.openStored(stored)) }
  }

  private func compare(
    _ path: String, size: Int, hasBytes: (borrowing Descriptor) throws -> Bool?
  ) throws -> Comparison {
    guard let file = Descriptor(path, in: number, O_RDONLY | O_NOFOLLOW), let found = file.status() else {
      return try compareUnread(path)
    }
    if found.isFolder { return try compareFolder(path) }
    guard found.isFile else { return .foreign(obstacle(found, at: path)) }
    if Int(found.st_size) == size {
      guard let isEqual = try hasBytes(file) else { throw FileError("\(self.path)/\(path)", "read") }
      if isEqual { return .equal }
    }
    return manifest.contains(path) ? .replaceable : .foreign(obstacle(found, at: path))
  }

  /// What could not be opened: nothing, a link, a socket, or a file that may not be read.
  private func compareUnread(_ path: String) throws -> Comparison {
    let code = errno
    guard let found = status(of: path, in: number) else {
      if errno == ENOENT { return .replaceable }
      throw FileError("\(self.path)/\(path)", "read")
    }
    if found.isFile, manifest.contains(path) { return .replaceable }
    if found.isFolder { throw FileError("\(self.path)/\(path)", "read", code: code) }
    return .foreign(obstacle(found, at: path))
  }

  /// A folder can make way for a file where it holds what earlier builds made and nothing else.
  private func compareFolder(_ path: String) throws -> Comparison {
    var folders = [path]
    while let folder = folders.popLast() {
      guard !manifest.paths(under: folder).isEmpty else {
        return .foreign(Obstacle(path: "\(self.path)/\(folder)", sort: .folder))
      }
      guard let open = Descriptor(folder, in: number, O_RDONLY | O_DIRECTORY | O_NOFOLLOW),
        let listing = FolderListing(of: open)
      else { throw FileError("\(self.path)/\(folder)", "read") }
      for entry in listing.entries {
        let inside = "\(folder)/\(entry.name)"
        if entry.sort == .folder {
          folders.append(inside)
        } else if entry.sort != .file || !manifest.contains(inside) {
          guard let found = status(of: inside, in: number) else {
            throw FileError("\(self.path)/\(inside)", "read")
          }
          return .foreign(obstacle(found, at: inside))
        }
      }
    }
    return .replaceable
  }
}
