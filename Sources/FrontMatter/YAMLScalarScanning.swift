/// How scalars are skipped: where each sort of them ends, by the same rules as libyaml's.
extension YAMLScanner {
  /// Text without quotation marks, over as many lines as are indented by `indent` at least. The result is
  /// where its last character ends.
  mutating func skipPlainScalar(indent: Int, isInFlow: Bool) -> Int {
    var scalarEnd = index
    var crossedLine = false
    while index < end, !isDocumentMarker, bytes[index] != UInt8(ascii: "#") {
      let runStart = index
      while index < end, !isWhiteSpace(bytes[index]) {
        if bytes[index] == UInt8(ascii: ":"), isBlankOrEnd(index + 1) { break }
        if isInFlow, isFlowIndicator(bytes[index]) { break }
        index += 1
      }
      if index > runStart { scalarEnd = index }
      guard index < end, isWhiteSpace(bytes[index]) else { break }
      crossedLine = skipWhiteSpace() || crossedLine
      if !isInFlow, column < indent { break }
    }
    if crossedLine { simpleKeyAllowed = true }
    return scalarEnd
  }

  /// Text between quotation marks; `nil` where the closing mark is missing.
  mutating func skipQuotedScalar(quote: UInt8) -> Int? {
    index += 1
    while index < end, !isDocumentMarker {
      let byte = bytes[index]
      if byte == quote {
        let isDoubled = quote == UInt8(ascii: "'") && index + 1 < end && bytes[index + 1] == quote
        index += isDoubled ? 2 : 1
        if !isDoubled { return index }
      } else if byte == UInt8(ascii: "\n") {
        startLine()
      } else if byte == UInt8(ascii: "\\"), quote == UInt8(ascii: "\"") {
        // An escaped line break is a line break still.
        index += 1
        if index < end, !isWhiteSpace(bytes[index]) { index += 1 }
      } else {
        index += 1
      }
    }
    return nil
  }

  /// The text after `|` or `>`; `false` where its first line is not what libyaml expects.
  mutating func skipBlockScalar(parentIndent: Int) -> Bool {
    index += 1
    var indent = 0
    while index < end, !isWhiteSpace(bytes[index]), bytes[index] != UInt8(ascii: "#") {
      switch bytes[index] {
      case UInt8(ascii: "+"), UInt8(ascii: "-"): break
      case UInt8(ascii: "1")...UInt8(ascii: "9"): indent = max(parentIndent, 0) + Int(bytes[index] - 48)
      default: return false
      }
      index += 1
    }
    while index < end, isBlank(bytes[index]) || bytes[index] == UInt8(ascii: "\r") { index += 1 }
    if index < end, bytes[index] == UInt8(ascii: "#") { skipComment() }
    guard index < end else { return true }
    guard bytes[index] == UInt8(ascii: "\n") else { return false }
    startLine()
    let widest = skipIndentation(to: indent)
    if indent == 0 { indent = max(widest, parentIndent + 1, 1) }
    while index < end, column == indent {
      skipToLineEnd()
      guard index < end else { break }
      startLine()
      skipIndentation(to: indent)
    }
    return true
  }

  /// Skips indentation up to a width (0: of any width) and empty lines. The result is the widest that it met.
  @discardableResult
  private mutating func skipIndentation(to indent: Int) -> Int {
    var widest = 0
    while true {
      while index < end, indent == 0 || column < indent, bytes[index] == UInt8(ascii: " ") { index += 1 }
      widest = max(widest, column)
      if index + 1 < end, bytes[index] == UInt8(ascii: "\r") { index += 1 }
      guard index < end, bytes[index] == UInt8(ascii: "\n") else { return widest }
      startLine()
    }
  }

  mutating func skipComment() {
    let start = index
    skipToLineEnd()
    layout?.comments.append(start..<index)
  }

  private mutating func skipToLineEnd() {
    while index < end, bytes[index] != UInt8(ascii: "\n") { index += 1 }
  }

  /// Skips blanks and line breaks; whether there was a line break.
  private mutating func skipWhiteSpace() -> Bool {
    let line = lineStart
    while index < end, isWhiteSpace(bytes[index]) {
      if bytes[index] == UInt8(ascii: "\n") { startLine() } else { index += 1 }
    }
    return lineStart != line
  }

  /// Moves past a line break.
  mutating func startLine() {
    index += 1
    lineStart = index
  }

  /// Whether `---` or `...` stands here at a line's start.
  var isDocumentMarker: Bool {
    guard column == 0, index + 2 < end, isBlankOrEnd(index + 3) else { return false }
    let first = bytes[index]
    return (first == UInt8(ascii: "-") || first == UInt8(ascii: ".")) && bytes[index + 1] == first
      && bytes[index + 2] == first
  }

  /// Where something other than blanks and comments follows a line of `...`.
  func contentAfterMarker(_ start: Int) -> Int? {
    var index = start
    while index < bytes.count, isWhiteSpace(bytes[index]) || bytes[index] == UInt8(ascii: "#") {
      if bytes[index] == UInt8(ascii: "#") {
        while index < bytes.count, bytes[index] != UInt8(ascii: "\n") { index += 1 }
      } else {
        index += 1
      }
    }
    return index < bytes.count ? index : nil
  }

  func isBlankOrEnd(_ index: Int) -> Bool { index >= end || isWhiteSpace(bytes[index]) }
}

func isWhiteSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (byte >= 0x09 && byte <= 0x0D) }

func isFlowIndicator(_ byte: UInt8) -> Bool {
  switch byte {
  case UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "{"), UInt8(ascii: "}"), UInt8(ascii: ","): true
  default: false
  }
}
