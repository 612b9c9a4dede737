/// A name in a template or in a value: the 64-bit FNV-1a hash of its UTF-8, so that a look-up compares one
/// word and keeps no text.
public struct Name: Hashable, Sendable, ExpressibleByStringLiteral {
  private(set) var hash: UInt64 = 0xcbf2_9ce4_8422_2325

  /// The name of no bytes, to which bytes can be added.
  static let empty = Name()

  private init() {}

  public init(_ text: String) {
    self.init(bytes: text.utf8)
  }

  // Pages are built with hundreds of literal names: one call each keeps the optimiser quick.
  @inline(never) public init(stringLiteral text: String) {
    self.init(bytes: text.utf8)
  }

  init(bytes: some Sequence<UInt8>) {
    for byte in bytes { add(byte) }
  }

  mutating func add(_ byte: UInt8) {
    hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3
  }
}
