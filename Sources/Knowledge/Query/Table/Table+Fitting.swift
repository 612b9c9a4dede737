import Diagnostics

extension Table {
  /// With cells cut at words, those of the widest columns first, so that each line fits into a terminal. No column gets
  /// narrower than a word.
  ///
  /// - Parameter kept: the columns that are of use only as a whole.
  package func fitted(to columns: Int, keeping kept: Set<String> = []) -> Table {
    let cells = ([header] + rows).map { $0.map(\.onOneLine.printable) }
    var widths = header.indices.map { column in cells.map { $0[column].terminalWidth }.max() ?? 0 }
    var excess = widths.reduce(0, +) + 2 * (widths.count - 1) - columns
    while excess > 0 {
      let widest = header.indices.filter { !kept.contains(header[$0]) }.max { widths[$0] < widths[$1] }
      guard let widest, widths[widest] > Self.narrowest else { break }
      widths[widest] -= 1
      excess -= 1
    }
    return Table(
      header: header,
      rows: cells.dropFirst().map { row in row.indices.map { row[$0].cut(toWidth: widths[$0]) } })
  }

  private static let narrowest = 12
}

extension String {
  /// As many whole words as there is room for, and a sign that there are more.
  fileprivate func cut(toWidth width: Int) -> String {
    guard terminalWidth > width else { return self }
    var end = startIndex
    var room = width - 1
    for index in indices {
      room -= String(self[index]).terminalWidth
      if room < 0 { break }
      end = self.index(after: index)
    }
    let isWhole = end == endIndex || self[end] == " "
    // A long word, or one of a script without blanks, is cut where the room ends.
    if !isWhole, let blank = self[..<end].lastIndex(of: " "), self[..<blank].count * 2 > self[..<end].count {
      end = blank
    }
    let last = self[..<end].lastIndex { $0 != " " }
    return (last.map { self[...$0] } ?? "") + "…"
  }
}
