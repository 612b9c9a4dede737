/// Characters in the text given to libcmark that stand for others, so that emphasis beside them is read as
/// `Neighbour` says.
///
/// Each is one that the document does not have, from U+0600 to U+07FF: two bytes, no white space, no mark of
/// Markdown. ASCII bytes beside it make it as long as what it stands for, and give each side the look that
/// the delimiters there ask for. Unlike control bytes, all this may stand in URLs.
struct StandIns {
  enum Look: UInt8 { case letter, punctuation }

  private struct Original {
    var bytes: [UInt8]
    /// ASCII bytes before and after the character.
    var before: Int
    var after: Int
  }

  private static let first: UInt32 = 0x600
  private static let count = 0x200
  private static let letter = UInt8(ascii: "0")
  private static let comma = UInt8(ascii: ",")

  private var originals: [Original?] = []
  /// By the bytes stood for, and the looks.
  private var known: [[UInt8]: [UInt8]] = [:]
  /// What the document has none of, last first.
  private var free: [Int] = []

  var isEmpty: Bool { known.isEmpty }

  /// As many bytes as are to be stood for; `nil` when there are none left, or nothing of that length is known.
  mutating func bytes(for wanted: ArraySlice<UInt8>, left: Look, right: Look, in source: [UInt8]) -> [UInt8]?
  {
    let key = Array(wanted) + [left.rawValue, right.rawValue]
    if let known = known[key] { return known }
    if originals.isEmpty { findFree(source) }
    let needsPunctuation = wanted.count == 3 && left == .punctuation && right == .punctuation
    guard wanted.count == 3 || wanted.count == 4,
      let place = free.lastIndex(where: { Self.scalar($0).isPunctuation == needsPunctuation })
    else { return nil }
    let index = free.remove(at: place)
    let isBefore = wanted.count == 4 || left == .punctuation || right == .letter
    let isAfter = wanted.count == 4 || !isBefore
    let bytes =
      (isBefore ? [Self.byte(left)] : []) + Array(String(Self.scalar(index)).utf8)
      + (isAfter ? [Self.byte(right)] : [])
    originals[index] = Original(bytes: Array(wanted), before: isBefore ? 1 : 0, after: isAfter ? 1 : 0)
    known[key] = bytes
    return bytes
  }

  private static func byte(_ look: Look) -> UInt8 { look == .letter ? letter : comma }

  private static func scalar(_ index: Int) -> Unicode.Scalar {
    Unicode.Scalar(first + UInt32(truncatingIfNeeded: index)) ?? "\u{7FF}"
  }

  private mutating func findFree(_ source: [UInt8]) {
    originals = Array(repeating: nil, count: Self.count)
    var isTaken = Array(repeating: false, count: Self.count)
    for offset in source.indices {
      if let index = Self.index(at: offset, in: source) ?? Self.index(referredToAt: offset, in: source) {
        isTaken[index] = true
      }
    }
    free = isTaken.indices.filter { !isTaken[$0] }
  }

  /// The place of a character from U+0600 to U+07FF.
  private static func index(at offset: Int, in bytes: [UInt8]) -> Int? {
    guard (0xD8...0xDF).contains(bytes[offset]), offset + 1 < bytes.count else { return nil }
    return Int(bytes[offset] - 0xD8) << 6 | Int(bytes[offset + 1] & 0x3F)
  }

  /// The place of such a character in a numeric reference: `&#1601;`, `&#x641;`.
  private static func index(referredToAt offset: Int, in bytes: [UInt8]) -> Int? {
    guard bytes[offset] == UInt8(ascii: "&"), bytes.has("&#", at: offset, before: bytes.count) else {
      return nil
    }
    let isHex = bytes.has("x", at: offset + 2, before: bytes.count, ignoringCase: true)
    let digits = bytes[min(offset + (isHex ? 3 : 2), bytes.count)...].prefix { $0.isAlphanumeric }
    guard digits.count <= 8,
      let value = UInt32(String(decoding: digits, as: UTF8.self), radix: isHex ? 16 : 10),
      (first..<first + UInt32(count)).contains(value)
    else { return nil }
    return Int(value - first)
  }

  /// Puts back what is stood for, in the bytes from `start` on.
  func restore(_ text: inout [UInt8], from start: Int) {
    guard !isEmpty, text[start...].contains(where: { (0xD8...0xDF).contains($0) }) else { return }
    let marked = Array(text[start...])
    text.removeSubrange(start...)
    var offset = 0
    while offset < marked.count {
      guard let index = Self.index(at: offset, in: marked), let original = originals[index] else {
        text.append(marked[offset])
        offset += 1
        continue
      }
      text.removeLast(min(original.before, text.count - start))
      text += original.bytes
      offset += 2 + original.after
    }
  }
}
