import Diagnostics

/// What is made of a text.
enum Composition {
  /// `badKeys` are offsets in the text, of keys that are empty; `invisible` are those of texts in which an escape stands
  /// for a character that may not stand in YAML.
  case node(YAMLNode?, badKeys: [Int], invisible: [(offset: Int, character: Unicode.Scalar)])
  case fault(YAMLFault)
}

/// A syntax error as libyaml tells it; offsets are bytes of the text.
struct YAMLFault {
  /// The `problem` of a text in which a key comes twice.
  static let duplicateKeys = "duplicate keys"
  static let secondDocument = "but found another document"

  var problem: String
  var offset: Int
  /// Where the broken thing begins.
  var contextOffset: Int?
}

/// Turns a text into nodes by libyaml.
struct YAMLComposer {
  private let text: [UInt8]
  private let sort: YAMLSort
  private let firstLine: Position
  private let skippedKeys: Set<Int>
  private var offsets: MarkOffsets
  private var badKeys: [Int] = []
  private var invisible: [(offset: Int, character: Unicode.Scalar)] = []

  /// - Parameters:
  ///   - text: UTF-8 that `checkText` and `YAMLScanner` have found harmless.
  ///   - firstLine: Where the text begins in its file.
  ///   - skippedKeys: The offsets of keys that are left out with their values.
  init(_ text: [UInt8], _ sort: YAMLSort, firstLine: Position, skippedKeys: Set<Int> = []) {
    self.text = text
    self.sort = sort
    self.firstLine = firstLine
    self.skippedKeys = skippedKeys
    offsets = MarkOffsets(text)
  }

  mutating func compose() -> Composition {
    guard var parser = LibyamlParser(text) else {
      return .fault(YAMLFault(problem: "there is no memory left", offset: 0))
    }
    do {
      let root = try document(&parser)
      return .node(root, badKeys: badKeys, invisible: invisible)
    } catch {
      return .fault(
        YAMLFault(
          problem: error.problem, offset: offset(error.mark), contextOffset: error.context.map { offset($0) })
      )
    }
  }

  /// The one document of the text; `nil` where there is none.
  private mutating func document(_ parser: inout LibyamlParser) throws(LibyamlError) -> YAMLNode? {
    var root: YAMLNode?
    var hasDocument = false
    while true {
      switch try parser.next() {
      case .streamEnd: return root
      case .document(let mark):
        if hasDocument { throw LibyamlError(problem: YAMLFault.secondDocument, mark: mark) }
        hasDocument = true
        root = try node(try parser.next(), &parser)
      default: continue
      }
    }
  }

  /// The node that begins with an event; `nil` where none does. Recursion is safe here, since `YAMLScanner` has bounded
  /// the depth.
  private mutating func node(_ event: LibyamlEvent, _ parser: inout LibyamlParser) throws(LibyamlError)
    -> YAMLNode?
  {
    switch event {
    case .scalar(let value, let style, let mark): return scalar(value, style, at: offset(mark))
    case .sequence(let mark):
      let position = position(offset(mark))
      var items: [YAMLNode] = []
      while let item = try node(try parser.next(), &parser) { items.append(item) }
      return YAMLNode(.sequence(items), at: position)
    case .mapping(let mark):
      let position = position(offset(mark))
      return YAMLNode(.mapping(try entries(&parser)), at: position)
    default: return nil
    }
  }

  /// - Throws: Where a key comes twice, too.
  private mutating func entries(_ parser: inout LibyamlParser) throws(LibyamlError) -> [YAMLNode.Entry] {
    var entries: [YAMLNode.Entry] = []
    var keys: [String: LibyamlMark] = [:]
    var twice: Set<String> = []
    while true {
      let event = try parser.next()
      guard case .scalar(let name, let style, let mark) = event else {
        // The scanner has refused collections as keys: they are only read to get past them.
        if try node(event, &parser) == nil { break }
        _ = try node(try parser.next(), &parser)
        continue
      }
      let value = try node(try parser.next(), &parser)
      if keys[name] == nil { keys[name] = mark } else { twice.insert(name) }
      if let value, let entry = entry(name, style, at: offset(mark), value) { entries.append(entry) }
    }
    if let mark = twice.min().flatMap({ keys[$0] }) {
      throw LibyamlError(problem: YAMLFault.duplicateKeys, mark: mark)
    }
    return entries
  }

  private mutating func scalar(_ value: String, _ style: LibyamlScalarStyle, at offset: Int) -> YAMLNode {
    let position = position(offset)
    let length = length(of: value, style, at: offset)
    if style == .doubleQuoted, let wrong = value.unicodeScalars.first(where: isInvisible) {
      invisible.append((offset, wrong))
      let shown = value.unicodeScalars.map { isInvisible($0) ? "\u{FFFD}" : $0 }
      return YAMLNode(
        .scalar(String(String.UnicodeScalarView(shown)), isQuoted: true), at: position, length: length)
    }
    return YAMLNode(
      .scalar(text.joinedLines(of: value, at: offset), isQuoted: style != .plain), at: position,
      length: length)
  }

  private mutating func entry(
    _ key: String, _ style: LibyamlScalarStyle, at offset: Int, _ value: YAMLNode
  ) -> YAMLNode.Entry? {
    if key.isEmpty { badKeys.append(offset) }
    if let wrong = key.unicodeScalars.first(where: isInvisible) { invisible.append((offset, wrong)) }
    // Merge keys are reported by the scanner.
    let isLeftOut = key.isEmpty || (style == .plain && key == "<<") || skippedKeys.contains(offset)
    return isLeftOut ? nil : YAMLNode.Entry(key: key, keyPosition: position(offset), value: value)
  }

  /// Of what a program wrote as JSON, only what no page can hold is replaced.
  private func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
    sort == .json
      ? scalar.value < 0x20 && !["\t", "\n", "\r"].contains(scalar) : !isAllowed(scalar, next: 0)
  }

  private func length(of value: String, _ style: LibyamlScalarStyle, at offset: Int) -> Int {
    switch style {
    case .block: 1
    case .singleQuoted, .doubleQuoted: text.lengthOfQuotedText(at: offset)
    case .plain: max(1, text.lengthOnLine(from: offset, limit: value.utf8.count))
    }
  }

  private mutating func offset(_ mark: LibyamlMark) -> Int {
    offsets.offset(line: mark.line, column: mark.column)
  }

  private func position(_ offset: Int) -> Position {
    offsets.position(of: offset, from: firstLine)
  }
}
