extension RequestHead {
  /// Reads `GET /path HTTP/1.1`.
  init(requestLine line: ArraySlice<UInt8>) throws(Refusal) {
    let parts = line.split(separator: UInt8(ascii: " "), omittingEmptySubsequences: false)
    guard parts.count == 3, !parts[0].isEmpty, parts[0].allSatisfy(\.isTokenByte), !parts[1].isEmpty else {
      throw .malformed("the request does not begin with a method, a target and a version")
    }
    guard parts[1].allSatisfy({ (0x21...0x7E).contains($0) }) else {
      throw .malformed("the request's target has bytes that must be percent-encoded")
    }
    guard parts[1].count <= RequestReader.longestTarget else {
      throw Refusal(status: 414, reason: "the URL is longer than 8 KiB", closes: true)
    }
    let version = String(decoding: parts[2], as: UTF8.self)
    guard version == "HTTP/1.1" || version == "HTTP/1.0" else {
      let isOther = version.hasPrefix("HTTP/")
      throw Refusal(
        status: isOther ? 505 : 400, reason: "the request's version is not HTTP/1.0 or HTTP/1.1",
        closes: true)
    }
    self.init(
      method: String(decoding: parts[0], as: UTF8.self), target: String(decoding: parts[1], as: UTF8.self),
      minorVersion: version == "HTTP/1.1" ? 1 : 0)
  }
}

extension RequestHead.Field {
  /// Reads `Name: value`.
  init(line: ArraySlice<UInt8>) throws(Refusal) {
    guard let colon = line.firstIndex(of: UInt8(ascii: ":")), colon > line.startIndex,
      line[..<colon].allSatisfy(\.isTokenByte)
    else { throw .malformed("a header field has no name, or one with other than letters and digits") }
    let value = line[(colon + 1)...]
    guard value.allSatisfy({ $0 >= 0x20 && $0 != 0x7F || $0 == UInt8(ascii: "\t") }) else {
      throw .malformed("a header field has a control character")
    }
    self.init(
      name: String(decoding: line[..<colon], as: UTF8.self).lowercased(),
      value: String(String(decoding: value, as: UTF8.self)[...].trimmed))
  }
}

extension UInt8 {
  /// Whether it may stand in the name of a method or field.
  fileprivate var isTokenByte: Bool {
    switch self {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"):
      true
    default: "!#$%&'*+-.^_`|~".utf8.contains(self)
    }
  }
}
