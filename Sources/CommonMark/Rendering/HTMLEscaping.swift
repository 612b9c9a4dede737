extension [UInt8] {
  mutating func append(_ markup: StaticString) {
    markup.withUTF8Buffer { unsafe append(contentsOf: $0) }
  }

  /// Starts a new line unless one has started; `start` is where the fragment began.
  mutating func startLine(_ start: Int) {
    if count > start, self[count - 1] != .newline { append(.newline) }
  }

  mutating func appendEscaped(_ bytes: ArraySlice<UInt8>) {
    var start = bytes.startIndex
    for offset in bytes.indices {
      let entity: StaticString
      switch bytes[offset] {
      case .less: entity = "&lt;"
      case .greater: entity = "&gt;"
      case UInt8(ascii: "&"): entity = "&amp;"
      case UInt8(ascii: "\""): entity = "&quot;"
      default: continue
      }
      append(contentsOf: bytes[start..<offset])
      append(entity)
      start = offset + 1
    }
    append(contentsOf: bytes[start...])
  }

  mutating func appendEscaped(_ text: String) {
    appendEscaped([UInt8](text.utf8)[...])
  }

  /// An id as the value of an attribute: like a URL, but with letters of any script as they are.
  mutating func appendID(_ id: String) {
    for scalar in id.unicodeScalars {
      if scalar.isASCII { appendURL(String(scalar)) } else { append(contentsOf: String(scalar).utf8) }
    }
  }

  /// A URL as the value of an attribute: what may not stand in a URL is percent-encoded.
  mutating func appendURL(_ url: String) {
    for byte in url.utf8 {
      switch byte {
      case UInt8(ascii: "&"): append("&amp;")
      case UInt8(ascii: "'"): append("&#x27;")
      case _ where byte.isAlphanumeric, UInt8(ascii: "!"), .hash...UInt8(ascii: "%"),
        UInt8(ascii: "(")...UInt8(ascii: "/"), .colon, UInt8(ascii: ";"), UInt8(ascii: "="),
        UInt8(ascii: "?"),
        .at, .underscore, .tilde:
        append(byte)
      default:
        append(UInt8(ascii: "%"))
        append(Self.hexDigit(byte >> 4))
        append(Self.hexDigit(byte & 15))
      }
    }
  }

  private static func hexDigit(_ value: UInt8) -> UInt8 {
    value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "A") + value - 10
  }
}
