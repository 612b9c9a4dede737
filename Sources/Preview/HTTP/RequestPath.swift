import Folding

/// Reads the path of a request, without its query, decoded exactly once.
enum RequestPath {
  /// - Parameter path: begins with `/`; visible ASCII characters.
  static func decode(_ path: some StringProtocol) throws(Refusal) -> String {
    let text: String
    do {
      text = try path.decodedPath()
    } catch {
      switch error {
      case .percentSign: throw .badPath("the path has a '%' without two hexadecimal digits")
      case .slash: throw .badPath("the path has an encoded slash")
      case .text: throw .badPath("the path is not UTF-8")
      }
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
}
