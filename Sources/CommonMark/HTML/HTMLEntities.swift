/// Entities such as `&amp;` and `&#8217;`, as libcmark knows them.
enum HTMLEntities {
  /// The longest name has 31 letters.
  private static let reach = 33

  /// What a text of HTML shows. Control characters become U+FFFD, as no page has them.
  static func decoded(_ html: ArraySlice<UInt8>) -> [UInt8] {
    guard html.contains(UInt8(ascii: "&")) else { return Array(html) }
    var result: [UInt8] = []
    var rest = html
    while let start = rest.firstIndex(of: UInt8(ascii: "&")) {
      result += rest[rest.startIndex..<start]
      let end = rest[start...].prefix(reach).firstIndex { $0 == UInt8(ascii: ";") }
      if let end, let shown = shown(Array(rest[start...end])) {
        result += shown
        rest = rest[(end + 1)...]
      } else {
        result.append(rest[start])
        rest = rest[(start + 1)...]
      }
    }
    return result + rest
  }

  /// What one entity shows; `nil` where it is none.
  private static func shown(_ entity: [UInt8]) -> [UInt8]? {
    let name = entity.dropFirst().dropLast()
    guard !name.isEmpty, name.dropFirst(name.first == .hash ? 1 : 0).allSatisfy(\.isAlphanumeric) else {
      return nil
    }
    // A letter before it: alone, a blank would be taken away.
    guard let tree = LibcmarkTree(parsing: [UInt8(ascii: "x")] + entity + [UInt8(ascii: "x"), .newline])
    else {
      return nil
    }
    var reader = TextReader()
    tree.walk(&reader)
    let text = reader.text.dropFirst().dropLast()
    guard !text.isEmpty, !text.elementsEqual(entity) else { return nil }
    let isControl = text.contains { ($0 < 0x20 && $0 != .newline && $0 != .tab) || $0 == 0x7F }
    return isControl ? [0xEF, 0xBF, 0xBD] : Array(text)
  }

  private struct TextReader: LibcmarkVisitor {
    var text: [UInt8] = []

    mutating func enter(_ node: borrowing LibcmarkNode) {
      if node.kind == .text { node.appendLiteral(to: &text) }
      if node.kind == .softBreak { text.append(.newline) }
    }

    mutating func leave(_ node: borrowing LibcmarkNode) {}
  }
}
