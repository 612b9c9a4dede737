/// Reads the path of a request, without its query, decoded exactly once.
enum RequestPath {
  /// - Parameter path: begins with `/`; visible ASCII characters.
  static func decode(_ path: some StringProtocol) throws(Refusal) -> String {
    let bytes = try percentDecoded(Array(path.utf8))
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw .badPath("the path is not UTF-8")
    }
    guard text.unicodeScalars.allSatisfy({ $0.value >= 0x20 && !(0x7F...0x9F).contains($0.value) }) else {
      throw .badPath("the path has a control character")
    }
    guard !text.utf8.contains(UInt8(ascii: "\\")) else { throw .badPath("the path has a backslash") }
    let parts = text.utf8.dropFirst().split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
    guard parts.dropLast().allSatisfy({ !$0.isEmpty }) else { throw .badPath("the path has an empty part") }
    guard parts.allSatisfy({ !$0.elementsEqual(".".utf8) && !$0.elementsEqual("..".utf8) }) else {
      throw .badPath("the path has a part '.' or '..'")
    }
    return text
  }

  private static func percentDecoded(_ path: [UInt8]) throws(Refusal) -> [UInt8] {
    var bytes: [UInt8] = []
    var rest = path[...]
    while let byte = rest.popFirst() {
      guard byte == UInt8(ascii: "%") else {
        bytes.append(byte)
        continue
      }
      guard let high = rest.popFirst()?.hexDigit, let low = rest.popFirst()?.hexDigit else {
        throw .badPath("the path has a '%' without two hexadecimal digits")
      }
      // A slash that is part of a name would become one between names.
      guard high << 4 | low != UInt8(ascii: "/") else { throw .badPath("the path has an encoded slash") }
      bytes.append(high << 4 | low)
    }
    return bytes
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
