import Folding

/// A text as it is searched: NFKC, in small letters, Latin, Greek and Cyrillic letters without marks.
///
/// Whoever asks in a browser gets the same by `normalize` and `toLowerCase`: `templates/assets/finder.js` has that side.
struct SearchText {
  /// The characters.
  private(set) var values: [UInt32] = []
  private let classes = CharacterClasses.shared
  private var shown: [UInt32] = []

  /// Reads another text, into the same memory.
  mutating func read(_ text: String) {
    values.removeAll(keepingCapacity: true)
    for byte in text.utf8 {
      guard byte < 0x80 else { return readBeyondASCII(text) }
      values.append(UInt32(byte &- 0x41 < 26 ? byte | 0x20 : byte))
    }
  }

  private mutating func readBeyondASCII(_ text: String) {
    values.removeAll(keepingCapacity: true)
    normalize(text)
    fold()
  }

  /// Each run of white space as one blank, none at the ends, and none of the marks that part thousands: for phrases.
  static func phrase(_ text: String) -> [UInt32] {
    var folded = SearchText()
    folded.read(text)
    var phrase: [UInt32] = []
    for value in folded.values {
      if !isBlank(value) {
        phrase.append(value)
      } else if let last = phrase.last, last != 0x20 {
        phrase.append(0x20)
      }
    }
    if phrase.last == 0x20 { phrase.removeLast() }
    return phrase.indices.filter { !partsThousands(phrase, $0) }.map { phrase[$0] }
  }

  /// Whether what stands at a place only makes a number readable.
  private static func partsThousands(_ values: [UInt32], _ index: Int) -> Bool {
    func isDigit(_ index: Int) -> Bool {
      values.indices.contains(index) && WrittenForm.isDigit(values[index])
    }
    return [0x20, 0x2C, 0x2E].contains(values[index]) && isDigit(index - 1)
      && (1...3).allSatisfy { isDigit(index + $0) } && !isDigit(index + 4)
  }

  /// Next line is white space to Unicode, and none to a browser.
  static func isBlank(_ value: UInt32) -> Bool {
    guard value >= 0x80 else { return value == 0x20 || value &- 9 < 5 }
    return Unicode.Scalar(value).map { $0.properties.isWhitespace && value != 0x85 } ?? false
  }

  /// NFKC of a text without what nobody sees.
  private mutating func normalize(_ text: String) {
    shown.removeAll(keepingCapacity: true)
    var isStable = true
    for scalar in text.unicodeScalars {
      let flags = classes[scalar.value]
      if flags.contains(.ignored) { continue }
      if (0xFF01...0xFF5E).contains(scalar.value) {
        shown.append(scalar.value - 0xFEE0)
      } else {
        shown.append(scalar.value)
        if flags.contains(.unstable) { isStable = false }
      }
    }
    if !isStable { normalizeUnstable() }
  }

  /// What is not stable may change with the character before it, and with no other.
  private mutating func normalizeUnstable() {
    var result: [UInt32] = []
    result.reserveCapacity(shown.count)
    var index = 0
    while index < shown.count {
      guard classes[shown[index]].contains(.unstable) else {
        result.append(shown[index])
        index += 1
        continue
      }
      var segment = result.popLast().map { [$0] } ?? []
      while index < shown.count, classes[shown[index]].contains(.unstable) {
        segment.append(shown[index])
        index += 1
      }
      result += NormalForms.compatible(segment.compactMap(Unicode.Scalar.init)).map(\.value)
    }
    shown = result
  }

  private mutating func fold() {
    var dropsMarks = false
    for value in shown {
      guard classes[value].contains(.capital), let scalar = Unicode.Scalar(value) else {
        append(value, &dropsMarks)
        continue
      }
      for small in scalar.properties.lowercaseMapping.unicodeScalars { append(small.value, &dropsMarks) }
    }
  }

  private mutating func append(_ value: UInt32, _ dropsMarks: inout Bool) {
    let flags = classes[value]
    if flags.contains(.markless) {
      dropsMarks = true
      if flags.contains(.mark) { return }
      guard flags.contains(.composed), let scalar = Unicode.Scalar(value) else {
        // The small sigma at the end of a word is the same letter.
        return values.append(value == 0x3C2 ? 0x3C3 : value)
      }
      var parts: [Unicode.Scalar] = []
      NormalForms.appendParts(of: scalar, to: &parts)
      for part in parts where !classes[part.value].contains(.mark) { values.append(part.value) }
    } else if !flags.contains(.mark) {
      dropsMarks = false
      values.append(value)
    } else if !dropsMarks {
      values.append(value)
    }
  }
}
