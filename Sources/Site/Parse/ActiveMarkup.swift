/// Whether XML, such as an SVG picture, is more than that: whether a browser that shows it runs something in it.
///
/// It looks for signs and does not parse, so it may take a harmless file for an active one, but not the other way
/// round.
struct ActiveMarkup {
  /// In small letters, with numeric references to ASCII characters as these.
  private let text: [UInt8]
  private let isPlain: Bool

  init(_ bytes: [UInt8]) {
    // In UTF-16 every sign would be missed.
    isPlain = !bytes.contains(0) && bytes.first != 0xFE && bytes.first != 0xFF
    text = isPlain ? ActiveMarkup.normalized(bytes) : []
  }

  var isActive: Bool {
    !isPlain || hasActiveElement || hasHandler || hasScriptAddress || hasEntity || hasStyleSheet
  }

  /// Those that run something, or hold another document.
  private static let elements: Set<String> = ["script", "iframe", "object", "embed", "applet", "frame"]

  /// Whatever the prefix of its namespace.
  private var hasActiveElement: Bool {
    offsets(of: "<").contains { start in
      let name = text[(start + 1)...].prefix(100).prefix { !" \t\r\n/>".utf8.contains($0) }
      let local = name.split(separator: UInt8(ascii: ":")).last ?? []
      return ActiveMarkup.elements.contains(String(decoding: local, as: UTF8.self))
    }
  }

  /// `onload="…"` and the like.
  private var hasHandler: Bool {
    offsets(of: "on").contains { start in
      guard start > 0, " \t\r\n\"'/:".utf8.contains(text[start - 1]) else { return false }
      var rest = text[start...].drop { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0) }
      let isLonger = rest.startIndex > start + 2
      rest = rest.drop { " \t\r\n".utf8.contains($0) }
      guard isLonger, rest.first == UInt8(ascii: "=") else { return false }
      // Values stand in quotation marks in all XML.
      let value = rest.dropFirst().drop { " \t\r\n".utf8.contains($0) }.first
      return value == UInt8(ascii: "\"") || value == UInt8(ascii: "'")
    }
  }

  /// Browsers pass over control characters in a scheme.
  private var hasScriptAddress: Bool {
    let packed = text.filter { $0 > 0x20 }
    return ["javascript:", "vbscript:"].contains { !ActiveMarkup.offsets(of: $0, in: packed).isEmpty }
  }

  /// Entities could put any of this together from parts. The names of namespaces that drawing programs shorten so are
  /// harmless.
  private var hasEntity: Bool {
    offsets(of: "<!entity").contains { start in
      let value = text[start...].prefix(ActiveMarkup.longestLook).drop {
        $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: "'")
      }.dropFirst()
      return !value.starts(with: "http://".utf8) && !value.starts(with: "https://".utf8)
    }
  }

  /// XSLT makes another document of this one.
  private var hasStyleSheet: Bool {
    offsets(of: "<?xml-stylesheet").contains { start in
      let instruction = Array(
        text[start...].prefix(ActiveMarkup.longestLook).prefix { $0 != UInt8(ascii: ">") })
      return ActiveMarkup.offsets(of: "text/css", in: instruction).isEmpty
    }
  }

  /// In bytes. What is longer counts as active.
  private static let longestLook = 1_000

  private func offsets(of sign: String) -> [Int] { ActiveMarkup.offsets(of: sign, in: text) }

  private static func offsets(of sign: String, in text: [UInt8]) -> [Int] {
    let sign = Array(sign.utf8)
    return text.indices.filter { text[$0] == sign[0] && text[$0...].starts(with: sign) }
  }

  private static func normalized(_ bytes: [UInt8]) -> [UInt8] {
    var text: [UInt8] = []
    text.reserveCapacity(bytes.count)
    var rest = bytes[...]
    while let byte = rest.first {
      if byte == UInt8(ascii: "&"), let (character, end) = reference(rest) {
        text.append(lower(character))
        rest = rest[end...]
      } else {
        text.append(lower(byte))
        rest = rest.dropFirst()
      }
    }
    return text
  }

  /// The character of `&#106;` or `&#x6a;` at the start, and where the reference ends; `nil` for any other.
  private static func reference(_ text: ArraySlice<UInt8>) -> (UInt8, Int)? {
    guard text.starts(with: "&#".utf8) else { return nil }
    var digits = text.dropFirst(2)
    let isHex = digits.first == UInt8(ascii: "x") || digits.first == UInt8(ascii: "X")
    if isHex { digits = digits.dropFirst() }
    let number = digits.prefix(20).prefix { $0 != UInt8(ascii: ";") }
    guard digits.dropFirst(number.count).first == UInt8(ascii: ";"),
      let value = Int(String(decoding: number, as: UTF8.self), radix: isHex ? 16 : 10),
      (0..<0x80).contains(value)
    else { return nil }
    return (UInt8(value), number.endIndex + 1)
  }

  private static func lower(_ byte: UInt8) -> UInt8 {
    (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) ? byte | 0x20 : byte
  }
}
