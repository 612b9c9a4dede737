import Diagnostics
import Glibc
import Synchronization

/// The output folder, open and locked against other builds; the lock goes with the value.
final class OutputFolder: Sendable {
  static let staging = ".remit-staging"

  /// As the user wrote it, without slashes at the end.
  let path: String
  /// What an earlier build made.
  let manifest: Manifest
  /// Whether the folder was not there before.
  let wasCreated: Bool
  private let folder: Descriptor
  private let known = Mutex(Known())
  private let lastNumber = Atomic<UInt32>(0)

  private struct Known {
    var folders: [String: Standing] = [:]
    var hasStaging = false
  }

  /// What stands where a folder is wanted.
  enum Standing {
    case folder
    /// Nothing, or a file of an earlier build, which can go.
    case free
    case taken(Obstacle)
  }

  var number: CInt { folder.number }

  /// - Throws: `FileError` where there is no such folder and none can be made, where it is a symbolic link,
  ///   where another build holds it, and where its manifest cannot be read.
  init(_ written: String) throws {
    path = written.utf8.count > 1 ? String(written.reversed().drop { $0 == "/" }.reversed()) : written
    wasCreated = try Self.createFolder(path)
    if let found = status(of: path), found.isSymbolicLink {
      throw FileError(path, "write to", "it is a symbolic link; name the folder itself")
    }
    guard let folder = Descriptor(path, O_RDONLY | O_DIRECTORY | O_NOFOLLOW) else {
      throw FileError(path, "write to")
    }
    self.folder = folder
    guard flock(self.folder.number, LOCK_EX | LOCK_NB) == 0 else {
      let reason = errno == EWOULDBLOCK ? "another build is writing to it" : textOfError(errno)
      throw FileError(path, "write to", reason)
    }
    manifest = try Self.readManifest(in: self.folder, of: path)
    try removeStaging()
  }

  private static func createFolder(_ path: String) throws -> Bool {
    if status(of: path) != nil { return false }
    try createFolders(above: path)
    guard unsafe mkdir(path, 0o755) == 0 else { throw FileError(path, "create") }
    return true
  }

  private static func readManifest(in folder: borrowing Descriptor, of path: String) throws -> Manifest {
    let manifestPath = "\(path)/\(Manifest.name)"
    guard let file = Descriptor(Manifest.name, in: folder.number, O_RDONLY | O_NOFOLLOW) else {
      if errno == ENOENT { return Manifest([]) }
      throw FileError(manifestPath, "read")
    }
    guard let status = file.status(), status.isFile,
      let bytes = file.readAll(expecting: Int(status.st_size), isFile: true)
    else { throw FileError(manifestPath, "read") }
    guard let manifest = Manifest(bytes) else {
      throw FileError(
        manifestPath, "read", "it is not a manifest of this version; remove the output folder and build again"
      )
    }
    return manifest
  }

  /// Lets other builds write, before the value goes.
  func unlock() { flock(number, LOCK_UN) }

  /// What stands where a file's folder is wanted, looked up once for each folder.
  func standing(ofFolder folder: String) throws -> Standing {
    try known.withLock { known in
      if let standing = known.folders[folder] { return standing }
      let standing = try look(at: folder)
      known.folders[folder] = standing
      return standing
    }
  }

  private func look(at folder: String) throws -> Standing {
    for part in folders(above: folder) + [folder] {
      guard let found = status(of: part, in: number) else {
        if errno == ENOENT { return .free }
        throw FileError("\(path)/\(part)", "examine")
      }
      if found.isFolder { continue }
      if found.isFile, manifest.contains(part) { return .free }
      return .taken(obstacle(found, at: part))
    }
    return .folder
  }

  func obstacle(_ found: stat, at part: String) -> Obstacle {
    let sort: Obstacle.Sort =
      found.isFile ? .file : found.isFolder ? .folder : found.isSymbolicLink ? .symbolicLink : .other
    return Obstacle(path: "\(path)/\(part)", sort: sort)
  }
}

// MARK: - Staging

extension OutputFolder {
  static func stagedName(_ number: UInt32) -> String { "\(staging)/\(number)" }

  /// Writes the bytes to a new file in the staging folder; its number there.
  func stage(_ bytes: [UInt8]) throws -> UInt32 {
    try stage { $0.writeAll(bytes) }
  }

  /// Copies a file to a new one in the staging folder; its number there.
  func stage(_ file: SourceText, _ stored: StoredFile) throws -> UInt32 {
    let source = try file.openStored(stored)
    let number = try stage { $0.writeAll(of: source) }
    // Else it may be half an old file and half a new one.
    try file.checkIsSame(source, stored)
    return number
  }

  private func stage(_ write: (borrowing Descriptor) -> Bool) throws -> UInt32 {
    try known.withLock { known in
      if known.hasStaging { return }
      guard unsafe mkdirat(number, Self.staging, 0o755) == 0 else {
        throw FileError("\(path)/\(Self.staging)", "create")
      }
      known.hasStaging = true
    }
    let fileNumber = nextNumber()
    let name = Self.stagedName(fileNumber)
    guard let file = Descriptor(name, in: number, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW, mode: 0o644),
      write(file)
    else { throw FileError("\(path)/\(name)", "write") }
    return fileNumber
  }

  /// The number of a name in the staging folder that nothing has yet.
  func nextNumber() -> UInt32 { lastNumber.add(1, ordering: .relaxed).newValue }

  /// Removes the staging folder and all in it, of this build or of one that was killed.
  func removeStaging() throws {
    guard let found = status(of: Self.staging, in: number) else { return }
    let stagingPath = "\(path)/\(Self.staging)"
    guard found.isFolder,
      let staging = Descriptor(Self.staging, in: number, O_RDONLY | O_DIRECTORY | O_NOFOLLOW),
      let listing = FolderListing(of: staging)
    else { throw FileError(stagingPath, "clear", "it is not a folder that Remit made") }
    for entry in listing.entries where unsafe unlinkat(staging.number, entry.name, 0) != 0 {
      throw FileError("\(stagingPath)/\(entry.name)", "remove")
    }
    guard unsafe unlinkat(number, Self.staging, AT_REMOVEDIR) == 0 else {
      throw FileError(stagingPath, "remove")
    }
    known.withLock { $0.hasStaging = false }
  }
}
