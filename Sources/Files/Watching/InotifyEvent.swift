import Glibc

/// One thing that the kernel tells of a watched folder.
struct InotifyEvent {
  /// The number that the folder's watch was given; -1 where events were lost.
  var watch: CInt
  private var mask: UInt32
  /// The name of what changed in the folder; empty where it is the folder itself.
  var name: [UInt8]

  /// Whether it is one of these sorts (`IN_CREATE` and so on).
  func isAny(of sorts: CInt) -> Bool { mask & UInt32(bitPattern: sorts) != 0 }

  /// The events in what a read has given: each is four numbers of four bytes (watch, mask, cookie, length of
  /// the name) and a name that ends with zeros.
  static func events(in bytes: [UInt8]) -> [InotifyEvent] {
    var events: [InotifyEvent] = []
    var rest = bytes[...]
    while rest.count >= 16 {
      let length = Int(number(in: rest, at: 12))
      let name = rest.dropFirst(16).prefix(length)
      events.append(
        InotifyEvent(
          watch: CInt(bitPattern: number(in: rest, at: 0)), mask: number(in: rest, at: 4),
          name: Array(name.prefix { $0 != 0 })))
      rest = rest.dropFirst(16 + length)
    }
    return events
  }

  private static func number(in bytes: ArraySlice<UInt8>, at offset: Int) -> UInt32 {
    let bytes = bytes.dropFirst(offset).prefix(4)
    // In the machine's order of bytes.
    let number = bytes.reversed().reduce(0) { $0 << 8 | UInt32($1) }
    return UInt32(littleEndian: 1) == 1 ? number : number.byteSwapped
  }
}
