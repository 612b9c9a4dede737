/// The seven sorts of HTML blocks of the CommonMark specification: how each starts and ends.
enum HTMLBlock: Equatable {
  case verbatimTag, comment, instruction, declaration, characterData, blockTag, anyTag

  /// Whether the block ends before a blank line (the others end in the line that holds their end).
  var endsAtBlankLine: Bool { self == .blockTag || self == .anyTag }

  init?(_ source: [UInt8], at start: Int, end: Int, interruptsParagraph: Bool) {
    guard start + 1 < end, source[start] == .less else { return nil }
    if source.has("<!--", at: start, before: end) {
      self = .comment
    } else if source.has("<?", at: start, before: end) {
      self = .instruction
    } else if source.has("<![CDATA[", at: start, before: end) {
      self = .characterData
    } else if source[start + 1] == UInt8(ascii: "!"), start + 2 < end, source[start + 2].isLetter {
      self = .declaration
    } else if let tag = HTMLTag(source, at: start, end: end) {
      if !tag.isClosing, tag.isFollowedBySpaceOrEnd(source, end), Self.verbatimNames.contains(tag.name) {
        self = .verbatimTag
      } else if tag.isFollowedByTagEnd(source, end), Self.blockNames.contains(tag.name) {
        self = .blockTag
      } else if !interruptsParagraph, tag.isComplete, source[tag.end..<end].allSatisfy(\.isWhitespace) {
        self = .anyTag
      } else {
        return nil
      }
    } else {
      return nil
    }
  }

  func ends(in source: [UInt8], from start: Int, to end: Int) -> Bool {
    (start..<end).contains { offset in
      switch self {
      case .verbatimTag:
        source[offset] == .less
          && (source.has("</script>", at: offset, before: end, ignoringCase: true)
            || source.has("</pre>", at: offset, before: end, ignoringCase: true)
            || source.has("</style>", at: offset, before: end, ignoringCase: true)
            || source.has("</textarea>", at: offset, before: end, ignoringCase: true))
      case .comment: source.has("-->", at: offset, before: end)
      case .instruction: source.has("?>", at: offset, before: end)
      case .declaration: source[offset] == .greater
      case .characterData: source.has("]]>", at: offset, before: end)
      case .blockTag, .anyTag: false
      }
    }
  }

  private static let verbatimNames: Set<String> = ["pre", "script", "style", "textarea"]
  private static let blockNames: Set<String> = [
    "address", "article", "aside", "base", "basefont", "blockquote", "body", "caption", "center", "col",
    "colgroup", "dd", "details", "dialog", "dir", "div", "dl", "dt", "fieldset", "figcaption", "figure",
    "footer",
    "form", "frame", "frameset", "h1", "h2", "h3", "h4", "h5", "h6", "head", "header", "hr", "html", "iframe",
    "legend", "li", "link", "main", "menu", "menuitem", "nav", "noframes", "ol", "optgroup", "option", "p",
    "param", "section", "source", "summary", "table", "tbody", "td", "tfoot", "th", "thead", "title", "tr",
    "track", "ul",
  ]
}

/// A tag at the start of a line: its name, and where the whole tag ends if it is complete.
struct HTMLTag {
  private(set) var name = ""
  private(set) var isClosing = false
  private(set) var nameEnd: Int
  private(set) var end: Int
  private(set) var isComplete = false
  /// Of a whole tag; values without their quotation marks.
  private(set) var attributes: [(name: Range<Int>, value: Range<Int>?)] = []

  init?(_ source: [UInt8], at start: Int, end limit: Int) {
    guard start < limit, source[start] == .less else { return nil }
    var offset = start + 1
    if offset < limit, source[offset] == .slash {
      isClosing = true
      offset += 1
    }
    let nameStart = offset
    guard offset < limit, source[offset].isLetter else { return nil }
    while offset < limit, source[offset].isAlphanumeric || source[offset] == .dash { offset += 1 }
    name = String(decoding: source[nameStart..<offset].lazy.map(\.lowercased), as: UTF8.self)
    nameEnd = offset
    end = offset
    if !isClosing { readAttributes(source, limit) }
    skipSpaces(source, limit)
    if !isClosing, end < limit, source[end] == .slash { end += 1 }
    if end < limit, source[end] == .greater {
      end += 1
      isComplete = true
    }
  }

  func isFollowedBySpaceOrEnd(_ source: [UInt8], _ limit: Int) -> Bool {
    nameEnd == limit || source[nameEnd].isWhitespace || source[nameEnd] == .greater
  }

  func isFollowedByTagEnd(_ source: [UInt8], _ limit: Int) -> Bool {
    isFollowedBySpaceOrEnd(source, limit)
      || (source[nameEnd] == .slash && nameEnd + 1 < limit && source[nameEnd + 1] == .greater)
  }

  private mutating func skipSpaces(_ source: [UInt8], _ limit: Int) {
    while end < limit, source[end].isWhitespace { end += 1 }
  }

  private mutating func readAttributes(_ source: [UInt8], _ limit: Int) {
    while true {
      let before = end
      skipSpaces(source, limit)
      guard end > before, end < limit, Self.startsName(source[end]) else {
        end = before
        return
      }
      let name = end
      while end < limit, Self.continuesName(source[end]) { end += 1 }
      let nameEnd = end
      skipSpaces(source, limit)
      guard end < limit, source[end] == UInt8(ascii: "=") else {
        end = nameEnd
        attributes.append((name..<nameEnd, nil))
        continue
      }
      end += 1
      skipSpaces(source, limit)
      guard let value = readValue(source, limit) else {
        end = nameEnd
        return
      }
      attributes.append((name..<nameEnd, value))
    }
  }

  private mutating func readValue(_ source: [UInt8], _ limit: Int) -> Range<Int>? {
    guard end < limit else { return nil }
    let quote = source[end]
    if quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
      guard let close = source[(end + 1)..<limit].firstIndex(of: quote) else { return nil }
      let start = end + 1
      end = close + 1
      return start..<close
    }
    let start = end
    while end < limit, !source[end].isWhitespace, !"\"'=<>`".utf8.contains(source[end]) { end += 1 }
    return end > start ? start..<end : nil
  }

  private static func startsName(_ byte: UInt8) -> Bool {
    byte.isLetter || byte == .underscore || byte == .colon
  }

  private static func continuesName(_ byte: UInt8) -> Bool {
    startsName(byte) || byte.isDigit || byte == .dash || byte == UInt8(ascii: ".")
  }
}
