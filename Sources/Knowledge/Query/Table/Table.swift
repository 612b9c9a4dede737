import Diagnostics

/// Rows of texts under a header.
package struct Table: Hashable, Sendable {
  package var header: [String]
  package var rows: [[String]]

  package init(header: [String], rows: [[String]]) {
    self.header = header
    self.rows = rows
  }

  /// The columns of these names, in this order; a name that it hasn't is left out.
  package func columns(_ names: [String]) -> Table {
    let numbers = names.compactMap { header.firstIndex(of: $0) }
    return Table(header: numbers.map { header[$0] }, rows: rows.map { row in numbers.map { row[$0] } })
  }

  /// For people: columns aligned by what a terminal shows, two blanks between them.
  package var text: String {
    let lines = ([header] + rows).map { $0.map(\.onOneLine.printable) }
    var widths = [Int](repeating: 0, count: header.count)
    for line in lines {
      for (column, cell) in line.enumerated() { widths[column] = max(widths[column], cell.terminalWidth) }
    }
    let rule = widths.map { String(repeating: "-", count: $0) }
    return ([lines[0], rule] + lines.dropFirst()).map { line($0, widths) }.joined()
  }

  /// RFC 4180: lines end in CR LF, and a field is quoted where it must be.
  package var csv: String {
    ([header] + rows).map { $0.map(Table.csvField).joined(separator: ",") + "\r\n" }.joined()
  }

  private func line(_ cells: [String], _ widths: [Int]) -> String {
    var text = ""
    for (column, cell) in cells.enumerated() {
      text += cell
      // No blanks at the end of a line.
      let isLast = cells[(column + 1)...].allSatisfy(\.isEmpty)
      if isLast { break }
      text += String(repeating: " ", count: widths[column] - cell.terminalWidth + 2)
    }
    return text + "\n"
  }

  private static func csvField(_ text: String) -> String {
    // A lone blank at an edge is kept by quoting too: some readers trim.
    let needsQuotes =
      text.unicodeScalars.contains { $0 == "," || $0 == "\"" || $0 == "\r" || $0 == "\n" }
      || text.hasPrefix(" ") || text.hasSuffix(" ")
    guard needsQuotes else { return text }
    return "\"" + text.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"")
      + "\""
  }
}
