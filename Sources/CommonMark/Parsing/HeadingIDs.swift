/// Gives headings their ids: as GitHub makes them from the text, each unique in its document.
struct HeadingIDs {
  private var used: Set<String> = []
  private var nextNumber: [String: Int] = [:]

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

  /// Letters (Han too), digits, `-` and `_`; blanks become `-`, all else goes.
  static func slug(_ text: String) -> String {
    var slug: [UInt8] = []
    slug.reserveCapacity(text.utf8.count)
    for scalar in text.unicodeScalars {
      if scalar.isASCII {
        let byte = UInt8(truncatingIfNeeded: scalar.value)
        if byte.isAlphanumeric || byte == .dash || byte == .underscore {
          slug.append(byte.lowercased)
        } else if byte == .space {
          slug.append(.dash)
        }
        continue
      }
      switch scalar.properties.generalCategory {
      case .uppercaseLetter, .titlecaseLetter: slug += scalar.properties.lowercaseMapping.utf8
      case .lowercaseLetter, .modifierLetter, .otherLetter, .nonspacingMark, .spacingMark, .decimalNumber,
        .letterNumber, .connectorPunctuation:
        slug += String(scalar).utf8
      default: break
      }
    }
    return String(decoding: slug, as: UTF8.self)
  }
}

extension MarkdownDocument {
  /// Lists the headings; takes `{#id}` off those that end so.
  mutating func collectHeadings() {
    var ids = HeadingIDs()
    for index in nodes.indices where nodes[index].kind == .heading {
      let explicit = options.extensions ? takeExplicitID(index) : nil
      let text = plainText(of: index)
      let id = ids.unique(explicit ?? HeadingIDs.slug(text))
      nodes[index].payload = Int32(truncatingIfNeeded: headings.count)
      headings.append(
        MarkdownHeading(
          node: index, level: nodes[index].level, id: id, text: text, position: nodes[index].position))
    }
  }

  private mutating func takeExplicitID(_ heading: Int) -> String? {
    let last = Int(nodes[heading].end) - 1
    guard last > heading, nodes[last].kind == .text else { return nil }
    let range = nodes[last].text
    guard let end = range.last, text[end] == UInt8(ascii: "}"),
      let brace = text[range].lastIndex(of: UInt8(ascii: "{")), brace + 2 < end, text[brace + 1] == .hash,
      text[(brace + 2)..<end].allSatisfy({ $0.isAlphanumeric || $0 >= 0x80 || "-_.:".utf8.contains($0) })
    else { return nil }
    nodes[last].text = text.trimmedEnd(range.lowerBound..<brace)
    return text.string(brace + 2..<end)
  }
}
