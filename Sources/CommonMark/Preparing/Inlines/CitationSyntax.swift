/// `[@source]`, `[@source, p. 2]`, `[@one, p. 2; @other]`.
enum CitationSyntax {
  struct Item {
    var source: String
    /// Without the comma; `nil` where there is none.
    var at: String?
    /// Within the bytes given, from the `@`.
    var range: Range<Int>
  }

  /// Whether a bracket (or its first line) starts as a citation does: `[@`, a name, and nothing or a comma.
  static func isCitation(_ bytes: [UInt8], _ range: Range<Int>) -> Bool {
    let start = range.lowerBound + 2
    var offset = start
    while offset < range.upperBound, isNameByte(bytes[offset]) { offset += 1 }
    guard offset > start else { return false }
    return bytes[offset..<range.upperBound].first { !$0.isWhitespace }.map { ",;]".utf8.contains($0) } ?? true
  }

  /// - Parameter range: from `[` to `]`.
  static func items(_ bytes: [UInt8], _ range: Range<Int>) -> [Item] {
    var items: [Item] = []
    var offset = range.lowerBound + 1
    let end = range.upperBound - 1
    while offset < end {
      let start = offset
      offset += 1
      while offset < end, isNameByte(bytes[offset]) { offset += 1 }
      let name = start + 1..<offset
      while offset < end, !startsItem(bytes, after: offset, end) { offset += 1 }
      let rest = bytes.trimmed(name.upperBound..<offset)
      let comma = !rest.isEmpty && bytes[rest.lowerBound] == UInt8(ascii: ",") ? 1 : 0
      let at = bytes.trimmed(rest.lowerBound + comma..<rest.upperBound)
      items.append(
        Item(
          source: bytes.string(name), at: at.isEmpty ? nil : onOneLine(bytes.string(at)),
          range: start..<max(rest.upperBound, name.upperBound)))
      offset += 1
      while offset < end, bytes[offset].isWhitespace { offset += 1 }
    }
    return items
  }

  /// Whether a semicolon stands here that is followed by `@`.
  private static func startsItem(_ bytes: [UInt8], after offset: Int, _ end: Int) -> Bool {
    guard bytes[offset] == UInt8(ascii: ";") else { return false }
    return bytes[(offset + 1)..<end].first { !$0.isWhitespace } == .at
  }

  private static func isNameByte(_ byte: UInt8) -> Bool {
    !byte.isWhitespace && !",;[]@".utf8.contains(byte)
  }

  static func onOneLine(_ text: String) -> String {
    guard text.utf8.contains(.newline) else { return text }
    return String(decoding: Array(text.utf8).onOneLine(), as: UTF8.self)
  }
}
