/// `%` and two hexadecimal digits for a byte, as addresses have it (RFC 3986, section 2.1).
extension Sequence<UInt8> {
  /// What is not two hexadecimal digits behind a `%` stays as it is.
  package var percentDecoded: [UInt8] {
    let bytes = Array(self)
    var decoded: [UInt8] = []
    decoded.reserveCapacity(bytes.count)
    var offset = 0
    while offset < bytes.count {
      if bytes[offset] == UInt8(ascii: "%"), offset + 2 < bytes.count, let high = bytes[offset + 1].hexDigit,
        let low = bytes[offset + 2].hexDigit
      {
        decoded.append(high << 4 | low)
        offset += 3
      } else {
        decoded.append(bytes[offset])
        offset += 1
      }
    }
    return decoded
  }
}

extension StringProtocol {
  /// A text without percent-encoding, read as UTF-8.
  package var percentDecoded: String {
    utf8.contains(UInt8(ascii: "%")) ? String(decoding: utf8.percentDecoded, as: UTF8.self) : String(self)
  }
}

/// Why the path of an address names no file.
package enum PathFault: Error {
  case percentSign, slash, text
}

extension StringProtocol {
  /// The path of an address as a server reads it, decoded exactly once.
  ///
  /// - Throws: where a `%` has no two hexadecimal digits behind it, where a slash that is part of a name would become one
  ///   between names, and where the whole is not UTF-8.
  package func decodedPath() throws(PathFault) -> String {
    var bytes: [UInt8] = []
    var rest = Array(utf8)[...]
    while let byte = rest.popFirst() {
      guard byte == UInt8(ascii: "%") else {
        bytes.append(byte)
        continue
      }
      guard let high = rest.popFirst()?.hexDigit, let low = rest.popFirst()?.hexDigit else {
        throw .percentSign
      }
      guard high << 4 | low != UInt8(ascii: "/") else { throw .slash }
      bytes.append(high << 4 | low)
    }
    guard let text = String(validating: bytes, as: UTF8.self) else { throw .text }
    return text
  }
}

extension UInt8 {
  fileprivate var hexDigit: UInt8? {
    switch self {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): self - UInt8(ascii: "0")
    case UInt8(ascii: "a")...UInt8(ascii: "f"): self - UInt8(ascii: "a") + 10
    case UInt8(ascii: "A")...UInt8(ascii: "F"): self - UInt8(ascii: "A") + 10
    default: nil
    }
  }
}
