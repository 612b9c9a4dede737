package import Diagnostics

/// Reads a whole file of JSON, which is YAML but for a few things that every program that writes JSON may write: halves
/// of a character as escapes, tabs as indentation, and characters that YAML takes for line ends or refuses.
///
/// A control character that no page can hold, such as `\u0000`, is read as U+FFFD.
package func readJSON(_ source: SourceText) -> (YAMLNode?, [Diagnostic]) {
  var text = JSONText(Array(source.bytes.dropFirst(lengthOfByteOrderMark(source.bytes))))
  text.rewrite()
  let rewritten = SourceText(path: source.path, bytes: text.result)
  let places = OriginalPlaces(text.edits, in: rewritten)
  let halves = text.halves.map { offset in
    Diagnostic(
      .invalidYAML, "this escape is only half of a character",
      at: Place(source.path, rewritten.position(at: offset), length: 6),
      help: "write both halves, such as \\ud83d\\ude00, or the character itself")
  }
  guard halves.isEmpty else { return (nil, halves.map(places.diagnostic)) }
  let (node, diagnostics) = readYAML(rewritten, range: 0..<text.result.count, what: .json)
  return (node.map(places.node), diagnostics.map(places.diagnostic))
}

/// Where things stand in the file that stand elsewhere in what was read.
private struct OriginalPlaces {
  private var edits: [Int: [(column: Int, growth: Int)]] = [:]

  init(_ edits: [(end: Int, growth: Int)], in rewritten: SourceText) {
    for edit in edits {
      let position = rewritten.position(at: edit.end)
      self.edits[Int(position.line), default: []].append((Int(position.column), edit.growth))
    }
  }

  private func position(_ position: Position) -> Position {
    guard let edits = edits[Int(position.line)] else { return position }
    let growth = edits.reduce(0) { $1.column <= Int(position.column) ? $0 + $1.growth : $0 }
    return Position(line: Int(position.line), column: max(1, Int(position.column) - growth))
  }

  func diagnostic(_ diagnostic: Diagnostic) -> Diagnostic {
    var diagnostic = diagnostic
    if let found = diagnostic.place { diagnostic.place?.position = position(found.position) }
    return diagnostic
  }

  /// Recursion is safe here, since reading has bounded the depth.
  func node(_ node: YAMLNode) -> YAMLNode {
    guard !edits.isEmpty else { return node }
    var node = node
    node.position = position(node.position)
    switch node.content {
    case .scalar: break
    case .sequence(let items): node.content = .sequence(items.map { self.node($0) })
    case .mapping(let entries):
      node.content = .mapping(
        entries.map {
          YAMLNode.Entry(key: $0.key, keyPosition: position($0.keyPosition), value: self.node($0.value))
        })
    }
    return node
  }
}

private struct JSONText {
  private let bytes: [UInt8]
  private(set) var result: [UInt8] = []
  /// Where in the result escapes stand that mean no character.
  private(set) var halves: [Int] = []
  /// Where each part that has another length than in the file ends in the result, and how much longer it is.
  private(set) var edits: [(end: Int, growth: Int)] = []
  private var index = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  mutating func rewrite() {
    result.reserveCapacity(bytes.count)
    var isInString = false
    while index < bytes.count {
      let byte = bytes[index]
      switch byte {
      case UInt8(ascii: "\""):
        isInString.toggle()
        copy(1)
      case UInt8(ascii: "\\") where isInString: rewriteEscape()
      case UInt8(ascii: "\t") where !isInString:
        result.append(UInt8(ascii: " "))
        index += 1
      case 0x7F, 0xC2, 0xE2, 0xEF: rewriteCharacter(isInString)
      default: copy(1)
      }
    }
  }

  private mutating func rewriteEscape() {
    guard let high = unit(at: index) else {
      // JSON escapes a slash, which YAML 1.1 does not know.
      if index + 1 < bytes.count, bytes[index + 1] == UInt8(ascii: "/") {
        index += 1
        edits.append((result.count, -1))
      } else {
        return copy(2)
      }
      return copy(1)
    }
    guard (0xD800...0xDFFF).contains(high) else { return copy(6) }
    guard high < 0xDC00, let low = unit(at: index + 6), (0xDC00...0xDFFF).contains(low) else {
      halves.append(result.count)
      return copy(6)
    }
    write(0x10000 + (high - 0xD800) << 10 + (low - 0xDC00))
    index += 12
    edits.append((result.count, -2))
  }

  /// U+007F, U+0080 to U+009F, U+2028, U+2029 and U+FEFF may stand in strings of JSON.
  private mutating func rewriteCharacter(_ isInString: Bool) {
    var decoder = UTF8()
    var iterator = bytes[index..<min(index + 3, bytes.count)].makeIterator()
    guard isInString, case .scalarValue(let scalar) = decoder.decode(&iterator) else { return copy(1) }
    let length = scalar.utf8.count
    switch scalar.value {
    case 0x7F...0x9F, 0x2028, 0x2029, 0xFEFF, 0xFFFE, 0xFFFF:
      write(Int(scalar.value))
      index += length
      edits.append((result.count, 10 - length))
    default: copy(length)
    }
  }

  private mutating func copy(_ count: Int) {
    let end = min(index + count, bytes.count)
    result += bytes[index..<end]
    index = end
  }

  /// As YAML's escape for any character.
  private mutating func write(_ value: Int) {
    let digits = String(value, radix: 16, uppercase: true)
    result += Array("\\U\(String(repeating: "0", count: 8 - digits.count))\(digits)".utf8)
  }

  /// The number of an escape `\uXXXX`.
  private func unit(at start: Int) -> Int? {
    guard start + 6 <= bytes.count, bytes[start] == UInt8(ascii: "\\"), bytes[start + 1] == UInt8(ascii: "u")
    else {
      return nil
    }
    let digits = bytes[(start + 2)..<(start + 6)]
    guard digits.allSatisfy({ Character(UnicodeScalar($0)).isHexDigit }) else { return nil }
    return Int(String(decoding: digits, as: UTF8.self), radix: 16)
  }
}
