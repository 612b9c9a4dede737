extension OutputBuffer {
  /// Appends a text, escaped.
  mutating func append(_ bytes: Span<UInt8>, _ escape: Escape) {
    switch escape {
    case .none: append(bytes)
    case .text, .characterData: appendEntities(bytes, quotes: false)
    case .entities: appendEntities(bytes, quotes: true)
    case .url:
      let start = attributeStart
      appendEntities(bytes, quotes: true)
      if !isAllowedURL(from: start) {
        remove(from: start)
        append(UInt8(ascii: "#"))
      }
    case .xml: appendXML(bytes)
    case .impossible: break
    }
  }

  /// Appends safe markup: as it is in text, escaped like text elsewhere.
  mutating func append(markup bytes: Span<UInt8>, _ escape: Escape) {
    append(bytes, escape == .text ? .none : escape)
  }

  /// Appends run by run what needs no escaping.
  private mutating func appendEntities(_ bytes: Span<UInt8>, quotes: Bool) {
    // One bit for each of the first 64 bytes that must be escaped.
    let escaped: UInt64 = quotes ? 0x5000_00C4_0000_0000 : 0x5000_0040_0000_0000
    var start = 0
    for index in bytes.indices {
      let byte = bytes[index]
      if byte >= 64 || (escaped &>> UInt64(byte)) & 1 == 0 { continue }
      append(bytes.extracting(start..<index))
      append(entityFor: byte)
      start = index + 1
    }
    append(start == 0 ? bytes : bytes.extracting(start...))
  }

  private mutating func append(entityFor byte: UInt8) {
    switch byte {
    case UInt8(ascii: "&"): append("&amp;")
    case UInt8(ascii: "<"): append("&lt;")
    case UInt8(ascii: ">"): append("&gt;")
    case UInt8(ascii: "\""): append("&quot;")
    default: append("&#39;")
    }
  }
}

// MARK: XML

extension OutputBuffer {
  private mutating func appendXML(_ bytes: Span<UInt8>) {
    var start = 0
    for index in bytes.indices {
      let dropped = bytes.lengthOfForbiddenCharacter(at: index)
      if dropped == 0, bytes[index] != UInt8(ascii: "'") { continue }
      appendEntities(bytes.extracting(start..<index), quotes: true)
      if dropped == 0 { append("&apos;") }
      start = index + max(dropped, 1)
    }
    appendEntities(bytes.extracting(start...), quotes: true)
  }
}

extension Span<UInt8> {
  /// How many bytes the character at an index has that XML 1.0 doesn't allow: control characters, and the two that
  /// are none, U+FFFE and U+FFFF.
  fileprivate func lengthOfForbiddenCharacter(at index: Int) -> Int {
    switch self[index] {
    case 0x09, 0x0A, 0x0D: 0
    case ..<0x20: 1
    case 0xEF where index + 2 < count && self[index + 1] == 0xBF && self[index + 2] >= 0xBE: 3
    default: 0
    }
  }
}

// MARK: URLs

extension OutputBuffer {
  /// Where the attribute's value began that the output ends in: behind the last quotation mark, since those
  /// of values are escaped.
  private var attributeStart: Int {
    var start = count
    while start > 0, self[start - 1] != UInt8(ascii: "\""), self[start - 1] != UInt8(ascii: "'") {
      start -= 1
    }
    return start
  }

  /// Whether the URL from `start` on is relative to this site or has a scheme that is allowed.
  ///
  /// Browsers drop control characters and leading blanks, and take `\` for `/`.
  private func isAllowedURL(from start: Int) -> Bool {
    var isFirst = true
    var index = start
    while index < count {
      let byte = self[index]
      switch byte {
      case 0...0x20: break
      case UInt8(ascii: "/"), UInt8(ascii: "\\"): return !isFirst || !isSlash(after: index)
      case UInt8(ascii: ":"): return allowedSchemes.contains(scheme(in: start..<index))
      case UInt8(ascii: "?"), UInt8(ascii: "#"): return true
      default: isFirst = false
      }
      index += 1
    }
    return true
  }

  private func scheme(in range: Range<Int>) -> Name {
    var scheme = Name.empty
    for index in range where self[index] > 0x20 { scheme.add(lowercased(self[index])) }
    return scheme
  }

  private func isSlash(after index: Int) -> Bool {
    var next = index + 1
    while next < count, self[next] <= 0x20 { next += 1 }
    return next < count && (self[next] == UInt8(ascii: "/") || self[next] == UInt8(ascii: "\\"))
  }
}
