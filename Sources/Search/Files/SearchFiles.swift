/// The files of the search, as a browser loads them: `index.js`, which all need, and parts of which a question needs few.
package struct SearchFiles: Sendable {
  /// The hash of all that they say.
  package let version: String
  let root: [UInt8]
  /// Words and where they are found, each blank-separated.
  let terms: [(terms: [UInt8], postings: [UInt8])]
  /// Words spelled backwards.
  let words: [[UInt8]]
  let facets: [[UInt8]]
  let documents: ShownDocuments
  /// By document: how often others name it, roughly.
  let ranks: [UInt8]
  /// The documents that stand in one file.
  let per: Int

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
  package var names: [String] {
    [("t", terms.count), ("w", words.count), ("d", documentFiles), ("f", facets.count)]
      .flatMap { letter, count in (0..<count).map { "\(letter)\($0).js" } }
  }

  var documentFiles: Int { (documents.count + per - 1) / per }

  /// The bytes of a file by its name in the folder; `nil` where there is none.
  package func file(_ name: String) -> [UInt8]? {
    if name == Self.rootName { return call("root", nil) { $0 += root } }
    guard let letter = name.utf8.first, name.hasSuffix(".js"), let number = Int(name.dropFirst().dropLast(3)),
      number >= 0, name == "\(Character(Unicode.Scalar(letter)))\(number).js"
    else { return nil }
    switch letter {
    case UInt8(ascii: "t") where number < terms.count:
      return call("terms", number) { bytes in
        bytes.quote(terms[number].terms)
        bytes.append(UInt8(ascii: ","))
        bytes.quote(terms[number].postings)
      }
    case UInt8(ascii: "w") where number < words.count:
      return call("words", number) { $0.quote(words[number]) }
    case UInt8(ascii: "d") where number < documentFiles:
      let range = number * per..<min((number + 1) * per, documents.count)
      return call("documents", number) { bytes in
        bytes.appendScript(list: range) { $0 += documents[$1] }
      }
    case UInt8(ascii: "f") where number < facets.count: return call("facet", number) { $0 += facets[number] }
    default: return nil
    }
  }

  private func call(_ function: String, _ number: Int?, _ arguments: (inout [UInt8]) -> Void) -> [UInt8] {
    var bytes = Array("remitSearch.\(function)(".utf8)
    if let number { bytes += Array("\"\(version)\",\(number),".utf8) }
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

  /// Of all in bytes.
  var size: Int { parts.reduce(0) { sum, part in (0..<part.count).reduce(sum) { $0 + part[$1].count } } }
}
