/// What in one run of text belongs to another tool.
struct LeftoverSigns {
  let text: [UInt8]
  let range: Range<Int>
  /// Whether a line of the block begins with it.
  let isLineStart: Bool
  /// Whether it's all of its paragraph.
  let isAlone: Bool
  /// Whether its block ends with it.
  let isBlockEnd: Bool

  struct Sign {
    var kind: LeftoverKind
    var range: Range<Int>
  }

  /// In bytes: further away nothing closes what was opened.
  private static let reach = 1_000

  /// Where what closes a sign was found last, so that no byte is looked at for each sign.
  private var closers: [String: Int] = [:]

  init(text: [UInt8], range: Range<Int>, isLineStart: Bool, isAlone: Bool, isBlockEnd: Bool) {
    self.text = text
    self.range = range
    self.isLineStart = isLineStart
    self.isAlone = isAlone
    self.isBlockEnd = isBlockEnd
  }

  mutating func all() -> [Sign] {
    var found: [Sign] = []
    var offset = range.lowerBound
    if isLineStart, let first = atLineStart() {
      found.append(first)
      offset = first.range.upperBound
    }
    while offset < range.upperBound {
      offset = text.span.firstIndex(from: offset, before: range.upperBound) { byte in
        byte == Self.brace || byte == Self.equals || byte == Self.dollar || byte == .colon
      }
      guard offset < range.upperBound else { break }
      if let sign = sign(at: offset) {
        if !isEnd(sign) { found.append(sign) }
        offset = max(offset + 1, sign.range.upperBound)
      } else {
        let byte = text[offset]
        while offset < range.upperBound, text[offset] == byte { offset += 1 }
      }
    }
    if isBlockEnd, let id = blockID() { found.append(id) }
    return found
  }

  // MARK: At the start of a line

  private func atLineStart() -> Sign? {
    let (start, end) = (range.lowerBound, range.upperBound)
    let line = start..<end
    switch text[start] {
    case .bang where has("!!!", start), UInt8(ascii: "?") where has("???", start):
      var next = start + 3
      if next < end, text[next] == UInt8(ascii: "+") { next += 1 }
      return isWord(afterBlanksAt: next) ? Sign(kind: .admonition, range: line) : nil
    case .colon where has(":::", start):
      let next = text.span.firstIndex(from: start, before: end) { $0 != .colon }
      return isWord(afterBlanksAt: next) ? Sign(kind: .container, range: line) : nil
    case Self.equals where has("=== \"", start): return Sign(kind: .tabs, range: line)
    case .dash where has("--8<--", start): return Sign(kind: .snippet, range: line)
    case .openBracket where isAlone && (has("[TOC]", start) || has("[toc]", start)) && end == start + 5:
      return Sign(kind: .contents, range: line)
    case UInt8(ascii: "i") where has("import ", start):
      let isImport =
        text.first(Array(" from '".utf8), in: line) ?? text.first(Array(" from \"".utf8), in: line)
      return isImport == nil ? nil : Sign(kind: .mdx, range: line)
    default: return nil
    }
  }

  private func isWord(afterBlanksAt offset: Int) -> Bool {
    let start = text.span.firstIndex(from: offset, before: range.upperBound) { !$0.isSpaceOrTab }
    return start < range.upperBound && (text[start].isLetter || text[start] == Self.brace)
  }

  // MARK: Anywhere

  private mutating func sign(at offset: Int) -> Sign? {
    switch text[offset] {
    case Self.brace: brace(at: offset)
    case Self.equals: mark(at: offset)
    case Self.dollar: formula(at: offset)
    default: emoji(at: offset)
    }
  }

  private mutating func brace(at start: Int) -> Sign? {
    if has("{{<", start) || has("{{%", start) {
      return closed(.hugoShortcode, start, by: "}}") ?? Sign(kind: .hugoShortcode, range: start..<start + 3)
    }
    // `<ref>` within is HTML by itself.
    if has("{{", start), start + 2 == range.upperBound { return nil }
    if has("{{", start) { return closed(.templateTag, start, by: "}}") }
    if has("{%", start) { return closed(isInclude(at: start) ? .include : .templateTag, start, by: "%}") }
    let isMeant = has("{:", start) || has("{.", start) || has("{ .", start) || has("{ #", start)
    return isMeant ? closed(.attributes, start, by: "}") : nil
  }

  private func isInclude(at start: Int) -> Bool {
    var word = start + 2
    if word < range.upperBound, text[word] == .dash { word += 1 }
    return has("include", text.span.firstIndex(from: word, before: range.upperBound) { !$0.isSpaceOrTab })
  }

  /// Whether it ends what another sign began, which is counted.
  private func isEnd(_ sign: Sign) -> Bool {
    switch sign.kind {
    case .hugoShortcode:
      let word = text.span.firstIndex(from: sign.range.lowerBound + 3, before: sign.range.upperBound) {
        !$0.isSpaceOrTab
      }
      return word < sign.range.upperBound && text[word] == .slash
    case .templateTag where has("{%", sign.range.lowerBound):
      var word = sign.range.lowerBound + 2
      while word < sign.range.upperBound, text[word].isSpaceOrTab || text[word] == .dash { word += 1 }
      return has("end", word)
    default: return false
    }
  }

  private mutating func mark(at start: Int) -> Sign? {
    guard has("==", start), start + 2 < range.upperBound, !text[start + 2].isWhitespace,
      text[start + 2] != Self.equals, start == range.lowerBound || text[start - 1] != Self.equals
    else { return nil }
    let sign = closed(.mark, start, by: "==")
    guard let sign, !text[sign.range.upperBound - 3].isWhitespace else { return nil }
    return sign
  }

  /// `$$…$$`, or `$…$` with something in it that amounts of money don't have.
  private mutating func formula(at start: Int) -> Sign? {
    if has("$$", start) {
      return closed(.math, start, by: "$$") ?? Sign(kind: .math, range: start..<start + 2)
    }
    guard start + 1 < range.upperBound, !text[start + 1].isWhitespace,
      let sign = closed(.math, start, by: "$")
    else { return nil }
    let inner = text[(start + 1)..<(sign.range.upperBound - 1)]
    let isFormula = inner.contains { [.backslash, UInt8(ascii: "^"), Self.equals, Self.brace].contains($0) }
    return isFormula && inner.last?.isWhitespace == false ? sign : nil
  }

  private func emoji(at start: Int) -> Sign? {
    guard start + 2 < range.upperBound, text[start + 1].isLetter,
      start == range.lowerBound || text[start - 1].isSpaceOrTab
    else { return nil }
    let end = text.span.firstIndex(from: start + 1, before: range.upperBound) { byte in
      !byte.isAlphanumeric && byte != .dash && byte != .underscore && byte != UInt8(ascii: "+")
    }
    guard end < range.upperBound, text[end] == .colon,
      end + 1 == range.upperBound || text[end + 1].isWhitespace || text[end + 1].isPunctuation
    else { return nil }
    return Sign(kind: .emoji, range: start..<end + 1)
  }

  /// ` ^id` at the end of a block, or nothing but that.
  private func blockID() -> Sign? {
    var start = range.upperBound
    while start > range.lowerBound, text[start - 1].isAlphanumeric || text[start - 1] == .dash { start -= 1 }
    guard start < range.upperBound, start > range.lowerBound, text[start - 1] == UInt8(ascii: "^") else {
      return nil
    }
    let isFree = start - 1 == range.lowerBound ? isLineStart : text[start - 2].isSpaceOrTab
    return isFree ? Sign(kind: .blockID, range: start - 1..<range.upperBound) : nil
  }

  private mutating func closed(_ kind: LeftoverKind, _ start: Int, by end: String) -> Sign? {
    let first = start + (kind == .math || kind == .mark ? end.utf8.count : 1)
    guard first < range.upperBound else { return nil }
    let known = closers[end].flatMap { $0 >= first ? $0 : nil }
    let close = known ?? text.first(Array(end.utf8), in: first..<range.upperBound) ?? Int.max
    closers[end] = close
    guard close > first, close - start < Self.reach else { return nil }
    return Sign(kind: kind, range: start..<close + end.utf8.count)
  }

  private func has(_ wanted: StaticString, _ offset: Int) -> Bool {
    text.has(wanted, at: offset, before: range.upperBound)
  }

  private static let brace = UInt8(ascii: "{")
  private static let equals = UInt8(ascii: "=")
  private static let dollar = UInt8(ascii: "$")
}
