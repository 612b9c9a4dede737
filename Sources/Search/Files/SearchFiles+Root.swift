extension SearchFiles {
  /// The files that `index.js` names.
  struct Directory {
    /// Each with its first word.
    var terms: [(first: [UInt8], name: String)] = []
    var words: [(first: [UInt8], name: String)] = []
    var facets: [(label: String, name: String)] = []
    /// The files that name those of documents.
    var catalogues: [Row] = []
  }

  /// What `index.js` says.
  static func root(
    _ outline: Outline, _ heads: [PartialIndex.Head], _ hubs: Hubs, _ directory: Directory
  ) -> [UInt8] {
    var bytes = Array("{\"documents\":\(heads.count),\"kinds\":".utf8)
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
    bytes.member("hubs") { bytes in
      var last = 0
      for (document, rank) in hubs.ranks.enumerated() where rank > 0 {
        VLQ.append(document - last, to: &bytes)
        VLQ.append(Int(rank), to: &bytes)
        last = document
      }
    }
    bytes += Array(",\"t\":".utf8)
    bytes.appendScript(list: directory.terms) { $0.appendPair($1.first, $1.name) }
    bytes += Array(",\"w\":".utf8)
    bytes.appendScript(list: directory.words) { $0.appendPair($1.first, $1.name) }
    bytes += Array(",\"c\":".utf8)
    bytes.appendScript(rows: directory.catalogues)
    bytes += Array(",\"facets\":".utf8)
    bytes.appendScript(list: directory.facets) { bytes, facet in
      bytes.append(UInt8(ascii: "["))
      bytes.appendScript(facet.label)
      bytes += Array(",\"\(facet.name)\"]".utf8)
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
  /// Files of documents, or of their names: each with the number of its first document, counted from that of all.
  mutating func appendScript(rows: some Sequence<SearchFiles.Row>) {
    var first = 0
    appendScript(list: rows) { bytes, row in
      bytes += Array("[\(first),\"\(row.name)\"]".utf8)
      first += row.documents
    }
  }

  /// A word, which needs no escapes, and the name of the file that begins with it.
  fileprivate mutating func appendPair(_ word: [UInt8], _ name: String) {
    self += Array("[\"".utf8)
    self += word
    self += Array("\",\"\(name)\"]".utf8)
  }

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
