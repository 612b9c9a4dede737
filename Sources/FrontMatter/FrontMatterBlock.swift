import Diagnostics

/// Where the front matter of a file stands, between its lines of `---`.
struct FrontMatterBlock {
  /// Of the YAML, the opening line included and the closing one not.
  let range: Range<Int>
  /// Where the body begins.
  let body: Int
  /// The number of the file's line on which the body begins, counted from 1.
  let bodyFirstLine: Int

  /// `nil` where there is none, or where it's never closed.
  ///
  /// - Parameter start: behind the byte order mark.
  init?(_ source: SourceText, from start: Int) {
    var lines = LineReader(source.bytes, from: start)
    guard let first = lines.next(), isFence(source.bytes[first], of: UInt8(ascii: "-")) else { return nil }
    while let line = lines.next() {
      guard FrontMatterBlock.isClosing(source.bytes[line]) else { continue }
      range = start..<line.lowerBound
      body = lines.offset
      bodyFirstLine = lines.number + 1
      return
    }
    return nil
  }

  private static func isClosing(_ line: ArraySlice<UInt8>) -> Bool {
    switch line.first {
    case UInt8(ascii: "-"): isFence(line, of: UInt8(ascii: "-"))
    case UInt8(ascii: "."): isFence(line, of: UInt8(ascii: "."))
    default: false
    }
  }
}
