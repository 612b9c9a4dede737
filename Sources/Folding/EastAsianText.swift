/// What is set in the width of a Chinese character, as far as Markdown and line ends ask for it.
extension Unicode.Scalar {
  /// A Chinese, Japanese or Korean character or mark: one that is wide, full-width or half-width by Unicode's
  /// annex 11 and no emoji, or Hangul.
  package var isEastAsian: Bool {
    guard value >= 0x1100 else { return false }
    switch value {
    case 0x1100...0x11FF, 0x20A9, 0x2329...0x232A, 0x2E80...0x303E, 0x3041...0x3247, 0x3250...0xA4CF,
      0xA960...0xA97F, 0xAC00...0xD7FF, 0xF900...0xFAFF, 0xFE10...0xFE19, 0xFE30...0xFE6F, 0xFF01...0xFFDC,
      0xFFE0...0xFFEE, 0x16FE0...0x18DFF, 0x1AFF0...0x1B2FF, 0x1D300...0x1D37F, 0x1F200...0x1F2FF,
      0x20000...0x3FFFD:
      return !properties.isEmojiPresentation
    default: return false
    }
  }

  package var isHangul: Bool {
    switch value {
    case 0x1100...0x11FF, 0x302E...0x302F, 0x3131...0x318E, 0x3200...0x321E, 0x3260...0x327E,
      0xA960...0xA97F, 0xAC00...0xD7FF, 0xFFA0...0xFFDC:
      true
    default: false
    }
  }

  /// Chooses a form of the character before it, and is nothing by itself.
  package var isVariationSelector: Bool {
    (0xFE00...0xFE0F).contains(value) || (0xE0100...0xE01EF).contains(value)
  }
}

/// Where a line ends between two characters that are set without blanks between them, the line end is none:
/// Chinese and Japanese have no blanks, Korean has.
package enum JoinedLines {
  /// How a text begins or ends.
  private enum Edge {
    /// With a Chinese or Japanese character or mark.
    case wide
    /// With a mark of Chinese and of Western texts: a quotation mark, a dash, dots.
    case shared
    case other
  }

  /// Whether nothing is to be shown for a line end between two texts.
  package static func areJoined(
    _ before: some BidirectionalCollection<Unicode.Scalar>, _ after: some Collection<Unicode.Scalar>
  ) -> Bool {
    switch (edge(before.reversed()), edge(after)) {
    case (.wide, .wide), (.wide, .shared), (.shared, .wide): true
    default: false
    }
  }

  /// Scalars from the line end on. Behind a shared mark the next one tells which text it belongs to.
  private static func edge(_ scalars: some Sequence<Unicode.Scalar>) -> Edge {
    var found = Edge.other
    for scalar in scalars.lazy.filter({ !isInvisible($0) }).prefix(8) {
      if scalar.isEastAsian, !scalar.isHangul, scalar != "\u{20A9}" { return .wide }
      guard isShared(scalar) else { break }
      found = .shared
    }
    return found
  }

  private static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isVariationSelector || (0x200B...0x200D).contains(scalar.value) || scalar == "\u{2060}"
  }

  private static func isShared(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "“", "”", "‘", "’", "…", "‥", "—", "―", "·": true
    default: false
    }
  }
}
