/// Control bytes that stand in the text given to libcmark for what libcmark does not know.
///
/// A construct is overwritten, byte for byte, by marks of the same length before the parse, so that nothing
/// in it is taken for Markdown and every column stays right. The parsed tree then shows where it was: in
/// text it becomes a node, in code, raw HTML and URLs the author's bytes are put back. Control bytes of the
/// author's own are replaced beforehand.
enum Mark {
  /// Followed by three digits: an index into `Constructs`.
  static let construct: UInt8 = 0x01
  /// The rest of a construct's bytes.
  static let filler: UInt8 = 0x02
  /// A comment's bytes, which nobody is shown.
  static let hidden: UInt8 = 0x03
  /// The backslash of `\~`, and of `\=` where that may be a mark.
  static let escape: UInt8 = 0x04
  /// In a heading of its own, with digits: here was a table.
  static let table: UInt8 = 0x05
  /// In a heading of its own: here was the definition of a footnote.
  static let note: UInt8 = 0x06
  /// Three of each: `[ ]`, `[x]`, `[X]` at the start of a list item.
  static let openTask: UInt8 = 0x07
  static let doneTask: UInt8 = 0x0F
  static let doneTaskCapital: UInt8 = 0x10
  /// An underscore in a bare URL.
  static let underscore: UInt8 = 0x0E
  /// Keeps a `#` at the end of a table cell from closing the heading that carries the cell.
  static let cellEnd: UInt8 = 0x11

  /// Any control byte but those that HTML has as white space.
  static func isControl(_ byte: UInt8) -> Bool {
    byte < 0x20 && ![0x09, 0x0A, 0x0C, 0x0D].contains(byte)
  }

  static let digitCount = 3
  static let indexLimit = 62 * 62 * 62

  static func digits(of index: Int) -> [UInt8] {
    [digit(index / (62 * 62) % 62), digit(index / 62 % 62), digit(index % 62)]
  }

  /// The index that three digits say, if they are digits.
  static func index(at offset: Int, in bytes: [UInt8]) -> Int? {
    guard offset + digitCount <= bytes.count else { return nil }
    var index = 0
    for byte in bytes[offset..<offset + digitCount] {
      guard let value = value(of: byte) else { return nil }
      index = index * 62 + value
    }
    return index
  }

  private static func digit(_ value: Int) -> UInt8 {
    switch value {
    case ..<10: UInt8(ascii: "0") + UInt8(value)
    case ..<36: UInt8(ascii: "A") + UInt8(value - 10)
    default: UInt8(ascii: "a") + UInt8(value - 36)
    }
  }

  private static func value(of byte: UInt8) -> Int? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): Int(byte - UInt8(ascii: "0"))
    case UInt8(ascii: "A")...UInt8(ascii: "Z"): Int(byte - UInt8(ascii: "A")) + 10
    case UInt8(ascii: "a")...UInt8(ascii: "z"): Int(byte - UInt8(ascii: "a")) + 36
    default: nil
    }
  }
}
