import Folding

/// What search makes of each character: asked for every character of a site, so that of most it is one look into a table.
struct CharacterClasses: Sendable {
  struct Flags: OptionSet, Sendable {
    let rawValue: UInt8

    /// A letter, a digit or a mark.
    static let word = Flags(rawValue: 1)
    /// One of a script that is written without blanks between words.
    static let unspaced = Flags(rawValue: 2)
    static let mark = Flags(rawValue: 4)
    /// NFKC may change it, or what stands before it.
    static let unstable = Flags(rawValue: 8)
    static let capital = Flags(rawValue: 16)
    /// It's of a letter and a mark.
    static let composed = Flags(rawValue: 32)
    /// A Latin, Greek or Cyrillic letter, or another sign before these end: marks behind it don't count.
    static let markless = Flags(rawValue: 64)
    /// Nobody sees it.
    static let ignored = Flags(rawValue: 128)
  }

  static let shared = CharacterClasses()

  /// Of the basic plane.
  private let table: [UInt8]

  private init() { table = (0..<0x10000).map { Unicode.Scalar($0).map { Self.flags(of: $0).rawValue } ?? 0 } }

  subscript(value: UInt32) -> Flags {
    if value < 0x10000 { return Flags(rawValue: table[Int(value)]) }
    return Unicode.Scalar(value).map(Self.flags) ?? []
  }

  private static func flags(of scalar: Unicode.Scalar) -> Flags {
    var flags: Flags = []
    if scalar.properties.isDefaultIgnorableCodePoint { flags.insert(.ignored) }
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .spacingMark, .enclosingMark: flags.formUnion([.word, .mark])
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .decimalNumber,
      .letterNumber, .otherNumber:
      flags.insert(.word)
    default: break
    }
    // Terms are in one order by UTF-8 and, in the browser, by UTF-16.
    if (0xE000..<0x10000).contains(scalar.value) { flags.remove(.word) }
    if flags.contains(.word), isUnspaced(scalar.value) { flags.insert(.unspaced) }
    if !NormalForms.isStable(scalar) { flags.insert(.unstable) }
    if scalar.properties.changesWhenLowercased { flags.insert(.capital) }
    if isMarkless(scalar.value) {
      flags.insert(.markless)
      var parts: [Unicode.Scalar] = []
      NormalForms.appendParts(of: scalar, to: &parts)
      if parts != [scalar] { flags.insert(.composed) }
    }
    return flags
  }

  private static func isUnspaced(_ value: UInt32) -> Bool {
    switch value {
    case 0xE00...0xEFF, 0x1000...0x109F, 0x1780...0x17FF, 0x2E80...0x9FFF,
      0xA9E0...0xA9FF, 0xAA60...0xAA7F, 0x1AFF0...0x1B16F, 0x20000...0x3FFFD:
      true
    default: false
    }
  }

  private static func isMarkless(_ value: UInt32) -> Bool {
    switch value {
    case 0..<0x530, 0x1D00...0x1FFF: true
    default: false
    }
  }
}
