import Folding

/// The allow-list of URLs: http, https, mailto, tel, and relative ones that stay on their host.
enum SafeURL {
  static func isAllowed(_ url: [UInt8]) -> Bool {
    // Browsers drop tabs and line ends anywhere and controls and blanks in front; here all of them go.
    let seen = url.filter { $0 > 0x20 && $0 != 0x7F }
    let slashes = seen.prefix(2)
    if slashes.count == 2, slashes.allSatisfy({ $0 == .slash || $0 == .backslash }) { return false }
    guard let colon = seen.firstIndex(where: { ":/?#\\".utf8.contains($0) }), seen[colon] == .colon else {
      return true
    }
    let scheme = seen[..<colon]
    // What no scheme can be is the first part of a relative path.
    guard scheme.first?.isLetter ?? false,
      scheme.allSatisfy({ $0.isAlphanumeric || "+-.".utf8.contains($0) })
    else { return true }
    return ["http", "https", "mailto", "tel"].contains(
      String(decoding: scheme, as: UTF8.self).asciiLowercased)
  }
}
