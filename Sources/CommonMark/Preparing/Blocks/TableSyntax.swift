import Diagnostics

/// The lines of GFM tables.
enum TableSyntax {
  /// The columns that a delimiter row such as `| :-- | --- |` declares; `nil` for any other line.
  static func alignments(_ bytes: [UInt8], _ range: Range<Int>) -> [MarkdownNode.Alignment]? {
    guard bytes[range].allSatisfy({ $0 == .dash || $0 == .pipe || $0 == .colon || $0.isSpaceOrTab }) else {
      return nil
    }
    var alignments: [MarkdownNode.Alignment] = []
    for cell in cells(bytes, range) {
      guard !cell.isEmpty else { return nil }
      let left = bytes[cell.lowerBound] == .colon
      let right = bytes[cell.upperBound - 1] == .colon
      let start = cell.lowerBound + (left ? 1 : 0)
      let end = cell.upperBound - (right ? 1 : 0)
      guard start < end, bytes[start..<end].allSatisfy({ $0 == .dash }) else { return nil }
      alignments.append(left ? (right ? .center : .left) : (right ? .right : .none))
    }
    return alignments.isEmpty ? nil : alignments
  }

  /// The cells of a row, trimmed. Pipes after a backslash and within wiki links do not part cells.
  static func cells(_ bytes: [UInt8], _ row: Range<Int>) -> [Range<Int>] {
    let row = bytes.trimmed(row)
    var cells: [Range<Int>] = []
    var offset = row.lowerBound
    if offset < row.upperBound, bytes[offset] == .pipe { offset += 1 }
    var start = offset
    while offset < row.upperBound {
      switch bytes[offset] {
      case .backslash where offset + 1 < row.upperBound && bytes[offset + 1].isPunctuation:
        offset += 2
      case .pipe:
        cells.append(bytes.trimmed(start..<offset))
        offset += 1
        start = offset
      case .openBracket:
        offset = endOfWikiLink(bytes, offset, row.upperBound) ?? offset + 1
      default:
        offset += 1
      }
    }
    if start < row.upperBound { cells.append(bytes.trimmed(start..<row.upperBound)) }
    return cells
  }

  private static func endOfWikiLink(_ bytes: [UInt8], _ start: Int, _ end: Int) -> Int? {
    guard bytes.has("[[", at: start, before: end) else { return nil }
    var offset = start + 2
    while offset < end, bytes[offset] != .openBracket, bytes[offset] != .backtick {
      if bytes.has("]]", at: offset, before: end) { return offset + 2 }
      offset += 1
    }
    return nil
  }
}

extension BlockScanner {
  /// Whether the line is the delimiter row below the paragraph's last line, and so starts a table.
  mutating func startTable() -> Bool {
    guard extensions, cursor.indent < 4, let head = paragraph.last,
      let alignments = TableSyntax.alignments(source, cursor.nonspace..<cursor.end)
    else { return false }
    let lineStart = Int(result.lineStarts[head.origin.line - 1])
    let headColumn = head.column(of: head.textStart)
    let headRow = lineStart + headColumn - 1..<Int(result.lineStarts[head.origin.line]) - 1
    guard TableSyntax.cells(source, headRow).count == alignments.count else { return false }

    replaceHead(head)
    leaf = .table
    let position = origin.position(line: head.origin.line, column: headColumn)
    result.tables.append(TableDefinition(alignments: alignments, position: position))
    appendTableRow(headRow, line: head.origin.line, column: headColumn)
    return true
  }

  /// Puts a marked heading in the place of the table's first line, and ends the paragraph above it.
  private mutating func replaceHead(_ head: PreparedText.Content) {
    // Four blanks before a heading would make it code, so a line indented that far keeps no indentation.
    let prefixEnd = head.indent < 4 ? head.textStart : head.start
    let prefix = Array(result.buffers[paragraphBuffer].bytes[head.line..<prefixEnd])
    result.buffers[paragraphBuffer].removeLastLine(from: head.line)
    paragraph.removeLast()
    closeLeaf()
    let mark = [.hash, .space, Mark.table] + Mark.digits(of: result.tables.count)
    result.buffers[paragraphBuffer].appendLine((prefix + mark)[...], from: head.origin)
  }

  mutating func appendTableRow(_ row: Range<Int>, line: Int, column: Int) {
    guard let table = result.tables.indices.last else { return }
    let first = result.cells.lines.count
    let all = TableSyntax.cells(source, row)
    let cells = all.prefix(result.tables[table].alignments.count)
    if let lost = all[cells.count...].first(where: { !$0.isEmpty }) {
      warn(of: lost, line: line, column: column + lost.lowerBound - row.lowerBound, columns: cells.count)
    }
    for cell in cells {
      appendCell(cell, line: line, column: column + cell.lowerBound - row.lowerBound)
    }
    let position = origin.position(line: line, column: column)
    result.tables[table].rows.append(
      .init(cells: first..<first + cells.count, position: position))
  }

  /// Nobody reads more than these, and a file that has them is no author's.
  private static let warningLimit = 100

  /// Cells behind the head's last are shown nowhere, as GFM has it.
  private mutating func warn(of cell: Range<Int>, line: Int, column: Int, columns: Int) {
    guard result.diagnostics.count < Self.warningLimit else { return }
    let place = Place(origin.path, origin.position(line: line, column: column), length: cell.count)
    result.diagnostics.append(
      Diagnostic(
        .lostCell, .warning,
        "the table's header has \(columns) cell\(columns == 1 ? "" : "s"), so the rest of this row is not shown",
        at: place,
        help: "add a cell to the header and to the line of dashes, or write '\\|' for a bar in the text"))
  }

  private mutating func appendCell(_ cell: Range<Int>, line: Int, column: Int) {
    var bytes: [UInt8] = []
    for offset in cell {
      let escapesPipe =
        source[offset] == .backslash && offset + 1 < cell.upperBound && source[offset + 1] == .pipe
      if !escapesPipe { bytes.append(source[offset]) }
    }
    if bytes.last == .hash { bytes += [.space, Mark.cellEnd] }
    let from = PreparedText.Origin(line: line, columnShift: column - 3)
    let start = result.cells.appendLine(bytes[...], after: "# ", from: from)
    let end = start + 2 + bytes.count
    let content = PreparedText.Content(
      line: start, start: start + 2, textStart: start + 2, end: end, origin: from)
    var marker = InlineMarker(lines: [content], origin: origin, hasMarks: options.marks)
    marker.mark(&result.cells, &result.constructs)
    EmphasisMarker.mark([content], in: &result.cells, &result.standIns, source: source)
  }
}
