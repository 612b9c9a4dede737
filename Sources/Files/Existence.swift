import Glibc

/// Whether there is anything at a path; links are followed.
package func fileExists(_ path: String) -> Bool { unsafe access(path, F_OK) == 0 }

/// Whether there is a folder at a path; links are followed.
package func isFolder(_ path: String) -> Bool { unsafe access(path + "/.", F_OK) == 0 }

/// The absolute path without links, `.` and `..`, as far as there is something at it; the rest as it's written.
package func resolvedPath(_ path: String) -> String {
  var existing = path.hasPrefix("/") ? path : "./" + path
  var rest: [Substring] = []
  while true {
    if let found = unsafe realpath(existing, nil) {
      defer { unsafe free(found) }
      return normalized(unsafe String(cString: found), rest.reversed())
    }
    guard let slash = existing.lastIndex(of: "/"), slash != existing.startIndex else {
      return normalized(existing, rest.reversed())
    }
    rest.append(existing[existing.index(after: slash)...])
    existing = String(existing[..<slash])
  }
}

private func normalized(_ folder: String, _ rest: [Substring]) -> String {
  var parts = folder.split(separator: "/")
  for part in rest where !part.isEmpty && part != "." {
    if part == ".." { _ = parts.popLast() } else { parts.append(part) }
  }
  return "/" + parts.joined(separator: "/")
}
