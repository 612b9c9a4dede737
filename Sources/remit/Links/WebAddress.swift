/// Addresses of the web as requests need them.
enum WebAddress {
  /// Host and port, for which one request at a time is enough; `nil` where there is none.
  static func host(of address: String) -> String? {
    guard let scheme = address.firstRange(of: "://") else { return nil }
    let authority = address[scheme.upperBound...].prefix { !"/?#\\".contains($0) }
    let host = authority.split(separator: "@", omittingEmptySubsequences: false).last ?? ""
    return host.isEmpty ? nil : host.lowercased()
  }

  static func isWeb(_ address: String) -> Bool {
    let start = address.prefix(8).lowercased()
    return start.hasPrefix("http://") || start.hasPrefix("https://")
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
}
