import Folding

/// Addresses of the web as requests need them.
enum WebAddress {
  /// Host and port, for which one request at a time is enough; `nil` where there is none.
  static func host(of address: String) -> String? {
    let host = authority(of: address)?.split(separator: "@", omittingEmptySubsequences: false).last ?? ""
    return host.isEmpty ? nil : host.asciiLowercased
  }

  /// The host alone, as it's looked up: without the port, and with what is written by percent signs.
  static func hostName(of address: String) -> String? {
    guard let host = host(of: address) else { return nil }
    if host.hasPrefix("["), let end = host.firstIndex(of: "]") { return String(host[...end]) }
    return host.prefix { $0 != ":" }.percentDecoded.asciiLowercased
  }

  /// The port of an address, or the usual one of its scheme; `nil` where it is no address.
  static func port(of address: String) -> UInt16? {
    guard let host = host(of: address) else { return nil }
    let written = host.hasPrefix("[") ? host.drop { $0 != "]" }.dropFirst() : host.drop { $0 != ":" }
    guard written.count > 1 else { return isSecure(address) ? 443 : 80 }
    return UInt16(written.dropFirst())
  }

  /// Whether a name, and maybe a password, stands before the host.
  static func hasUser(_ address: String) -> Bool { authority(of: address)?.contains("@") ?? false }

  static func isSecure(_ address: String) -> Bool { address.prefix(8).asciiLowercased == "https://" }

  static func isWeb(_ address: String) -> Bool {
    isSecure(address) || address.prefix(7).asciiLowercased == "http://"
  }

  static func hasControlCharacter(_ address: String) -> Bool {
    address.unicodeScalars.contains { $0.value < 0x20 || (0x7F...0x9F).contains($0.value) }
  }

  /// With blanks and other characters than ASCII as percent signs and digits, but for those of the host.
  static func encoded(_ address: String) -> String {
    let start = address.firstRange(of: "://")?.upperBound ?? address.startIndex
    let path = address[start...].firstIndex { "/?#".contains($0) } ?? address.endIndex
    return address[path...].utf8.reduce(into: String(address[..<path])) { result, byte in
      if byte > 0x20, byte < 0x7F {
        result.unicodeScalars.append(Unicode.Scalar(byte))
      } else {
        let digits = String(byte, radix: 16, uppercase: true)
        result += digits.utf8.count == 1 ? "%0" + digits : "%" + digits
      }
    }
  }

  private static func authority(of address: String) -> Substring? {
    guard let scheme = address.firstRange(of: "://") else { return nil }
    return address[scheme.upperBound...].prefix { !"/?#\\".contains($0) }
  }
}
