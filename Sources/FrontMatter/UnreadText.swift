package import Diagnostics

/// A stretch of a file that may be front matter and is not read as such: what it says is not known for certain.
package struct UnreadText: Sendable {
  package var bytes: ArraySlice<UInt8>
  /// The position of the first byte.
  package var position: Position
  /// Whether it surely is front matter, so that every word in it may mean something; else only those that stand where
  /// keys do.
  package var isCertain: Bool
}

extension FrontMatter {
  mutating func addUnread(_ source: SourceText, _ range: Range<Int>, isCertain: Bool) {
    guard !range.isEmpty else { return }
    unread.append(
      UnreadText(
        bytes: source.bytes[range], position: source.position(at: range.lowerBound), isCertain: isCertain))
  }

  /// A block that is never closed: its first paragraph is front matter, and what follows may be.
  mutating func addUnclosed(_ source: SourceText, from start: Int) {
    let blank = source.bytes[start...].firstRange(of: [10, 10])?.lowerBound ?? source.bytes.count
    addUnread(source, start..<blank, isCertain: true)
    addUnread(source, blank..<source.bytes.count, isCertain: false)
  }
}
