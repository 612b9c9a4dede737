import Diagnostics

/// Puts marks over wiki links, citations and references to footnotes in the lines of one block.
///
/// It need not know about code spans and raw HTML: what turns out to stand in those is put back later. A wiki
/// link wins over a link reference: `[[a]]` is one even where `[a]: url` is defined.
struct InlineMarker {
  let lines: [PreparedText.Content]
  let origin: SourceOrigin
  private var line = 0
  private var offset = 0
  /// Where the block's last `]]` is: past it, `[[` has no end. Sought when first needed.
  private var lastEnd: Int?
  /// Whether the last bracket that was looked at went on for longer than a construct may.
  private var isTooLong = false

  /// Whether `==` means something.
  private let hasMarks: Bool

  init(lines: [PreparedText.Content], origin: SourceOrigin, hasMarks: Bool) {
    self.lines = lines
    self.hasMarks = hasMarks
    self.origin = origin
    offset = lines.first?.textStart ?? 0
  }

  /// Part of a construct on one line.
  private struct Piece {
    var line: Int
    var range: Range<Int>
  }

  mutating func mark(_ text: inout PreparedText, _ constructs: inout Constructs) {
    while line < lines.count {
      let end = lines[line].end
      guard offset < end else {
        line += 1
        if line < lines.count { offset = lines[line].textStart }
        continue
      }
      offset = text.bytes.span.firstIndex(from: offset, before: end) { byte in
        byte == .openBracket || byte == .backslash || byte == .colon
      }
      guard offset < end else { continue }
      switch text.bytes[offset] {
      case .openBracket: if constructs.isFull || !markBracket(&text, &constructs) { offset += 1 }
      case .backslash: markEscape(&text, end)
      case .colon: markUnderscores(&text, end)
      default: offset += 1
      }
    }
  }

  /// Marks the check box of a task, or the `[!note]` of an aside, with which a paragraph starts.
  mutating func markStart(
    of container: BlockScanner.Container.Kind, in text: inout PreparedText, _ constructs: inout Constructs
  ) {
    let end = lines[0].end
    guard offset + 3 < end, text.bytes[offset] == .openBracket else { return }
    switch container {
    case .item:
      let mark: UInt8
      switch text.bytes[offset + 1] {
      case .space: mark = Mark.openTask
      case UInt8(ascii: "x"): mark = Mark.doneTask
      case UInt8(ascii: "X"): mark = Mark.doneTaskCapital
      default: return
      }
      guard text.bytes[offset + 2] == .closeBracket, text.bytes[offset + 3].isSpaceOrTab else { return }
      for index in offset..<offset + 3 { text.overwrite(index, with: mark) }
      offset += 3
    case .quote:
      guard !constructs.isFull, let aside = AsideSyntax(text.bytes, at: offset, before: end) else { return }
      put(
        .aside(aside), over: [Piece(line: 0, range: offset..<offset + aside.length)], &text, &constructs)
    case .note:
      return
    }
  }

  // MARK: Brackets

  /// In bytes; nobody's name or list of sources is longer.
  private static let lengthLimit = 1_000

  private mutating func markBracket(_ text: inout PreparedText, _ constructs: inout Constructs) -> Bool {
    guard offset + 2 < lines[line].end else { return false }
    switch text.bytes[offset + 1] {
    case .openBracket: return markWikiLink(&text, &constructs)
    case UInt8(ascii: "^"): return markFootnoteReference(&text, &constructs)
    case .at: return markCitation(&text, &constructs)
    default: return false
    }
  }

  private mutating func markWikiLink(_ text: inout PreparedText, _ constructs: inout Constructs) -> Bool {
    guard var pieces = pieces(text.bytes, after: 2, closing: 2), let last = pieces.last else {
      return markUnclosed(&text, &constructs)
    }
    let next = last.range.upperBound
    if isDestination(text.bytes, next, lines[last.line].end) { return false }
    let isEmpty = pieces.count == 1 && text.bytes.trimmed(offset + 2..<next - 2).isEmpty
    if isEmbed(text.bytes) {
      let first = pieces[0].range
      pieces[0].range = first.lowerBound - 1..<first.upperBound
    }
    return isEmpty ? false : put(.wikiLink, over: pieces, &text, &constructs)
  }

  /// Whether the bracket here has a `!` before it that is not escaped.
  private func isEmbed(_ bytes: [UInt8]) -> Bool {
    let start = lines[line].textStart
    guard offset > start, bytes[offset - 1] == .bang else { return false }
    return bytes[start..<offset - 1].reversed().prefix { $0 == .backslash }.count.isMultiple(of: 2)
  }

  private mutating func markCitation(_ text: inout PreparedText, _ constructs: inout Constructs) -> Bool {
    guard let pieces = pieces(text.bytes, after: 1, closing: 1), let last = pieces.last else { return false }
    let next = last.range.upperBound
    let end = lines[last.line].end
    if next < end {
      // `[@name](url)` and `[@name][ref]` are ordinary Markdown. `[@name]: words` is no link definition: it would
      // take the words away.
      if text.bytes[next] == UInt8(ascii: "(") { return false }
      let startsAnother =
        next + 1 < end && [.openBracket, .at, UInt8(ascii: "^")].contains(text.bytes[next + 1])
      if text.bytes[next] == .openBracket, !startsAnother { return false }
    }
    guard CitationSyntax.isCitation(text.bytes, pieces[0].range) else { return false }
    return put(.citation, over: pieces, &text, &constructs)
  }

  private mutating func markFootnoteReference(
    _ text: inout PreparedText, _ constructs: inout Constructs
  ) -> Bool {
    let end = lines[line].end
    var close = offset + 2
    while close < end, text.bytes[close] != .closeBracket {
      let byte = text.bytes[close]
      if byte.isWhitespace || byte == .openBracket || byte == .backtick { return false }
      close += 1
    }
    guard close < end, close > offset + 2 else { return false }
    if close + 1 < end, text.bytes[close + 1] == UInt8(ascii: "(") { return false }
    return put(.footnoteReference, over: [Piece(line: line, range: offset..<close + 1)], &text, &constructs)
  }

  /// Marks a `[[` that nothing in the block closes, so that it can be warned of if it turns out to be text.
  private mutating func markUnclosed(_ text: inout PreparedText, _ constructs: inout Constructs) -> Bool {
    if lastEnd == nil { lastEnd = lastClosing(text.bytes) }
    guard let lastEnd, offset > lastEnd || isTooLong else { return false }
    let kind: Construct.Kind = offset > lastEnd ? .unclosedWikiLink : .longWikiLink
    var end = offset + 2
    while end < lines[line].end, end < offset + 4 || text.bytes[end].isContinuation {
      guard text.bytes[end].isAlphanumeric || text.bytes[end] >= 0x80 else { return false }
      end += 1
    }
    guard end >= offset + 4 else { return false }
    return put(kind, over: [Piece(line: line, range: offset..<end)], &text, &constructs)
  }

  private func lastClosing(_ bytes: [UInt8]) -> Int {
    for line in lines.reversed() where line.end - line.textStart >= 2 {
      var offset = line.end - 2
      while offset >= line.textStart {
        if bytes[offset] == .closeBracket, bytes[offset + 1] == .closeBracket { return offset }
        offset -= 1
      }
    }
    return -1
  }

  /// The pieces of a construct that starts here and may go on over the next two lines.
  ///
  /// - Parameters: the number of bytes that open it, and the number of `]` that close it.
  private mutating func pieces(_ bytes: [UInt8], after opening: Int, closing: Int) -> [Piece]? {
    isTooLong = false
    var pieces: [Piece] = []
    var length = 0
    for index in line..<min(line + 3, lines.count) {
      let start = index == line ? offset : lines[index].textStart
      let end = lines[index].end
      var at = index == line ? offset + opening : start
      while at < end {
        let byte = bytes[at]
        if byte == .closeBracket {
          guard closing == 1 || (at + 1 < end && bytes[at + 1] == .closeBracket) else { return nil }
          pieces.append(Piece(line: index, range: start..<at + closing))
          return pieces
        }
        if byte == .openBracket || byte == .backtick || Mark.isControl(byte) { return nil }
        if length + at - start > Self.lengthLimit {
          isTooLong = true
          return nil
        }
        at += 1
      }
      length += end - start
      if start == end { return nil }
      pieces.append(Piece(line: index, range: start..<end))
    }
    isTooLong = line + 3 < lines.count
    return nil
  }

  /// Whether `[[text]]` is followed by the destination of an ordinary link.
  private func isDestination(_ bytes: [UInt8], _ start: Int, _ end: Int) -> Bool {
    guard start < end, bytes[start] == UInt8(ascii: "(") else { return false }
    let limit = min(end, start + 1_000)
    guard let stop = bytes[start..<limit].firstIndex(where: { $0 == UInt8(ascii: ")") || $0.isWhitespace })
    else {
      return false
    }
    if bytes[stop] == UInt8(ascii: ")") { return true }
    let next = bytes[stop..<end].first { !$0.isWhitespace }
    return next == UInt8(ascii: "\"") || next == UInt8(ascii: "'")
  }

  // MARK: Marks

  @discardableResult
  private mutating func put(
    _ kind: Construct.Kind, over pieces: [Piece], _ text: inout PreparedText, _ constructs: inout Constructs
  ) -> Bool {
    guard let first = pieces.first, let last = pieces.last,
      let carrier = pieces.firstIndex(where: { $0.range.count > Mark.digitCount })
    else { return false }
    let start = constructs.beginText()
    for piece in pieces {
      if piece.line != first.line { constructs.appendText([.newline]) }
      constructs.appendText(text.bytes[piece.range])
    }
    let content = lines[first.line]
    let index = constructs.add(
      Construct(
        kind: kind, written: start..<constructs.text.count,
        position: origin.position(
          line: content.origin.line, column: content.column(of: first.range.lowerBound)),
        length: first.range.count, isMarkedLater: carrier > 0))
    for piece in pieces {
      for offset in piece.range { text.overwrite(offset, with: Mark.filler) }
    }
    let mark = pieces[carrier].range.lowerBound
    text.overwrite(mark, with: Mark.construct)
    for (place, digit) in Mark.digits(of: index).enumerated() {
      text.overwrite(mark + 1 + place, with: digit)
    }
    line = last.line
    offset = last.range.upperBound
    return true
  }

  private mutating func markEscape(_ text: inout PreparedText, _ end: Int) {
    if offset + 1 < end,
      text.bytes[offset + 1] == .tilde || hasMarks && text.bytes[offset + 1] == UInt8(ascii: "=")
    {
      text.overwrite(offset, with: Mark.escape)
    }
    offset += offset + 1 < end && text.bytes[offset + 1].isPunctuation ? 2 : 1
  }

  /// Keeps the underscores of a bare URL from being emphasis.
  ///
  /// Not in destinations and raw HTML: there libcmark allows no control bytes, and needs no help.
  private mutating func markUnderscores(_ text: inout PreparedText, _ end: Int) {
    let colon = offset
    offset += 1
    guard text.bytes.has("://", at: colon, before: end) else { return }
    var start = colon
    while start > lines[line].textStart, text.bytes[start - 1].isLetter { start -= 1 }
    guard start < colon else { return }
    while start > lines[line].textStart, text.bytes[start - 1].isSpaceOrTab { start -= 1 }
    if start > lines[line].textStart, "<(\"'=:".utf8.contains(text.bytes[start - 1]) { return }
    while offset < end, !text.bytes[offset].isWhitespace, !"<>)[]\"`|\\".utf8.contains(text.bytes[offset]) {
      offset += 1
    }
    // Punctuation at the end belongs to the sentence.
    var stop = offset
    while stop > colon, text.bytes[stop - 1].isPunctuation { stop -= 1 }
    for index in colon..<stop where text.bytes[index] == .underscore {
      text.overwrite(index, with: Mark.underscore)
    }
  }
}
