import Diagnostics

/// Limits on what is given to libcmark, which can't be stopped and takes minutes for some hostile inputs.
enum Guards {
  static let fileSize = 2_000_000
  static let depth = 100
  /// The sum over all lines of the containers open in them.
  static let depthTimesLines = 10_000_000
  static let bracketsInBlock = 5_000
  /// The sum over all blocks of the square of the brackets in them: what libcmark's time grows with.
  static let bracketsSquared = 300_000_000
  /// Bytes that mean something in Markdown, line ends among them: each costs much more than a letter. A long
  /// book has fewer.
  static let marks = 200_000
  /// Lists, items and quotations that start.
  static let containers = 200_000
  /// Cells that a table's short rows are filled up with.
  static let filledCells = 200_000

  struct Violation {
    var id: DiagnosticID
    var message: String
    var position: Position
  }

  static func countMarks(_ bytes: [UInt8]) -> Int {
    var count = 0
    for byte in bytes {
      switch byte {
      case .newline, .openBracket, .closeBracket, .less, .backslash, .backtick, .underscore, .tilde, .at,
        .pipe,
        .colon, UInt8(ascii: "*"), UInt8(ascii: "&"), UInt8(ascii: "!"), UInt8(ascii: "\""):
        count += 1
      default: break
      }
    }
    return count
  }
}
