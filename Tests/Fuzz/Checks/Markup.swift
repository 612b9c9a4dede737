/// What tags and attributes of a page or a part of one come to, and whether they are whole: each tag closed where it
/// must be, attributes in quotation marks and once each, and no angle bracket or ampersand that is neither.
struct Markup {
  private(set) var problem: String?
  private(set) var ids: [String] = []
  /// Values of `href` and `src`, with their entities.
  private(set) var addresses: [String] = []
  private let bytes: [UInt8]
  private let isXML: Bool
  private var index = 0
  private var open: [String] = []

  init(_ bytes: [UInt8], isXML: Bool = false) {
    self.bytes = bytes
    self.isXML = isXML
    guard let text = String(validating: bytes, as: UTF8.self) else {
      problem = "it is no UTF-8"
      return
    }
    if let control = text.unicodeScalars.first(where: { $0.value < 0x20 && ![9, 10, 12].contains($0.value) })
    {
      problem = "it has the control character \(control.value)"
      return
    }
    while problem == nil, index < bytes.count { readOne() }
    if problem == nil, let last = open.last { problem = "<\(last)> is never closed" }
    if problem == nil, Set(ids).count < ids.count { problem = "an id stands twice: " + Markup.twice(in: ids) }
  }

  private static func twice(in ids: [String]) -> String {
    var seen: Set<String> = []
    return ids.first { !seen.insert($0).inserted } ?? ""
  }

  private func starts(_ text: String) -> Bool { bytes[index...].starts(with: text.utf8) }

  private mutating func skip(past end: String) {
    let rest = bytes[index...]
    guard let found = rest.firstRange(of: Array(end.utf8)) else { return fail("no '\(end)'") }
    index = found.upperBound
  }

  private mutating func fail(_ reason: String) {
    let around = bytes[max(0, index - 30)..<min(bytes.count, index + 30)]
    problem =
      problem ?? reason + " at …" + String(decoding: around, as: UTF8.self).replacing("\n", with: "⏎") + "…"
    index = bytes.count
  }

  private mutating func readOne() {
    switch bytes[index] {
    case UInt8(ascii: "&"): readEntity()
    case UInt8(ascii: "<"):
      if starts("<!--") {
        skip(past: "-->")
      } else if starts("<?xml") {
        skip(past: "?>")
      } else if starts("<!doctype html>") || starts("<!DOCTYPE html>") {
        skip(past: ">")
      } else if starts("</") {
        readEnd()
      } else {
        readStart()
      }
    default: index += 1
    }
  }

  private mutating func readEntity() {
    let end = bytes[index...].prefix(12).firstIndex(of: UInt8(ascii: ";"))
    guard let end else { return fail("an ampersand that is no entity") }
    let name = bytes[(index + 1)..<end]
    let isNumber = name.first == UInt8(ascii: "#") && name.count > 1
    guard isNumber || !name.isEmpty && name.allSatisfy(Markup.isLetter) else { return fail("no entity") }
    index = end + 1
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    UInt8(ascii: "a")...UInt8(ascii: "z") ~= byte | 0x20 || UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte
  }

  private mutating func name() -> String {
    let name = bytes[index...].prefix { Markup.isLetter($0) || "-:_".utf8.contains($0) }
    index = name.endIndex
    return String(decoding: name, as: UTF8.self)
  }

  private mutating func blanks() {
    index = bytes[index...].firstIndex { !" \n\t".utf8.contains($0) } ?? bytes.count
  }

  private mutating func readEnd() {
    index += 2
    let name = name()
    guard index < bytes.count, bytes[index] == UInt8(ascii: ">") else { return fail("no end of a tag") }
    guard open.last == name else { return fail("</\(name)> where </\(open.last ?? "nothing")> is due") }
    open.removeLast()
    index += 1
  }

  private mutating func readStart() {
    index += 1
    let tag = name()
    guard !tag.isEmpty else { return fail("an angle bracket that is no tag") }
    checkNesting(of: tag)
    var names: Set<String> = []
    while problem == nil {
      blanks()
      guard index < bytes.count else { return fail("a tag without an end") }
      if bytes[index] == UInt8(ascii: ">") { break }
      if starts("/>") { break }
      let attribute = name()
      guard !attribute.isEmpty else { return fail("no attribute") }
      guard names.insert(attribute).inserted else { return fail("'\(attribute)' stands twice") }
      if index < bytes.count, bytes[index] == UInt8(ascii: "=") { readValue(of: attribute) }
    }
    guard problem == nil else { return }
    let closesItself = starts("/>")
    index += closesItself ? 2 : 1
    if closesItself || !isXML && Markup.void.contains(tag) { return }
    open.append(tag)
    if !isXML, ["script", "style"].contains(tag),
      let end = bytes[index...].firstRange(of: Array("</\(tag)".utf8))
    {
      index = end.lowerBound
    }
  }

  private mutating func checkNesting(of tag: String) {
    guard !isXML else { return }
    if tag == "a", open.contains("a") { fail("a link in a link") }
    if Markup.blocks.contains(tag), open.last == "p" { fail("<\(tag)> in a paragraph") }
  }

  private mutating func readValue(of attribute: String) {
    index += 1
    guard index < bytes.count, bytes[index] == UInt8(ascii: "\"") || bytes[index] == UInt8(ascii: "'") else {
      return fail("no quotation mark")
    }
    let mark = bytes[index]
    index += 1
    let start = index
    while problem == nil, index < bytes.count, bytes[index] != mark {
      switch bytes[index] {
      case UInt8(ascii: "&"): readEntity()
      case UInt8(ascii: "<"): fail("an angle bracket in an attribute")
      default: index += 1
      }
    }
    guard problem == nil else { return }
    guard index < bytes.count else { return fail("no second quotation mark") }
    let value = String(decoding: bytes[start..<index], as: UTF8.self)
    index += 1
    switch attribute {
    case "id": ids.append(value)
    case "href", "src": addresses.append(value)
    default: break
    }
  }

  private static let void: Set = [
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr",
  ]
  private static let blocks: Set = [
    "address", "article", "aside", "blockquote", "details", "div", "dl", "figure", "footer", "h1", "h2", "h3",
    "h4",
    "h5", "h6", "header", "hr", "main", "nav", "ol", "p", "pre", "section", "table", "ul",
  ]
}
