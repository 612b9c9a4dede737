import Diagnostics

struct TOMLKey {
  let text: String
  let offset: Int

  var comesTwice: TOMLFault {
    TOMLFault(offset: offset, message: "'\(text)' comes twice", help: "keep one of the two")
  }
}

/// The keys and values of TOML, where they stand.
struct TOMLScanner {
  private let bytes: [UInt8]
  /// Of the first byte, in the file.
  private let origin: Int
  private let source: SourceText
  var offset = 0
  private var depth = 0
  /// Keys within keys, and values within values.
  private static let deepest = 50

  init(_ bytes: [UInt8], origin: Int, _ source: SourceText) {
    self.bytes = bytes
    self.origin = origin
    self.source = source
  }

  var next: UInt8? { offset < bytes.count ? bytes[offset] : nil }

  func position(_ offset: Int) -> Position { source.position(at: origin + offset) }

  mutating func take(_ sign: Unicode.Scalar) -> Bool {
    guard next == UInt8(ascii: sign) else { return false }
    offset += 1
    return true
  }

  private mutating func skipBlanks() { while let byte = next, isBlank(byte) { offset += 1 } }

  private mutating func skipComment() {
    skipBlanks()
    if next == UInt8(ascii: "#") { while let byte = next, byte != 10 { offset += 1 } }
  }

  mutating func skipBlankLines() {
    skipComment()
    while let byte = next, byte == 10 || byte == 13 {
      offset += 1
      skipComment()
    }
  }

  mutating func endLine() throws(TOMLFault) {
    skipComment()
    guard let byte = next, byte != 10, byte != 13 else { return }
    throw TOMLFault(
      offset: offset, message: "there is more behind the value", help: "begin a new line for each key")
  }

  /// The parts of a name, such as `a."b c".d`.
  mutating func keys() throws(TOMLFault) -> [TOMLKey] {
    var keys: [TOMLKey] = []
    repeat {
      skipBlanks()
      let start = offset
      guard keys.count < Self.deepest else { throw tooDeep(start) }
      let text = try key()
      guard let text else {
        throw TOMLFault(offset: start, message: "a name was expected", help: "write name = \"value\"")
      }
      keys.append(TOMLKey(text: text, offset: start))
      skipBlanks()
    } while take(".")
    return keys
  }

  private mutating func key() throws(TOMLFault) -> String? {
    if next == UInt8(ascii: "\"") || next == UInt8(ascii: "'") { return try text() }
    let start = offset
    // Letters beyond ASCII are none in TOML, but who writes them means them.
    while let byte = next,
      isWordByte(byte) || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "-") || byte >= 0x80
    { offset += 1 }
    return offset == start ? nil : String(decoding: bytes[start..<offset], as: UTF8.self)
  }

  mutating func valueOfKey(_ key: TOMLKey) throws(TOMLFault) -> YAMLNode {
    guard take("=") else {
      throw TOMLFault(
        offset: key.offset, message: "this is not a 'name = value' line", help: "write name = \"value\"")
    }
    skipBlanks()
    return try value()
  }

  private mutating func value() throws(TOMLFault) -> YAMLNode {
    guard depth < Self.deepest else { throw tooDeep(offset) }
    depth += 1
    defer { depth -= 1 }
    let start = offset
    switch next {
    case UInt8(ascii: "["): return try list()
    case UInt8(ascii: "{"): return try table()
    case UInt8(ascii: "\""), UInt8(ascii: "'"):
      let text = try text()
      return node(.scalar(text, isQuoted: true), from: start)
    default: return try word()
    }
  }

  private func node(_ content: YAMLNode.Content, from start: Int) -> YAMLNode {
    let line = bytes[start..<offset].prefix { $0 != 10 }
    return YAMLNode(content, at: position(start), length: max(1, line.count))
  }

  private mutating func list() throws(TOMLFault) -> YAMLNode {
    let start = offset
    offset += 1
    var items: [YAMLNode] = []
    while true {
      skipBlankLines()
      if take("]") { break }
      guard next != nil else { throw unclosed("[", start) }
      items.append(try value())
      skipBlankLines()
      if take(",") || next == UInt8(ascii: "]") { continue }
      throw next == nil ? unclosed("[", start) : missingComma
    }
    return YAMLNode(.sequence(items), at: position(start))
  }

  private mutating func table() throws(TOMLFault) -> YAMLNode {
    let start = offset
    offset += 1
    var entries: [YAMLNode.Entry] = []
    while true {
      skipBlankLines()
      if take("}") { break }
      guard next != nil else { throw unclosed("{", start) }
      let keys = try keys()
      let value = try valueOfKey(keys[0])
      guard !entries.contains(where: { $0.key == keys[0].text }) else { throw keys[0].comesTwice }
      entries.append(entry(keys, value))
      skipBlankLines()
      if take(",") || next == UInt8(ascii: "}") { continue }
      throw next == nil ? unclosed("{", start) : missingComma
    }
    return YAMLNode(.mapping(entries), at: position(start))
  }

  private func entry(_ keys: [TOMLKey], _ value: YAMLNode) -> YAMLNode.Entry {
    keys.dropFirst().reversed().reduce(
      YAMLNode.Entry(key: keys[0].text, keyPosition: position(keys[0].offset), value: value)
    ) { entry, key in
      var inner = entry
      inner.key = key.text
      inner.keyPosition = position(key.offset)
      return YAMLNode.Entry(
        key: entry.key, keyPosition: entry.keyPosition,
        value: YAMLNode(.mapping([inner]), at: position(key.offset)))
    }
  }

  /// A number, a day, a time, `true` or `false`.
  private mutating func word() throws(TOMLFault) -> YAMLNode {
    let start = offset
    skipWord()
    // A time may stand behind a day and a blank.
    let isDay = offset - start == 10 && bytes[start + 4] == UInt8(ascii: "-")
    if isDay, offset + 1 < bytes.count, isBlank(bytes[offset]), isDigit(bytes[offset + 1]) {
      offset += 1
      skipWord()
    }
    let text = String(decoding: bytes[start..<offset], as: UTF8.self)
    let first = text.utf8.drop { $0 == UInt8(ascii: "+") || $0 == UInt8(ascii: "-") }.first
    guard
      ["true", "false"].contains(text) || first.map(isDigit) == true
        || ["inf", "nan"].contains(text.drop { "+-".contains($0) })
    else {
      throw TOMLFault(offset: start, message: "a value was expected", help: "put text in quotation marks")
    }
    return node(.scalar(text.replacing("_", with: ""), isQuoted: false), from: start)
  }

  private mutating func skipWord() {
    while let byte = next, isWordByte(byte) || "+-_.:".utf8.contains(byte) { offset += 1 }
  }

  private func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

  private mutating func text() throws(TOMLFault) -> String {
    var text = TOMLText(bytes, from: offset)
    let result = try text.read()
    offset = text.offset
    return result
  }

  private func tooDeep(_ offset: Int) -> TOMLFault {
    TOMLFault(offset: offset, message: "it is nested too deeply", help: "use fewer levels")
  }

  private func unclosed(_ sign: String, _ offset: Int) -> TOMLFault {
    TOMLFault(
      offset: offset, message: "this '\(sign)' is never closed",
      help: "put commas between the parts and '\(sign == "[" ? "]" : "}")' at the end")
  }

  private var missingComma: TOMLFault {
    TOMLFault(offset: offset, message: "a comma was expected", help: "put commas between the parts")
  }
}
