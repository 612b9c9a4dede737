/// Reads the tokens of a YAML text the way libyaml's scanner does, to find what Yams must never see: nesting
/// that overflows the stack (Yams reads by recursion) and aliases (which it expands: nine lines make a
/// billion nodes). Also what means nothing here (anchors, tags, directives, keys that are no text), and where
/// each key stands, for Yams gives up at the first key that comes twice.
///
/// It never fails: where libyaml would, it stops, and leaves it to Yams to say so.
struct YAMLScanner {
  static let maximumDepth = 100
  /// Enough to be of use, and a bound for a file of nothing else.
  static let maximumFindings = 100

  struct Finding {
    enum Sort { case anchor, alias, mergeKey, tag, directive, complexKey, secondDocument, tooDeep }
    var sort: Sort
    var range: Range<Int>
  }

  /// A key that is a scalar on one line, as it is written, marks included.
  struct Key {
    /// Keys of one mapping share this number.
    var mapping: Int
    var range: Range<Int>
  }

  /// The text, with what was found made harmless byte for byte: lines and columns stay what they are.
  private(set) var bytes: [UInt8]
  private(set) var findings: [Finding] = []
  private(set) var keys: [Key] = []
  /// The text is to be read up to here only.
  private(set) var end: Int
  /// Whether what was found rules out that Yams reads the text.
  private(set) var isUnreadable = false
  /// `nil` where nobody asked for it.
  var layout: YAMLLayout?

  var index = 0
  var lineStart = 0
  var simpleKeyAllowed = true
  private var blocks: [Block] = []
  private var flows: [Flow] = []
  private var blockKey: PossibleKey?
  private var mappings = 0
  private var hasStarted = false

  private struct Block {
    var column: Int
    var mapping: Int
  }

  private struct Flow {
    var isMapping: Bool
    var mapping: Int
    var start: Int
    var key: PossibleKey?
  }

  /// Where a key may have begun, should a `:` follow on the same line.
  private struct PossibleKey {
    var start: Int
    var lineStart: Int
    var isCollection = false
    var scalar: Range<Int>?
  }

  init(_ bytes: [UInt8], keepsLayout: Bool = false) {
    self.bytes = bytes
    layout = keepsLayout ? YAMLLayout() : nil
    end = bytes.count
    keys.reserveCapacity(16)
    while !isUnreadable, skipToToken(), readToken() {}
  }
}

// MARK: - Tokens

extension YAMLScanner {
  /// Skips blanks, comments and line breaks; `false` at the end of the text.
  private mutating func skipToToken() -> Bool {
    while index < end {
      switch bytes[index] {
      case UInt8(ascii: " "), UInt8(ascii: "\r"): index += 1
      case UInt8(ascii: "\t") where isInFlow || !simpleKeyAllowed: index += 1
      case UInt8(ascii: "#"): skipComment()
      case UInt8(ascii: "\n"):
        startLine()
        if !isInFlow { simpleKeyAllowed = true }
      default: return true
      }
    }
    return false
  }

  /// Reads one token; `false` where libyaml would stop with an error, and at the end of the document.
  private mutating func readToken() -> Bool {
    if !isInFlow { while let block = blocks.last, block.column > column { blocks.removeLast() } }
    if isDocumentMarker { return readDocumentMarker() }
    let byte = bytes[index]
    if byte == UInt8(ascii: "%"), column == 0 {
      readDirective()
      return true
    }
    hasStarted = true
    switch byte {
    case UInt8(ascii: "["), UInt8(ascii: "{"): openFlow(isMapping: byte == UInt8(ascii: "{"))
    case UInt8(ascii: "]"), UInt8(ascii: "}"): closeFlow()
    case UInt8(ascii: ","):
      possibleKey = nil
      simpleKeyAllowed = true
      index += 1
    case UInt8(ascii: "-") where isBlankOrEnd(index + 1): readItem()
    case UInt8(ascii: "?") where isInFlow || isBlankOrEnd(index + 1): find(.complexKey, index..<(index + 1))
    case UInt8(ascii: ":") where isInFlow || isBlankOrEnd(index + 1): readValueIndicator()
    case UInt8(ascii: "*"): return readAlias()
    case UInt8(ascii: "&"): readProperty(.anchor)
    case UInt8(ascii: "!"): readProperty(.tag)
    case UInt8(ascii: "|") where !isInFlow, UInt8(ascii: ">") where !isInFlow:
      possibleKey = nil
      simpleKeyAllowed = true
      let start = index
      guard skipBlockScalar(parentIndent: blocks.last?.column ?? -1) else { return false }
      layout?.scalars[start] = index < end ? lineStart : end
      return true
    case UInt8(ascii: "'"), UInt8(ascii: "\""):
      return readScalar { $0.skipQuotedScalar(quote: byte) }
    case UInt8(ascii: "|"), UInt8(ascii: ">"), UInt8(ascii: "%"), UInt8(ascii: "@"), UInt8(ascii: "`"),
      UInt8(ascii: "\t"):
      return false
    default: return readPlainScalar()
    }
    return true
  }

  private mutating func readPlainScalar() -> Bool {
    let indent = (blocks.last?.column ?? -1) + 1
    return readScalar { $0.skipPlainScalar(indent: indent, isInFlow: $0.isInFlow) }
  }

  /// `skip` moves past the scalar and gives where its last character ends, or `nil` where it is broken.
  private mutating func readScalar(_ skip: (inout YAMLScanner) -> Int?) -> Bool {
    let (start, line) = (index, lineStart)
    savePossibleKey()
    simpleKeyAllowed = false
    guard let scalarEnd = skip(&self) else { return false }
    layout?.scalars[start] = scalarEnd
    if let key = possibleKey, key.lineStart == line { possibleKey?.scalar = start..<scalarEnd }
    return true
  }

  private mutating func readDocumentMarker() -> Bool {
    if !hasStarted, bytes[index] == UInt8(ascii: "-") {
      hasStarted = true
      index += 3
      simpleKeyAllowed = false
      return true
    }
    // `...` may end the document, but nothing may follow.
    let (marker, isEnd) = (index, bytes[index] == UInt8(ascii: "."))
    end = marker
    if !isEnd {
      find(.secondDocument, marker..<(marker + 3))
    } else if let next = contentAfterMarker(marker + 3) {
      find(.secondDocument, next..<(next + 1))
    }
    return false
  }

  private mutating func readDirective() {
    let lineEnd =
      bytes[index..<end].firstIndex { $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\r") } ?? end
    find(.directive, index..<lineEnd)
    bytes[index] = UInt8(ascii: "#")
  }

  private mutating func readItem() {
    if !isInFlow {
      openBlock(at: column)
      layout?.dashes.append(index)
    }
    possibleKey = nil
    simpleKeyAllowed = true
    index += 1
  }

  private mutating func openFlow(isMapping: Bool) {
    savePossibleKey()
    possibleKey?.isCollection = true
    mappings += 1
    flows.append(Flow(isMapping: isMapping, mapping: mappings, start: index))
    simpleKeyAllowed = true
    checkDepth()
    index += 1
  }

  private mutating func closeFlow() {
    let flow = flows.popLast()
    simpleKeyAllowed = false
    index += 1
    if let flow { layout?.flows[flow.start] = index }
  }

  private mutating func readValueIndicator() {
    if let key = possibleKey, key.lineStart == lineStart {
      if !isInFlow { openBlock(at: key.start - lineStart) }
      if key.isCollection { find(.complexKey, key.start..<index) }
      if let scalar = key.scalar { add(scalar) }
      simpleKeyAllowed = false
    } else {
      if !isInFlow { openBlock(at: column) }
      simpleKeyAllowed = !isInFlow
    }
    possibleKey = nil
    index += 1
  }

  private mutating func add(_ key: Range<Int>) {
    var mapping = blocks.last?.mapping ?? 0
    if let flow = flows.last {
      // `[a: 1, a: 2]` is a list of two mappings.
      if !flow.isMapping { mappings += 1 }
      mapping = flow.isMapping ? flow.mapping : mappings
    }
    keys.append(Key(mapping: mapping, range: key))
    if key.count == 2, bytes[key.lowerBound] == UInt8(ascii: "<"),
      bytes[key.lowerBound + 1] == UInt8(ascii: "<")
    {
      find(.mergeKey, key)
    }
  }

  /// An alias becomes null; what follows it on the line, which libyaml would refuse, is text then.
  private mutating func readAlias() -> Bool {
    let range = index..<propertyEnd(endsAtColon: true)
    find(.alias, range)
    for position in range { bytes[position] = UInt8(ascii: " ") }
    bytes[range.lowerBound] = UInt8(ascii: "~")
    return readPlainScalar()
  }

  /// An anchor or a tag is blanked out. Only before a key, which blanks would indent, it stays: it costs
  /// nothing.
  private mutating func readProperty(_ sort: Finding.Sort) {
    let range = index..<propertyEnd(endsAtColon: sort == .anchor)
    find(sort, range)
    index = range.upperBound
    guard simpleKeyAllowed, !isInFlow else {
      for position in range { bytes[position] = UInt8(ascii: " ") }
      return
    }
    possibleKey = PossibleKey(start: range.lowerBound, lineStart: lineStart)
    simpleKeyAllowed = false
  }

  private func propertyEnd(endsAtColon: Bool) -> Int {
    var index = index
    while index < end, !isWhiteSpace(bytes[index]), !(isInFlow && isFlowIndicator(bytes[index])) {
      if endsAtColon, bytes[index] == UInt8(ascii: ":"), isBlankOrEnd(index + 1) { break }
      index += 1
    }
    return index
  }
}

// MARK: - State

extension YAMLScanner {
  var column: Int { index - lineStart }
  private var isInFlow: Bool { !flows.isEmpty }

  private var possibleKey: PossibleKey? {
    get { if let flow = flows.last { flow.key } else { blockKey } }
    set {
      if flows.isEmpty { blockKey = newValue } else { flows[flows.count - 1].key = newValue }
    }
  }

  private mutating func savePossibleKey() {
    if simpleKeyAllowed { possibleKey = PossibleKey(start: index, lineStart: lineStart) }
  }

  private mutating func openBlock(at column: Int) {
    guard column > blocks.last?.column ?? -1 else { return }
    mappings += 1
    blocks.append(Block(column: column, mapping: mappings))
    checkDepth()
  }

  private mutating func checkDepth() {
    if blocks.count + flows.count > Self.maximumDepth { find(.tooDeep, index..<(index + 1)) }
  }

  private mutating func find(_ sort: Finding.Sort, _ range: Range<Int>) {
    if sort == .complexKey || sort == .tooDeep { isUnreadable = true }
    if findings.count < Self.maximumFindings || isUnreadable {
      findings.append(Finding(sort: sort, range: range))
    }
  }
}
