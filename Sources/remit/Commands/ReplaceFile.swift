import Files
import Glibc

/// Writes a file that may be there already: whole, or not at all. What is no plain file is left alone.
func replaceFile(_ path: String, _ bytes: [UInt8]) throws {
  var found = stat()
  if unsafe lstat(path, &found) == 0, found.st_mode & S_IFMT != S_IFREG {
    throw FileError(path, "write", "it is no plain file")
  }
  let partial = path + ".partial"
  // One that was left when an export was killed; where there is none, nothing needs doing.
  unsafe unlink(partial)
  try createNewFile(partial, bytes)
  guard unsafe rename(partial, path) == 0 else {
    unsafe unlink(partial)
    throw FileError(path, "write", "it cannot be put in its place")
  }
}
