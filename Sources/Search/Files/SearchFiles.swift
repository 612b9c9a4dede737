/// The files of the search, as a browser loads them: `index.js`, which all need, and parts of which a question needs few.
package struct SearchFiles: Sendable {
  let root: [UInt8]
  /// Words and where they are found, each blank-separated.
  let terms: [(terms: [UInt8], postings: [UInt8])]
  /// Words spelled backwards.
  let words: [[UInt8]]
  let facets: [[UInt8]]
  let documents: ShownDocuments
  /// By document: how often others name it, roughly.
  let ranks: [UInt8]
  let fileNames: FileNames
  /// How many documents each file of documents has, and its name.
  let catalogue: [Row]

  /// What the index says of a file.
  struct Row: Sendable {
    var documents: Int
    var name: String
  }

  /// What is known of all documents beside their words.
  package struct Outline: Sendable {
    package var kinds: [SearchKind]
    package var facets: [SearchFacet]
    /// The language that the site gives Han characters.
    package var han: String
    /// What the script says, by its keys.
    package var strings: [(key: String, text: String)]

    package init(
      kinds: [SearchKind], facets: [SearchFacet], han: String, strings: [(key: String, text: String)]
    ) {
      (self.kinds, self.facets, self.han, self.strings) = (kinds, facets, han, strings)
    }
  }

  package static let folder = "search/"
  package static let rootName = "index.js"

  /// Beside `index.js`.
  package var names: [String] { fileNames.all }

  /// The bytes of a file by its name in the folder; `nil` where there is none.
  package func file(_ name: String) -> [UInt8]? {
    if name == Self.rootName { return call { $0 += root } }
    switch fileNames.parts[name] {
    case .terms(let number):
      return call { bytes in
        bytes.quote(terms[number].terms)
        bytes.append(UInt8(ascii: ","))
        bytes.quote(terms[number].postings)
      }
    case .words(let number): return call { $0.quote(words[number]) }
    case .documents(let range): return call { $0.appendScript(list: range) { $0 += documents[$1] } }
    case .catalogue(let range): return call { $0.appendScript(rows: catalogue[range]) }
    case .facet(let number): return call { $0 += facets[number] }
    case nil: return nil
    }
  }

  private func call(_ arguments: (inout [UInt8]) -> Void) -> [UInt8] {
    var bytes = Array("remitSearch.take(".utf8)
    arguments(&bytes)
    bytes += Array(")\n".utf8)
    return bytes
  }
}

extension [UInt8] {
  /// Words and numbers need no escapes.
  fileprivate mutating func quote(_ bytes: [UInt8]) {
    append(UInt8(ascii: "\""))
    self += bytes
    append(UInt8(ascii: "\""))
  }
}

/// What is shown of each document, in the script's form.
struct ShownDocuments: Sendable {
  private let parts: [ByteRows]
  private let firsts: [Int]
  let count: Int

  init(_ parts: [ByteRows]) {
    self.parts = parts
    var firsts: [Int] = []
    var count = 0
    for part in parts {
      firsts.append(count)
      count += part.count
    }
    (self.firsts, self.count) = (firsts, count)
  }

  subscript(number: Int) -> ArraySlice<UInt8> {
    let part = firsts.lastIndex { $0 <= number } ?? 0
    return parts[part][number - firsts[part]]
  }
}
