/// A URL or e-mail address in running text: `https://…`, `www.…`, `name@host.org`, as GFM finds them.
///
/// Beyond GFM, a URL ends before full-width punctuation, since Chinese text has no blank after it.
struct BareURL {
  var range: Range<Int>
  /// What the destination has before the text: nothing, `http://` or `mailto:`.
  var prefix: String

  static func all(in text: [UInt8], _ range: Range<Int>) -> [BareURL] {
    var found: [BareURL] = []
    var start = range.lowerBound
    var offset = start
    // A host name that begins before this has an underscore in its last two parts.
    var refused = start
    while offset < range.upperBound {
      let url: BareURL? =
        switch text[offset] {
        case .colon: webAddress(text, start..<range.upperBound, colon: offset)
        case UInt8(ascii: "w"), UInt8(ascii: "W"):
          hostName(text, start..<range.upperBound, at: offset, &refused)
        case .at: mailAddress(text, start..<range.upperBound, at: offset)
        default: nil
        }
      if let url {
        found.append(url)
        start = url.range.upperBound
        offset = max(start, offset + 1)
      } else {
        offset += 1
      }
    }
    return found
  }

  private static func webAddress(_ text: [UInt8], _ range: Range<Int>, colon: Int) -> BareURL? {
    guard text.has("://", at: colon, before: range.upperBound) else { return nil }
    for scheme: (name: StaticString, length: Int) in [("https", 5), ("http", 4)] {
      let start = colon - scheme.length
      guard start >= range.lowerBound, text.has(scheme.name, at: start, before: colon, ignoringCase: true),
        start == range.lowerBound || !text[start - 1].isLetter
      else { continue }
      let host = colon + 3
      guard let hostEnd = endOfHost(text, host..<range.upperBound, allowsShort: true) else { return nil }
      return BareURL(range: start..<end(text, start, hostEnd, range.upperBound), prefix: "")
    }
    return nil
  }

  private static func hostName(
    _ text: [UInt8], _ range: Range<Int>, at start: Int, _ refused: inout Int
  ) -> BareURL? {
    guard start >= refused, text.has("www.", at: start, before: range.upperBound, ignoringCase: true) else {
      return nil
    }
    if start > range.lowerBound {
      let before = text[start - 1]
      guard before.isWhitespace || before >= 0x80 || "*_~(".utf8.contains(before) else { return nil }
    }
    guard let hostEnd = endOfHost(text, start..<range.upperBound, allowsShort: false) else {
      refused = endOfUnderscores(text, start..<range.upperBound)
      return nil
    }
    return BareURL(range: start..<end(text, start, hostEnd, range.upperBound), prefix: "http://")
  }

  private static func mailAddress(_ text: [UInt8], _ range: Range<Int>, at sign: Int) -> BareURL? {
    var start = sign
    while start > range.lowerBound, isMailNameByte(text[start - 1]) { start -= 1 }
    guard start < sign else { return nil }
    let prefixStart = start - "mailto:".utf8.count
    let hasPrefix =
      prefixStart >= range.lowerBound
      && text.has("mailto:", at: prefixStart, before: start, ignoringCase: true)
      && (prefixStart == range.lowerBound || !text[prefixStart - 1].isAlphanumeric)
    var end = sign + 1
    var dots = 0
    while end < range.upperBound {
      if text[end] == UInt8(ascii: "."), end + 1 < range.upperBound, text[end + 1].isAlphanumeric {
        dots += 1
      } else if !text[end].isAlphanumeric, text[end] != .dash, text[end] != .underscore {
        break
      }
      end += 1
    }
    guard dots > 0, end > sign + 2, text[end - 1].isLetter else { return nil }
    if end < range.upperBound, text[end] == .at { return nil }
    return BareURL(range: (hasPrefix ? prefixStart : start)..<end, prefix: hasPrefix ? "" : "mailto:")
  }

  private static func isMailNameByte(_ byte: UInt8) -> Bool {
    byte.isAlphanumeric || ".+-_".utf8.contains(byte)
  }

  /// Behind the last underscore of the host name that begins a range.
  private static func endOfUnderscores(_ text: [UInt8], _ range: Range<Int>) -> Int {
    var (offset, end) = (range.lowerBound, range.lowerBound)
    while offset < range.upperBound, isHostByte(text, offset, range.upperBound) {
      offset += 1
      if text[offset - 1] == .underscore { end = offset }
    }
    return end
  }

  private static func isHostByte(_ text: [UInt8], _ offset: Int, _ limit: Int) -> Bool {
    let byte = text[offset]
    if byte < 0x80 {
      return byte.isAlphanumeric || byte == .dash || byte == .underscore || byte == UInt8(ascii: ".")
    }
    return !isFullWidthPunctuation(text, offset, limit)
  }

  /// The end of a host name that has a dot (or may have none) and no underscore in its last two parts.
  private static func endOfHost(_ text: [UInt8], _ range: Range<Int>, allowsShort: Bool) -> Int? {
    var offset = range.lowerBound
    var dots = 0
    var (underscores, underscoresBefore) = (0, 0)
    while offset < range.upperBound, isHostByte(text, offset, range.upperBound) {
      if text[offset] == .underscore {
        underscores += 1
      } else if text[offset] == UInt8(ascii: ".") {
        (underscoresBefore, underscores) = (underscores, 0)
        dots += 1
      }
      offset += 1
    }
    guard offset > range.lowerBound, underscores == 0, underscoresBefore == 0, allowsShort || dots > 0 else {
      return nil
    }
    return offset
  }

  /// Where the URL ends: before white space or `<`, and without punctuation that belongs to the sentence.
  private static func end(_ text: [UInt8], _ start: Int, _ hostEnd: Int, _ limit: Int) -> Int {
    var end = hostEnd
    var (opened, closed) = (0, 0)
    while end < limit, !text[end].isWhitespace, text[end] != .less, !isFullWidthPunctuation(text, end, limit)
    {
      if text[end] == UInt8(ascii: "(") { opened += 1 }
      if text[end] == UInt8(ascii: ")") { closed += 1 }
      end += 1
    }
    while end > start {
      let last = text[end - 1]
      if "?!.,:*_~'\"".utf8.contains(last) {
        end -= 1
      } else if last == UInt8(ascii: ")"), closed > opened {
        closed -= 1
        end -= 1
      } else if last == UInt8(ascii: ";") {
        end = startOfEntity(text, start, end - 1) ?? end - 1
      } else {
        return end
      }
    }
    return end
  }

  /// Where the `&name` starts that the semicolon ends.
  private static func startOfEntity(_ text: [UInt8], _ start: Int, _ semicolon: Int) -> Int? {
    var offset = semicolon
    while offset > start, text[offset - 1].isAlphanumeric { offset -= 1 }
    guard offset < semicolon, offset > start, text[offset - 1] == UInt8(ascii: "&") else { return nil }
    return offset - 1
  }

  /// U+3000–U+303F, U+FF00–U+FF1F, curly quotes.
  private static func isFullWidthPunctuation(_ text: [UInt8], _ offset: Int, _ limit: Int) -> Bool {
    guard text[offset] >= 0xE2, offset + 2 < limit else { return false }
    switch (text[offset], text[offset + 1]) {
    case (0xE3, 0x80): return true
    case (0xEF, 0xBC): return text[offset + 2] < 0xA0
    case (0xE2, 0x80): return (0x98...0x9F).contains(text[offset + 2])
    default: return false
    }
  }
}
