import Diagnostics
import FrontMatter

/// What would mean something in Markdown or HTML, in a text that is shown as it stands.
struct MarkupInText {
  let written: String
  let isEntity: Bool

  /// The first of `[[name]]`, `[text](url)`, `**words**` and `&name;`.
  init?(_ text: String) {
    let bytes = Array(text.utf8)
    for offset in bytes.indices where "[*&".utf8.contains(bytes[offset]) {
      guard let end = Self.end(bytes, offset) else { continue }
      written = String(decoding: bytes[offset..<end], as: UTF8.self)
      isEntity = bytes[offset] == UInt8(ascii: "&")
      return
    }
    return nil
  }

  private static func end(_ bytes: [UInt8], _ start: Int) -> Int? {
    let rest = bytes[start...]
    switch bytes[start] {
    case UInt8(ascii: "&"):
      let name = rest.dropFirst().prefix(10).prefix { isEntityByte($0) }
      let end = start + 1 + name.count
      return name.count > 1 && end < bytes.count && bytes[end] == UInt8(ascii: ";") ? end + 1 : nil
    case UInt8(ascii: "*"):
      guard rest.starts(with: "**".utf8), let next = rest.dropFirst(2).first, isWordByte(next) else {
        return nil
      }
      return closing("**", bytes, after: start + 2)
    default:
      if rest.starts(with: "[[".utf8) { return closing("]]", bytes, after: start + 2) }
      guard let close = rest.prefix(reach).firstIndex(of: UInt8(ascii: "]")),
        bytes[close...].starts(with: "](".utf8)
      else { return nil }
      return closing(")", bytes, after: close + 2)
    }
  }

  private static let reach = 200

  private static func closing(_ mark: StaticString, _ bytes: [UInt8], after start: Int) -> Int? {
    let length = mark.utf8CodeUnitCount
    return mark.withUTF8Buffer { wanted in
      var offset = start
      while offset + length <= min(bytes.count, start + reach) {
        if unsafe bytes[offset..<offset + length].elementsEqual(wanted), offset > start {
          return offset + length
        }
        offset += 1
      }
      return nil
    }
  }

  private static func isEntityByte(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "#") || isWordByte(byte) && byte < 0x80
  }

  private static func isWordByte(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte & 0xDF) || byte >= 0x80
  }
}

extension EntityReader {
  /// Warns of markup in a text that is none of Markdown.
  mutating func checkMarkup(in text: String, _ node: YAMLNode, name: String) {
    guard let markup = MarkupInText(text) else { return }
    let help =
      markup.isEntity
      ? "write the character itself"
      : "write it without markup, or move it to the text below the front matter, or to a field of"
        + " type markdown"
    diagnostics.append(
      Diagnostic(
        .markupInText, .warning, "'\(name)' is plain text, so '\(markup.written)' is shown as written",
        at: node.place(in: path), help: help))
  }
}
