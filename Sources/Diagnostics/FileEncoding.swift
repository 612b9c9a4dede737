/// In what a text is written that isn't in UTF-8.
package enum FileEncoding: Hashable, Sendable {
  /// With a byte order mark.
  case utf16
  case windows1252
  /// Nobody can tell; in bytes that GB18030, the encoding of Chinese texts, could have or not.
  case unknown(mayBeGB18030: Bool)
}

extension SourceText {
  /// The text in UTF-8, where its encoding can be told for certain; itself where it is in UTF-8 already.
  package var inUTF8: SourceText {
    let bytes = bytes
    if let text = UTF16Text.decoded(bytes) { return SourceText(path: path, bytes: text, encoding: .utf16) }
    do throws(UTF8.ValidationError) {
      _ = try UTF8Span(validating: bytes.span)
      return self
    } catch {
      // What has a byte order mark of another encoding, or is no text at all, is told by whoever reads it.
      if bytes.prefix(64).contains(0) || bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF])
      {
        return self
      }
      if Windows1252.isCertain(bytes) {
        return SourceText(path: path, bytes: Windows1252.decoded(bytes), encoding: .windows1252)
      }
      // What began in UTF-8 is damaged, and in no other encoding.
      let isDamaged = bytes[..<error.byteOffsets.lowerBound].contains { (0xE0...0xEF).contains($0) }
      let mayBeGB18030 = !isDamaged && GB18030.isValid(bytes)
      return SourceText(path: path, bytes: bytes, encoding: .unknown(mayBeGB18030: mayBeGB18030))
    }
  }

  /// The place of the first byte that isn't ASCII.
  package var firstBeyondASCII: Position {
    position(at: bytes.firstIndex { $0 >= 0x80 } ?? 0)
  }
}

enum UTF16Text {
  /// `nil` for what has no byte order mark of UTF-16, or is damaged.
  static func decoded(_ bytes: [UInt8]) -> [UInt8]? {
    let isLittle = bytes.starts(with: [0xFF, 0xFE])
    guard isLittle || bytes.starts(with: [0xFE, 0xFF]), bytes.count.isMultiple(of: 2) else { return nil }
    // The mark of UTF-32.
    if bytes.starts(with: [0xFF, 0xFE, 0, 0]) { return nil }
    var units: [UInt16] = []
    units.reserveCapacity(bytes.count / 2)
    for index in stride(from: 2, to: bytes.count, by: 2) {
      let (first, second) = (UInt16(bytes[index]), UInt16(bytes[index + 1]))
      units.append(isLittle ? second << 8 | first : first << 8 | second)
    }
    return String(validating: units, as: UTF16.self).map { Array($0.utf8) }
  }
}

/// The encoding of old Western European files, Latin-1 among them.
enum Windows1252 {
  /// Whether a text is certainly in it: what isn't ASCII stands as in Western European languages, letters singly within
  /// words and marks singly between them. Chinese, Japanese, Korean and Cyrillic texts have rows of such bytes.
  static func isCertain(_ bytes: [UInt8]) -> Bool {
    var (single, rows) = (0, 0)
    var index = 0
    while let start = bytes[index...].firstIndex(where: { $0 >= 0x80 }) {
      let end = bytes[start...].firstIndex { $0 < 0x80 } ?? bytes.count
      guard end - start <= 2, bytes[start..<end].allSatisfy(isUsual) else { return false }
      if end - start == 1 {
        guard !isLetter(bytes[start]) || isInWord(bytes, start) else { return false }
        single += 1
      } else {
        rows += 1
      }
      index = end
    }
    return single > rows * 2
  }

  /// Beside a letter of ASCII.
  private static func isInWord(_ bytes: [UInt8], _ index: Int) -> Bool {
    let neighbours = [index - 1, index + 1].filter(bytes.indices.contains).map { bytes[$0] | 0x20 }
    return neighbours.contains { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0) }
  }

  private static func isLetter(_ byte: UInt8) -> Bool { byte >= 0xC0 || [0x8C, 0x9C].contains(byte) }

  /// Letters and marks of Western European texts. Polish, Czech or Turkish ones of other encodings have others too.
  private static func isUsual(_ byte: UInt8) -> Bool {
    switch byte {
    case 0xD0, 0xD7, 0xDD, 0xDE, 0xF0, 0xF7, 0xFD, 0xFE: false
    case 0xC0...: true
    case 0x80, 0x85, 0x8C, 0x91...0x97, 0x99, 0x9C, 0xA0, 0xA3, 0xA7, 0xA9, 0xAB, 0xAE, 0xB0, 0xB2, 0xB4,
      0xB7, 0xBB:
      true
    default: false
    }
  }

  static func decoded(_ bytes: [UInt8]) -> [UInt8] {
    var text = String.UnicodeScalarView()
    for byte in bytes { text.append(high[byte] ?? Unicode.Scalar(byte)) }
    return Array(String(text).utf8)
  }

  /// What Latin-1 doesn't have, of the usual ones.
  private static let high: [UInt8: Unicode.Scalar] = [
    0x80: "€", 0x85: "…", 0x8C: "Œ", 0x91: "‘", 0x92: "’", 0x93: "“", 0x94: "”", 0x95: "•", 0x96: "–",
    0x97: "—",
    0x99: "™", 0x9C: "œ",
  ]
}

enum GB18030 {
  /// Whether all bytes make characters in it.
  static func isValid(_ bytes: [UInt8]) -> Bool {
    var index = 0
    while index < bytes.count {
      if bytes[index] < 0x80 {
        index += 1
        continue
      }
      guard (0x81...0xFE).contains(bytes[index]), index + 1 < bytes.count else { return false }
      switch bytes[index + 1] {
      case 0x40...0x7E, 0x80...0xFE: index += 2
      case 0x30...0x39:
        guard index + 3 < bytes.count, (0x81...0xFE).contains(bytes[index + 2]),
          (0x30...0x39).contains(bytes[index + 3])
        else { return false }
        index += 4
      default: return false
      }
    }
    return true
  }
}
