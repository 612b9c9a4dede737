import Glibc

/// Writes a file below a folder that is not there yet, and the folders that it needs. Never overwrites: a file, folder
/// or symbolic link of that name is an error. So is a symbolic link on the way, which may lead anywhere.
///
/// - Parameters:
///   - path: relative to `root`.
///   - root: the user's own; symbolic links in it are followed.
package func createNewFile(_ path: String, in root: String, _ bytes: [UInt8]) throws {
  let place = try FilePlace(path, in: root)
  try place.create(place.name, bytes)
}

/// Writes a file below a folder, which may be there already: whole, or not at all. What is no plain file is left alone,
/// and no symbolic link is followed on the way.
package func replaceFile(_ path: String, in root: String, _ bytes: [UInt8]) throws {
  try FilePlace(path, in: root).replace(bytes)
}

/// As `replaceFile(_:in:_:)`, for a path that is the user's own: symbolic links on the way are followed.
package func replaceFile(_ path: String, _ bytes: [UInt8]) throws {
  guard let slash = path.lastIndex(of: "/") else { return try replaceFile(path, in: ".", bytes) }
  try replaceFile(String(path[path.index(after: slash)...]), in: String(path[...slash]), bytes)
}

/// Reads a file below a folder; `nil` where there is none. No symbolic link is followed on the way.
package func readFile(_ path: String, in root: String) throws -> [UInt8]? {
  guard let outer = Descriptor(root, O_RDONLY | O_DIRECTORY) else { throw FileError(root, "read") }
  let parts = path.split(separator: "/").map(String.init)
  for count in 1...max(parts.count, 1) {
    let part = parts.prefix(count).joined(separator: "/")
    guard let found = status(of: part, in: outer.number) else {
      if errno == ENOENT { return nil }
      throw FileError("\(root)/\(part)", "read")
    }
    if found.isSymbolicLink { throw FileError("\(root)/\(part)", "read", code: ELOOP) }
  }
  guard let file = Descriptor(path, in: outer.number, O_RDONLY | O_NOFOLLOW), let found = file.status(),
    found.isFile, let bytes = file.readAll(expecting: Int(found.st_size), isFile: true)
  else { throw FileError("\(root)/\(path)", "read", "it is not a regular file, or cannot be read") }
  return bytes
}

/// Where a file is to go: its folder, open, and its name in it.
private struct FilePlace: ~Copyable {
  let name: String
  /// The path as messages tell it.
  private let path: String
  private let folder: Descriptor

  /// Makes the folders that are missing.
  init(_ path: String, in root: String) throws {
    let parts = path.split(separator: "/").map(String.init)
    guard let name = parts.last else { throw FileError(path, "write", "it does not name a file") }
    guard !parts.contains("..") else { throw FileError(path, "write", "it leads out of the folder") }
    let start = root.hasSuffix("/") ? root : root + "/"
    try createFolders(above: start)
    guard var folder = Descriptor(root, O_RDONLY | O_DIRECTORY) else { throw FileError(root, "write to") }
    for count in 1..<parts.count {
      let told = start + parts.prefix(count).joined(separator: "/")
      folder = try madeFolder(parts[count - 1], in: folder, told: told)
    }
    self.name = name
    self.path = root == "." ? path : start + path
    self.folder = folder
  }

  /// - Parameter mode: who may do what with it; without it, as the user's settings have it.
  func create(_ name: String, _ bytes: [UInt8], mode: mode_t? = nil) throws {
    guard
      let file = Descriptor(name, in: folder.number, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW, mode: 0o644)
    else { throw FileError(path, "create") }
    guard mode.map({ fchmod(file.number, $0) == 0 }) ?? true, file.writeAll(bytes) else {
      let code = errno
      unsafe unlinkat(folder.number, name, 0)
      throw FileError(path, "write", code: code)
    }
  }

  func replace(_ bytes: [UInt8]) throws {
    let old = status(of: name, in: folder.number)
    if let old, !old.isFile {
      throw FileError(path, "write", old.isSymbolicLink ? textOfError(ELOOP) : "it is not a regular file")
    }
    // A name that nobody else has, so that nothing of anybody's is in the way.
    let partial = ".remit-" + String(UInt64.random(in: 0...UInt64.max), radix: 16)
    try create(partial, bytes, mode: old.map { $0.st_mode & 0o7777 })
    guard unsafe renameat(folder.number, partial, folder.number, name) == 0 else {
      let code = errno
      unsafe unlinkat(folder.number, partial, 0)
      throw FileError(path, "write", code: code)
    }
  }
}

/// The folder of that name in another, made where there is none.
///
/// - Parameter told: its path, as errors name it.
private func madeFolder(_ name: String, in outer: borrowing Descriptor, told: String) throws -> Descriptor {
  if status(of: name, in: outer.number) == nil, unsafe mkdirat(outer.number, name, 0o755) != 0,
    errno != EEXIST
  {
    throw FileError(told, "create")
  }
  if let found = status(of: name, in: outer.number), found.isSymbolicLink {
    throw FileError(told, "write to", code: ELOOP)
  }
  guard let folder = Descriptor(name, in: outer.number, O_RDONLY | O_DIRECTORY | O_NOFOLLOW) else {
    throw FileError(told, "write to")
  }
  return folder
}
