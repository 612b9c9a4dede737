import Foundation

/// The tables of the manual's page on comparing, so that it says what holds.
enum ManualTables {
  /// The cells of the table under a heading, row by row.
  static func rows(_ heading: String) throws -> [[String]] {
    let page = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "content/manual/comparing.md")
    let lines = try String(contentsOf: page, encoding: .utf8).components(separatedBy: "\n")
    let section = lines.drop { $0 != "## \(heading)" }.dropFirst().prefix { !$0.hasPrefix("## ") }
    return section.filter { $0.utf8.starts(with: "| `".utf8) }.map { line in
      line.components(separatedBy: "|").dropFirst().dropLast().map { cell in
        unescaped(cell.trimmingCharacters(in: .whitespaces))
      }
    }
  }

  /// Without the backticks, and with the characters that numbers stand for.
  private static func unescaped(_ cell: String) -> String {
    let text = cell.hasPrefix("`") ? String(cell.unicodeScalars.dropFirst().dropLast()) : cell
    return text.replacing(/\\u\{([0-9A-F]+)\}/) { match in
      UInt32(match.output.1, radix: 16).flatMap(Unicode.Scalar.init).map { String($0) } ?? "?"
    }
  }
}
