/// A bullet or a number that starts a list item.
struct ListMarker {
  /// In bytes, of the marker alone.
  var length: Int

  /// - Parameter interruptsParagraph: then the item must not be empty and a number must be 1.
  init?(_ source: [UInt8], at start: Int, end: Int, interruptsParagraph: Bool) {
    guard start < end else { return nil }
    var offset = start
    switch source[start] {
    case UInt8(ascii: "*"), UInt8(ascii: "+"), .dash:
      offset += 1
    case UInt8(ascii: "0")...UInt8(ascii: "9"):
      var number = 0
      while offset < end, source[offset].isDigit, offset - start < 9 {
        number = number * 10 + Int(source[offset] - UInt8(ascii: "0"))
        offset += 1
      }
      if interruptsParagraph, number != 1 { return nil }
      guard offset < end, source[offset] == UInt8(ascii: ".") || source[offset] == UInt8(ascii: ")") else {
        return nil
      }
      offset += 1
    default:
      return nil
    }
    guard offset == end || source[offset].isSpaceOrTab else { return nil }
    if interruptsParagraph, source[offset..<end].allSatisfy(\.isSpaceOrTab) { return nil }
    length = offset - start
  }
}
