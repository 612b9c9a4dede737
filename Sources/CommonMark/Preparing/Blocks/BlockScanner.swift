import Diagnostics

/// Finds the blocks of a Markdown text line by line, and writes the text that libcmark is given.
///
/// It follows the first phase of CommonMark's parsing strategy as far as it takes to know what is code,
/// where paragraphs are and which containers each line opens. Tables and definitions of footnotes are cut
/// out and leave a marked heading in their place; wiki links and the like are overwritten by marks of the
/// same length.
struct BlockScanner {
  struct Container {
    enum Kind { case quote, item, note }
    var kind: Kind
    /// Columns that an item's content is indented by.
    var width = 0
    var hasChild = false
    /// The text that a footnote's lines go to.
    var buffer = 0
  }

  enum Leaf: Equatable {
    case none, paragraph, indentedCode, table
    case fence(mark: UInt8, length: Int)
    case html(HTMLBlock)

    var sort: LeafLine.Sort {
      switch self {
      case .fence, .indentedCode: .code
      case .html: .html
      case .table: .table
      case .none, .paragraph: .text
      }
    }
  }

  let source: [UInt8]
  let origin: SourceOrigin
  let options: MarkdownOptions
  var extensions: Bool { options.extensions }
  var result = PreparedDocument()
  var violation: Guards.Violation?

  var line = 0
  var cursor: LineCursor
  var containers: [Container] = []
  var leaf = Leaf.none
  /// The open paragraph's lines and the text that they are in.
  var paragraph: [PreparedText.Content] = []
  var paragraphBuffer = 0
  /// The container that the open paragraph is the first child of.
  var paragraphStarts: Container.Kind?
  private var paragraphContainer = 0
  var segment = Segment()
  var opened = 0
  private var work = 0
  private var bracketsSquared = 0
  /// By line, once all are scanned: what each belongs to.
  private(set) var leafLines: [LeafLine] = []
  private var leaves = 0

  /// The part of the line that goes to one text.
  struct Segment {
    /// 0 is the main text, n + 1 that of the footnote n.
    var buffer = 0
    /// Where in the source it starts, after white space that `spaces` stands for.
    var start = 0
    var spaces = 0
  }

  init(_ source: [UInt8], origin: SourceOrigin, options: MarkdownOptions) {
    self.source = source
    self.origin = origin
    self.options = options
    cursor = LineCursor(source, from: 0, to: 0)
    result.buffers[0].reserve(source.count + 64)
  }

  mutating func scan() {
    var start = 0
    while start < source.count, violation == nil {
      let end = source[start...].firstIndex(of: .newline) ?? source.count
      line += 1
      result.lineStarts.append(UInt32(truncatingIfNeeded: start))
      cursor = LineCursor(source, from: start, to: end)
      scanLine()
      leafLines.append(LeafLine(sort: leaf.sort, leaf: leaves))
      work += containers.count
      if work > Guards.depthTimesLines { stop(.nestedTooDeep, "too many lines are nested too deeply") }
      start = end + 1
    }
    closeLeaf()
    result.lineStarts.append(UInt32(truncatingIfNeeded: source.count + 1))
  }

  private mutating func scanLine() {
    segment = Segment(buffer: 0, start: cursor.start)
    let matched = matchContainers()
    let allMatched = matched == containers.count
    if allMatched, continueCode() { return }
    let canBeLazy = leaf == .paragraph && !cursor.isBlank
    switch openBlocks(after: matched, inParagraph: allMatched && canBeLazy) {
    case .line: return
    case .containers: startParagraph(keeping: containers.count)
    case .nothing:
      if canBeLazy, !allMatched {
        // A lazy continuation: its containers stay open, and with them the text that it belongs to.
        segment.buffer = paragraphBuffer
        if paragraphBuffer > 0 { startSegment(paragraphBuffer) }
        paragraph.append(emitLine())
      } else if allMatched, leaf == .paragraph, !cursor.isBlank {
        if !startTable() { paragraph.append(emitLine()) }
      } else if allMatched, leaf == .table, !cursor.isBlank {
        appendTableRow(cursor.nonspace..<cursor.end, line: line, column: cursor.nonspace - cursor.start + 1)
      } else {
        startParagraph(keeping: matched)
      }
    }
  }

  /// A paragraph's first line, or a blank one.
  private mutating func startParagraph(keeping matched: Int) {
    close(to: matched)
    if cursor.isBlank {
      emitLine()
      return
    }
    let starts = containers.last.flatMap { $0.hasChild ? nil : $0.kind }
    beginLeaf(.paragraph)
    paragraphStarts = starts
    paragraphContainer = containers.count - 1
    paragraphBuffer = segment.buffer
    paragraph.append(emitLine())
  }

  mutating func startSegment(_ buffer: Int) {
    segment = Segment(buffer: buffer, start: cursor.nonspace, spaces: cursor.indent)
  }

  /// Writes the line, from where its segment starts.
  @discardableResult
  mutating func emitLine() -> PreparedText.Content {
    let isMain = segment.buffer == 0
    // Two quotations carry a footnote: as wide as a tab stop, so that tabs keep their width.
    let prefix = isMain ? 0 : 4 + segment.spaces
    let from = PreparedText.Origin(line: line, columnShift: segment.start - cursor.start - prefix)
    let content = source[segment.start..<cursor.end]
    let start =
      isMain
      ? result.buffers[0].appendLine(content, from: from)
      : result.buffers[segment.buffer].appendLine(
        content, after: "> > ", spaces: segment.spaces, from: from)
    let shift = start + prefix - segment.start
    return PreparedText.Content(
      line: start, start: max(cursor.offset + shift, start), textStart: cursor.nonspace + shift,
      end: cursor.end + shift, indent: cursor.indent, origin: from)
  }

  // MARK: Closing

  mutating func close(to count: Int) {
    closeLeaf()
    if count < containers.count { containers.removeLast(containers.count - count) }
  }

  mutating func closeLeaf() {
    if leaf == .paragraph {
      mark(paragraph, in: paragraphBuffer, starting: paragraphStarts)
      // A paragraph of link definitions vanishes, and may leave its container empty.
      if paragraphStarts != nil, paragraphContainer < containers.count, holdsOnlyDefinitions {
        containers[paragraphContainer].hasChild = false
      }
      paragraph.removeAll(keepingCapacity: true)
    }
    leaf = .none
  }

  private var holdsOnlyDefinitions: Bool {
    paragraph.allSatisfy { line in
      let bytes = result.buffers[paragraphBuffer].bytes[line.textStart..<line.end]
      guard bytes.first == .openBracket, let close = bytes.firstIndex(of: .closeBracket) else { return false }
      return close > line.textStart + 1 && close + 2 < line.end && bytes[close + 1] == .colon
    }
  }

  mutating func beginLeaf(_ new: Leaf) {
    closeLeaf()
    leaves += 1
    leaf = new
    if !containers.isEmpty { containers[containers.count - 1].hasChild = true }
  }

  /// Puts marks over the constructs in the lines of a paragraph or heading.
  mutating func mark(
    _ lines: [PreparedText.Content], in buffer: Int, starting: Container.Kind? = nil
  ) {
    guard let first = lines.first, let last = lines.last else { return }
    if last.end - first.line > 1_000 {
      count(result.buffers[buffer].bytes[first.line..<last.end].count { $0 == .openBracket }, from: first)
    }
    guard extensions, violation == nil else { return }
    var marker = InlineMarker(lines: lines, origin: origin, hasMarks: options.marks)
    if let starting {
      marker.markStart(of: starting, in: &result.buffers[buffer], &result.constructs)
    }
    marker.mark(&result.buffers[buffer], &result.constructs)
    EmphasisMarker.mark(lines, in: &result.buffers[buffer], &result.standIns, source: source)
  }

  private mutating func count(_ brackets: Int, from first: PreparedText.Content) {
    bracketsSquared += brackets * brackets
    guard brackets > Guards.bracketsInBlock || bracketsSquared > Guards.bracketsSquared else { return }
    let position = origin.position(line: first.origin.line, column: first.column(of: first.textStart))
    let what =
      brackets > Guards.bracketsInBlock
      ? "more than \(Guards.bracketsInBlock) '[' in one block" : "too many '[' in this file"
    violation = Guards.Violation(id: .tooManyBrackets, message: what, position: position)
  }

  mutating func stop(_ id: DiagnosticID, _ message: String) {
    let column = cursor.nonspace - cursor.start + 1
    violation = Guards.Violation(
      id: id, message: message, position: origin.position(line: line, column: column))
  }
}
