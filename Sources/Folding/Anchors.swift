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
    let decoded = name.percentDecoded
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
}
