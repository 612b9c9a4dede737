import Diagnostics

/// Edits of files as a unified patch, as `git apply` takes it.
package struct Patch {
  package private(set) var bytes: [UInt8] = []
  private let prefix: String

  /// - Parameter prefix: the folder of the knowledge base below the repository's, with a slash at its end; empty where
  ///   they are the same.
  package init(_ edits: [FileEdit], prefix: String = "") {
    self.prefix = prefix
    for edit in edits { add(edit) }
  }

  private mutating func add(_ edit: FileEdit) {
    let (old, new) = ("a/" + prefix + edit.old.path, "b/" + prefix + edit.newPath)
    add("diff --git \(Self.name(old)) \(Self.name(new))")
    if edit.isMoved {
      add("similarity index \(edit.edits.isEmpty ? 100 : 90)%")
      add("rename from \(Self.name(prefix + edit.old.path))")
      add("rename to \(Self.name(prefix + edit.newPath))")
    }
    guard !edit.edits.isEmpty else { return }
    // A name with a blank ends at the tab.
    func tab(_ name: String) -> String { name.contains(" ") ? "\t" : "" }
    add("--- \(Self.name(old))\(tab(old))")
    add("+++ \(Self.name(new))\(tab(new))")
    for hunk in Hunk.all(of: edit) { bytes += hunk.bytes }
  }

  private mutating func add(_ line: String) { bytes += Array((line + "\n").utf8) }

  /// In quotation marks, where git would read it otherwise.
  private static func name(_ path: String) -> String {
    guard path.unicodeScalars.contains(where: { $0 == "\"" || $0 == "\\" || $0.value < 0x20 }) else {
      return path
    }
    var name = ""
    for scalar in path.unicodeScalars {
      if scalar == "\"" || scalar == "\\" { name += "\\" }
      name.unicodeScalars.append(scalar)
    }
    return "\"\(name)\""
  }
}

/// Some lines of a file with what becomes of them, and the lines around them.
private struct Hunk {
  /// Numbers of lines, from 0.
  private var old: Range<Int>
  private var newStart: Int
  private var changes: [LineChange]
  private let lines: [ArraySlice<UInt8>]

  private static let context = 3

  static func all(of edit: FileEdit) -> [Hunk] {
    let lines = lines(of: edit.old.bytes[...])
    var hunks: [Hunk] = []
    var shift = 0
    for change in changes(edit, lines) {
      let start = max(change.old.lowerBound - context, 0)
      let end = min(change.old.upperBound + context, lines.count)
      if let last = hunks.indices.last, hunks[last].old.upperBound >= start {
        hunks[last].old = hunks[last].old.lowerBound..<end
        hunks[last].changes.append(change)
      } else {
        hunks.append(Hunk(old: start..<end, newStart: start + shift, changes: [change], lines: lines))
      }
      shift += change.new.count - change.old.count
    }
    return hunks
  }

  /// The lines that edits touch, with what stands there afterwards; edits that touch the same lines are one change.
  private static func changes(_ edit: FileEdit, _ lines: [ArraySlice<UInt8>]) -> [LineChange] {
    var changes: [LineChange] = []
    var rest = edit.edits[...]
    while let first = rest.first {
      var touched = touchedLines(first, lines)
      var group: [TextEdit] = []
      while let next = rest.first, group.isEmpty || touchedLines(next, lines).lowerBound < touched.upperBound
      {
        touched = touched.lowerBound..<max(touched.upperBound, touchedLines(next, lines).upperBound)
        group.append(next)
        rest = rest.dropFirst()
      }
      let start = touched.isEmpty ? edit.old.bytes.count : lines[touched.lowerBound].startIndex
      let end = touched.isEmpty ? start : lines[touched.upperBound - 1].endIndex
      let new = FileEdit.apply(group, to: edit.old.bytes[start..<end])
      changes.append(LineChange(old: touched, new: Self.lines(of: new[...])).trimmed(lines))
    }
    return changes
  }

  private static func touchedLines(_ edit: TextEdit, _ lines: [ArraySlice<UInt8>]) -> Range<Int> {
    guard !lines.isEmpty else { return 0..<0 }
    let start = min(lines.partitioningIndex { $0.endIndex > edit.range.lowerBound }, lines.count - 1)
    let end = lines.partitioningIndex { $0.startIndex >= edit.range.upperBound }
    return start..<max(start + 1, end)
  }

  /// With their line feeds; git knows no other line ends.
  private static func lines(of bytes: ArraySlice<UInt8>) -> [ArraySlice<UInt8>] {
    var lines: [ArraySlice<UInt8>] = []
    var rest = bytes
    while !rest.isEmpty {
      let end = rest.firstIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? rest.endIndex
      lines.append(rest[..<end])
      rest = rest[end...]
    }
    return lines
  }

  var bytes: [UInt8] {
    let grown = changes.reduce(0) { $0 + $1.new.count - $1.old.count }
    let head = "@@ -\(Self.range(old.lowerBound, old.count)) +\(Self.range(newStart, old.count + grown)) @@\n"
    var bytes = Array(head.utf8)
    var line = old.lowerBound
    for change in changes {
      for number in line..<change.old.lowerBound { Self.add(" ", lines[number], to: &bytes) }
      for number in change.old { Self.add("-", lines[number], to: &bytes) }
      for new in change.new { Self.add("+", new, to: &bytes) }
      line = change.old.upperBound
    }
    for number in line..<old.upperBound { Self.add(" ", lines[number], to: &bytes) }
    return bytes
  }

  /// From 1; a range without lines is told by the line before it.
  private static func range(_ start: Int, _ count: Int) -> String {
    count == 0 ? "\(start),0" : "\(start + 1),\(count)"
  }

  private static func add(_ sign: String, _ line: ArraySlice<UInt8>, to bytes: inout [UInt8]) {
    bytes += Array(sign.utf8) + line
    if line.last != UInt8(ascii: "\n") { bytes += Array("\n\\ No newline at end of file\n".utf8) }
  }
}

/// Lines that others take the place of.
private struct LineChange {
  var old: Range<Int>
  var new: [ArraySlice<UInt8>]

  /// Without the lines at both ends that stay.
  func trimmed(_ lines: [ArraySlice<UInt8>]) -> LineChange {
    var (old, new) = (lines[old], new[...])
    while let a = old.first, let b = new.first, a.elementsEqual(b) {
      old.removeFirst()
      new.removeFirst()
    }
    while let a = old.last, let b = new.last, a.elementsEqual(b) {
      old.removeLast()
      new.removeLast()
    }
    return LineChange(old: old.startIndex..<old.endIndex, new: Array(new))
  }
}
