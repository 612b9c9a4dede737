/// The name of an element as a number, since every tag of every page is looked up by it: no two names of HTML have the same.
struct TagName: Equatable, ExpressibleByStringLiteral {
  private var number: UInt64 = 0

  init() {}

  init(_ bytes: some Sequence<UInt8>) {
    for byte in bytes { number = number &* 257 &+ UInt64(byte) }
  }

  init(stringLiteral name: String) { self.init(name.utf8) }
}
