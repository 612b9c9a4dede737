/// Fowler, Noll and Vo's hash, of 64 bits: to tell one state from another, and no secret.
struct FNVHash: Sendable {
  private var state: UInt64 = 0xCBF2_9CE4_8422_2325

  mutating func add(_ bytes: some Sequence<UInt8>) {
    for byte in bytes { state = (state ^ UInt64(byte)) &* 0x100_0000_01B3 }
    // So that what ends one part is no part of the next.
    state = (state ^ 0x100) &* 0x100_0000_01B3
  }

  mutating func add(_ number: UInt64) { state = (state ^ number) &* 0x100_0000_01B3 }

  /// With each bit depending on all that was added: by itself the hash of a short text has few that do.
  var value: UInt64 {
    var mixed = (state ^ state >> 30) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
    return mixed ^ mixed >> 31
  }

  static func of(_ bytes: some Sequence<UInt8>) -> UInt64 {
    var hash = FNVHash()
    hash.add(bytes)
    return hash.value
  }
}
