/// A line and a column in a text file, both counted from 1.
///
/// The column counts UTF-8 bytes, as the parsers do; the printers turn it into the column that an
/// editor shows.
package struct Position: Hashable, Comparable, Sendable {
  package var line: UInt32
  package var column: UInt32

  package init(line: Int, column: Int) {
    self.line = UInt32(clamping: line)
    self.column = UInt32(clamping: column)
  }

  package static let start = Position(line: 1, column: 1)

  package static func < (a: Position, b: Position) -> Bool {
    (a.line, a.column) < (b.line, b.column)
  }
}

/// A stretch of a source file: where something is wrong.
package struct Place: Hashable, Comparable, Sendable {
  /// Relative to the knowledge base's folder, with `/` between the parts.
  package var path: String
  package var position: Position
  /// In UTF-8 bytes, within the line; 1 where only a point is known.
  package var length: Int

  package init(_ path: String, _ position: Position = .start, length: Int = 1) {
    self.path = path
    self.position = position
    self.length = length
  }

  package static func < (a: Place, b: Place) -> Bool {
    (a.path, a.position, a.length) < (b.path, b.position, b.length)
  }
}
