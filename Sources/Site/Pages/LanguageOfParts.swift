import Folding

/// Marks what a page says in another script than its own, so that it is set, read aloud and ordered as what it is:
/// Chinese, Japanese and Korean words with their language, words from right to left as apart from what is around them.
///
/// Names, quotes, notes and running text come from many files, few of which say their language: the finished page is the
/// one place where all of them pass. What already stands in an element with such a language or direction is left alone.
struct LanguageOfParts {
  /// What a character needs that isn't of the page's script.
  private enum Script { case eastAsian, rightToLeft }

  private struct Element {
    var name: TagName
    var isMarked: Bool
    var isText: Bool
    /// Whether no element between it and the page names a language.
    var isOfPage: Bool
  }

  private let bytes: [UInt8]
  private let page: Element
  /// The language of the Latin words on a page of another script.
  private let latinLanguage: String?
  private let isChinese: Bool
  private var punctuation = ChinesePunctuation()
  private var output: [UInt8] = []
  private var open: [Element] = []

  /// - Parameters:
  ///   - language: the page's.
  ///   - contentLanguage: of what is written in the knowledge base and doesn't say its language.
  static func marked(_ bytes: [UInt8], language: String, contentLanguage: String) -> [UInt8] {
    guard bytes.contains(where: mayBegin) else { return bytes }
    var parts = LanguageOfParts(bytes, language, contentLanguage)
    parts.run()
    return parts.output
  }

  private init(_ bytes: [UInt8], _ language: String, _ contentLanguage: String) {
    self.bytes = bytes
    let isMarked = Self.isMarking(language)
    isChinese = language.asciiLowercased.prefix { $0 != "-" } == "zh"
    page = Element(name: TagName(), isMarked: isMarked, isText: true, isOfPage: true)
    latinLanguage = isMarked && !Self.isMarking(contentLanguage) ? contentLanguage : nil
    output.reserveCapacity(bytes.count + 1024)
  }

  /// Whether a byte may begin one of the characters that are looked for: of all others no page needs more than a look.
  private static func mayBegin(_ byte: UInt8) -> Bool { byte >= 0xD6 && byte != 0xE2 }

  private mutating func run() {
    var index = 0
    while index < bytes.count {
      if bytes[index] == UInt8(ascii: "<") {
        let end = endOfTag(from: index)
        read(bytes[index..<end])
        output += bytes[index..<end]
        index = end
      } else {
        let end = bytes[index...].firstIndex(of: UInt8(ascii: "<")) ?? bytes.count
        let element = open.last ?? page
        if !element.isText {
          output += bytes[index..<end]
        } else if element.isMarked {
          appendMarked(bytes[index..<end], element)
        } else {
          if isChinese { punctuation.skip(bytes[index..<end]) }
          if bytes[index..<end].contains(where: Self.mayBegin) {
            append(bytes[index..<end])
          } else {
            output += bytes[index..<end]
          }
        }
        index = end
      }
    }
  }
}

// MARK: - Words of the content on a page of another script

extension LanguageOfParts {
  /// Text in an element whose script is the page's or needs no mark.
  private mutating func appendMarked(_ text: ArraySlice<UInt8>, _ element: Element) {
    guard element.isOfPage, !text.allSatisfy(ChinesePunctuation.isBlank) else {
      output += text
      return
    }
    if isChinese {
      appendLatin(punctuation.set(text)[...], in: latinLanguage)
    } else {
      appendLatin(text, in: latinLanguage)
    }
  }

  /// Text with each run of Latin words in an element that names their language.
  private mutating func appendLatin(_ text: ArraySlice<UInt8>, in language: String?) {
    var rest = text
    while let language, let start = rest.firstIndex(where: Self.isLatinLetter) {
      let run = Self.latinRun(in: rest[start...])
      output += rest[..<start]
      // A word or two are a name, an abbreviation or the sign of a source: WCAG 3.1.2 leaves these as they are.
      let isWord = run.count > Self.longestName && run.contains(UInt8(ascii: " "))
      if isWord { output += "<span lang=\"\(language)\">".utf8 }
      output += run
      if isWord { output += "</span>".utf8 }
      rest = rest[run.endIndex...]
    }
    output += rest
  }

  private static let longestName = 24

  /// From a letter to the last one that follows with nothing but blanks, digits and the marks of Latin text between.
  private static func latinRun(in text: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var end = text.startIndex
    var index = text.startIndex
    while index < text.endIndex {
      let byte = text[index]
      if byte == UInt8(ascii: "&") {
        guard let semicolon = text[index...].firstIndex(of: UInt8(ascii: ";")), semicolon - index < 10 else {
          break
        }
        index = semicolon
      } else if isLatinLetter(byte) || (0x80...0xBF).contains(byte) && end == index {
        end = index + 1
      } else if byte >= 0xD6 && byte != 0xE2 {
        break
      }
      index += 1
    }
    return text[text.startIndex..<end]
  }

  /// A letter of ASCII, or the first byte of one of the further Latin letters.
  private static func isLatinLetter(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), 0xC3...0xC9: true
    default: false
    }
  }
}

// MARK: - Text

extension LanguageOfParts {
  private mutating func append(_ text: ArraySlice<UInt8>) {
    let text = String(decoding: text, as: UTF8.self)
    var rest = text.unicodeScalars[...]
    while let found = rest.firstIndex(where: { Self.script(of: $0) != nil }) {
      let script = Self.script(of: rest[found])
      // The opening mark before a word is of its script.
      let marks = script == .eastAsian ? rest[..<found].reversed().prefix { $0.isHan }.count : 0
      let start = rest.index(found, offsetBy: -marks)
      output += String(rest[..<start]).utf8
      let run = Self.run(of: script, in: rest[start...])
      let language = script == .eastAsian ? Self.eastAsianLanguage(of: run) : nil
      output += (language.map { "<span lang=\"\($0)\">" } ?? "<bdi>").utf8
      output += String(run).utf8
      output += (language == nil ? "</bdi>" : "</span>").utf8
      rest = rest[run.endIndex...]
    }
    output += String(rest).utf8
  }

  /// From its first character to its last, with the blanks and marks between two of them.
  private static func run(
    of script: Script?, in text: Substring.UnicodeScalarView
  ) -> Substring.UnicodeScalarView {
    var end = text.startIndex
    var index = text.startIndex
    while index < text.endIndex {
      let scalar = text[index]
      let isOf = self.script(of: scalar) == script || script == .eastAsian && scalar.isHan
      guard
        isOf
          || script == .rightToLeft && !scalar.properties.isAlphabetic
            && !"<&;".unicodeScalars.contains(scalar)
      else { break }
      index = text.index(after: index)
      if isOf { end = index }
    }
    return text[..<end]
  }

  private static func script(of scalar: Unicode.Scalar) -> Script? {
    switch scalar.value {
    case 0x2E80...0x2FD5, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xF900...0xFAFF, 0x20000...0x3FFFD: .eastAsian
    case 0x3041...0x30FF, 0x31F0...0x31FF, 0xFF66...0xFF9D: .eastAsian
    case 0x1100...0x11FF, 0x3130...0x318F, 0xAC00...0xD7A3: .eastAsian
    case 0x0590...0x08FF, 0xFB1D...0xFDFF, 0xFE70...0xFEFC, 0x10800...0x10FFF, 0x1E800...0x1EFFF:
      .rightToLeft
    default: nil
    }
  }

  /// Kana and Hangul tell; without them the characters are read as Chinese.
  private static func eastAsianLanguage(of text: Substring.UnicodeScalarView) -> String {
    if text.contains(where: { (0x3041...0x30FF).contains($0.value) }) { return "ja" }
    if text.contains(where: { (0xAC00...0xD7A3).contains($0.value) }) { return "ko" }
    return "zh"
  }
}

// MARK: - Tags

extension LanguageOfParts {
  /// Behind the `>` that ends a tag or a comment; a `>` in an attribute's value ends nothing.
  private func endOfTag(from start: Int) -> Int {
    if start + 1 < bytes.count, bytes[start + 1] == UInt8(ascii: "!"),
      bytes[start...].starts(with: "<!--".utf8)
    {
      return bytes[start...].firstRange(of: Array("-->".utf8))?.upperBound ?? bytes.count
    }
    var quote: UInt8?
    var index = start + 1
    while index < bytes.count {
      let byte = bytes[index]
      index += 1
      if let open = quote {
        if byte == open { quote = nil }
      } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
        quote = byte
      } else if byte == UInt8(ascii: ">") {
        break
      }
    }
    return index
  }

  private mutating func read(_ tag: ArraySlice<UInt8>) {
    let isEnd = tag.dropFirst().first == UInt8(ascii: "/")
    let start = tag.startIndex + (isEnd ? 2 : 1)
    var end = start
    while end < tag.endIndex, !Self.endsName(tag[end]) { end += 1 }
    guard end > start, tag[start] != UInt8(ascii: "!"), tag[start] != UInt8(ascii: "?") else { return }
    let name = TagName(tag[start..<end])
    if isEnd {
      guard let start = open.lastIndex(where: { $0.name == name }) else { return }
      open.removeSubrange(start...)
    } else if !Self.voids.contains(name), tag.dropLast().last != UInt8(ascii: "/") {
      let around = open.last ?? page
      let language = end + 1 < tag.endIndex ? Self.language(of: tag[end...]) : nil
      open.append(
        Element(
          name: name, isMarked: language.map(Self.isMarking) ?? around.isMarked,
          isText: around.isText && !Self.textless.contains(name),
          isOfPage: around.isOfPage && (language == nil || name == "html") && !Self.verbatim.contains(name)))
    }
  }

  private static func endsName(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: ">") || byte == UInt8(ascii: " ") || byte == UInt8(ascii: "/")
      || byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\t")
  }

  private static let languageAttribute = Array(" lang=\"".utf8)

  /// - Parameter attributes: all of the tag that stands behind its name.
  private static func language(of attributes: ArraySlice<UInt8>) -> String? {
    var index = attributes.startIndex
    let last = attributes.endIndex - languageAttribute.count
    while index < last {
      if attributes[index] == languageAttribute[0], attributes[index + 1] == languageAttribute[1],
        attributes[index...].starts(with: languageAttribute)
      {
        let value = attributes[(index + languageAttribute.count)...]
        return String(decoding: value.prefix { $0 != UInt8(ascii: "\"") }, as: UTF8.self)
      }
      index += 1
    }
    return nil
  }

  /// Whether text in a language is set as its script asks for, without more marks.
  private static func isMarking(_ language: String) -> Bool {
    let primary = language.asciiLowercased.prefix { $0 != "-" }
    return ["zh", "ja", "ko", "yue", "lzh", "wuu", "nan", "hak"].contains(primary)
      || TextDirection(language: language) == .rtl
  }

  /// What these hold is no text of any language.
  private static let verbatim: [TagName] = ["code", "pre", "kbd", "samp"]

  /// In which an element has no place, or is no text for readers.
  private static let textless: [TagName] = ["title", "script", "style", "textarea", "svg", "option"]

  private static let voids: [TagName] = [
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr",
  ]
}
