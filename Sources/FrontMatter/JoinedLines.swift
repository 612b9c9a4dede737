import Folding

extension [UInt8] {
  /// A scalar's value, without the blanks that YAML makes of line ends between Chinese or Japanese characters.
  ///
  /// YAML does not tell where a value's lines end, so they are sought in the value one after the other. Where the
  /// value is no longer what the lines say, as behind an escape, the rest of it stays as it is.
  func joinedLines(of value: String, at offset: Int) -> String {
    guard value.utf8.contains(where: { $0 >= 0xE2 }), let start = startOfFoldedText(offset) else {
      return value
    }
    let written = Array(value.utf8)
    var joined: [UInt8] = []
    var at = 0
    var line = start
    while let end = self[line...].firstIndex(of: UInt8(ascii: "\n")) {
      let content = trimmedLine(line..<end)
      guard written[at...].starts(with: self[content]) else { break }
      joined += self[content]
      at += content.count
      let next = trimmedLine(end + 1..<(self[(end + 1)...].firstIndex(of: UInt8(ascii: "\n")) ?? count))
      guard at < written.count, !next.isEmpty else { break }
      if written[at] == UInt8(ascii: " "), !content.isEmpty,
        JoinedLines.areJoined(scalars(self[content].suffix(40)), scalars(self[next].prefix(40)))
      {
        at += 1
      } else if isBlank(written[at]) || written[at] == UInt8(ascii: "\n") {
        joined.append(written[at])
        at += 1
      }
      line = next.lowerBound
    }
    return joined.isEmpty ? value : String(decoding: joined + written[at...], as: UTF8.self)
  }

  /// Where the first line of a text begins whose line ends become blanks; `nil` for one that keeps them.
  private func startOfFoldedText(_ offset: Int) -> Int? {
    guard offset < count else { return nil }
    switch self[offset] {
    case UInt8(ascii: "|"): return nil
    case UInt8(ascii: ">"): return self[offset...].firstIndex(of: UInt8(ascii: "\n")).map { $0 + 1 }
    case UInt8(ascii: "\""), UInt8(ascii: "'"): return offset + 1
    default: return offset
    }
  }

  private func trimmedLine(_ range: Range<Int>) -> Range<Int> {
    var (start, end) = (range.lowerBound, range.upperBound)
    while start < end, isWhiteSpace(self[start]) { start += 1 }
    while end > start, isWhiteSpace(self[end - 1]) { end -= 1 }
    return start..<end
  }

  private func scalars(_ bytes: ArraySlice<UInt8>) -> [Unicode.Scalar] {
    String(decoding: bytes, as: UTF8.self).unicodeScalars.map { $0 }
  }
}
