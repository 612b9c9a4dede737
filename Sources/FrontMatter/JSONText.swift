package import Diagnostics

/// Reads a whole file of JSON, which is YAML but for a few things that every program that writes JSON may write: halves
/// of a character as escapes, tabs as indentation, and characters that YAML takes for line ends or refuses. What
/// follows on such an escape in its line has places a few columns further left.
///
/// A control character that no page can hold, such as `\u0000`, is read as U+FFFD.
package func readJSON(_ source: SourceText) -> (YAMLNode?, [Diagnostic]) {
  var text = JSONText(Array(source.bytes.dropFirst(lengthOfByteOrderMark(source.bytes))))
  text.rewrite()
  let rewritten = SourceText(path: source.path, bytes: text.result)
  let halves = text.halves.map { offset in
    Diagnostic(
      .invalidYAML, "the escape here is half of a character",
      at: Place(source.path, rewritten.position(at: offset), length: 6),
      help: "write both halves, such as \\ud83d\\ude00, or the character itself")
  }
  guard halves.isEmpty else { return (nil, halves) }
  return readYAML(rewritten, range: 0..<text.result.count, what: .json)
}

private struct JSONText {
  private let bytes: [UInt8]
  private(set) var result: [UInt8] = []
  /// Where in the result escapes stand that mean no character.
  private(set) var halves: [Int] = []
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
      if index + 1 < bytes.count, bytes[index + 1] == UInt8(ascii: "/") { index += 1 } else { return copy(2) }
      return copy(1)
    }
    guard (0xD800...0xDFFF).contains(high) else { return copy(6) }
    guard high < 0xDC00, let low = unit(at: index + 6), (0xDC00...0xDFFF).contains(low) else {
      halves.append(result.count)
      return copy(6)
    }
    write(0x10000 + (high - 0xD800) << 10 + (low - 0xDC00))
    index += 12
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
