package import Diagnostics

/// Parses a Markdown text: a page's body, or a field of front matter.
///
/// What is wrong in it is in `diagnostics`; with `nested-too-deep`, `too-many-brackets` or `file-too-large`
/// the document is its text, preformatted.
///
/// - Parameters:
///   - path: the file's, for diagnostics.
///   - origin: where in the file the text starts.
///   - indent: columns that stand in the file before each line but the first.
///   - tellsLeftovers: whether what other tools left in the text is told.
package func parseMarkdown(
  _ bytes: ArraySlice<UInt8>, path: String, at origin: Position = .start, indent: Int = 0,
  options: MarkdownOptions = MarkdownOptions(), tellsLeftovers: Bool = false
) -> MarkdownDocument {
  let text = CleanText(bytes, replacesControls: options.extensions)
  var origin = SourceOrigin(path: path, first: origin, indent: indent)
  if text.hadByteOrderMark { origin.first.column += 3 }
  let faults = text.faults.map { fault in
    Diagnostic(
      .invalidUTF8, "\(fault.what); it is shown as '\u{FFFD}'",
      at: Place(path, origin.position(fault.position)),
      help: fault.help)
  }
  origin.replaced = text.replaced.filter { !$0.isEmpty }
  var bytes = text.bytes
  if options.extensions {
    let asides = ForeignAsides(bytes, origin: origin)
    origin.replaced += asides.replaced
    bytes = asides.bytes
  }
  let comments = options.extensions ? HiddenComments(bytes, origin: origin) : nil
  var document = parse(comments?.bytes ?? bytes, origin, options, tellsLeftovers: tellsLeftovers)
  document.diagnostics =
    faults + document.diagnostics + (comments.flatMap { unclosedComment($0, in: origin) } ?? [])
  return document
}

private func unclosedComment(_ comments: HiddenComments, in origin: SourceOrigin) -> [Diagnostic]? {
  guard let start = comments.unclosed else { return nil }
  let before = comments.bytes[..<start]
  let lineStart = (before.lastIndex(of: .newline) ?? -1) + 1
  let line = before.count { $0 == .newline } + 1
  return [
    Diagnostic(
      .unclosedComment, .warning,
      "this comment is never closed, so nothing from here on is shown",
      at: Place(origin.path, origin.position(line: line, column: start - lineStart + 1)),
      help:
        "close it with '%%' or '-->', as it began; for the characters themselves, write '\\%%' or '\\<!--'"
    )
  ]
}

private func parse(
  _ source: [UInt8], _ origin: SourceOrigin, _ options: MarkdownOptions, tellsLeftovers: Bool
) -> MarkdownDocument {
  if source.count > Guards.fileSize {
    let message = "this text has \(source.count) bytes of Markdown; the limit is \(Guards.fileSize)"
    return preformatted(
      source, .init(id: .fileTooLarge, message: message, position: origin.first), origin, options)
  }
  if source.count > Guards.marks, Guards.countMarks(source) > Guards.marks {
    let message =
      "this text has more than \(Guards.marks) line ends and characters with a meaning in Markdown"
    return preformatted(
      source, .init(id: .tooManyBrackets, message: message, position: origin.first), origin, options)
  }
  var scanner = BlockScanner(source, origin: origin, options: options)
  scanner.scan()
  if let violation = scanner.violation { return preformatted(source, violation, origin, options) }
  let joined = scanner.result.joined()
  var builder = TreeBuilder(source, scanner.result, lines: joined.lines, origin: origin, options: options)
  guard let tree = LibcmarkTree(parsing: joined.bytes) else {
    return preformatted(source, nil, origin, options)
  }
  tree.walk(&builder)
  let places = SourcePlaces(source, lineStarts: builder.prepared.lineStarts, origin: origin)
  var document = document(builder, places)
  if tellsLeftovers {
    let finder = LeftoverFinder(document, in: places)
    document.diagnostics += finder.found.map { leftover in
      leftover.diagnostic(at: places.position(of: leftover.offset), path: origin.path)
    }
  }
  return document
}

private func document(_ builder: TreeBuilder, _ places: SourcePlaces) -> MarkdownDocument {
  var document = MarkdownDocument(
    path: builder.origin.path, options: builder.options, nodes: builder.nodes, text: builder.text)
  document.links = builder.links
  document.htmlAnchors = builder.htmlAnchors
  document.diagnostics = builder.prepared.diagnostics + builder.diagnostics
  if !builder.prepared.notes.isEmpty || !builder.prepared.tables.isEmpty {
    let assembly = TreeAssembly(builder)
    document.nodes = assembly.nodes
    document.links = assembly.links
    document.footnotes = assembly.footnotes
    document.diagnostics += assembly.diagnostics
  }
  if document.options.extensions, !document.options.unsafeHTML, builder.hasHTML {
    document.makeElements(places)
  }
  if document.options.extensions { document.joinLines() }
  document.collectHeadings()
  document.collectElementIDs()
  document.anchors = Set(document.headings.map(\.id)).union(document.htmlAnchors)
  return document
}

extension MarkdownDocument {
  /// Makes elements of the raw HTML that may stand in a document.
  fileprivate mutating func makeElements(_ places: SourcePlaces) {
    let safe = SafeHTML(self, places: places)
    nodes = safe.nodes
    links = safe.links
    text = safe.text
    elements = safe.elements
    htmlFaults = safe.faults
    diagnostics += safe.diagnostics
  }
}

/// The text as one block of code: what is left when parsing it would take too long.
private func preformatted(
  _ source: [UInt8], _ violation: Guards.Violation?, _ origin: SourceOrigin, _ options: MarkdownOptions
) -> MarkdownDocument {
  var block = MarkdownNode(.codeBlock, at: origin.first, end: 2)
  let shown = options.extensions ? source.filter { $0 != Mark.hidden } : source
  block.text = 0..<shown.count
  let nodes = [MarkdownNode(.document, at: origin.first, end: 2), block]
  var document = MarkdownDocument(path: origin.path, options: options, nodes: nodes, text: shown)
  if let violation {
    document.diagnostics = [
      Diagnostic(violation.id, violation.message, at: Place(origin.path, violation.position))
    ]
  }
  return document
}
