import Diagnostics

extension SourceText {
  /// Where the text of a YAML value begins whose first byte is at an offset: behind its quotation mark, or on the line
  /// below the sign of a block.
  func startOfScalar(at offset: Int) -> Int {
    guard offset < bytes.count else { return offset }
    switch bytes[offset] {
    case UInt8(ascii: "\""), UInt8(ascii: "'"): return offset + 1
    case UInt8(ascii: "|"), UInt8(ascii: ">"):
      let line = bytes[offset...].firstIndex { $0 == UInt8(ascii: "\n") } ?? bytes.count
      return bytes[line...].firstIndex { $0 > 0x20 } ?? bytes.count
    default: return offset
    }
  }

  /// The edit that puts a name in place of the one with which a YAML value begins; `nil` where it does not.
  func replacingName(_ old: String, with new: String, inScalarAt position: Position) -> TextEdit? {
    guard let offset = offset(of: position) else { return nil }
    let start = startOfScalar(at: offset)
    let end = start + old.utf8.count
    guard has(old.utf8, at: start), end == bytes.count || !bytes[end].isOfName else { return nil }
    return TextEdit(start..<end, new)
  }
}

extension UInt8 {
  /// Whether a name goes on with this byte.
  var isOfName: Bool {
    switch self {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), 0x80...:
      true
    default: "-_./".utf8.contains(self)
    }
  }
}
