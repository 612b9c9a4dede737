/// The bytes of one source file, with a way to find its lines.
///
/// Immutable; a class so that lists of a hundred thousand files are cheap to hand on and to compare.
package final class SourceText: Sendable {
  /// Relative to the knowledge base's folder.
  package let path: String
  package let bytes: [UInt8]

  package init(path: String, bytes: [UInt8]) {
    self.path = path
    self.bytes = bytes
  }

  package convenience init(path: String, text: String) {
    self.init(path: path, bytes: Array(text.utf8))
  }

  /// Whether path and bytes are the same.
  package func isSame(as other: SourceText) -> Bool {
    self === other || path == other.path && bytes == other.bytes
  }

  /// The bytes of a line, counted from 1, without its line ending; `nil` past the end.
  package func line(_ number: Int) -> ArraySlice<UInt8>? {
    var start = bytes.startIndex
    for _ in 1..<max(number, 1) {
      guard let newline = bytes[start...].firstIndex(of: UInt8(ascii: "\n")) else { return nil }
      start = newline + 1
    }
    let rest = bytes[start...]
    let line = rest.prefix { $0 != UInt8(ascii: "\n") }
    return line.last == UInt8(ascii: "\r") ? line.dropLast() : line
  }

  /// The place of a byte offset.
  package func position(at offset: Int) -> Position {
    var line = 1
    var lineStart = 0
    for index in 0..<min(offset, bytes.count) where bytes[index] == UInt8(ascii: "\n") {
      line += 1
      lineStart = index + 1
    }
    return Position(line: line, column: offset - lineStart + 1)
  }
}

/// Texts by path: for the excerpts of diagnostics.
package protocol SourceTexts: Sendable {
  subscript(path: String) -> SourceText? { get }
}

extension Dictionary: SourceTexts where Key == String, Value == SourceText {}
