import Synchronization

/// The bytes of one source file, with a way to find its lines.
///
/// Immutable; a class so that lists of a hundred thousand files are cheap to hand on and to compare.
package final class SourceText: Sendable {
  /// Relative to the knowledge base's folder.
  package let path: String
  /// Empty where the file is `stored`.
  package let bytes: [UInt8]
  /// Where the bytes are of a file that nobody looks into; `nil` for one that was read.
  package let stored: StoredFile?
  /// What the file on disk is in, where that isn't UTF-8; the bytes here are UTF-8 if it could be read.
  package let encoding: FileEncoding?
  /// Where each line begins; looked for when somebody first asks for a line, which nobody does of most files.
  private let lineStarts = Mutex<[Int]?>(nil)

  package init(path: String, bytes: [UInt8], encoding: FileEncoding? = nil) {
    self.path = path
    self.bytes = bytes
    self.encoding = encoding
    stored = nil
  }

  /// A file that is published as it is.
  package init(path: String, stored: StoredFile) {
    self.path = path
    self.bytes = []
    self.stored = stored
    encoding = nil
  }

  package convenience init(path: String, text: String) {
    self.init(path: path, bytes: Array(text.utf8))
  }

  /// Whether path and bytes are the same; of stored files, whether they are the same file as it was.
  package func isSame(as other: SourceText) -> Bool {
    self === other
      || path == other.path && stored == other.stored && bytes == other.bytes && encoding == other.encoding
  }

  /// The bytes of a line, counted from 1, without its line ending; `nil` past the end.
  package func line(_ number: Int) -> ArraySlice<UInt8>? {
    // What was not read has no lines to show.
    guard stored == nil else { return nil }
    let range: Range<Int>? = withLineStarts { starts in
      let index = max(number, 1) - 1
      guard index < starts.count else { return nil }
      return starts[index]..<(index + 1 < starts.count ? starts[index + 1] - 1 : bytes.count)
    }
    guard let range else { return nil }
    let line = bytes[range]
    return line.last == SourceText.carriageReturn ? line.dropLast() : line
  }

  /// The place of a byte offset.
  package func position(at offset: Int) -> Position {
    withLineStarts { starts in
      let line = max(starts.partitioningIndex { $0 > offset }, 1)
      return Position(line: line, column: offset - starts[line - 1] + 1)
    }
  }

  private func withLineStarts<Result>(_ body: ([Int]) -> Result) -> Result {
    let starts = lineStarts.withLock { known in
      if let known { return known }
      var starts = [0]
      if bytes.first(SourceText.carriageReturn) == nil {
        var index = 0
        while let end = bytes.first(SourceText.lineFeed, from: index) {
          index = end + 1
          starts.append(index)
        }
      } else {
        for index in bytes.indices where isLineEnd(index) { starts.append(index + 1) }
      }
      known = starts
      return starts
    }
    return body(starts)
  }

  /// The text with a line feed for each carriage return that stands alone, as old programs end lines. Every place
  /// stays where it is.
  package var withLineFeeds: SourceText {
    guard bytes.first(SourceText.carriageReturn) != nil else { return self }
    var fed = bytes
    var isSame = true
    for index in fed.indices where fed[index] == SourceText.carriageReturn && isLoneReturn(index) {
      fed[index] = SourceText.lineFeed
      isSame = false
    }
    return isSame ? self : SourceText(path: path, bytes: fed, encoding: encoding)
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
