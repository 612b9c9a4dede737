/// The words by which a text is found, the same here and in the browser.
///
/// A run of letters and digits is a word, without apostrophes and without `'s` at its end; `10,000` is `10000`, `13.5` is
/// one word, and a date such as `8 Sept 2024` is `2024-09-08`, and each of its parts too (`WrittenForm`). Of scripts that are written without blanks
/// between words, such as Chinese, each two characters that stand side by side are one, and the last by itself.
package struct SearchTokenizer {
  /// The words of the last text, one behind another, in UTF-8.
  package private(set) var bytes: [UInt8] = []
  /// Where each word ends in `bytes`.
  package private(set) var ends: [Int] = []
  /// Whether no blank follows the last word, so that more of it may.
  private(set) var isOpen = false
  private var text = SearchText()
  private let classes = CharacterClasses.shared

  package enum Use: Sendable {
    case index
    /// A question asks for what says most of it: pairs of characters, and dates whole.
    case query
  }

  /// No word is longer, counted in characters.
  private static let longest = 40

  package init() {}

  package subscript(number: Int) -> Range<Int> { (number == 0 ? 0 : ends[number - 1])..<ends[number] }

  var words: [String] { ends.indices.map { String(decoding: bytes[self[$0]], as: UTF8.self) } }

  package static func words(_ text: String, for use: Use = .index) -> [String] {
    var tokenizer = SearchTokenizer()
    tokenizer.read(text, for: use)
    return tokenizer.words
  }

  /// Takes the words of another text instead.
  package mutating func read(_ text: String, for use: Use = .index) {
    bytes.removeAll(keepingCapacity: true)
    ends.removeAll(keepingCapacity: true)
    isOpen = false
    self.text.read(text)
    let values = self.text.values
    var index = 0
    while index < values.count {
      let value = values[index]
      if isUnspaced(value) {
        index = addRun(values, from: index, use)
      } else if !isLetter(value) {
        if SearchText.isBlank(value) { isOpen = false }
        index += 1
        continue
      } else if WrittenForm.mayBegin(values, at: index), let form = WrittenForm(values, at: index, classes) {
        add(form, values, use)
        index = form.end
      } else {
        index = addWord(values, from: index)
      }
      isOpen = true
    }
  }

  private func isUnspaced(_ value: UInt32) -> Bool { value >= 0x80 && classes[value].contains(.unspaced) }

  /// A letter or digit of a script with blanks between words.
  private func isLetter(_ value: UInt32) -> Bool {
    // Most are: a look into the table for each would take longer.
    guard value >= 0x80 else { return Self.isASCIILetter(value) }
    let flags = classes[value]
    return flags.contains(.word) && !flags.contains(.unspaced) && value != 0x2BC
  }

  private mutating func addRun(_ values: [UInt32], from start: Int, _ use: Use) -> Int {
    var end = start
    while end < values.count, isUnspaced(values[end]) { end += 1 }
    for index in start..<end {
      if index + 1 == end, use == .query, end - start > 1 { break }
      append(values[index])
      if index + 1 < end { append(values[index + 1]) }
      ends.append(bytes.count)
    }
    return end
  }

  private mutating func addWord(_ values: [UInt32], from start: Int) -> Int {
    let first = bytes.count
    var index = start
    /// Where what stands behind the last apostrophe begins.
    var suffix: Int?
    var length = 0
    while index < values.count {
      let value = values[index]
      if Self.isASCIILetter(value) {
        length += 1
        bytes.append(UInt8(truncatingIfNeeded: value))
      } else if isLetter(value) {
        length += 1
        append(value)
      } else if Self.isApostrophe(value), index + 1 < values.count, isLetter(values[index + 1]) {
        suffix = bytes.count
      } else if value == 0x2E, isDigit(values, index - 1), isDigit(values, index + 1) {
        length += 1
        append(value)
      } else if value != 0x2C || !isComma(values, index) {
        break
      }
      index += 1
    }
    if let suffix, bytes.count == suffix + 1, bytes[suffix] == UInt8(ascii: "s") { bytes.removeLast() }
    if length > Self.longest { cut(from: first) }
    ends.append(bytes.count)
    return index
  }

  /// To the first characters.
  private mutating func cut(from first: Int) {
    var left = Self.longest
    var index = first
    while index < bytes.count {
      if bytes[index] & 0xC0 != 0x80 {
        if left == 0 { break }
        left -= 1
      }
      index += 1
    }
    bytes.removeSubrange(index...)
  }

  /// Whether a comma only makes a number readable.
  private func isComma(_ values: [UInt32], _ index: Int) -> Bool {
    isDigit(values, index - 1) && (1...3).allSatisfy { isDigit(values, index + $0) }
      && !isDigit(values, index + 4)
  }

  private func isDigit(_ values: [UInt32], _ index: Int) -> Bool {
    values.indices.contains(index) && WrittenForm.isDigit(values[index])
  }

  /// Of folded text.
  private static func isASCIILetter(_ value: UInt32) -> Bool { value &- 0x61 < 26 || value &- 0x30 < 10 }

  private static func isApostrophe(_ value: UInt32) -> Bool {
    value == 0x27 || value == 0x2018 || value == 0x2019 || value == 0x2BC
  }
}

// MARK: - Dates and numbers

extension SearchTokenizer {
  /// A question asks for the whole.
  private mutating func add(_ form: WrittenForm, _ values: [UInt32], _ use: Use) {
    bytes += form.whole
    ends.append(bytes.count)
    guard use == .index else { return }
    for part in form.parts {
      let zeros = values[part].dropLast().prefix { $0 == 0x30 }.count
      for value in values[part].dropFirst(zeros) { append(value) }
      ends.append(bytes.count)
    }
  }

  private mutating func append(_ value: UInt32) { bytes.appendUTF8(value) }
}

extension [UInt8] {
  mutating func appendUTF8(_ value: UInt32) {
    switch value {
    case 0..<0x80: append(UInt8(truncatingIfNeeded: value))
    case 0x80..<0x800:
      append(UInt8(truncatingIfNeeded: 0xC0 | value >> 6))
      append(UInt8(truncatingIfNeeded: 0x80 | value & 0x3F))
    case 0x800..<0x10000:
      append(UInt8(truncatingIfNeeded: 0xE0 | value >> 12))
      append(UInt8(truncatingIfNeeded: 0x80 | value >> 6 & 0x3F))
      append(UInt8(truncatingIfNeeded: 0x80 | value & 0x3F))
    default:
      append(UInt8(truncatingIfNeeded: 0xF0 | value >> 18))
      append(UInt8(truncatingIfNeeded: 0x80 | value >> 12 & 0x3F))
      append(UInt8(truncatingIfNeeded: 0x80 | value >> 6 & 0x3F))
      append(UInt8(truncatingIfNeeded: 0x80 | value & 0x3F))
    }
  }
}
