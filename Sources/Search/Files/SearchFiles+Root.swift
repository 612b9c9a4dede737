extension SearchFiles {
  /// What `index.js` says, behind the version.
  static func root(
    _ outline: Outline, _ count: Int, _ per: Int, _ heads: [PartialIndex.Head], _ hubs: Hubs,
    _ terms: [[UInt8]], _ words: [[UInt8]]
  ) -> [UInt8] {
    var bytes = Array("\"documents\":\(count),\"per\":\(per),\"kinds\":".utf8)
    bytes.appendScript(list: outline.kinds) { bytes, kind in
      bytes.append(UInt8(ascii: "["))
      for text in [kind.one, kind.many] {
        bytes.appendScript(text)
        bytes.append(UInt8(ascii: ","))
      }
      bytes.appendScript(kind.first)
      bytes.append(UInt8(ascii: "]"))
    }
    bytes.member("years") { $0.appendYears(heads.map(\.year)) }
    bytes.member("terms") { $0 += terms.joined(separator: [UInt8(ascii: " ")]) }
    bytes.member("words") { $0 += words.joined(separator: [UInt8(ascii: " ")]) }
    bytes.member("hubs") { bytes in
      var last = 0
      for (document, rank) in hubs.ranks.enumerated() where rank > 0 {
        VLQ.append(document - last, to: &bytes)
        VLQ.append(Int(rank), to: &bytes)
        last = document
      }
    }
    bytes += Array(",\"facets\":".utf8)
    bytes.appendScript(list: outline.facets) { bytes, facet in
      bytes.append(UInt8(ascii: "["))
      bytes.appendScript(facet.label)
      bytes += Array(",\(facet.values.count)]".utf8)
    }
    bytes += Array(",\"han\":".utf8)
    bytes.appendScript(outline.han)
    bytes += Array(",\"strings\":{".utf8)
    for (number, string) in outline.strings.enumerated() {
      if number > 0 { bytes.append(UInt8(ascii: ",")) }
      bytes.appendScript(string.key)
      bytes.append(UInt8(ascii: ":"))
      bytes.appendScript(string.text)
    }
    bytes += Array("}}".utf8)
    return bytes
  }
}

extension [UInt8] {
  /// A member whose value is a string that needs no escapes.
  fileprivate mutating func member(_ name: String, _ write: (inout [UInt8]) -> Void) {
    self += Array(",\"\(name)\":\"".utf8)
    write(&self)
    append(UInt8(ascii: "\""))
  }

  /// Runs of documents of one year: how many, and which.
  fileprivate mutating func appendYears(_ years: [Int]) {
    var index = 0
    while index < years.count {
      let end = years[index...].firstIndex { $0 != years[index] } ?? years.count
      VLQ.append(end - index, to: &self)
      VLQ.append(Swift.max(0, years[index]), to: &self)
      index = end
    }
  }
}
