/// The address of the folder that a website will be in, as `base_url` gives it.
enum BaseURL {
  static let example = "https://example.org/knowledge/"

  /// Why a text is no such address, to stand behind "it"; `nil` where it is one.
  static func fault(in text: String) -> String? {
    guard let scheme = ["https://", "http://"].first(where: text.hasPrefix) else {
      return "must begin with 'https://' or 'http://'"
    }
    let isVisible = text.unicodeScalars.allSatisfy { scalar in
      scalar.value > 0x20 && scalar.value != 0x7F && !scalar.properties.isWhitespace
        && ![.control, .format, .lineSeparator, .paragraphSeparator].contains(
          scalar.properties.generalCategory)
    }
    guard isVisible else { return "must not contain a space, a line end or an invisible character" }
    if let bad = text.unicodeScalars.first(where: { "?#\"<>\\^`{|}".unicodeScalars.contains($0) }) {
      return "must not contain '\(bad)'"
    }
    let rest = text.dropFirst(scheme.count)
    let authority = rest.prefix { $0 != "/" }
    return fault(inAuthority: authority) ?? fault(inPath: rest.dropFirst(authority.count))
  }

  private static func fault(inAuthority text: Substring) -> String? {
    guard !text.contains("@") else { return "must not contain a user name or password" }
    let isV6 = text.hasPrefix("[")
    let end =
      isV6 ? text.firstIndex(of: "]").map(text.index(after:)) : text.firstIndex(of: ":") ?? text.endIndex
    guard let end, isHost(text[..<end], isV6: isV6) else {
      return "must have a host name after '//', in the letters a to z"
    }
    let port = text[end...]
    guard !port.isEmpty else { return nil }
    let number = UInt16(port.dropFirst())
    let isPort = port.hasPrefix(":") && port.dropFirst().utf8.allSatisfy { (0x30...0x39).contains($0) }
    return isPort && number ?? 0 > 0 ? nil : "must have a number from 1 to 65535 as its port, or none"
  }

  private static func isHost(_ host: Substring, isV6: Bool) -> Bool {
    if isV6 {
      let inside = host.dropFirst().dropLast()
      return inside.contains(":") && inside.utf8.allSatisfy { "0123456789abcdefABCDEF:.".utf8.contains($0) }
    }
    return host.utf8.count <= 253
      && host.split(separator: ".", omittingEmptySubsequences: false).allSatisfy { part in
        !part.isEmpty && part.utf8.count <= 63
          && part.utf8.allSatisfy { byte in
            (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte | 0x20) || "-_".utf8.contains(byte)
          }
      }
  }

  private static func fault(inPath path: Substring) -> String? {
    let parts = path.dropFirst().split(separator: "/", omittingEmptySubsequences: false)
    guard parts.dropLast().allSatisfy({ !$0.isEmpty }) else { return "must not have '//' in its path" }
    let isUp = parts.contains {
      [".", ".."].contains($0.replacing("%2e", with: ".").replacing("%2E", with: "."))
    }
    guard !isUp else { return "must not have a part '.' or '..'" }
    let isEncoded = path.split(separator: "%", omittingEmptySubsequences: false).dropFirst().allSatisfy {
      rest in
      rest.prefix(2).utf8.count == 2 && rest.prefix(2).allSatisfy { $0.isASCII && $0.isHexDigit }
    }
    return isEncoded ? nil : "must have two hexadecimal digits after each '%'"
  }
}
