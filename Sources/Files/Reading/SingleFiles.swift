import Glibc

/// Reads a file whole; symbolic links are followed, for the path is the user's own.
package func readFile(_ path: String) throws -> [UInt8] {
  guard let file = Descriptor(path, O_RDONLY) else { throw FileError(path, "read") }
  guard let status = file.status() else { throw FileError(path, "read") }
  if status.isFolder { throw FileError(path, "read", code: EISDIR) }
  // A pipe is waited for: only opening it must not block.
  guard fcntl(file.number, F_SETFL, 0) == 0,
    let bytes = file.readAll(expecting: Int(status.st_size), isFile: status.isFile)
  else {
    throw FileError(path, "read")
  }
  return bytes
}

/// Reads a file of which somebody else wrote the path: it must be a file, and lie in the folder, links followed.
package func readFile(_ path: String, inside folder: String) throws -> [UInt8] {
  let found = resolvedPath(folder + "/" + path)
  let root = resolvedPath(folder)
  guard found.hasPrefix(root == "/" ? root : root + "/") else {
    throw FileError(path, "read", "a symbolic link leads out of the folder")
  }
  guard let what = status(of: found) else { throw FileError(path, "read") }
  if what.isFolder { throw FileError(path, "read", code: EISDIR) }
  guard what.isFile else { throw FileError(path, "read", "it is a pipe, a socket or a device, not a file") }
  return try readFile(found)
}

/// Reads standard input to its end.
///
/// - Parameter limit: in bytes; more are an error.
package func readStandardInput(limit: Int = .max) throws -> [UInt8] {
  let copy = fcntl(STDIN_FILENO, F_DUPFD_CLOEXEC, 0)
  guard copy >= 0 else { throw FileError("standard input", "read") }
  let input = Descriptor(owning: copy)
  if let bytes = input.readAll(expecting: 1 << 16, isFile: false, limit: limit) { return bytes }
  if errno == EFBIG { throw FileError("standard input", "read", "it is longer than \(limit >> 20) MB") }
  throw FileError("standard input", "read")
}

/// Adds to the end of a file, or begins it.
package func appendToFile(_ path: String, _ bytes: [UInt8]) throws {
  guard let file = Descriptor(path, O_WRONLY | O_CREAT | O_APPEND, mode: 0o644), file.writeAll(bytes) else {
    throw FileError(path, "write")
  }
}

/// Creates the folders on the way to a path that are missing.
func createFolders(above path: String) throws {
  let bytes = Array(path.utf8)
  for (index, byte) in bytes.enumerated() where byte == UInt8(ascii: "/") && index > 0 {
    let folder = String(decoding: bytes[..<index], as: UTF8.self)
    if unsafe mkdir(folder, 0o755) == 0 || errno == EEXIST { continue }
    let code = errno
    // A folder above that may not be written can be there all the same.
    if let found = status(of: folder), found.isFolder { continue }
    throw FileError(folder, "create", code: code)
  }
}
