import Folding

/// What stands on one side of a run of delimiters, by which it can open or close.
///
/// CommonMark looks for white space and punctuation, which goes wrong where no blanks are written: so a run
/// with a Chinese, Japanese or Korean character on one side, and no white space on the other, can do both.
/// That is the proposed amendment for the specification's issues 650 and 839.
struct Neighbour {
  enum Sort { case space, punctuation, other }

  var sort: Sort
  var isEastAsian = false
  /// The character's own bytes: for one before the run that has a variation selector, the selector's.
  var range = 0..<0
  /// What libcmark takes the character for, which knows no variation selectors.
  var seen: Sort

  static let space = Neighbour(sort: .space, seen: .space)
  static let punctuation = Neighbour(sort: .punctuation, seen: .punctuation)

  private init(sort: Sort, seen: Sort) {
    self.sort = sort
    self.seen = seen
  }

  /// The character that starts at an offset; white space at the end.
  init(after offset: Int, in bytes: [UInt8], before end: Int) {
    guard offset < end else {
      self = .space
      return
    }
    let scalar = bytes.scalar(at: offset, before: end)
    self.init(sort: Self.sort(scalar), seen: Self.sort(scalar))
    isEastAsian = scalar.isEastAsian
    range = offset..<min(offset + bytes.scalarLength(at: offset), end)
  }

  /// The character that ends before an offset; white space at the start.
  init(before offset: Int, in bytes: [UInt8], from start: Int) {
    guard offset > start else {
      self = .space
      return
    }
    let first = bytes.scalarStart(before: offset, from: start)
    let scalar = bytes.scalar(at: first, before: offset)
    self.init(sort: Self.sort(scalar), seen: Self.sort(scalar))
    isEastAsian = scalar.isEastAsian
    range = first..<offset
    // U+FE0F makes an emoji of what stands before it.
    guard scalar.isVariationSelector, scalar.value != 0xFE0F, first > start else { return }
    let base = bytes.scalar(at: bytes.scalarStart(before: first, from: start), before: first)
    sort = Self.sort(base)
    isEastAsian =
      base.isEastAsian || scalar.value >= 0xE0100
      || (scalar.value == 0xFE01 && "‘’“”".unicodeScalars.contains(base))
  }

  private static func sort(_ scalar: Unicode.Scalar) -> Sort {
    if scalar.isASCII {
      let byte = UInt8(truncatingIfNeeded: scalar.value)
      return byte.isWhitespace ? .space : byte.isPunctuation ? .punctuation : .other
    }
    if scalar.properties.isWhitespace { return .space }
    return scalar.isPunctuation ? .punctuation : .other
  }

  /// What a run between two neighbours can do.
  static func flanking(_ before: Neighbour, _ after: Neighbour) -> (opens: Bool, closes: Bool) {
    if before.sort == .space || after.sort == .space { return (after.sort != .space, before.sort != .space) }
    let isEastAsian = before.isEastAsian || after.isEastAsian
    return (
      isEastAsian || after.sort != .punctuation || before.sort == .punctuation,
      isEastAsian || before.sort != .punctuation || after.sort == .punctuation
    )
  }
}

extension Unicode.Scalar {
  /// The categories whose names begin with P.
  var isPunctuation: Bool {
    switch properties.generalCategory {
    case .connectorPunctuation, .dashPunctuation, .openPunctuation, .closePunctuation, .initialPunctuation,
      .finalPunctuation, .otherPunctuation:
      true
    default: false
    }
  }
}

extension [UInt8] {
  /// In UTF-8, which the text is known to be.
  func scalarLength(at offset: Int) -> Int {
    let byte = self[offset]
    return byte < 0xC0 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4
  }

  func scalarStart(before end: Int, from start: Int) -> Int {
    var first = end - 1
    while first > start, self[first].isContinuation { first -= 1 }
    return first
  }

  func scalar(at offset: Int, before end: Int) -> Unicode.Scalar {
    var decoder = UTF8()
    var bytes = self[offset..<Swift.min(offset + scalarLength(at: offset), end)].makeIterator()
    guard case .scalarValue(let scalar) = decoder.decode(&bytes) else { return "\u{FFFD}" }
    return scalar
  }
}
