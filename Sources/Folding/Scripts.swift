extension Unicode.Scalar {
  /// An ASCII digit.
  package var isDigit: Bool { ("0"..."9").contains(self) }

  package var isLatinLetter: Bool { ("a"..."z").contains(self) || ("A"..."Z").contains(self) }

  /// A Chinese character, or a mark that is set in its width and without blanks around it.
  package var isHan: Bool {
    switch value {
    case 0x3001...0x303F, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xF900...0xFAFF, 0xFF01...0xFF60,
      0x20000...0x3FFFD:
      true
    default: false
    }
  }
}
