import Folding

/// The elements of HTML that are open at a place of a page, and what they say of the text in them.
///
/// Every byte of a page passes here, so a tag is read in one go, and elements are told apart by a number made of
/// their name.
struct OpenElements {
  struct Element {
    fileprivate var name: UInt64
    /// Whether text in it is set as its script asks for, without more marks.
    var isMarked: Bool
    /// Whether what stands in it is text for readers, in which other elements may stand.
    var isText: Bool
    /// Whether no element between it and the page names a language.
    var isOfPage: Bool
  }

  private let page: Element
  private var open: [Element] = []

  /// - Parameter language: of the page.
  init(language: String) {
    page = Element(name: 0, isMarked: Self.isMarking(language), isText: true, isOfPage: true)
  }

  var innermost: Element { open.last ?? page }

  /// Reads the tag or remark that begins at `start`, and gives where it ends.
  mutating func read(_ bytes: [UInt8], from start: Int) -> Int {
    if bytes[start...].starts(with: "<!--".utf8) { return Self.endOfRemark(bytes, from: start + 4) }
    var index = start + 1
    let isEnd = index < bytes.count && bytes[index] == UInt8(ascii: "/")
    if isEnd { index += 1 }
    let nameStart = index
    var name = Self.noName
    while index < bytes.count, !Self.endsName(bytes[index]) {
      name = Self.number(name, bytes[index])
      index += 1
    }
    let hasName =
      index > nameStart && bytes[nameStart] != UInt8(ascii: "!") && bytes[nameStart] != UInt8(ascii: "?")
    let (end, language) = Self.attributes(bytes, from: index)
    guard hasName else { return end }
    if isEnd {
      if let first = open.lastIndex(where: { $0.name == name }) { open.removeSubrange(first...) }
    } else if !Self.voids.contains(name), end < 2 || bytes[end - 2] != UInt8(ascii: "/") {
      enter(name, language: language.map { String(decoding: bytes[$0], as: UTF8.self) })
    }
    return end
  }

  private mutating func enter(_ name: UInt64, language: String?) {
    let around = innermost
    open.append(
      Element(
        name: name, isMarked: language.map(Self.isMarking) ?? around.isMarked,
        isText: around.isText && !Self.textless.contains(name),
        isOfPage: around.isOfPage && (language == nil || name == Self.root) && !Self.verbatim.contains(name)))
  }

  /// Whether text in a language is set as its script asks for, without more marks.
  static func isMarking(_ language: String) -> Bool {
    let primary = language.asciiLowercased.prefix { $0 != "-" }
    return ["zh", "ja", "ko", "yue", "lzh", "wuu", "nan", "hak"].contains(primary)
      || TextDirection(language: language) == .rtl
  }
}

// MARK: - Tags

extension OpenElements {
  private static func endOfRemark(_ bytes: [UInt8], from start: Int) -> Int {
    var index = start
    while index < bytes.count {
      if bytes[index] == UInt8(ascii: ">"), bytes[..<index].suffix(2).elementsEqual("--".utf8) {
        return index + 1
      }
      index += 1
    }
    return index
  }

  /// Behind the `>` that ends the tag (one in an attribute's value ends nothing), and where its language stands.
  private static func attributes(_ bytes: [UInt8], from start: Int) -> (end: Int, language: Range<Int>?) {
    var index = start
    var language: Range<Int>?
    while index < bytes.count, bytes[index] != UInt8(ascii: ">") {
      let quote = bytes[index]
      index += 1
      guard quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else { continue }
      let value = index
      while index < bytes.count, bytes[index] != quote { index += 1 }
      if language == nil, value - start >= 7, bytes[(value - 7)..<(value - 1)].elementsEqual(" lang=".utf8) {
        language = value..<index
      }
      index += 1
    }
    return (min(index + 1, bytes.count), language)
  }

  private static func endsName(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: " "), UInt8(ascii: "\n"), UInt8(ascii: "\t"), UInt8(ascii: "/"), UInt8(ascii: ">"): true
    default: false
    }
  }

  private static let noName: UInt64 = 0xCBF2_9CE4_8422_2325

  /// FNV-1a, one byte more.
  private static func number(_ name: UInt64, _ byte: UInt8) -> UInt64 {
    (name ^ UInt64(byte)) &* 0x100_0000_01B3
  }

  private static func number(_ name: String) -> UInt64 { name.utf8.reduce(noName, number) }

  private static let root = number("html")

  /// What these hold is no text of any language.
  private static let verbatim = ["code", "pre", "kbd", "samp"].map(number)

  /// In which an element has no place, or is no text for readers.
  private static let textless = ["title", "script", "style", "textarea", "svg", "option"].map(number)

  private static let voids = [
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr",
  ].map(number)
}
