package import Diagnostics

/// Bytes of a file that others take the place of.
package struct TextEdit: Hashable, Sendable {
  /// Empty where something is only put in.
  let range: Range<Int>
  let new: [UInt8]

  init(_ range: Range<Int>, _ new: String) { self.init(range, Array(new.utf8)) }

  init(_ range: Range<Int>, _ new: [UInt8]) {
    self.range = range
    self.new = new
  }
}

/// A file that gets other bytes, another path or both.
package struct FileEdit: Sendable {
  package let old: SourceText
  /// As the file's own, relative to the knowledge base's folder.
  package let newPath: String
  /// In the order of the file; none of them touches another.
  let edits: [TextEdit]
  package let new: SourceText

  init(_ old: SourceText, newPath: String, _ edits: some Sequence<TextEdit>) {
    self.old = old
    self.newPath = newPath
    self.edits = edits.sorted {
      ($0.range.lowerBound, $0.range.upperBound) < ($1.range.lowerBound, $1.range.upperBound)
    }
    if let stored = old.stored {
      new = SourceText(path: newPath, stored: stored)
    } else {
      new = SourceText(path: newPath, bytes: FileEdit.apply(self.edits, to: old.bytes[...]))
    }
  }

  package var isMoved: Bool { newPath != old.path }

  /// - Parameter bytes: of the file, or a part of it that all edits are in.
  static func apply(_ edits: [TextEdit], to bytes: ArraySlice<UInt8>) -> [UInt8] {
    var result: [UInt8] = []
    var done = bytes.startIndex
    for edit in edits where edit.range.lowerBound >= done {
      result += bytes[done..<edit.range.lowerBound] + edit.new
      done = edit.range.upperBound
    }
    return result + bytes[done...]
  }
}

extension SourceText {
  /// The offset of a place; `nil` past the end.
  func offset(of position: Position) -> Int? {
    line(Int(position.line)).map { min($0.startIndex + Int(position.column) - 1, bytes.count) }
  }

  /// Whether these bytes stand at an offset.
  func has(_ text: some Collection<UInt8>, at offset: Int) -> Bool {
    offset >= 0 && offset <= bytes.count && bytes[offset...].starts(with: text)
  }
}
