import Diagnostics

/// The lines of a YAML text, and the texts on them.
struct YAMLLines {
  private let bytes: [UInt8]
  private let firstLine: Position
  private var starts = [0]

  init(_ bytes: [UInt8], firstLine: Position) {
    self.bytes = bytes
    self.firstLine = firstLine
    for (index, byte) in bytes.enumerated() where byte == UInt8(ascii: "\n") { starts.append(index + 1) }
  }

  func offset(of position: Position) -> Int {
    let line = min(max(Int(position.line) - Int(firstLine.line), 0), starts.count - 1)
    let column = Int(position.column) - (line == 0 ? Int(firstLine.column) : 1)
    return min(starts[line] + max(column, 0), bytes.count)
  }

  /// In bytes, from 0.
  func column(of offset: Int) -> Int { offset - lineStart(of: offset) }

  /// Whether nothing but blanks stands before it on its line.
  func beginsLine(_ offset: Int) -> Bool {
    bytes[lineStart(of: offset)..<offset].allSatisfy { isBlank($0) }
  }

  /// Whether the line before the one of an offset is empty.
  func isLineBlank(before offset: Int) -> Bool {
    let line = starts.partitioningIndex { $0 > offset } - 1
    guard line > 0 else { return false }
    return bytes[starts[line - 1]..<(starts[line] - 1)].allSatisfy { isWhiteSpace($0) }
  }

  func isQuote(at offset: Int) -> Bool {
    offset < bytes.count && (bytes[offset] == UInt8(ascii: "\"") || bytes[offset] == UInt8(ascii: "'"))
  }

  func isBlockText(at offset: Int) -> Bool {
    offset < bytes.count && (bytes[offset] == UInt8(ascii: "|") || bytes[offset] == UInt8(ascii: ">"))
  }

  /// A text without the white space at its end.
  func text(_ range: Range<Int>) -> String {
    var end = range.upperBound
    while end > range.lowerBound, isWhiteSpace(bytes[end - 1]) { end -= 1 }
    return String(decoding: bytes[range.lowerBound..<end], as: UTF8.self)
  }

  /// The lines of a text whose line ends are blanks, without what indents them.
  func foldedText(_ range: Range<Int>) -> [String] {
    bytes[range].split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).enumerated().map {
      number, line in
      var line = number == 0 ? line : line.drop(while: isBlank)
      // Of two characters that end a line, the second has gone already.
      if line.last == UInt8(ascii: "\r") { line.removeLast() }
      while let last = line.last, isWhiteSpace(last), line.dropLast().last != UInt8(ascii: "\\") {
        line.removeLast()
      }
      return String(decoding: line, as: UTF8.self)
    }
  }

  /// Whether a block text keeps the empty lines at its end.
  func isKeepingBlanks(_ start: Int, end: Int) -> Bool {
    isBlockText(at: start) && header(start..<end).contains(UInt8(ascii: "+"))
  }

  /// The lines of a block text, the first with its sign, the others without what indents all of them.
  ///
  /// - Parameter column: of the collection that it is in.
  func blockText(_ range: Range<Int>, column: Int) -> [String] {
    let header = header(range)
    let first = bytes[range].firstIndex(of: UInt8(ascii: "\n")) ?? range.upperBound
    let rest = bytes[min(first + 1, range.upperBound)..<range.upperBound]
    var lines = rest.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).map { line in
      line.last == UInt8(ascii: "\r") ? line.dropLast() : line
    }
    // Behind the last line's end.
    if lines.last?.isEmpty == true { lines.removeLast() }
    let digit = header.first { (UInt8(ascii: "1")...UInt8(ascii: "9")).contains($0) }
    let indent =
      digit.map { column + Int($0 - UInt8(ascii: "0")) }
      ?? lines.first { line in line.contains { $0 != UInt8(ascii: " ") } }.map { line in
        line.prefix { $0 == UInt8(ascii: " ") }.count
      } ?? 0
    var texts = lines.map { line in
      String(
        decoding: line.dropFirst(min(indent, line.prefix { $0 == UInt8(ascii: " ") }.count)), as: UTF8.self)
    }
    if !header.contains(UInt8(ascii: "+")) { while texts.last?.isEmpty == true { texts.removeLast() } }
    let sign = String(decoding: header.filter { ">|+-".utf8.contains($0) }, as: UTF8.self)
    let head = sign.prefix(1) + (digit == nil ? "" : "2") + sign.dropFirst()
    return [String(head)] + texts
  }

  private func header(_ range: Range<Int>) -> ArraySlice<UInt8> {
    bytes[range].prefix { !isWhiteSpace($0) && $0 != UInt8(ascii: "#") }
  }

  private func lineStart(of offset: Int) -> Int {
    starts[starts.partitioningIndex { $0 > offset } - 1]
  }
}
