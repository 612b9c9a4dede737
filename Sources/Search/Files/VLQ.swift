/// Numbers in strings: unsigned, base 64, five bits a character, the least significant first; 32 says that more follow.
enum VLQ {
  private static let digits = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)

  private static let values: [UInt8] = {
    var values = [UInt8](repeating: 0xFF, count: 256)
    for (value, digit) in digits.enumerated() { values[Int(digit)] = UInt8(value) }
    return values
  }()

  static func append(_ number: Int, to bytes: inout [UInt8]) {
    var rest = number
    while rest >= 32 {
      bytes.append(digits[rest & 31 | 32])
      rest >>= 5
    }
    bytes.append(digits[rest])
  }

  /// Reads a number, and goes on behind it; `nil` where there is none.
  static func next(_ bytes: ArraySlice<UInt8>, _ index: inout Int) -> Int? {
    var (number, shift) = (0, 0)
    while index < bytes.endIndex, shift < 60 {
      let value = values[Int(bytes[index])]
      index += 1
      guard value < 64 else { return nil }
      number |= Int(value & 31) << shift
      if value < 32 { return number }
      shift += 5
    }
    return nil
  }
}
