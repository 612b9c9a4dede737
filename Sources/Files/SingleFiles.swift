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

/// Reads standard input to its end.
package func readStandardInput() throws -> [UInt8] {
  let copy = fcntl(STDIN_FILENO, F_DUPFD_CLOEXEC, 0)
  guard copy >= 0 else { throw FileError("standard input", "read") }
  let input = Descriptor(owning: copy)
  guard let bytes = input.readAll(expecting: 1 << 16, isFile: false) else {
    throw FileError("standard input", "read")
  }
  return bytes
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
