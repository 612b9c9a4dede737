/// Words such as `w12q`, of which it is known where they stand.
enum KnownWords {
  /// - Parameter start: what stands before the digits: `w` in random documents, where a reader must see them, and
  ///   `hush` where none may.
  static func all(in bytes: [UInt8], _ start: String = "w") -> [String] {
    let start = Array(start.utf8)
    return ends(in: bytes, start).map { String(decoding: bytes[$0], as: UTF8.self) }
  }

  /// The text with others in their place: where they come to stand when a text is damaged, they may be hidden.
  static func replaced(in bytes: [UInt8]) -> [UInt8] {
    var bytes = bytes
    for range in ends(in: bytes, [UInt8(ascii: "w")]) { bytes[range.upperBound - 1] = UInt8(ascii: "k") }
    return bytes
  }

  private static func ends(in bytes: [UInt8], _ start: [UInt8]) -> [Range<Int>] {
    bytes.indices.compactMap { first in
      guard bytes[first] == start[0], bytes[first...].starts(with: start) else { return nil }
      let digits = first + start.count
      let end = bytes[digits...].firstIndex { !(UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0) } ?? bytes.count
      return end > digits && end < bytes.count && bytes[end] == UInt8(ascii: "q") ? first..<(end + 1) : nil
    }
  }
}
