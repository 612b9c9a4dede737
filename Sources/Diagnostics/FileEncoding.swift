/// In what a text is written that isn't in UTF-8.
package enum FileEncoding: Hashable, Sendable {
  /// UTF-16 or UTF-32 with a byte order mark.
  case unicode
  /// The one that the author names.
  case named(CodePage)
  /// One of Latin letters; which one, this text doesn't show, for what it has beyond ASCII means the same in all.
  case latin
  /// UTF-16 without a byte order mark.
  case unmarked(isLittle: Bool)
  /// Nobody can tell; what the author names, it is not.
  case unknown(TextShape, besides: CodePage?)

  /// What the bytes beyond ASCII look like.
  package enum TextShape: Hashable, Sendable {
    /// Single letters in words of ASCII.
    case singleLetters
    /// Rows of them, as in Cyrillic and Greek texts; in Chinese ones of GB 18030 too, if they could be that.
    case rows(mayBeGB18030: Bool)
    case damaged
  }

  /// Whether the text could be read.
  package var isRead: Bool {
    switch self {
    case .unicode, .named, .latin: true
    case .unmarked, .unknown: false
    }
  }
}

extension SourceText {
  /// The text in UTF-8, where its encoding is certain; itself where it is in UTF-8 already.
  ///
  /// Nothing is guessed: a wrong guess would publish wrong letters. So a text is read where it has a byte order mark, where the
  /// author has named the encoding, or where all that it has beyond ASCII means the same in every encoding of Latin letters.
  package func inUTF8(named page: CodePage? = nil) -> SourceText {
    let bytes = bytes
    if let text = MarkedUnicode.decoded(bytes) {
      return SourceText(path: path, bytes: text, encoding: .unicode)
    }
    // What is no text at all is told by whoever reads it.
    if bytes.prefix(64).contains(0) {
      guard let isLittle = MarkedUnicode.isLittleWithoutMark(bytes) else { return self }
      return SourceText(path: path, bytes: bytes, encoding: .unmarked(isLittle: isLittle))
    }
    do throws(UTF8.ValidationError) {
      _ = try UTF8Span(validating: bytes.span)
      return self
    } catch {
      if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) { return self }
      // What began in UTF-8 is damaged, and in no other encoding.
      let isDamaged = bytes[..<error.byteOffsets.lowerBound].contains { (0xE0...0xEF).contains($0) }
      if let page, !isDamaged, let text = page.decoded(bytes) {
        return SourceText(path: path, bytes: text, encoding: .named(page))
      }
      if page == nil, LatinText.isSameInAll(bytes), let text = CodePage.windows1252.decoded(bytes) {
        return SourceText(path: path, bytes: text, encoding: .latin)
      }
      let shape: FileEncoding.TextShape =
        isDamaged
        ? .damaged
        : LatinText.isLikely(bytes) ? .singleLetters : .rows(mayBeGB18030: GB18030.isValid(bytes))
      return SourceText(path: path, bytes: bytes, encoding: .unknown(shape, besides: page))
    }
  }

  /// The place of the first byte that isn't ASCII.
  package var firstBeyondASCII: Position {
    position(at: bytes.firstIndex { $0 >= 0x80 } ?? 0)
  }
}

/// UTF-16 and UTF-32.
enum MarkedUnicode {
  /// `nil` for what has no byte order mark of theirs, or is damaged.
  static func decoded(_ bytes: [UInt8]) -> [UInt8]? {
    if bytes.starts(with: [0xFF, 0xFE, 0, 0]) || bytes.starts(with: [0, 0, 0xFE, 0xFF]) {
      guard bytes.count.isMultiple(of: 4) else { return nil }
      var text = String.UnicodeScalarView()
      for unit in units(bytes, of: 4, isLittle: bytes[0] != 0).dropFirst() {
        guard let scalar = Unicode.Scalar(unit) else { return nil }
        text.append(scalar)
      }
      return Array(String(text).utf8)
    }
    let isLittle = bytes.starts(with: [0xFF, 0xFE])
    guard isLittle || bytes.starts(with: [0xFE, 0xFF]), bytes.count.isMultiple(of: 2) else { return nil }
    let units = units(bytes, of: 2, isLittle: isLittle).dropFirst().map { UInt16($0) }
    return String(validating: units, as: UTF16.self).map { Array($0.utf8) }
  }

  private static func units(_ bytes: [UInt8], of size: Int, isLittle: Bool) -> [UInt32] {
    stride(from: 0, to: bytes.count, by: size).map { start in
      let unit = bytes[start..<start + size]
      return (isLittle ? Array(unit.reversed()) : Array(unit)).reduce(0) { $0 << 8 | UInt32($1) }
    }
  }

  /// `nil` where every second byte at the beginning is not mostly zero.
  static func isLittleWithoutMark(_ bytes: [UInt8]) -> Bool? {
    let start = bytes.prefix(64)
    let (first, second) = (
      start.indices.filter { $0.isMultiple(of: 2) }, start.indices.filter { !$0.isMultiple(of: 2) }
    )
    let zeros = (first.count { start[$0] == 0 }, second.count { start[$0] == 0 })
    if zeros.0 == 0, zeros.1 * 2 > second.count { return true }
    return zeros.1 == 0 && zeros.0 * 2 > first.count ? false : nil
  }
}

/// Texts in an old encoding of Latin letters.
enum LatinText {
  /// Whether all that isn't ASCII is the same in the encodings of Windows and of ISO for West, Middle and North European
  /// languages and Turkish, and stands where it belongs: letters singly in words, signs between them. Chinese, Japanese and Korean
  /// texts have rows of such bytes.
  static func isSameInAll(_ bytes: [UInt8]) -> Bool {
    let rows = rows(in: bytes)
    let single = rows.filter { $0.count == 1 }.count
    guard rows.allSatisfy({ $0.count <= 2 }), single > (rows.count - single) * 2 else { return false }
    return rows.joined().allSatisfy { index in
      switch bytes[index] {
      case 0xC4, 0xC9, 0xD6, 0xDC, 0xDF, 0xE4, 0xE9, 0xF6, 0xFC: isInWord(bytes, index)
      // In old encodings of other systems these are letters.
      case 0xA0, 0xA7, 0xB0: !isInWord(bytes, index)
      default: false
      }
    }
  }

  /// Whether most of what isn't ASCII stands beside letters of ASCII, as in languages of Latin letters.
  static func isLikely(_ bytes: [UInt8]) -> Bool {
    let rows = rows(in: bytes)
    let inWords = rows.count { row in
      // No word of Latin letters has five that are not of ASCII in a row.
      row.count < 5 && (isInWord(bytes, row.lowerBound) || isInWord(bytes, row.upperBound - 1))
    }
    return inWords * 2 > rows.count
  }

  private static func rows(in bytes: [UInt8]) -> [Range<Int>] {
    var rows: [Range<Int>] = []
    var index = 0
    while let start = bytes[index...].firstIndex(where: { $0 >= 0x80 }) {
      index = bytes[start...].firstIndex { $0 < 0x80 } ?? bytes.count
      rows.append(start..<index)
    }
    return rows
  }

  /// Beside a letter of ASCII.
  private static func isInWord(_ bytes: [UInt8], _ index: Int) -> Bool {
    let neighbours = [index - 1, index + 1].filter(bytes.indices.contains).map { bytes[$0] | 0x20 }
    return neighbours.contains { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0) }
  }
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
