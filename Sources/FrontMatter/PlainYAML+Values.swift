import Diagnostics

/// Texts, and what stands in brackets.
extension PlainYAML {
  /// A text on one line. `isKey` ends one without quotation marks at the colon, `inFlow` also at what divides values.
  mutating func scalar(inFlow: Bool, isKey: Bool = false) throws(Beyond) -> YAMLNode {
    switch at(index) {
    case UInt8(ascii: "\""), UInt8(ascii: "'"): try quoted()
    default: try unquoted(inFlow: inFlow, isKey: isKey)
    }
  }

  private mutating func quoted() throws(Beyond) -> YAMLNode {
    let (start, position, quote) = (index, position, bytes[index])
    var text: [UInt8] = []
    index += 1
    while at(index) != quote || quote == UInt8(ascii: "'") && at(index + 1) == quote {
      guard at(index) != UInt8(ascii: "\n"), at(index) != UInt8(ascii: "\\") || quote == UInt8(ascii: "'")
      else { throw Beyond() }
      text.append(bytes[index])
      index += at(index) == quote ? 2 : 1
    }
    index += 1
    return YAMLNode(
      .scalar(String(decoding: text, as: UTF8.self), isQuoted: true), at: position, length: index - start)
  }

  /// Behind the closing mark of a text that begins here with one; `nil` without one, or where it goes on.
  var endOfQuoted: Int? {
    let quote = at(index)
    guard quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else { return nil }
    var place = index + 1
    while at(place) != quote {
      guard at(place) != UInt8(ascii: "\n") else { return nil }
      place += 1
    }
    return place + 1
  }

  private mutating func unquoted(inFlow: Bool, isKey: Bool) throws(Beyond) -> YAMLNode {
    let (start, position) = (index, position)
    guard beginsText else { throw Beyond() }
    var end = index
    while at(index) != UInt8(ascii: "\n") {
      let byte = bytes[index]
      if byte == UInt8(ascii: "#"), bytes[index - 1] == UInt8(ascii: " ") { break }
      if byte == UInt8(ascii: ":"), isBlankOrEnd(index + 1) || inFlow && isFlowIndicator(at(index + 1)) {
        guard isKey, end == index else { throw Beyond() }
        break
      }
      if inFlow, isFlowIndicator(byte) || byte == UInt8(ascii: "?") {
        guard byte != UInt8(ascii: "["), byte != UInt8(ascii: "{"), byte != UInt8(ascii: "?") else {
          throw Beyond()
        }
        break
      }
      index += 1
      if byte != UInt8(ascii: " ") { end = index }
    }
    // Behind so many characters libyaml no longer looks for the colon of a key.
    if isKey, end - start > 1000 { throw Beyond() }
    return YAMLNode(
      .scalar(String(decoding: bytes[start..<end], as: UTF8.self), isQuoted: false), at: position,
      length: end - start)
  }

  /// Whether a text without quotation marks begins here, by a character that means nothing else to YAML anywhere.
  private var beginsText: Bool {
    switch at(index) {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), 0x80...0xFF:
      true
    case UInt8(ascii: "-"): at(index + 1) != UInt8(ascii: "-") && !isBlankOrEnd(index + 1)
    case UInt8(ascii: "<"): at(index + 1) != UInt8(ascii: "<")
    default: "()/+._$=~^;".utf8.contains(at(index))
    }
  }

  var isOpening: Bool { at(index) == UInt8(ascii: "[") || at(index) == UInt8(ascii: "{") }

  /// A list or a mapping in brackets, over any number of lines that are indented.
  mutating func flow() throws(Beyond) -> YAMLNode {
    try descend()
    defer { ascend() }
    let position = position
    let isMapping = at(index) == UInt8(ascii: "{")
    let closing = UInt8(ascii: isMapping ? "}" : "]")
    var items: [YAMLNode] = []
    var entries: [YAMLNode.Entry] = []
    index += 1
    try skipFlowSpace()
    while at(index) != closing {
      if isMapping { entries.append(try flowEntry(besides: entries)) } else { items.append(try flowValue()) }
      try skipFlowSpace()
      guard at(index) == UInt8(ascii: ",") else { break }
      index += 1
      try skipFlowSpace()
      // A comma before the bracket is left to Yams.
      guard at(index) != closing else { throw Beyond() }
    }
    guard at(index) == closing else { throw Beyond() }
    index += 1
    return YAMLNode(isMapping ? .mapping(entries) : .sequence(items), at: position)
  }

  private mutating func flowEntry(besides others: [YAMLNode.Entry]) throws(Beyond) -> YAMLNode.Entry {
    let keyPosition = position
    guard case .scalar(let key, _) = try scalar(inFlow: true, isKey: true).content, !key.isEmpty,
      at(index) == UInt8(ascii: ":"), isBlankOrEnd(index + 1), others.count < 100,
      !others.contains(where: { $0.key == key })
    else { throw Beyond() }
    index += 1
    try skipFlowSpace()
    return YAMLNode.Entry(key: key, keyPosition: keyPosition, value: try flowValue())
  }

  private mutating func flowValue() throws(Beyond) -> YAMLNode {
    isOpening ? try flow() : try scalar(inFlow: true)
  }

  /// Blanks, remarks and line ends between brackets. A line that isn't indented may be a fault.
  private mutating func skipFlowSpace() throws(Beyond) {
    skipBlanks()
    guard isAtLineEnd else { return }
    try skipLines()
    guard !isAtEnd, column > 0 else { throw Beyond() }
  }
}
