import Diagnostics

/// What is given to libcmark, and what it takes to read the tree that comes back.
struct PreparedDocument {
  /// The main text, then one for each footnote.
  var buffers = [PreparedText()]
  var notes: [NoteDefinition] = []
  /// One line, a heading, for each cell of all tables.
  var cells = PreparedText()
  var tables: [TableDefinition] = []
  var constructs = Constructs()
  var standIns = StandIns()
  var diagnostics: [Diagnostic] = []
  /// The offset of each line in the source, and one past the last.
  var lineStarts: [UInt32] = []

  struct NoteDefinition {
    var label: String
    var position: Position
  }

  /// - Returns: the index of its text in `buffers`.
  mutating func addNote(label: String, at position: Position) -> Int {
    notes.append(NoteDefinition(label: label, position: position))
    buffers.append(PreparedText())
    return buffers.count - 1
  }

  /// Footnotes and cells stand before the main text, whose last block may be open at its end. All are parsed
  /// in one go because they share link reference definitions.
  func joined() -> PreparedText {
    if notes.isEmpty, tables.isEmpty { return buffers[0] }
    var whole = PreparedText()
    let unknown = PreparedText.Origin(line: 1, columnShift: 0)
    for note in buffers.dropFirst() {
      if note.bytes.isEmpty { whole.appendLine([], after: "> > ", from: unknown) }
      whole.append(note)
      whole.appendLine([], from: unknown)
    }
    whole.append(cells)
    whole.append(buffers[0])
    return whole
  }
}

struct TableDefinition {
  var alignments: [MarkdownNode.Alignment]
  /// The first is the head.
  var rows: [Row] = []
  var position: Position

  struct Row {
    /// In the order of `PreparedDocument.cells`.
    var cells: Range<Int>
    var position: Position
  }
}
