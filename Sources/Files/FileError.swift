package import Diagnostics
import Glibc

/// The machine failed at something that was asked of it, or something stands in the way that Remit will not
/// touch. What an author wrote wrong is a diagnostic instead.
package struct FileError: Error, Hashable, CustomStringConvertible {
  package var path: String
  /// What was tried, as in "cannot *read* 'x'".
  package var action: String
  /// Why not, in words.
  package var reason: String

  package init(_ path: String, _ action: String, _ reason: String) {
    self.path = path
    self.action = action
    self.reason = reason
  }

  /// For a system call that has just failed.
  init(_ path: String, _ action: String, code: CInt = errno) {
    self.init(path, action, textOfError(code))
  }

  package var message: PlainMessage { "cannot \(action) '\(path)': \(reason)" }

  package var description: String { message.description }
}

/// What an error number says, in English, whatever the locale.
func textOfError(_ code: CInt) -> String {
  switch code {
  case EACCES, EPERM: "permission denied"
  case ENOENT: "there is no such file or folder"
  case EEXIST: "it already exists"
  case ENOTDIR: "a part of the path is not a folder"
  case EISDIR: "it is a folder"
  case ELOOP: "it is a symbolic link"
  case ENOSPC, EDQUOT: "the disk is full"
  case EROFS: "the file system is read-only"
  case ENAMETOOLONG: "the name is too long"
  case EMFILE, ENFILE: "too many files are open"
  case EIO: "the disk reported an error"
  default: "error \(code)"
  }
}
