import Diagnostics

/// What authors write for themselves: HTML comments (`<!-- … -->`), Obsidian's (`%%…%%`) and those of other tools
/// (`TemplateComments`), on one line or over many. They are overwritten with marks of the same length before anything else reads the text, so that no page,
/// list, feed or export can hold them. What stands in code is no comment.
struct HiddenComments {
  private(set) var bytes: [UInt8]
  /// Where a comment begins that nothing ends: all that follows is hidden.
  private(set) var unclosed: Int?
  private(set) var hidesAnything = false
  private let origin: SourceOrigin
  private var lines: [LeafLine] = []
  private var number = 0
  /// Bytes of scans that comments with code in them made necessary.
  private var work = 0

  /// By block and length: backticks that nothing in their block closes.
  private var unpaired: Set<[Int]> = []
  /// Where the last comment ends, and where its line begins if nothing stands before it there.
  private var lastHidden: (end: Int, lineStart: Int?) = (-1, nil)
  /// Where the last `-->` is; past it, `<!--` has no end.
  private var lastHTMLEnd = -1
  private var templates = TemplateComments()

  private enum Sort { case html, percent }

  init(_ source: [UInt8], origin: SourceOrigin) {
    bytes = source
    self.origin = origin
    guard source.mayHoldComment else { return }
    lastHTMLEnd = source.last(of: [.dash, .dash, .greater]) ?? -1
    classify()
    hide()
  }

  /// Finds out what is code. Where that would take too long, nothing is taken for code, and more is hidden.
  private mutating func classify() {
    unpaired = []
    guard work <= 500_000 else {
      lines = []
      return
    }
    work += bytes.count
    var scanner = BlockScanner(bytes, origin: origin, options: MarkdownOptions())
    scanner.scan()
    lines = scanner.leafLines
    // The head of a table looks like a paragraph until the line below it is read.
    for index in lines.indices.dropLast()
    where lines[index + 1].sort == .table && lines[index + 1].leaf == lines[index].leaf {
      lines[index].sort = .table
    }
  }

  private mutating func hide() {
    var offset = 0
    while offset < bytes.count {
      if isCode {
        offset = bytes[offset...].firstIndex(of: .newline) ?? bytes.count
      }
      guard offset < bytes.count else { return }
      let next = end(at: offset)
      number += bytes[offset..<next].count { $0 == .newline }
      offset = next
    }
  }

  private var isCode: Bool { number < lines.count && lines[number].sort == .code }

  /// The offset after what begins here: a comment, which is hidden, a code span, or a single byte.
  private mutating func end(at offset: Int) -> Int {
    switch bytes[offset] {
    case .backslash where offset + 1 < bytes.count && bytes[offset + 1] != .newline: return offset + 2
    case .backtick: return endOfCodeSpan(at: offset)
    case .less where bytes.has("<!--", at: offset, before: bytes.count):
      return hideComment(.html, at: offset) ?? offset + 4
    case .closeBracket where offset + 1 < bytes.count && bytes[offset + 1] == UInt8(ascii: "("):
      return rewriteLink(at: offset + 2)
    case .brace:
      guard let end = templates.end(at: offset, in: bytes) else { return offset + 1 }
      hide(offset..<end)
      return end
    case .percent where bytes.has("%%", at: offset, before: bytes.count):
      return hideComment(.percent, at: offset)
        ?? bytes[offset...].firstIndex { $0 != .percent } ?? bytes.count
    default: return offset + 1
    }
  }

  // MARK: Code spans

  /// The offset after the code span that begins here, or after its backticks where it is none.
  private mutating func endOfCodeSpan(at start: Int) -> Int {
    let opening = bytes[start...].prefix { $0 == .backtick }.count
    let content = start + opening
    guard number < lines.count, lines[number].sort != .html, unpaired.count < 1_000,
      !unpaired.contains([lines[number].leaf, opening])
    else { return content }
    if let end = endOfCodeSpan(from: content, closing: opening) { return end }
    if lines[number].sort != .table { unpaired.insert([lines[number].leaf, opening]) }
    return content
  }

  private func endOfCodeSpan(from content: Int, closing opening: Int) -> Int? {
    var offset = content
    var line = number
    while offset < bytes.count {
      switch bytes[offset] {
      case .backtick:
        let run = bytes[offset...].prefix { $0 == .backtick }.count
        if run == opening { return offset + run }
        offset += run
        continue
      case .newline:
        line += 1
        let isSameBlock = line < lines.count && lines[line].leaf == lines[number].leaf
        if !isSameBlock || lines[number].sort == .table { return nil }
      case .pipe where lines[number].sort == .table: return nil
      default: break
      }
      offset += 1
    }
    return nil
  }

  // MARK: Links

  /// Writes a destination that is a tag of another tool as the path in it, where the tag ends.
  private mutating func rewriteLink(at start: Int) -> Int {
    guard let link = TemplateLink(at: start, in: bytes) else { return start }
    let path = link.range.upperBound - link.destination.count
    for index in link.range.lowerBound..<path { bytes[index] = .space }
    bytes.replaceSubrange(path..<link.range.upperBound, with: link.destination)
    return link.range.upperBound
  }

  // MARK: Comments

  /// - Returns: the offset after the comment; `nil` where none begins.
  private mutating func hideComment(_ sort: Sort, at start: Int) -> Int? {
    let beginsLine = startOfBlank(before: start) != nil
    guard let end = endOfComment(sort, at: start, beginsLine: beginsLine) else {
      let isMeant = beginsLine || sort == .percent && opens(at: start)
      guard isMeant, sort == .html || !isPercentage(at: start) else { return nil }
      unclosed = start
      overwrite(start..<bytes.count)
      return bytes.count
    }
    hide(start..<end)
    return end
  }

  private mutating func hide(_ comment: Range<Int>) {
    let hidesFence = bytes[comment].hasFence
    overwrite(comment)
    if hidesFence { classify() }
  }

  private func endOfComment(_ sort: Sort, at start: Int, beginsLine: Bool) -> Int? {
    switch sort {
    case .html where start + 2 > lastHTMLEnd: return nil
    case .html: return bytes.first([.dash, .dash, .greater], in: start + 2..<bytes.count).map { $0 + 3 }
    case .percent:
      guard let close = bytes.first([.percent, .percent], in: start + 2..<bytes.count) else { return nil }
      // `50 %% of it` is a number's sign, and `%%` between blanks may be an operator's: they are comments only where
      // another `%%` of the same block ends them.
      if isPercentage(at: start) || !beginsLine && !opens(at: start) {
        guard isInBlock(start..<close), !isPercentage(at: close), !opens(at: close) else { return nil }
      }
      return close + 2
    }
  }

  /// Whether the `%%` here follows a digit, and no word follows it.
  private func isPercentage(at offset: Int) -> Bool {
    let before = bytes[..<offset].last { !$0.isSpaceOrTab }
    guard let before, before.isDigit else { return false }
    return offset + 2 >= bytes.count || !bytes[offset + 2].isWord
  }

  /// Whether the `%%` here has a word behind it and none before it.
  private func opens(at offset: Int) -> Bool {
    let isAfterWord = offset > 0 && bytes[offset - 1].isWord
    return !isAfterWord && offset + 2 < bytes.count && !bytes[offset + 2].isWhitespace
  }

  private func isInBlock(_ range: Range<Int>) -> Bool {
    let breaks = bytes[range].count { $0 == .newline }
    guard breaks > 0 else { return true }
    return number + breaks < lines.count && lines[number].leaf == lines[number + breaks].leaf
  }

  /// Marks a comment, with the blank beside it that would be one too many; a line with nothing else becomes blank.
  private mutating func overwrite(_ comment: Range<Int>) {
    hidesAnything = true
    // A quotation goes on where its comment does.
    let before = bytes[max(0, comment.lowerBound - 1_000)..<comment.lowerBound]
    let isQuoted =
      bytes[comment].contains(.newline) && before.reversed().prefix { $0 != .newline }.contains(.greater)
    var start = comment.lowerBound
    while start < comment.upperBound {
      if isQuoted, start > comment.lowerBound {
        while start < comment.upperBound, bytes[start].isSpaceOrTab || bytes[start] == .greater { start += 1 }
      }
      let end = bytes[start..<comment.upperBound].firstIndex(of: .newline) ?? comment.upperBound
      overwrite(piece: start..<end)
      start = end + 1
    }
  }

  private mutating func overwrite(piece: Range<Int>) {
    let after = bytes[piece.upperBound...].firstIndex { !$0.isSpaceOrTab } ?? bytes.count
    let isLast = after == bytes.count || bytes[after] == .newline
    let start = startOfBlank(before: piece.lowerBound)
    if let start, isLast {
      for index in piece { bytes[index] = .space }
      for index in start..<piece.lowerBound where bytes[index] == Mark.hidden { bytes[index] = .space }
      return
    }
    defer { lastHidden = (isLast ? piece.upperBound : after, start) }
    for index in piece { bytes[index] = Mark.hidden }
    if isLast {
      var before = piece.lowerBound
      while before > 1, bytes[before - 1].isSpaceOrTab, bytes[before - 2] != .newline,
        bytes[before - 2] != .hash
      {
        before -= 1
        bytes[before] = Mark.hidden
      }
    } else if start != nil || piece.lowerBound > 0 && bytes[piece.lowerBound - 1].isSpaceOrTab {
      for index in piece.upperBound..<after { bytes[index] = Mark.hidden }
    }
  }

  /// Where the line begins, if nothing stands in it before an offset but blanks, comments and the signs of
  /// quotations and lists.
  private func startOfBlank(before offset: Int) -> Int? {
    if offset == lastHidden.end { return lastHidden.lineStart }
    var start = offset
    while start > 0, bytes[start - 1] != .newline {
      // Nobody's line begins with more; and each comment of a line looks.
      guard offset - start < 1_000, bytes[start - 1].isNothingYet else { return nil }
      start -= 1
    }
    return start
  }
}

/// What a line belongs to.
struct LeafLine {
  enum Sort { case code, html, table, text }

  var sort: Sort
  /// Lines of one block have one number.
  var leaf: Int
}

extension UInt8 {
  fileprivate static let percent = UInt8(ascii: "%")
  fileprivate static let brace = UInt8(ascii: "{")

  fileprivate var isNothingYet: Bool {
    isWhitespace || self == Mark.hidden || self == .greater || self == .dash || self == UInt8(ascii: "*")
      || self == UInt8(ascii: "+")
  }
  fileprivate var isWord: Bool { isAlphanumeric || self >= 0x80 }
}

extension [UInt8] {
  fileprivate var mayHoldComment: Bool {
    first([.percent, .percent], in: 0..<count) != nil
      || first([.less, .bang, .dash, .dash], in: 0..<count) != nil || TemplateComments.mayBe(in: self)
  }

  fileprivate func last(of wanted: [UInt8]) -> Int? {
    indices.reversed().first { self[$0...].starts(with: wanted) }
  }
}

extension ArraySlice<UInt8> {
  /// Whether there are three backticks or tildes, which might open or close code.
  fileprivate var hasFence: Bool {
    var run = 0
    var last: UInt8 = 0
    for byte in self {
      run = byte == last ? run + 1 : 1
      last = byte
      if run == 3, byte == .backtick || byte == .tilde { return true }
    }
    return false
  }
}

/// A Markdown text without its comments, for those who want the source and not a page.
package func withoutComments(_ text: String) -> String {
  let comments = HiddenComments(Array(text.utf8), origin: SourceOrigin(path: "", first: .start, indent: 0))
  guard comments.hidesAnything else { return text }
  return String(decoding: comments.bytes.filter { $0 != Mark.hidden }, as: UTF8.self)
}
