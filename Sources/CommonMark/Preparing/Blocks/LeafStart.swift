/// How leaf blocks other than paragraphs start and end, as the CommonMark specification says.
enum LeafStart {
  static func isATXHeading(_ source: [UInt8], at start: Int, end: Int) -> Bool {
    var offset = start
    while offset < end, source[offset] == .hash { offset += 1 }
    return (1...6).contains(offset - start) && (offset == end || source[offset].isSpaceOrTab)
  }

  static func isSetextUnderline(_ source: [UInt8], at start: Int, end: Int) -> Bool {
    guard start < end, source[start] == UInt8(ascii: "=") || source[start] == .dash else { return false }
    var offset = start
    while offset < end, source[offset] == source[start] { offset += 1 }
    return source[offset..<end].allSatisfy(\.isSpaceOrTab)
  }

  static func isThematicBreak(_ source: [UInt8], at start: Int, end: Int) -> Bool {
    let mark = source[start]
    guard mark == UInt8(ascii: "*") || mark == .dash || mark == .underscore else { return false }
    var count = 0
    for byte in source[start..<end] {
      if byte == mark { count += 1 } else if !byte.isSpaceOrTab { return false }
    }
    return count >= 3
  }

  /// The length of a code fence that opens here.
  static func fence(_ source: [UInt8], at start: Int, end: Int) -> Int? {
    let mark = source[start]
    guard mark == .backtick || mark == .tilde else { return nil }
    var offset = start
    while offset < end, source[offset] == mark { offset += 1 }
    guard offset - start >= 3 else { return nil }
    if mark == .backtick, source[offset..<end].contains(.backtick) { return nil }
    return offset - start
  }

  static func closesFence(_ source: [UInt8], at start: Int, end: Int, mark: UInt8, length: Int) -> Bool {
    var offset = start
    while offset < end, source[offset] == mark { offset += 1 }
    return offset - start >= length && source[offset..<end].allSatisfy(\.isSpaceOrTab)
  }

  /// The label's range in `[^label]:`, the start of a footnote's definition.
  static func footnoteLabel(_ source: [UInt8], at start: Int, end: Int) -> Range<Int>? {
    guard start + 4 < end, source[start] == .openBracket, source[start + 1] == UInt8(ascii: "^") else {
      return nil
    }
    var offset = start + 2
    while offset < end, source[offset] != .closeBracket {
      if source[offset].isWhitespace { return nil }
      offset += 1
    }
    guard offset > start + 2, offset + 1 < end, source[offset + 1] == .colon else { return nil }
    return start + 2..<offset
  }
}
