/// Puts letters and their marks together: `e` and U+0301 are é, as PDFs and file names from a Mac have it apart.
enum Composition {
  /// The same characters, each with what follows it and belongs to it in one, where Unicode has one.
  static func composed(_ scalars: [Unicode.Scalar]) -> [Unicode.Scalar] {
    guard scalars.contains(where: \.mayJoinTheLast) else { return scalars }
    var result: [Unicode.Scalar] = []
    result.reserveCapacity(scalars.count)
    var index = 0
    while index < scalars.count {
      let base = scalars[index]
      index += 1
      if let last = result.last, let syllable = hangul(last, base) {
        result[result.count - 1] = syllable
        continue
      }
      var marks: [Unicode.Scalar] = []
      while index < scalars.count, scalars[index].isMark {
        marks.append(scalars[index])
        index += 1
      }
      result += marks.isEmpty || base.isMark ? [base] + marks : join(base, marks)
    }
    return result
  }

  /// With the marks in Unicode's order, the longest run of them that makes one letter with the base is taken in.
  private static func join(_ base: Unicode.Scalar, _ marks: [Unicode.Scalar]) -> [Unicode.Scalar] {
    let ordered = marks.enumerated().sorted {
      ($0.element.combiningClass, $0.offset) < ($1.element.combiningClass, $1.offset)
    }.map(\.element)
    for count in stride(from: min(ordered.count, 3), to: 0, by: -1) {
      let text = String(String.UnicodeScalarView([base] + ordered.prefix(count)))
      if text.count == 1, let whole = letters[Character(text)] {
        return [whole] + ordered.dropFirst(count)
      }
    }
    return [base] + ordered
  }

  /// Characters are equal where Unicode says so, whether in one piece or in several: this finds the one piece.
  private static let letters: [Character: Unicode.Scalar] = {
    let blocks: [ClosedRange<UInt32>] = [
      0xC0...0x24F, 0x370...0x52F, 0x620...0x6D3, 0x929...0x9DF, 0xA33...0xA5E, 0xB48...0xBCC, 0xCC0...0xCCB,
      0xD4A...0xDDE, 0xF43...0xFB9, 0x1026...0x1026, 0x1B06...0x1B43, 0x1E00...0x1FFF, 0x219A...0x22ED,
      0x3040...0x30FF, 0xFB1D...0xFB4E,
    ]
    let scalars = blocks.joined().compactMap(Unicode.Scalar.init).filter { !$0.isMark }
    return Dictionary(scalars.map { (Character($0), $0) }) { first, _ in first }
  }()

  /// A syllable of a consonant and a vowel, or of such a syllable and a last consonant.
  private static func hangul(_ a: Unicode.Scalar, _ b: Unicode.Scalar) -> Unicode.Scalar? {
    let (vowels, finals): (UInt32, UInt32) = (21, 28)
    switch (a.value, b.value) {
    case (0x1100..<0x1113, 0x1161..<0x1176):
      return Unicode.Scalar(0xAC00 + ((a.value - 0x1100) * vowels + (b.value - 0x1161)) * finals)
    case (0xAC00..<0xD7A4, 0x11A8..<0x11C3) where (a.value - 0xAC00) % finals == 0:
      return Unicode.Scalar(a.value + b.value - 0x11A7)
    default: return nil
    }
  }
}

extension Unicode.Scalar {
  var isMark: Bool {
    value >= 0x300 && properties.canonicalCombiningClass != .notReordered
  }

  fileprivate var mayJoinTheLast: Bool { value >= 0x300 && (isMark || (0x1161..<0x11C3).contains(value)) }

  fileprivate var combiningClass: UInt8 { properties.canonicalCombiningClass.rawValue }
}
