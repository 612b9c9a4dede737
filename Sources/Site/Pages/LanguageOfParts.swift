import Diagnostics
import Folding

/// Marks what a page says in another script than its own, so that it is set, read aloud and ordered as what it is:
/// Chinese, Japanese and Korean words with their language, words from right to left as apart from what is around them.
///
/// Names, quotes, notes and running text come from many files, few of which say their language: the finished page is the
/// one place where all of them pass. What already stands in an element with such a language or direction is left alone.
struct LanguageOfParts {
  /// What a character needs that isn't of the page's script.
  private enum Script { case eastAsian, rightToLeft }

  private let bytes: [UInt8]
  /// The language of the Latin words on a page of another script.
  private let latinLanguage: String?
  private let isChinese: Bool
  private var punctuation = ChinesePunctuation()
  private var elements: OpenElements
  private var output: [UInt8] = []
  /// Up to where the page is in the output.
  private var written = 0

  /// - Parameters:
  ///   - language: the page's.
  ///   - contentLanguage: of what is written in the knowledge base and doesn't say its language.
  static func marked(_ bytes: [UInt8], language: String, contentLanguage: String) -> [UInt8] {
    guard mayNeedMarks(bytes) else { return bytes }
    var parts = LanguageOfParts(bytes, language, contentLanguage)
    parts.run()
    return parts.output
  }

  private init(_ bytes: [UInt8], _ language: String, _ contentLanguage: String) {
    self.bytes = bytes
    elements = OpenElements(language: language)
    isChinese = language.asciiLowercased.prefix { $0 != "-" } == "zh"
    latinLanguage =
      OpenElements.isMarking(language) && !OpenElements.isMarking(contentLanguage) ? contentLanguage : nil
    output.reserveCapacity(bytes.count + 1024)
  }

  /// Whether a byte may begin one of the characters that are looked for: of all others no page needs more than a look.
  private static func mayBegin(_ byte: UInt8) -> Bool { byte >= 0xD6 && byte != 0xE2 }

  private static func mayNeedMarks(_ bytes: [UInt8]) -> Bool {
    var index = 0
    while let place = bytes.firstBeyondASCII(from: index) {
      if mayBegin(bytes[place]) { return true }
      index = place + 1
    }
    return false
  }

  private mutating func run() {
    var index = 0
    while index < bytes.count {
      if bytes[index] == UInt8(ascii: "<") {
        index = elements.read(bytes, from: index)
      } else {
        let start = index
        index = bytes.first(UInt8(ascii: "<"), from: index) ?? bytes.count
        let element = elements.innermost
        if element.isText { read(start..<index, isMarked: element.isMarked, isOfPage: element.isOfPage) }
      }
    }
    output += bytes[written...]
  }

  /// Text between two tags. What needs no mark is written with what follows it.
  private mutating func read(_ text: Range<Int>, isMarked: Bool, isOfPage: Bool) {
    if isMarked {
      guard isOfPage, !bytes[text].allSatisfy(ChinesePunctuation.isBlank) else { return }
      startWriting(text)
      appendLatin(isChinese ? punctuation.set(bytes[text])[...] : bytes[text], in: latinLanguage)
    } else {
      if isChinese { punctuation.skip(bytes[text]) }
      guard bytes[text].contains(where: Self.mayBegin) else { return }
      startWriting(text)
      append(bytes[text])
    }
  }

  private mutating func startWriting(_ text: Range<Int>) {
    output += bytes[written..<text.lowerBound]
    written = text.upperBound
  }
}

// MARK: - Words of the content on a page of another script

extension LanguageOfParts {
  /// Text with each run of Latin words in an element that names their language.
  private mutating func appendLatin(_ text: ArraySlice<UInt8>, in language: String?) {
    var rest = text
    while let language, let letter = rest.firstIndex(where: Self.isLatinLetter) {
      let start = Self.number(before: letter, in: rest) ?? letter
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

  /// Where a number begins that stands before a word and is read with it: "85 % numerical control".
  private static func number(before letter: Int, in text: ArraySlice<UInt8>) -> Int? {
    let before = text[..<letter]
    guard before.last == UInt8(ascii: " ") else { return nil }
    let number = before.suffix(before.reversed().prefix { isDigit($0) || " %.,-".utf8.contains($0) }.count)
    let isAfterHan = before.dropLast(number.count).last.map { $0 >= 0x80 } ?? false
    return isAfterHan ? nil : number.firstIndex(where: isDigit)
  }

  private static func isDigit(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
  }

  /// Whether a number ends there that is not counted in Chinese: no Han character follows.
  private static func endsNumber(_ index: Int, in text: ArraySlice<UInt8>) -> Bool {
    let next = index + 1 < text.endIndex ? text[index + 1] : 0
    return isDigit(text[index]) && !isDigit(next) && !(0xE3...0xE9).contains(next)
  }

  /// From a letter or a number before it to the last word or number that follows with nothing but blanks and the marks of Latin
  /// text between.
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
      } else if endsNumber(index, in: text) {
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
