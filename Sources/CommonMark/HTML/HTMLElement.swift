import Folding

/// An element of HTML that an author wrote in Markdown, with the attributes that stay.
package struct HTMLElement: Sendable {
  let name: HTMLElementName
  /// An id that links may name; `nil` too where something else in the document has it.
  package internal(set) var id: String?
  /// By their names, which are in the list of `attributes(of:)`; the values are plain text.
  var attributes: [(name: String, value: String)] = []
  /// Whether it is nothing but a place that links lead to.
  var isPlace = false
}

/// The attributes of a tag, sorted by what becomes of them.
struct HTMLAttributes {
  private(set) var kept: [(name: String, value: String)] = []
  private(set) var id: String?
  private(set) var address: String?
  private(set) var alternative = ""
  private(set) var title: String?
  private(set) var width: UInt16?
  private(set) var height: UInt16?
  /// Whether one is left out that said something.
  private(set) var hasOthers = false

  init(_ tag: HTMLTag, of element: HTMLElementName, in text: [UInt8]) {
    var seen: Set<String> = []
    for attribute in tag.attributes {
      let name = String(decoding: text[attribute.name].map(\.lowercased), as: UTF8.self)
      guard seen.insert(name).inserted else { continue }
      let value = attribute.value.map { HTMLEntities.decoded(text[$0]) } ?? []
      take(name, String(decoding: value, as: UTF8.self), element)
    }
  }

  private mutating func take(_ name: String, _ value: String, _ element: HTMLElementName) {
    switch (name, element) {
    case ("id", _): if Self.isID(value) { id = value }
    case ("name", .a): if id == nil, Self.isID(value) { id = value }
    case ("href", .a), ("src", .img): address = value.trimmedOfHTMLSpace
    case ("alt", .img): alternative = value
    case ("title", _): if !value.isEmpty { title = value }
    case ("width", .img): width = Self.pixels(value)
    case ("height", .img): height = Self.pixels(value)
    case ("align", _): takeAlignment(value.asciiLowercased, element)
    case _ where Self.isAllowed(name, value, element): kept.append((name, value))
    case ("target", _), ("rel", _), ("border", _), ("loading", _), ("decoding", _): break
    default: hasOthers = true
    }
  }

  /// `align` is no attribute of HTML any more; the theme has a class for each.
  private mutating func takeAlignment(_ value: String, _ element: HTMLElementName) {
    guard element.content != .nothing, !element.isInline else { return }
    if ["left", "center", "right"].contains(value) { kept.append(("class", "align-" + value)) }
  }

  /// Whether it may be an id: no blank in it, and no longer than anybody would write.
  private static func isID(_ value: String) -> Bool {
    !value.isEmpty && value.utf8.count <= 200
      && value.unicodeScalars.allSatisfy {
        $0.value > 0x20 && !$0.properties.isWhitespace && $0.value != 0x7F
      }
  }

  private static func pixels(_ value: String) -> UInt16? {
    let digits = value.without(suffix: "px")
    return digits.utf8.allSatisfy { $0.isDigit } ? UInt16(digits) : nil
  }

  private static func isAllowed(_ name: String, _ value: String, _ element: HTMLElementName) -> Bool {
    switch (name, element) {
    case ("lang", _): isTag(value)
    case ("dir", _): ["ltr", "rtl", "auto"].contains(value.asciiLowercased)
    case ("open", .details), ("reversed", .ol): true
    case ("start", .ol), ("value", .li): Int32(value) != nil && isNumber(value)
    case ("type", .ol): ["1", "a", "A", "i", "I"].contains(value)
    case ("colspan", .td), ("colspan", .th), ("span", .col), ("span", .colgroup):
      UInt16(value).map { (1...1_000).contains($0) && isNumber(value) } ?? false
    case ("rowspan", .td), ("rowspan", .th): UInt16(value).map { $0 <= 1_000 && isNumber(value) } ?? false
    case ("scope", .th): ["row", "col", "rowgroup", "colgroup"].contains(value)
    case ("datetime", .time):
      !value.isEmpty && value.utf8.count < 50
        && value.utf8.allSatisfy { $0.isAlphanumeric || ":.+- ".utf8.contains($0) }
    default: false
    }
  }

  private static func isNumber(_ value: String) -> Bool {
    value.utf8.allSatisfy { $0.isDigit || $0 == .dash }
  }

  private static func isTag(_ value: String) -> Bool {
    !value.isEmpty && value.utf8.count <= 35 && value.utf8.first?.isLetter == true
      && value.utf8.allSatisfy { $0.isAlphanumeric || $0 == .dash }
  }
}

extension String {
  fileprivate var trimmedOfHTMLSpace: String {
    let bytes = Array(utf8)
    return bytes.string(bytes.trimmed(0..<bytes.count))
  }

  fileprivate func without(suffix: String) -> String {
    hasSuffix(suffix) ? String(dropLast(suffix.count)) : self
  }
}
