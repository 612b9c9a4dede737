import Diagnostics

/// Puts the tables' cells and the footnotes, which were parsed before the main text, where they belong.
struct TreeAssembly {
  private let built: TreeBuilder
  private var copy = TreeCopy()
  private(set) var nodes: [MarkdownNode] = []
  private(set) var links: [MarkdownLink] = []
  private(set) var footnotes: [MarkdownFootnote] = []
  private(set) var diagnostics: [Diagnostic] = []
  /// The definitions of `footnotes`.
  private var order: [Int] = []
  private var numbers: [Int: Int] = [:]
  private var filled = 0

  init(_ built: TreeBuilder) {
    self.built = built
    nodes.reserveCapacity(built.nodes.count)
    links.reserveCapacity(built.links.count)
    guard let document = built.nodes.first else { return }
    copy.open(document, in: &nodes)
    copyNodes(built.mainStart..<built.nodes.count)
    appendFootnotes()
    copy.closeLast(in: &nodes)
    warnOfFootnotes()
  }

  private mutating func copyNodes(_ range: Range<Int>) {
    for index in range {
      copy.close(before: index, in: &nodes)
      var node = built.nodes[index]
      if node.kind == .table {
        appendTable(Int(node.payload), at: node.position)
        continue
      }
      if node.kind == .footnoteReference { node.payload = Int32(truncatingIfNeeded: number(node.footnote)) }
      if let link = node.link {
        var moved = built.links[link]
        moved.node = nodes.count
        node.payload = Int32(truncatingIfNeeded: links.count)
        links.append(moved)
      }
      copy.copy(node, in: &nodes)
    }
    copy.close(before: range.upperBound, in: &nodes)
  }

  // MARK: Tables

  private mutating func appendTable(_ index: Int, at position: Position) {
    let table = built.prepared.tables[index]
    var node = MarkdownNode(.table, at: table.position, end: 0)
    node.payload = Int32(truncatingIfNeeded: table.alignments.count)
    copy.open(node, in: &nodes)
    for (index, row) in table.rows.enumerated() {
      if index < 2 {
        copy.open(MarkdownNode(index == 0 ? .tableHead : .tableBody, at: row.position, end: 0), in: &nodes)
      }
      appendRow(row, alignments: table.alignments, isHeader: index == 0)
      if index == 0 || index == table.rows.count - 1 { copy.closeLast(in: &nodes) }
    }
    copy.closeLast(in: &nodes)
  }

  private mutating func appendRow(
    _ row: TableDefinition.Row, alignments: [MarkdownNode.Alignment], isHeader: Bool
  ) {
    copy.open(MarkdownNode(.tableRow, at: row.position, end: 0), in: &nodes)
    for (column, alignment) in alignments.enumerated() {
      let cell = row.cells.lowerBound + column
      if cell >= row.cells.upperBound {
        filled += 1
        if filled > Guards.filledCells { break }
      }
      var node = MarkdownNode(.tableCell, at: position(ofCell: cell, in: row), end: 0)
      node.detail = alignment.rawValue
      node.flags = isHeader ? 2 : 0
      copy.open(node, in: &nodes)
      if row.cells.contains(cell), cell < built.cellNodes.count { copyNodes(built.cellNodes[cell]) }
      copy.closeLast(in: &nodes)
    }
    copy.closeLast(in: &nodes)
  }

  private func position(ofCell cell: Int, in row: TableDefinition.Row) -> Position {
    guard row.cells.contains(cell) else { return row.position }
    let from = built.prepared.cells.lines[cell]
    return built.origin.position(line: from.line, column: from.columnShift + 3)
  }

  // MARK: Footnotes

  /// Counts a reference, and numbers its footnote if it is the first.
  private mutating func number(_ note: Int) -> Int {
    if let known = numbers[note] {
      footnotes[known].references += 1
      return known
    }
    let definition = built.prepared.notes[note]
    numbers[note] = footnotes.count
    order.append(note)
    footnotes.append(
      MarkdownFootnote(
        label: definition.label, number: footnotes.count + 1, references: 1, position: definition.position))
    return footnotes.count - 1
  }

  /// The footnotes that something refers to, which may be another footnote.
  private mutating func appendFootnotes() {
    guard let first = footnotes.first else { return }
    copy.open(MarkdownNode(.footnotes, at: first.position, end: 0), in: &nodes)
    var index = 0
    while index < order.count {
      var node = MarkdownNode(.footnote, at: footnotes[index].position, end: 0)
      node.payload = Int32(truncatingIfNeeded: index)
      copy.open(node, in: &nodes)
      if order[index] < built.noteNodes.count { copyNodes(built.noteNodes[order[index]]) }
      copy.closeLast(in: &nodes)
      index += 1
    }
    copy.closeLast(in: &nodes)
  }

  private mutating func warnOfFootnotes() {
    for (index, note) in built.prepared.notes.enumerated() {
      let place = Place(built.origin.path, note.position, length: note.label.utf8.count + 3)
      if let first = built.noteIndex(note.label), first != index {
        let earlier = Place(built.origin.path, built.prepared.notes[first].position)
        diagnostics.append(
          Diagnostic(
            .duplicateFootnote, .warning,
            "footnote '\(note.label)' is defined twice; only the first is shown",
            at: place,
            notes: [.init("first defined here", at: earlier)]))
      } else if numbers[index] == nil {
        diagnostics.append(
          Diagnostic(
            .unusedFootnote, .warning, "footnote '\(note.label)' is not shown, because nothing refers to it",
            at: place,
            help: "refer to it with '[^\(note.label)]'"))
      }
    }
  }
}
