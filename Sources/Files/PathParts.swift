/// The folder of a path; `nil` for one at the top.
func folder(of path: String) -> String? {
  path.utf8.lastIndex(of: UInt8(ascii: "/")).map { String(path[..<$0]) }
}

/// Every folder on the way to a path's last part, outermost first.
func folders(above path: String) -> [String] {
  path.utf8.indices.filter { path.utf8[$0] == UInt8(ascii: "/") }.map { String(path[..<$0]) }
}
