/// Texts and lists as a script has them.
extension [UInt8] {
  /// A string that no page can take for anything else, whatever it says: a `<` in it is none in the file, and the line
  /// ends that old browsers don't let stand in strings are spelled out.
  mutating func appendScript(_ text: String) {
    append(.quote)
    let utf8 = [UInt8](text.utf8)
    var written = 0
    for index in utf8.indices where Self.mayNeedEscape(utf8[index]) {
      guard let (escape, length) = Self.escape(utf8, index) else { continue }
      append(contentsOf: utf8[written..<index])
      append(contentsOf: escape)
      written = index + length
    }
    append(contentsOf: utf8[written...])
    append(.quote)
  }

  private static func mayNeedEscape(_ byte: UInt8) -> Bool {
    byte < 0x20 || byte == .quote || byte == UInt8(ascii: "\\") || byte == UInt8(ascii: "<") || byte == 0x7F
      || byte == 0xE2
  }

  /// What is written instead of some bytes, and how many they are.
  private static func escape(_ utf8: [UInt8], _ index: Int) -> ([UInt8], length: Int)? {
    let byte = utf8[index]
    switch byte {
    case .quote, UInt8(ascii: "\\"): return ([UInt8(ascii: "\\"), byte], 1)
    case 0xE2:
      guard utf8[index + 1] == 0x80, (0xA8...0xA9).contains(utf8[index + 2]) else { return nil }
      return (unicode(0x20, utf8[index + 2] &- 0x80), 3)
    default: return (unicode(0, byte), 1)
    }
  }

  /// `\u003C`
  private static func unicode(_ high: UInt8, _ low: UInt8) -> [UInt8] {
    let digits = Array("0123456789ABCDEF".utf8)
    return [UInt8(ascii: "\\"), UInt8(ascii: "u")]
      + [high, low].flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }
  }

  mutating func appendScript(_ number: Int) { append(contentsOf: String(number).utf8) }

  /// A list of what has been written by `each`.
  mutating func appendScript<Items: Sequence>(
    list items: Items, _ each: (inout [UInt8], Items.Element) -> Void
  ) {
    append(UInt8(ascii: "["))
    var isFirst = true
    for item in items {
      if !isFirst { append(UInt8(ascii: ",")) }
      isFirst = false
      each(&self, item)
    }
    append(UInt8(ascii: "]"))
  }

  /// What is shown of a document: title, address, subtitle, whether it is disputed, and its passages.
  mutating func appendScript(_ document: SearchDocument) {
    append(UInt8(ascii: "["))
    for text in [document.title, document.href, document.subtitle] {
      appendScript(text)
      append(UInt8(ascii: ","))
    }
    appendScript(document.isDisputed ? 1 : 0)
    append(UInt8(ascii: ","))
    appendScript(list: document.passages.prefix(SearchDocument.mostPassages)) { bytes, passage in
      bytes.append(UInt8(ascii: "["))
      bytes.appendScript(Int(passage.sort.rawValue))
      for text in [passage.anchor, passage.label, passage.text, passage.language] {
        bytes.append(UInt8(ascii: ","))
        bytes.appendScript(text)
      }
      bytes.append(UInt8(ascii: "]"))
    }
    append(UInt8(ascii: "]"))
  }
}

extension UInt8 {
  fileprivate static let quote = UInt8(ascii: "\"")
}
