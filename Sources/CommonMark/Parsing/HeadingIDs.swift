import Folding

/// Gives headings their ids, each unique in its document.
struct HeadingIDs {
  private var used: Set<String>
  private var nextNumber: [String: Int] = [:]

  /// - Parameter taken: what is in use already.
  init(taken: Set<String>) { used = taken }

  mutating func unique(_ wanted: String) -> String {
    let base = wanted.isEmpty ? "section" : wanted
    var id = base
    while !used.insert(id).inserted {
      let number = nextNumber[base, default: 1]
      nextNumber[base] = number + 1
      id = "\(base)-\(number)"
    }
    return id
  }
}

extension MarkdownDocument {
  /// Lists the headings; takes `{#id}` off those that end so.
  mutating func collectHeadings() {
    var ids = HeadingIDs(taken: FootnoteIDs(footnotes).all)
    for index in nodes.indices where nodes[index].kind == .heading {
      let element = takeElement(index)
      let explicit = options.extensions ? element.flatMap { takeID($0) } ?? takeExplicitID(index) : nil
      let text = plainText(of: index)
      let wanted = explicit ?? Anchor.ofHeading(text)
      let id = ids.unique(wanted)
      nodes[index].payload = Int32(truncatingIfNeeded: headings.count)
      headings.append(
        MarkdownHeading(
          node: index, level: nodes[index].level, id: id, wanted: wanted, text: text,
          position: nodes[index].position, element: element))
    }
  }

  /// The element of a heading that is written in HTML.
  private mutating func takeElement(_ heading: Int) -> Int? {
    let number = Int(nodes[heading].textCount)
    nodes[heading].textCount = 0
    return number > 0 ? number - 1 : nil
  }

  private mutating func takeID(_ element: Int) -> String? {
    defer { elements[element].id = nil }
    return elements[element].id
  }

  /// Takes the ids of elements that something else in the document has.
  mutating func collectElementIDs() {
    guard !elements.isEmpty else { return }
    var used = FootnoteIDs(footnotes).all.union(headings.map(\.id))
    for index in elements.indices {
      guard let id = elements[index].id else { continue }
      if used.insert(id).inserted { htmlAnchors.append(id) } else { elements[index].id = nil }
    }
  }

  private mutating func takeExplicitID(_ heading: Int) -> String? {
    let last = Int(nodes[heading].end) - 1
    guard last > heading, nodes[last].kind == .text else { return nil }
    let range = nodes[last].text
    guard let end = range.last, text[end] == UInt8(ascii: "}"),
      let brace = text[range].lastIndex(of: UInt8(ascii: "{")),
      let id = HeadingAttributes.id(in: text[(brace + 1)..<end])
    else { return nil }
    nodes[last].text = text.trimmedEnd(range.lowerBound..<brace)
    return text.string(id)
  }
}

/// What stands in braces behind a heading: `#id`, and in other tools a colon before it, classes and values beside it,
/// which have no meaning here.
private enum HeadingAttributes {
  /// Where the id stands; `nil` where there is none, or anything that is no attribute.
  static func id(in inner: ArraySlice<UInt8>) -> Range<Int>? {
    let written = inner.first == .colon ? inner.dropFirst() : inner
    let words = written.split(whereSeparator: \.isWhitespace)
    guard let id = words.first(where: { $0.first == .hash })?.dropFirst(), !id.isEmpty,
      id.allSatisfy({ $0.isAlphanumeric || $0 >= 0x80 || "-_.:".utf8.contains($0) })
    else { return nil }
    var isQuoted = false
    for word in words {
      let isAttribute =
        isQuoted || word.first == .hash || word.first == UInt8(ascii: ".") || word.contains(UInt8(ascii: "="))
      guard isAttribute else { return nil }
      if word.count(where: { $0 == UInt8(ascii: "\"") }) % 2 == 1 { isQuoted.toggle() }
    }
    return id.startIndex..<id.endIndex
  }
}
