import Diagnostics

/// ASCII, as far as Markdown gives it meaning.
extension UInt8 {
  var isSpaceOrTab: Bool { self == 0x20 || self == 0x09 }
  var isWhitespace: Bool { self == 0x20 || (0x09...0x0D).contains(self) }
  var isDigit: Bool { (0x30...0x39).contains(self) }
  var isLetter: Bool { (0x41...0x5A).contains(self & 0xDF) }
  var isAlphanumeric: Bool { isLetter || isDigit }
  var isPunctuation: Bool {
    switch self {
    case 0x21...0x2F, 0x3A...0x40, 0x5B...0x60, 0x7B...0x7E: true
    default: false
    }
  }
  var lowercased: UInt8 { (0x41...0x5A).contains(self) ? self | 0x20 : self }
  /// A byte of a UTF-8 sequence after its first.
  var isContinuation: Bool { self & 0xC0 == 0x80 }

  static let newline = UInt8(ascii: "\n")
  static let tab = UInt8(ascii: "\t")
  static let space = UInt8(ascii: " ")
  static let pipe = UInt8(ascii: "|")
  static let backslash = UInt8(ascii: "\\")
  static let backtick = UInt8(ascii: "`")
  static let tilde = UInt8(ascii: "~")
  static let openBracket = UInt8(ascii: "[")
  static let closeBracket = UInt8(ascii: "]")
  static let less = UInt8(ascii: "<")
  static let greater = UInt8(ascii: ">")
  static let hash = UInt8(ascii: "#")
  static let bang = UInt8(ascii: "!")
  static let at = UInt8(ascii: "@")
  static let colon = UInt8(ascii: ":")
  static let slash = UInt8(ascii: "/")
  static let dash = UInt8(ascii: "-")
  static let underscore = UInt8(ascii: "_")
}

extension [UInt8] {
  /// Whether the bytes at `offset` are those of `text`; past the end is `false`.
  func has(_ text: StaticString, at offset: Int, before end: Int, ignoringCase: Bool = false) -> Bool {
    let length = text.utf8CodeUnitCount
    guard offset >= 0, offset + length <= end else { return false }
    return text.withUTF8Buffer { wanted in
      for index in 0..<length {
        let byte = ignoringCase ? self[offset + index].lowercased : self[offset + index]
        if unsafe wanted[index] != byte { return false }
      }
      return true
    }
  }

  func trimmed(_ range: Range<Int>) -> Range<Int> {
    var (start, end) = (range.lowerBound, range.upperBound)
    while start < end, self[start].isWhitespace { start += 1 }
    while end > start, self[end - 1].isWhitespace { end -= 1 }
    return start..<end
  }

  func trimmedStart(_ range: Range<Int>) -> Range<Int> {
    var start = range.lowerBound
    while start < range.upperBound, self[start].isWhitespace { start += 1 }
    return start..<range.upperBound
  }

  func trimmedEnd(_ range: Range<Int>) -> Range<Int> {
    var end = range.upperBound
    while end > range.lowerBound, self[end - 1].isWhitespace { end -= 1 }
    return range.lowerBound..<end
  }

  func string(_ range: Range<Int>) -> String {
    String(decoding: self[range], as: UTF8.self)
  }

  /// The first offset of `wanted` in `range`.
  func first(_ wanted: [UInt8], in range: Range<Int>) -> Int? {
    guard let head = wanted.first else { return nil }
    let last = range.upperBound - wanted.count
    var offset = range.lowerBound
    while offset <= last, let found = first(head, in: offset..<last + 1) {
      if self[found..<found + wanted.count].elementsEqual(wanted) { return found }
      offset = found + 1
    }
    return nil
  }
}

extension Span<UInt8> {
  /// The first index in a range whose byte is wanted, or the range's end: for the loops over every byte of a
  /// page.
  @inline(__always)
  func firstIndex(from start: Int, before end: Int, where isWanted: (UInt8) -> Bool) -> Int {
    var index = start
    while index < end, !isWanted(self[index]) { index += 1 }
    return index
  }
}
