import Diagnostics

/// Where in a file a Markdown text starts: below front matter, or as the value of one of its fields.
struct SourceOrigin {
  let path: String
  /// The position of the text's first byte.
  var first: Position
  /// Columns that stand before each line but the first.
  let indent: Int
  /// What in the text isn't what stands in the file, in the order in which it was replaced.
  var replaced: [ReplacedColumns] = []

  /// - Parameters: a line and column within the text, from 1.
  func position(line: Int, column: Int) -> Position {
    let column =
      replaced.isEmpty ? column : Int(replaced.original(Position(line: line, column: column)).column)
    return Position(
      line: Int(first.line) + line - 1,
      column: line == 1 ? Int(first.column) + column - 1 : column + indent)
  }

  func position(_ position: Position) -> Position {
    self.position(line: Int(position.line), column: Int(position.column))
  }
}
