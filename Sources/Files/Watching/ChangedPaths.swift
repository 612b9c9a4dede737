import Diagnostics

/// What may have changed below a knowledge base's folder. What happened to it, the disk says.
package struct ChangedPaths: Sendable, Equatable {
  /// Files and folders, relative to the knowledge base's folder. Sorted part by part, and none is below
  /// another: a folder stands for all that is in it.
  package private(set) var paths: [String] = []
  /// Whether what changed is not known: everything must be looked at.
  package private(set) var isEverything = false

  package static let everything = ChangedPaths([""])

  /// Takes any paths, in any order. The empty path is the knowledge base's folder, and so everything.
  package init(_ paths: [String] = []) {
    guard !paths.contains("") else {
      isEverything = true
      return
    }
    for path in paths.sorted(by: isBeforePartByPart) {
      if let last = self.paths.last, contains(path, in: last) { continue }
      self.paths.append(path)
    }
  }

  package var isEmpty: Bool { paths.isEmpty && !isEverything }

  package mutating func formUnion(_ other: ChangedPaths) {
    guard !other.isEmpty else { return }
    self = isEverything || other.isEverything ? .everything : ChangedPaths(paths + other.paths)
  }

  /// Whether a path is one of these or below one of these.
  package func covers(_ path: String) -> Bool {
    if isEverything { return true }
    let next = paths.partitioningIndex { isBeforePartByPart(path, $0) }
    return next > 0 && contains(path, in: paths[next - 1])
  }
}

/// Whether a path is `folder` or below it.
private func contains(_ path: String, in folder: String) -> Bool {
  let rest = path.utf8.dropFirst(folder.utf8.count)
  return path.utf8.starts(with: folder.utf8) && (rest.isEmpty || rest.first == UInt8(ascii: "/"))
}

/// The order of bytes with the slash before all others, so that what is below a folder comes right after it.
private func isBeforePartByPart(_ a: String, _ b: String) -> Bool {
  let (a, b) = (a.utf8Span.span, b.utf8Span.span)
  for index in 0..<min(a.count, b.count) where a[index] != b[index] {
    return a[index] == UInt8(ascii: "/") || (b[index] != UInt8(ascii: "/") && a[index] < b[index])
  }
  return a.count < b.count
}
