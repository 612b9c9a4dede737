/// The names of places on pages: how headings get them, and which one a link means.
package enum Anchor {
  /// As GitHub makes it from a heading's text: letters (Han too), digits, `-` and `_` stay, in lower case; blanks become
  /// `-`, all else goes.
  package static func ofHeading(_ text: String) -> String {
    var anchor = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      if scalar == " " {
        anchor.append("-")
      } else if stays(scalar) {
        anchor.append(contentsOf: scalar.properties.lowercaseMapping.unicodeScalars)
      }
    }
    return String(anchor)
  }

  private static func stays(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.isASCII { return scalar.isLatinLetter || scalar.isDigit || scalar == "-" || scalar == "_" }
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .titlecaseLetter, .lowercaseLetter, .modifierLetter, .otherLetter, .nonspacingMark,
      .spacingMark, .decimalNumber, .letterNumber, .connectorPunctuation:
      return true
    default: return false
    }
  }

  /// The anchor that a link names, as it's spelled where it stands: letters may be written in another normal form, and
  /// percent-encoded.
  package static func named(_ name: String, among anchors: some Sequence<String>) -> String? {
    let decoded = percentDecoded(name)
    // `==` compares by canonical equivalence.
    return anchors.first { $0 == name || $0 == decoded }
  }

  /// The part of a name or destination before the first `#` (after the first scalar, if `afterFirst`), and what is behind
  /// it. A `#` counts as one whatever combines with it, as in `#\u{FE0F}-setup`.
  package static func split(_ text: String, afterFirst: Bool = false) -> (before: String, anchor: String?) {
    let scalars = text.unicodeScalars
    let start = afterFirst && !scalars.isEmpty ? scalars.index(after: scalars.startIndex) : scalars.startIndex
    guard let hash = scalars[start...].firstIndex(of: "#") else { return (text, nil) }
    return (String(scalars[..<hash]), String(scalars[scalars.index(after: hash)...]))
  }

  /// What is not two hexadecimal digits behind a `%` stays as it is.
  package static func percentDecoded(_ text: String) -> String {
    guard text.utf8.contains(UInt8(ascii: "%")) else { return text }
    let bytes = Array(text.utf8)
    var decoded: [UInt8] = []
    var offset = 0
    while offset < bytes.count {
      if bytes[offset] == UInt8(ascii: "%"), offset + 2 < bytes.count, let high = hexDigit(bytes[offset + 1]),
        let low = hexDigit(bytes[offset + 2])
      {
        decoded.append(high << 4 | low)
        offset += 3
      } else {
        decoded.append(bytes[offset])
        offset += 1
      }
    }
    return String(decoding: decoded, as: UTF8.self)
  }

  private static func hexDigit(_ byte: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
    case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
    case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
    default: nil
    }
  }
}
