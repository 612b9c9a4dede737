import Diagnostics

/// Turns libyaml's marks (line and column in Unicode scalars, from 1) into byte offsets, and those into
/// places.
struct MarkOffsets {
  private let text: [UInt8]
  private var lineStarts = [0]
  private let isASCII: Bool
  /// The mark that was asked for last: marks come nearly in order, so that long lines are walked once.
  private var last = (line: 1, column: 1, offset: 0)
  private var lastIndex = 0

  init(_ text: [UInt8]) {
    self.text = text
    var all: UInt8 = 0
    for (index, byte) in text.enumerated() {
      all |= byte
      if byte == UInt8(ascii: "\n") { lineStarts.append(index + 1) }
    }
    isASCII = all < 0x80
  }

  /// The text's end for a mark beyond it.
  mutating func offset(line: Int, column: Int) -> Int {
    guard line >= 1, line <= lineStarts.count else { return text.count }
    let lineStart = lineStarts[line - 1]
    if isASCII { return min(lineStart + column - 1, text.count) }
    var (at, offset) = (1, lineStart)
    if last.line == line, last.column <= column { (at, offset) = (last.column, last.offset) }
    while at < column, offset < text.count {
      offset += 1
      while offset < text.count, text[offset] & 0xC0 == 0x80 { offset += 1 }
      at += 1
    }
    last = (line, column, offset)
    return offset
  }

  func position(of offset: Int, from first: Position) -> Position {
    var (low, high) = (0, lineStarts.count)
    while high - low > 1 {
      let middle = (low + high) / 2
      if lineStarts[middle] <= offset { low = middle } else { high = middle }
    }
    let column = offset - lineStarts[low] + (low == 0 ? Int(first.column) : 1)
    return Position(line: Int(first.line) + low, column: column)
  }
}

extension [UInt8] {
  /// The bytes up to the line's end, `limit` at most.
  func lengthOnLine(from offset: Int, limit: Int) -> Int {
    let range = Swift.min(offset, count)..<Swift.min(offset + limit, count)
    return (self[range].firstIndex(where: isLineEnd) ?? range.upperBound) - range.lowerBound
  }

  /// The bytes from an opening quotation mark to the closing one, or to the line's end.
  func lengthOfQuotedText(at offset: Int) -> Int {
    guard offset < count else { return 1 }
    let quote = self[offset]
    var index = offset + 1
    while index < count, !isLineEnd(self[index]) {
      if self[index] == quote {
        index += 1
        guard quote == UInt8(ascii: "'"), index < count, self[index] == quote else { return index - offset }
      } else if self[index] == UInt8(ascii: "\\"), quote == UInt8(ascii: "\""), index + 1 < count,
        !isLineEnd(self[index + 1])
      {
        index += 1
      }
      index += 1
    }
    return index - offset
  }
}

private func isLineEnd(_ byte: UInt8) -> Bool { byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") }
