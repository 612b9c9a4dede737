/// How units are compared: **symbols exactly, words in any case**.
///
/// A unit is read word by word. A word is a symbol if
///
/// - it has at most two letters: "t", "mm" and "Mm", "Mt" and "mt";
/// - a capital or a digit stands behind its first letter: "MW", "kWh", "FLOP", "CO2e";
/// - it is one of the longer symbols that mean something else with a capital: "mbar" and "Mbar", "mtoe" and "Mtoe".
///
/// Every other word is folded to lower case: "enterprises", "Enterprises" and, from six letters on, "ENTERPRISES" are
/// one. Singular and plural stay two, and nothing is converted: "kW" is never "MW".
///
/// Characters that are another shape of the same are one: "㎡" and "m²", the signs "µ" and "μ". A raised or lowered
/// digit is the digit itself, for it is typed so: "m²" is "m2", and never "m". "percent", "per cent" and "pct" are "%".
package enum Units {
  package static func areEqual(_ a: String, _ b: String) -> Bool { key(a) == key(b) }

  /// What the wordings of one unit have in common.
  package static func key(_ written: String) -> String {
    var text = ""
    var word: [Unicode.Scalar] = []
    var hasBlank = false
    for scalar in written.unicodeScalars.flatMap(plain) {
      if scalar.properties.isWhitespace {
        append(&word, to: &text)
        hasBlank = true
        continue
      }
      let joins = joints.contains(scalar)
      if hasBlank, !joins, let last = text.unicodeScalars.last, !joints.contains(last) { text += " " }
      hasBlank = false
      if isOfWord(scalar) {
        word.append(scalar)
      } else {
        append(&word, to: &text)
        text.unicodeScalars.append(scalar)
      }
    }
    append(&word, to: &text)
    return percentSign(text)
  }

  /// Around these, blanks mean nothing.
  private static let joints: Set<Unicode.Scalar> = ["/", "·"]

  private static func append(_ word: inout [Unicode.Scalar], to text: inout String) {
    let written = String(String.UnicodeScalarView(word))
    text += isSymbol(word) ? written : written.lowercased()
    word = []
  }

  private static func isOfWord(_ scalar: Unicode.Scalar) -> Bool {
    let properties = scalar.properties
    if properties.isAlphabetic || properties.numericType != nil { return true }
    switch properties.generalCategory {
    case .nonspacingMark, .spacingMark, .enclosingMark: return true
    default: return false
    }
  }

  private static func isSymbol(_ word: [Unicode.Scalar]) -> Bool {
    let letters = word.filter { $0.properties.isAlphabetic }
    if letters.count <= 2 || letters.count < word.count { return true }
    let capitals = letters.count { $0.properties.changesWhenLowercased }
    if capitals == letters.count, capitals >= 6 { return false }
    if capitals > (letters[0].properties.changesWhenLowercased ? 1 : 0) { return true }
    return longSymbols.contains(String(String.UnicodeScalarView(letters)).lowercased())
  }

  /// In lower case: "m" may be milli or mega, "p" pico or peta.
  private static let longSymbols = Set(
    ["m", "p"].flatMap { prefix in
      [
        "bar", "bit", "bps", "toe", "tce", "tpa", "ha", "hz", "pa", "wh", "va", "sv", "gy", "bq", "ohm",
        "mol", "cal",
      ]
      .map { prefix + $0 }
    })

  private static func percentSign(_ key: String) -> String {
    for word in ["percent", "per cent", "pct.", "pct"] where key.hasPrefix(word) {
      let rest = key.dropFirst(word.count)
      if rest.isEmpty || rest.first == " " { return "%" + rest }
    }
    return key
  }

  /// Other shapes of a character, as it is usually typed.
  private static func plain(_ scalar: Unicode.Scalar) -> [Unicode.Scalar] {
    if scalar.isASCII { return [scalar] }
    if let digit = scalar.raisedOrLoweredDigit { return [digit] }
    switch scalar.value {
    case 0xFF01...0xFF5E: return Unicode.Scalar(scalar.value - 0xFEE0).map { [$0] } ?? [scalar]
    case 0x207A, 0x208A: return ["+"]
    case 0x207B, 0x208B, 0x2212, 0x2010, 0x2011: return ["-"]
    case 0x22C5, 0x2219, 0x2022: return ["·"]
    case 0x00B5: return ["μ"]
    case 0xFE6A: return ["%"]
    default: return shapes[scalar].map { Array($0.unicodeScalars) } ?? [scalar]
    }
  }

  /// Units that are one character.
  private static let shapes: [Unicode.Scalar: String] = [
    "℃": "°C", "℉": "°F", "ℓ": "l", "\u{2126}": "Ω", "\u{212A}": "K", "\u{212B}": "Å",
    "㎜": "mm", "㎝": "cm", "㎞": "km", "㎟": "mm2", "㎠": "cm2", "㎡": "m2", "㎢": "km2",
    "㎣": "mm3", "㎤": "cm3", "㎥": "m3", "㎦": "km3", "㎍": "μg", "㎎": "mg", "㎏": "kg", "㏏": "kt",
    "㎕": "μl", "㎖": "ml", "㎗": "dl", "㎘": "kl", "㎐": "Hz", "㎑": "kHz", "㎒": "MHz", "㎓": "GHz",
    "㎔": "THz", "㎩": "Pa", "㎪": "kPa", "㎫": "MPa", "㎬": "GPa", "㎶": "μV", "㎷": "mV", "㎸": "kV", "㎹": "MV",
    "㎼": "μW", "㎽": "mW", "㎾": "kW", "㎿": "MW", "㏊": "ha", "㎅": "KB", "㎆": "MB", "㎇": "GB", "㏄": "cc",
    "㎲": "μs", "㎳": "ms", "㎧": "m/s", "㎨": "m/s2", "㏖": "mol", "㏈": "dB", "㍱": "hPa", "㍴": "bar",
  ]
}

extension Unicode.Scalar {
  /// The digit that is set above or below the line: "2" of "²" and "₂".
  package var raisedOrLoweredDigit: Unicode.Scalar? {
    switch value {
    case 0xB9: "1"
    case 0xB2, 0xB3: Unicode.Scalar(value - 0xB2 + 0x32)
    case 0x2070, 0x2074...0x2079: Unicode.Scalar(value - 0x2070 + 0x30)
    case 0x2080...0x2089: Unicode.Scalar(value - 0x2080 + 0x30)
    default: nil
    }
  }
}
