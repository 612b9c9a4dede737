import Glibc

/// Which hosts only a machine, or those in its network, can reach: what a page elsewhere must not lead to.
enum NetworkAddress {
  /// By the host's text alone. A name that is looked up may be found to be private too.
  static func isPrivate(host: String) -> Bool {
    if let address = ipv4(host) { return isPrivate(ipv4: address) }
    if let address = ipv6(host) { return isPrivate(ipv6: address) }
    let name = host.hasSuffix(".") ? host.dropLast() : host[...]
    guard let dot = name.lastIndex(of: ".") else { return true }
    return privateDomains.contains(String(name[name.index(after: dot)...]))
      || name.hasSuffix(".home.arpa")
  }

  private static let privateDomains: Set<String> = [
    "corp", "home", "internal", "intranet", "lan", "local", "localdomain", "localhost", "private",
  ]

  /// In every notation that curl and browsers read: `127.0.0.1`, `127.1`, `0x7f000001`, `017700000001`, `2130706433`.
  static func ipv4(_ host: String) -> UInt32? {
    var parts = host.split(separator: ".", omittingEmptySubsequences: false)
    if parts.count > 1, parts.last == "" { parts.removeLast() }
    guard (1...4).contains(parts.count) else { return nil }
    let numbers = parts.compactMap(number)
    guard numbers.count == parts.count, let last = numbers.last else { return nil }
    let room = 8 * (5 - UInt64(parts.count))
    guard last < 1 << room, numbers.dropLast().allSatisfy({ $0 < 256 }) else { return nil }
    return UInt32(
      truncatingIfNeeded: numbers.dropLast().enumerated().reduce(last) {
        $0 + $1.element << (24 - 8 * UInt64($1.offset))
      })
  }

  private static func number(_ text: Substring) -> UInt64? {
    let digits: Substring
    let radix: Int
    if text.hasPrefix("0x") || text.hasPrefix("0X") {
      (digits, radix) = (text.dropFirst(2), 16)
    } else {
      (digits, radix) = (text, text.hasPrefix("0") ? 8 : 10)
    }
    if digits.isEmpty { return radix == 16 ? 0 : nil }
    // A sign is no digit.
    guard digits.utf8.allSatisfy({ Unicode.Scalar($0).properties.isASCIIHexDigit }) else { return nil }
    return UInt64(digits, radix: radix).flatMap { $0 <= UInt32.max ? $0 : nil }
  }

  private static func isPrivate(ipv4 address: UInt32) -> Bool {
    let ranges: [(UInt32, UInt32)] = [
      (0x0000_0000, 8), (0x0A00_0000, 8), (0x6440_0000, 10), (0x7F00_0000, 8), (0xA9FE_0000, 16),
      (0xAC10_0000, 12), (0xC000_0000, 24), (0xC0A8_0000, 16), (0xC612_0000, 15), (0xE000_0000, 3),
    ]
    return ranges.contains { start, length in (address ^ start) >> (32 - length) == 0 }
  }

  /// The eight groups of an address in brackets, or as the system writes it.
  static func ipv6(_ host: String) -> [UInt16]? {
    let text = host.hasPrefix("[") && host.hasSuffix("]") ? host.dropFirst().dropLast() : host[...]
    // Behind a percent sign stands the machine's own name of a network.
    let address = String(text.prefix { $0 != "%" })
    var bytes = in6_addr()
    guard unsafe inet_pton(AF_INET6, address, &bytes) == 1 else { return nil }
    return unsafe withUnsafeBytes(of: &bytes) { bytes in
      (0..<8).map { unsafe UInt16(bytes[2 * $0]) << 8 | UInt16(bytes[2 * $0 + 1]) }
    }
  }

  private static func isPrivate(ipv6 groups: [UInt16]) -> Bool {
    func inner(at index: Int) -> Bool {
      isPrivate(ipv4: UInt32(groups[index]) << 16 | UInt32(groups[index + 1]))
    }
    switch groups[0] {
    // Unique local, link-local, site-local, multicast.
    case 0xFC00...0xFDFF, 0xFE80...0xFEFF, 0xFF00...0xFFFF: return true
    // Those of version 4 in another form: as they are, translated, and in a tunnel.
    case 0 where groups[1...4].allSatisfy { $0 == 0 }: return inner(at: 6)
    case 0x64 where groups[1] == 0xFF9B: return groups[2] != 0 || inner(at: 6)
    case 0x2002: return inner(at: 1)
    case 0x2001 where groups[1] == 0: return true
    default: return false
    }
  }
}
