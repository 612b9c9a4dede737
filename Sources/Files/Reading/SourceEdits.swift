import Diagnostics

/// What is to be replaced in a sorted list of files, found path by path and then done at once.
struct SourceEdits {
  private(set) var changes = SourceChanges.Files()
  private var edits: [(range: Range<Int>, files: [SourceText])] = []

  /// Notes that these files are all that there is at a path: one file, or those below it, sorted.
  mutating func replace(_ path: String, in list: [SourceText], with files: [SourceText]) {
    let isFile = files.first.map { !isOrderedBefore(path, $0.path) } ?? false
    let file = list.firstIndex(from: path)
    let hadFile = list.hasFile(path)
    replace(file..<(hadFile ? file + 1 : file), in: list, with: isFile ? files : [])
    // The zero is the byte after the slash.
    let below = list.firstIndex(from: path + "/")..<list.firstIndex(from: path + "0")
    replace(below, in: list, with: isFile ? [] : files)
  }

  private mutating func replace(_ range: Range<Int>, in list: [SourceText], with files: [SourceText]) {
    var files = files
    var isSame = range.count == files.count
    var old = range.lowerBound
    for index in files.indices {
      let path = files[index].path
      while old < range.upperBound, isOrderedBefore(list[old].path, path) {
        changes.removed.append(list[old].path)
        old += 1
      }
      if old < range.upperBound, !isOrderedBefore(path, list[old].path) {
        if list[old].isSame(as: files[index]) {
          files[index] = list[old]
        } else {
          changes.modified.append(path)
          isSame = false
        }
        old += 1
      } else {
        changes.added.append(path)
        isSame = false
      }
    }
    changes.removed += list[old..<range.upperBound].map(\.path)
    if !isSame { edits.append((range, files)) }
  }

  /// Brings the list, and the lists of changes, up to date.
  mutating func apply(to list: inout [SourceText]) {
    changes.added.sort(by: isOrderedBefore)
    changes.modified.sort(by: isOrderedBefore)
    changes.removed.sort(by: isOrderedBefore)
    // Where nothing is replaced, files are put before what stands there, each after those of lesser paths.
    edits.sort { a, b in
      if a.range.lowerBound != b.range.lowerBound { return a.range.lowerBound < b.range.lowerBound }
      if a.range.upperBound != b.range.upperBound { return a.range.upperBound < b.range.upperBound }
      guard let first = a.files.first, let second = b.files.first else { return false }
      return isOrderedBefore(first.path, second.path)
    }
    // One shift for each is cheaper than a copy of all, which counts a reference for each path and each text.
    if edits.count <= 32 {
      for edit in edits.reversed() { list.replaceSubrange(edit.range, with: edit.files) }
    } else {
      list = rebuilt(list)
    }
    edits = []
  }

  private func rebuilt(_ list: [SourceText]) -> [SourceText] {
    var new: [SourceText] = []
    new.reserveCapacity(edits.reduce(list.count) { $0 + $1.files.count - $1.range.count })
    var done = 0
    for edit in edits {
      new += list[done..<edit.range.lowerBound]
      new += edit.files
      done = edit.range.upperBound
    }
    return new + list[done...]
  }
}

extension [SourceText] {
  /// The first index, in a list sorted by the bytes of paths, whose path is not before this one.
  fileprivate func firstIndex(from path: String) -> Int {
    partitioningIndex { !isOrderedBefore($0.path, path) }
  }

  /// Whether a list sorted by the bytes of paths has a file of that path.
  func hasFile(_ path: String) -> Bool {
    let index = firstIndex(from: path)
    return index < count && !isOrderedBefore(path, self[index].path)
  }
}
