/// A strong ETag: 128 bits from the bytes of a page, the same in every process. Against accidents, not
/// against those who look for two pages with one tag.
struct EntityTag: Equatable, Sendable {
  /// How many `digits` there are.
  static let length = 32

  /// Hexadecimal, in lower case.
  let digits: String

  var quoted: String { "\"\(digits)\"" }

  init(_ bytes: [UInt8]) {
    var (first, second): (UInt64, UInt64) = (0x9E37_79B9_7F4A_7C15, 0xC2B2_AE3D_27D4_EB4F)
    unsafe bytes.withUnsafeBytes { bytes in
      for start in stride(from: 0, to: bytes.count, by: 8) {
        let word = unsafe Self.word(in: bytes, at: start)
        first = Self.mix(first ^ word, 0xA076_1D64_78BD_642F)
        second = Self.mix(second &+ word, 0xE703_7ED1_A0B4_28DB) ^ first
      }
    }
    // The count tells a last word from the same one with zeros before it.
    first = Self.mix(first ^ UInt64(bytes.count), 0x8EBC_6AF0_9C88_C6E3)
    second = Self.mix(second ^ first, 0x5899_65CC_7537_4CC3)
    digits = Self.digits(first) + Self.digits(second)
  }

  /// Whether the items of `If-None-Match` name this tag; a weak one counts too.
  func isListed(in items: [Substring]) -> Bool {
    items.contains { item in
      item == "*" || item == quoted || item == "W/\(quoted)"
    }
  }

  /// Eight bytes, or as many as are left.
  private static func word(in bytes: UnsafeRawBufferPointer, at start: Int) -> UInt64 {
    guard start + 8 > bytes.count else {
      return unsafe bytes.loadUnaligned(fromByteOffset: start, as: UInt64.self).littleEndian
    }
    return unsafe bytes[start...].reduce(0) { $0 << 8 | UInt64($1) }
  }

  private static func mix(_ a: UInt64, _ b: UInt64) -> UInt64 {
    let product = a.multipliedFullWidth(by: b)
    // The rest of the word is kept, so that a zero factor does not forget what came before.
    return product.high ^ product.low ^ (a << 32 | a >> 32)
  }

  private static func digits(_ number: UInt64) -> String {
    let digits = String(number, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}
