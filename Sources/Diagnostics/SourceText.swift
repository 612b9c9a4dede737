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
    var line = 1
    var start = 0
    var end = bytes.count
    for index in bytes.indices where isLineEnd(index) {
      if line == max(number, 1) {
        end = index
        break
      }
      line += 1
      start = index + 1
    }
    guard line == max(number, 1) else { return nil }
    let found = bytes[start..<end]
    return found.last == SourceText.carriageReturn ? found.dropLast() : found
  }

  /// The place of a byte offset.
  package func position(at offset: Int) -> Position {
    var line = 1
    var lineStart = 0
    for index in 0..<min(offset, bytes.count) where isLineEnd(index) {
      line += 1
      lineStart = index + 1
    }
    return Position(line: line, column: offset - lineStart + 1)
  }

  /// The same with a line feed for each carriage return that stands alone, as old programs end lines. Every place
  /// stays where it is.
  package var withLineFeeds: SourceText {
    guard bytes.contains(SourceText.carriageReturn) else { return self }
    var fed = bytes
    var isSame = true
    for index in fed.indices where fed[index] == SourceText.carriageReturn && isLoneReturn(index) {
      fed[index] = SourceText.lineFeed
      isSame = false
    }
    return isSame ? self : SourceText(path: path, bytes: fed)
  }

  private static let lineFeed = UInt8(ascii: "\n")
  private static let carriageReturn = UInt8(ascii: "\r")

  /// Whether a line's last byte is here: its line feed, or a carriage return without one.
  private func isLineEnd(_ index: Int) -> Bool {
    let byte = bytes[index]
    return byte == SourceText.lineFeed || byte == SourceText.carriageReturn && isLoneReturn(index)
  }

  private func isLoneReturn(_ index: Int) -> Bool {
    index + 1 == bytes.count || bytes[index + 1] != SourceText.lineFeed
  }
}

/// Texts by path: for the excerpts of diagnostics.
package protocol SourceTexts: Sendable {
  subscript(path: String) -> SourceText? { get }
}

extension Dictionary: SourceTexts where Key == String, Value == SourceText {}
