/// Lines for libcmark, each with the source line that it comes from.
struct PreparedText {
  private(set) var bytes: [UInt8] = []
  private(set) var lines: [Origin] = []

  /// Where a prepared line comes from.
  struct Origin {
    /// In the source, from 1.
    var line: Int
    /// What to add to a column of the prepared line to get the column in the source.
    var columnShift: Int
  }

  /// The content of one line of a paragraph, heading or cell within `bytes`.
  struct Content {
    /// Where the line starts.
    var line: Int
    /// Where the content starts after the containers' markers, indentation included.
    var start: Int
    /// Where the text starts.
    var textStart: Int
    var end: Int
    /// Columns between `start` and `textStart`.
    var indent = 0
    var origin: Origin

    func column(of offset: Int) -> Int { offset - line + 1 + origin.columnShift }
  }

  mutating func reserve(_ count: Int) {
    bytes.reserveCapacity(count)
  }

  /// - Returns: the offset at which the line starts.
  @discardableResult
  mutating func appendLine(
    _ content: ArraySlice<UInt8>, after prefix: StaticString = "", spaces: Int = 0, from origin: Origin
  ) -> Int {
    let start = bytes.count
    if prefix.utf8CodeUnitCount > 0 { prefix.withUTF8Buffer { unsafe bytes.append(contentsOf: $0) } }
    if spaces > 0 { bytes.append(contentsOf: repeatElement(.space, count: spaces)) }
    bytes.append(contentsOf: content)
    bytes.append(.newline)
    lines.append(origin)
    return start
  }

  mutating func removeLastLine(from start: Int) {
    bytes.removeSubrange(start...)
    lines.removeLast()
  }

  mutating func append(_ other: PreparedText) {
    bytes += other.bytes
    lines += other.lines
  }

  mutating func overwrite(_ offset: Int, with byte: UInt8) {
    bytes[offset] = byte
  }
}
