/// The line with which an admonition of MkDocs or a container of Docusaurus begins.
struct ForeignAsideSyntax {
  /// As it stands in `[!word]`.
  var word: String
  /// `-` or `+` for those that readers fold, else nothing.
  var folding = ""
  /// Within the source; empty where the author gave none.
  var title: Range<Int>
  /// Whether the lines that belong to it are indented; else they go on to a fence.
  var isIndented: Bool
  /// Whether it is one even if no line belongs to it.
  var standsAlone = false
  var colons = 0

  private static let longestWord = 40
  private static let classes: Set<String> = ["inline", "end", "annotate"]

  init?(_ bytes: [UInt8], _ line: MarkedLines.Line) {
    let range = bytes.trimmedEnd(line.content..<line.end)
    guard range.count > 3, let first = bytes[range].first, [.bang, .question, .colon].contains(first),
      !Self.holdsComment(bytes, range)
    else { return nil }
    let parsed = first == .colon ? Self.container(bytes, range) : Self.admonition(bytes, range)
    guard let parsed else { return nil }
    self = parsed
  }

  private init(word: String, title: Range<Int>, isIndented: Bool) {
    self.word = word
    self.title = title
    self.isIndented = isIndented
  }

  /// What begins or ends a comment must neither move nor vanish.
  private static func holdsComment(_ bytes: [UInt8], _ range: Range<Int>) -> Bool {
    range.contains { offset in
      bytes.has("%%", at: offset, before: range.upperBound)
        || bytes.has("<!--", at: offset, before: range.upperBound)
        || bytes.has("-->", at: offset, before: range.upperBound)
    }
  }

  /// `!!! word more words "Title"`, `??? word`, `???+ word`.
  private static func admonition(_ bytes: [UInt8], _ range: Range<Int>) -> ForeignAsideSyntax? {
    var start = range.lowerBound + 3
    let isFoldable = bytes.has("???", at: range.lowerBound, before: range.upperBound)
    guard isFoldable || bytes.has("!!!", at: range.lowerBound, before: range.upperBound) else { return nil }
    let isOpen = isFoldable && bytes[start] == UInt8(ascii: "+")
    if isOpen { start += 1 }
    let quote = bytes[start..<range.upperBound].firstIndex(of: .quote)
    let words = bytes[start..<(quote ?? range.upperBound)].split(whereSeparator: \.isSpaceOrTab)
    guard let word = words.first, word.count <= longestWord, words.joined().allSatisfy(isWordByte) else {
      return nil
    }
    // Others than these are words that readers should see.
    let areClasses = words.dropFirst().allSatisfy {
      Self.classes.contains(String(decoding: $0, as: UTF8.self))
    }
    guard quote != nil || areClasses else { return nil }
    var title = range.upperBound..<range.upperBound
    if let quote {
      guard quote + 1 < range.upperBound, bytes[range.upperBound - 1] == .quote, bytes[quote - 1].isSpaceOrTab
      else { return nil }
      title = bytes.trimmed(quote + 1..<range.upperBound - 1)
    }
    var syntax = ForeignAsideSyntax(
      word: String(decoding: word, as: UTF8.self), title: title, isIndented: true)
    syntax.folding = isFoldable ? (isOpen ? "+" : "-") : ""
    syntax.standsAlone = words.count == 1 && AsideKind(syntax.word) != nil
    return syntax
  }

  /// `:::word`, `:::word[Title]{attributes}`, `::: word Title`.
  private static func container(_ bytes: [UInt8], _ range: Range<Int>) -> ForeignAsideSyntax? {
    guard let fence = ContainerFence(bytes, range), fence.hasWord else { return nil }
    let wordEnd = bytes.span.firstIndex(from: fence.word, before: range.upperBound) { !isWordByte($0) }
    let word = bytes.string(fence.word..<wordEnd)
    let isFolded = word == "details"
    guard isFolded || AsideKind(word) != nil, let title = title(bytes, wordEnd..<range.upperBound) else {
      return nil
    }
    var syntax = ForeignAsideSyntax(word: word, title: title, isIndented: false)
    syntax.folding = isFolded ? "-" : ""
    syntax.colons = fence.colons
    return syntax
  }

  /// `nil` where what follows the word is no title.
  private static func title(_ bytes: [UInt8], _ rest: Range<Int>) -> Range<Int>? {
    let none = rest.upperBound..<rest.upperBound
    guard let first = bytes[rest].first else { return none }
    switch first {
    case .openBrace: return bytes[rest].last == .closeBrace ? none : nil
    case .space, .tab:
      let title = bytes.trimmed(rest)
      return bytes[title].first == .openBrace && bytes[title].last == .closeBrace ? none : title
    case .openBracket:
      var depth = 0
      for offset in rest {
        if bytes[offset] == .openBracket { depth += 1 }
        if bytes[offset] == .closeBracket { depth -= 1 }
        guard depth == 0 else { continue }
        let after = bytes.trimmed(offset + 1..<rest.upperBound)
        let isEnd = after.isEmpty || bytes[after].first == .openBrace && bytes[after].last == .closeBrace
        return isEnd ? bytes.trimmed(rest.lowerBound + 1..<offset) : nil
      }
      return nil
    default: return nil
    }
  }

  private static func isWordByte(_ byte: UInt8) -> Bool {
    byte.isAlphanumeric || byte >= 0x80 || byte == .dash || byte == .underscore
  }
}

/// Three colons or more, with a word or without.
struct ContainerFence {
  let colons: Int
  /// Where what follows the colons begins.
  let word: Int
  let hasWord: Bool

  init?(_ bytes: [UInt8], _ range: Range<Int>) {
    let end = bytes.span.firstIndex(from: range.lowerBound, before: range.upperBound) { $0 != .colon }
    colons = end - range.lowerBound
    guard colons >= 3 else { return nil }
    word = bytes.span.firstIndex(from: end, before: range.upperBound) { !$0.isWhitespace }
    hasWord = word < range.upperBound
  }
}

extension UInt8 {
  fileprivate static let question = UInt8(ascii: "?")
  fileprivate static let quote = UInt8(ascii: "\"")
  fileprivate static let openBrace = UInt8(ascii: "{")
  fileprivate static let closeBrace = UInt8(ascii: "}")
}
