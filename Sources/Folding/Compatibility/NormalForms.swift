/// Unicode's normal forms as browsers have them: NFKC, and what a character is made of (NFD).
package enum NormalForms {
  /// NFKC: other shapes of characters are read as these, and letters and marks are one. Only a mark that stands by itself
  /// is a blank without that mark.
  package static func compatible(_ scalars: [Unicode.Scalar]) -> [Unicode.Scalar] {
    var parts: [Unicode.Scalar] = []
    for scalar in scalars { appendPlainParts(of: scalar, to: &parts) }
    order(&parts)
    return composed(parts)
  }

  /// Whether NFKC leaves the character as it is behind any other, and whatever stands before it.
  package static func isStable(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0..<0xA0, 0x3400..<0xA640, 0xAC00..<0xD7A4: return true
    case 0x1161..<0x1176, 0x11A8..<0x11C3: return false
    default:
      return scalar.properties.canonicalCombiningClass == .notReordered && !tables.seconds.contains(scalar)
        && !tables.excluded.contains(scalar) && hasOneShape(scalar)
        && (tables.pairs[scalar].map { isStable($0.0) } ?? true)
    }
  }

  /// Appends what a character is made of, each letter and mark by itself (NFD).
  package static func appendParts(of scalar: Unicode.Scalar, to parts: inout [Unicode.Scalar]) {
    if scalar.value < 0xC0 { return parts.append(scalar) }
    if (0xAC00..<0xD7A4).contains(scalar.value) { return appendJamo(of: scalar, to: &parts) }
    var marks: [Unicode.Scalar] = []
    var base = scalar
    while let pair = tables.pairs[base] {
      base = pair.0
      marks.append(pair.1)
    }
    parts.append(base)
    // A mark may be two itself.
    for mark in marks.reversed() {
      if let pair = tables.pairs[mark] { parts += [pair.0, pair.1] } else { parts.append(mark) }
    }
  }
}

// MARK: - Shapes

extension NormalForms {
  /// The table of the radicals, which `CompatibilityForms` reads as characters and Unicode does not.
  private static func isRadical(_ scalar: Unicode.Scalar) -> Bool {
    (0x2E80..<0x2F00).contains(scalar.value) && scalar.value != 0x2E9F && scalar.value != 0x2EF3
  }

  private static func hasOneShape(_ scalar: Unicode.Scalar) -> Bool { shapes(of: scalar) == nil }

  /// What a character stands for; `nil` for most.
  private static func shapes(of scalar: Unicode.Scalar) -> [Unicode.Scalar]? {
    guard !isRadical(scalar) else { return nil }
    // To Unicode it's a blank with that mark.
    if isSpacedMark(scalar) { return [" "] }
    if let same = CompatibilityForms.same.targets(of: scalar) {
      return same.flatMap { CompatibilityForms.raised.targets(of: $0) ?? [$0] }
    }
    return CompatibilityForms.raised.targets(of: scalar)
  }

  private static func appendPlainParts(of scalar: Unicode.Scalar, to parts: inout [Unicode.Scalar]) {
    var own: [Unicode.Scalar] = []
    for shape in shapes(of: scalar) ?? [scalar] { appendParts(of: shape, to: &own) }
    // A letter and its mark in one may be of a letter that stands for another.
    for part in own {
      if let shape = shapes(of: part) {
        for plain in shape { appendParts(of: plain, to: &parts) }
      } else {
        parts.append(part)
      }
    }
  }

  /// A mark that stands by itself: whoever reads texts drops it, and so no table has what it is.
  private static func isSpacedMark(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0xA8, 0xAF, 0xB4, 0xB8, 0x2D8...0x2DD, 0x37A, 0x384, 0x1FBD, 0x1FBF...0x1FC0, 0x1FFE, 0x2017, 0x203E,
      0x309B...0x309C, 0xFC5E...0xFC63, 0xFE49...0xFE4C, 0xFE70, 0xFE72, 0xFE74, 0xFE76, 0xFE78, 0xFE7A,
      0xFE7C,
      0xFE7E, 0xFFE3:
      true
    default: false
    }
  }
}

// MARK: - Order and composition

extension NormalForms {
  /// Marks behind one letter, in Unicode's order.
  private static func order(_ scalars: inout [Unicode.Scalar]) {
    var index = 0
    while index < scalars.count {
      var end = index
      while end < scalars.count, scalars[end].markClass != 0 { end += 1 }
      if end - index > 1 {
        let ordered = scalars[index..<end].enumerated().sorted {
          ($0.element.markClass, $0.offset) < ($1.element.markClass, $1.offset)
        }
        scalars.replaceSubrange(index..<end, with: ordered.map(\.element))
      }
      index = max(end, index + 1)
    }
  }

  private static func composed(_ scalars: [Unicode.Scalar]) -> [Unicode.Scalar] {
    var result: [Unicode.Scalar] = []
    var starter: Int?
    var lastClass: UInt8 = 0
    for scalar in scalars {
      let mark = scalar.markClass
      if let place = starter, lastClass < mark || place == result.count - 1,
        let whole = whole(of: result[place], scalar)
      {
        result[place] = whole
        continue
      }
      if mark == 0 { starter = result.count }
      lastClass = mark
      result.append(scalar)
    }
    return result
  }

  private static func whole(of a: Unicode.Scalar, _ b: Unicode.Scalar) -> Unicode.Scalar? {
    hangul(a.value, b.value) ?? tables.wholes[UInt64(a.value) << 32 | UInt64(b.value)]
  }

  private static func hangul(_ a: UInt32, _ b: UInt32) -> Unicode.Scalar? {
    switch (a, b) {
    case (0x1100..<0x1113, 0x1161..<0x1176):
      Unicode.Scalar(0xAC00 + ((a - 0x1100) * 21 + (b - 0x1161)) * 28)
    case (0xAC00..<0xD7A4, 0x11A8..<0x11C3) where (a - 0xAC00) % 28 == 0: Unicode.Scalar(a + b - 0x11A7)
    default: nil
    }
  }

  private static func appendJamo(of syllable: Unicode.Scalar, to parts: inout [Unicode.Scalar]) {
    let number = syllable.value - 0xAC00
    let values = [0x1100 + number / 588, 0x1161 + number % 588 / 28, 0x11A7 + number % 28]
    parts += values.prefix(number % 28 == 0 ? 2 : 3).compactMap(Unicode.Scalar.init)
  }
}

extension Unicode.Scalar {
  fileprivate var markClass: UInt8 { value < 0x300 ? 0 : properties.canonicalCombiningClass.rawValue }
}

// MARK: - Tables

extension NormalForms {
  private struct Tables {
    var pairs: [Unicode.Scalar: (Unicode.Scalar, Unicode.Scalar)] = [:]
    var wholes: [UInt64: Unicode.Scalar] = [:]
    /// What may become one with what stands before it.
    var seconds: Set<Unicode.Scalar> = []
    /// What is always taken apart.
    var excluded: Set<Unicode.Scalar> = []
  }

  private static let tables: Tables = {
    var tables = Tables()
    for entry in canonicalPairs.split(whereSeparator: \.isWhitespace) {
      let isExcluded = entry.utf8.contains(UInt8(ascii: "!"))
      let numbers = entry.split { ">.!".contains($0) }.compactMap { UInt32($0, radix: 16) }
        .compactMap(Unicode.Scalar.init)
      guard numbers.count == 3 else { continue }
      tables.pairs[numbers[0]] = (numbers[1], numbers[2])
      if isExcluded {
        tables.excluded.insert(numbers[0])
      } else {
        tables.seconds.insert(numbers[2])
        tables.wholes[UInt64(numbers[1].value) << 32 | UInt64(numbers[2].value)] = numbers[0]
      }
    }
    return tables
  }()
}
