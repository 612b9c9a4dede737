extension Unicode.Scalar {
  /// A hyphen, dash or minus sign of any length: fonts, not writers, tell most of them apart.
  package var isDash: Bool {
    switch self {
    case "-", "\u{2010}"..."\u{2015}", "\u{2212}", "\u{2043}", "\u{FE58}", "\u{FE63}", "\u{FF0D}": true
    default: false
    }
  }

  package var isApostrophe: Bool {
    switch self {
    case "'", "‘", "’", "‚", "‛", "´", "ʼ", "＇", "‹", "›": true
    default: false
    }
  }

  /// An apostrophe too: English sets both as ’.
  package var isQuotationMark: Bool {
    switch self {
    case "\"", "“", "”", "„", "‟", "«", "»", "＂", "「", "」", "『", "』", "〝", "〞", "〟", "｢", "｣": true
    default: isApostrophe
    }
  }

  /// What nobody sees: joiners, variation selectors, direction marks. Not the soft hyphen, which may show, nor the
  /// tags that make the flags of parts of countries.
  package var isInvisible: Bool {
    switch value {
    case 0..<0x34F: false
    case 0x34F, 0x61C, 0x180B...0x180F, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x206F, 0xFE00...0xFE0F,
      0xFEFF,
      0xE0100...0xE01EF:
      true
    default: false
    }
  }

  /// A bracket or a mark that Chinese sets in full width.
  var isSharedPunctuation: Bool {
    switch self {
    case ",", ".", ";", ":", "!", "?", "(", ")", "[", "]": true
    default: false
    }
  }
}
