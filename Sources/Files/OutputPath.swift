import Glibc

/// Why a path cannot be one of the output folder's, or `nil` where it can: relative, of named parts only,
/// none of them `.` or `..`, without control characters, and not one of Remit's own files.
func objection(toOutputPath path: String) -> String? {
  if path.isEmpty { return "it is empty" }
  if path.utf8.contains(where: { $0 < 0x20 || $0 == 0x7F }) { return "it holds a control character" }
  if path.utf8.first == UInt8(ascii: "/") { return "it is not relative" }
  for part in path.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false) {
    if part.isEmpty { return "a part of it is empty" }
    if part.elementsEqual(".".utf8) || part.elementsEqual("..".utf8) { return "it leads out of the folder" }
  }
  return path.hasPrefix(".remit-") ? "names that begin with '.remit-' are Remit's own" : nil
}

/// The folder of a path; `nil` for one at the top.
func folder(of path: String) -> String? {
  path.utf8.lastIndex(of: UInt8(ascii: "/")).map { String(path[..<$0]) }
}

/// Every folder on the way to a path's last part, outermost first.
func folders(above path: String) -> [String] {
  path.utf8.indices.filter { path.utf8[$0] == UInt8(ascii: "/") }.map { String(path[..<$0]) }
}
