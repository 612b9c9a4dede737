import Diagnostics

/// Reads the YAML that people write in front matter: mappings and lists by indentation or in brackets, of texts that
/// stand on one line, in quotation marks or without. Most files have nothing else, and Yams takes forty times as long.
///
/// It claims nothing that it isn't sure of: where a text has more than that, or a fault, it gives `nil`, and Yams reads
/// the whole of it. What it gives is what Yams gives, with the same places; `PlainYAMLTests` holds it to that.
struct PlainYAML {
  /// The text has something that is left to Yams.
  struct Beyond: Error {}

  let bytes: [UInt8]
  private let first: Position
  private var line = 0
  private(set) var lineStart = 0
  var index = 0
  private var depth = 0
  private static let maximumDepth = 30
  /// Among more, keys that come twice would take long to find by looking at each.
  private static let maximumKeys = 100

  /// - Parameters:
  ///   - bytes: UTF-8 in which `checkText` found nothing wrong.
  ///   - first: Where the text begins in its file: at a line's start.
  static func read(_ bytes: [UInt8], from first: Position) -> YAMLNode? {
    guard !bytes.contains(where: { $0 == UInt8(ascii: "\t") || $0 == UInt8(ascii: "\r") }) else { return nil }
    var reader = PlainYAML(bytes, from: first)
    return try? reader.document()
  }

  private init(_ bytes: [UInt8], from first: Position) {
    self.bytes = bytes
    self.first = first
  }

  private mutating func document() throws(Beyond) -> YAMLNode {
    skipFence()
    try skipLines()
    guard !isAtEnd, !isDash else { throw Beyond() }
    let node = try mapping(at: column)
    guard isAtEnd else { throw Beyond() }
    return node
  }

  /// Skips the line that opens front matter, which belongs to what Yams reads.
  private mutating func skipFence() {
    let end = bytes.firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
    if isFence(bytes[..<end], of: UInt8(ascii: "-")) { index = end }
  }
}

// MARK: - By indentation

extension PlainYAML {
  /// From its first key on; afterwards, the next line of something else.
  private mutating func mapping(at column: Int) throws(Beyond) -> YAMLNode {
    try descend()
    let position = position
    var entries: [YAMLNode.Entry] = []
    repeat {
      let keyPosition = self.position
      let key = try key()
      guard entries.count < Self.maximumKeys, !entries.contains(where: { $0.key == key }) else {
        throw Beyond()
      }
      let value = try value(in: column)
      entries.append(YAMLNode.Entry(key: key, keyPosition: keyPosition, value: value))
    } while self.column == column && !isAtEnd
    guard self.column < column || isAtEnd else { throw Beyond() }
    depth -= 1
    return YAMLNode(.mapping(entries), at: position)
  }

  /// What follows the colon, on the same line or, further in, below it.
  private mutating func value(in parent: Int) throws(Beyond) -> YAMLNode {
    skipBlanks()
    guard isAtLineEnd else { return try inline() }
    try finishLine()
    guard !isAtEnd else { throw Beyond() }
    if column == parent, isDash { return try list(at: column, inMapping: true) }
    guard column > parent else { throw Beyond() }
    return isDash ? try list(at: column) : try mapping(at: column)
  }

  /// From its first dash on. In a mapping its dashes may stand right below the key.
  private mutating func list(at column: Int, inMapping: Bool = false) throws(Beyond) -> YAMLNode {
    try descend()
    let position = position
    var items: [YAMLNode] = []
    repeat {
      index += 1
      items.append(try item(in: column))
    } while self.column == column && isDash
    guard self.column < column || isAtEnd || inMapping && self.column == column else { throw Beyond() }
    depth -= 1
    return YAMLNode(.sequence(items), at: position)
  }

  private mutating func item(in parent: Int) throws(Beyond) -> YAMLNode {
    skipBlanks()
    if isAtLineEnd {
      try finishLine()
      guard !isAtEnd, column > parent else { throw Beyond() }
    }
    if isDash { return try list(at: column) }
    return hasKey && !isOpening ? try mapping(at: column) : try inline()
  }

  /// A value that ends on its line, or in brackets. What is further in below it would belong to it.
  private mutating func inline() throws(Beyond) -> YAMLNode {
    let node = isOpening ? try flow() : try scalar(inFlow: false)
    try finishLine()
    return node
  }

  private mutating func key() throws(Beyond) -> String {
    guard hasKey else { throw Beyond() }
    guard case .scalar(let key, _) = try scalar(inFlow: false, isKey: true).content, !key.isEmpty,
      at(index) == UInt8(ascii: ":"), isBlankOrEnd(index + 1)
    else { throw Beyond() }
    index += 1
    return key
  }

  /// Whether a colon that may end a key follows on the line.
  private var hasKey: Bool {
    var place = index
    if let end = endOfQuoted { return at(end) == UInt8(ascii: ":") }
    while place < bytes.count, bytes[place] != UInt8(ascii: "\n") {
      if bytes[place] == UInt8(ascii: ":"), isBlankOrEnd(place + 1) { return true }
      place += 1
    }
    return false
  }
}

// MARK: - Places

extension PlainYAML {
  var isAtEnd: Bool { index >= bytes.count }
  var column: Int { index - lineStart }
  var position: Position { Position(line: Int(first.line) + line, column: column + 1) }

  /// The byte, or a line's end behind the last.
  func at(_ place: Int) -> UInt8 { place < bytes.count ? bytes[place] : UInt8(ascii: "\n") }

  func isBlankOrEnd(_ place: Int) -> Bool {
    at(place) == UInt8(ascii: " ") || at(place) == UInt8(ascii: "\n")
  }

  /// Whether nothing but a remark follows on the line.
  var isAtLineEnd: Bool {
    at(index) == UInt8(ascii: "\n")
      || at(index) == UInt8(ascii: "#") && (column == 0 || bytes[index - 1] == UInt8(ascii: " "))
  }

  private var isDash: Bool { at(index) == UInt8(ascii: "-") && isBlankOrEnd(index + 1) }

  mutating func descend() throws(Beyond) {
    depth += 1
    guard depth < Self.maximumDepth else { throw Beyond() }
  }

  mutating func ascend() { depth -= 1 }

  mutating func skipBlanks() {
    while at(index) == UInt8(ascii: " ") { index += 1 }
  }

  /// Goes on to the next line that says something, behind the value of this one.
  private mutating func finishLine() throws(Beyond) {
    skipBlanks()
    guard isAtLineEnd else { throw Beyond() }
    try skipLines()
  }

  /// Skips lines, or the rest of one, that say nothing.
  mutating func skipLines() throws(Beyond) {
    while true {
      skipBlanks()
      guard isAtLineEnd else { break }
      while at(index) != UInt8(ascii: "\n") { index += 1 }
      guard index < bytes.count else { return }
      index += 1
      line += 1
      lineStart = index
    }
    // `---`, `...` and directives are for documents, of which there is one.
    if column == 0, at(index) == UInt8(ascii: "."), at(index + 1) == UInt8(ascii: ".") { throw Beyond() }
  }
}
