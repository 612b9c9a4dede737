import Folding

/// Where sentences end, and where they are cut when they are long; in UTF-8.
enum SentenceBounds {
  /// In characters, on each side of a link.
  static let limit = 160

  /// The part of a sentence that stands at the end of a text.
  ///
  /// - Parameter isCut: whether more stood before the text.
  static func last(in text: [UInt8], isCut: Bool) -> String {
    var start = text.count
    var characters = 0
    while start > 0, characters < limit {
      if start < text.count, let end = endOfSentence(text, at: start - 1) {
        return text.string(text.trimmedStart(min(end, text.count)..<text.count))
      }
      start -= 1
      if !text[start].isContinuation { characters += 1 }
    }
    if start == 0, !isCut { return text.string(text.trimmedStart(0..<text.count)) }
    while start < text.count, text[start].isContinuation { start += 1 }
    // Chinese has no blanks to cut at.
    let blank = text[start...].firstIndex(where: \.isWhitespace) ?? start
    return "…" + text.string(text.trimmedStart((blank - start < 40 ? blank : start)..<text.count))
  }

  /// The part of a sentence that stands at the start of a text.
  ///
  /// - Parameter isCut: whether more stood after the text.
  static func first(in text: [UInt8], isCut: Bool) -> String {
    var end = 0
    var characters = 0
    while end < text.count {
      if let stop = endOfSentence(text, at: end) { return text.string(text.trimmedEnd(0..<stop)) }
      if !text[end].isContinuation {
        if characters == limit { break }
        characters += 1
      }
      end += 1
    }
    if end == text.count, !isCut { return text.string(text.trimmedEnd(0..<end)) }
    let blank = text[..<end].lastIndex(where: \.isWhitespace) ?? end
    return text.string(text.trimmedEnd(0..<(end - blank < 40 ? blank : end))) + "…"
  }

  /// Where a sentence ends whose last character is at an offset: 。！？ always end one, `.!?` do before white
  /// space or the end, unless the dot is an abbreviation's. Closing quotes and brackets belong to the
  /// sentence.
  private static func endOfSentence(_ text: [UInt8], at offset: Int) -> Int? {
    switch text[offset] {
    case UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?"):
      let end = skipClosers(text, offset + 1)
      guard end == text.count || text[end].isWhitespace else { return nil }
      return text[offset] == UInt8(ascii: ".") && goesOn(text, after: offset, end) ? nil : end
    case 0xE3 where text.has("。", at: offset, before: text.count),
      0xEF
    where text.has("！", at: offset, before: text.count) || text.has("？", at: offset, before: text.count):
      return skipClosers(text, offset + 3)
    default:
      return nil
    }
  }

  private static func skipClosers(_ text: [UInt8], _ start: Int) -> Int {
    var offset = start
    while offset < text.count {
      if "\"')]".utf8.contains(text[offset]) {
        offset += 1
      } else if let closer = wideClosers.first(where: { text.has($0, at: offset, before: text.count) }) {
        offset += closer.utf8CodeUnitCount
      } else {
        break
      }
    }
    return offset
  }

  /// Whether a dot does not end the sentence: a small letter follows, or it ends an abbreviation or an
  /// initial.
  private static func goesOn(_ text: [UInt8], after dot: Int, _ end: Int) -> Bool {
    if let next = text[end...].first(where: { !$0.isWhitespace }), (0x61...0x7A).contains(next) {
      return true
    }
    var start = dot
    while start > 0, dot - start < 8, text[start - 1].isLetter || text[start - 1] == UInt8(ascii: ".") {
      start -= 1
    }
    if dot - start == 1, (0x41...0x5A).contains(text[start]) { return true }
    let word = text.string(start..<dot)
    return word != "no" && abbreviations.contains(word.foldedCase)
  }

  private static let wideClosers: [StaticString] = ["”", "’", "）", "」", "』", "》"]
  private static let abbreviations: Set<String> = [
    "e.g", "i.e", "no", "nos", "p", "pp", "art", "arts", "para", "sec", "ch", "vol", "fig", "cf", "vs", "ca",
    "mr",
    "mrs", "ms", "dr", "prof", "st", "inc", "ltd", "co", "corp", "dept", "approx", "ed", "eds", "al",
  ]
}
