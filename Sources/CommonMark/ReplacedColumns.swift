import Diagnostics

/// Where in a text bytes were replaced, as by U+FFFD, which has three: so that a place in the result is told as one in
/// the original.
struct ReplacedColumns {
  private struct Replacement {
    /// From 1, as all lines and columns here.
    let line: Int
    let column: Int
    let originalColumn: Int
    let originalLength: Int
    let length: Int
  }

  /// In the order of the text.
  private var replacements: [Replacement] = []

  var isEmpty: Bool { replacements.isEmpty }

  /// To be told in the order of the text.
  mutating func add(_ original: Position, length: Int, newLength: Int = 3) {
    let line = Int(original.line)
    var grown = 0
    if let last = replacements.last, last.line == line {
      grown = last.column - last.originalColumn + last.length - last.originalLength
    }
    replacements.append(
      Replacement(
        line: line, column: Int(original.column) + grown, originalColumn: Int(original.column),
        originalLength: length, length: newLength))
  }

  /// The column in the original. What begins within a replacement begins with what it stands for.
  fileprivate func original(line: Int, column: Int) -> Int {
    var (low, high) = (0, replacements.count)
    while low < high {
      let middle = (low + high) / 2
      let replacement = replacements[middle]
      if (replacement.line, replacement.column) <= (line, column) { low = middle + 1 } else { high = middle }
    }
    guard low > 0, replacements[low - 1].line == line else { return column }
    let before = replacements[low - 1]
    let behind = column - before.column - before.length
    return behind < 0 ? before.originalColumn : before.originalColumn + before.originalLength + behind
  }
}

extension [ReplacedColumns] {
  /// The place before all of the replacements, which were made one after the other.
  func original(_ position: Position) -> Position {
    let line = Int(position.line)
    let column = reversed().reduce(Int(position.column)) { $1.original(line: line, column: $0) }
    return Position(line: line, column: column)
  }
}
