package import Diagnostics

/// Reads a file of TOML, as `readJSON` does one of JSON.
package func readTOML(_ source: SourceText) -> (YAMLNode?, [Diagnostic]) {
  let (root, diagnostics) = readTOML(source, range: 0..<source.bytes.count)
  return (root, diagnostics)
}

/// Reads the TOML of front matter: all of TOML 1.0, but that dates and numbers stay the text that was written.
///
/// What stands above a mistake is read.
func readTOML(_ source: SourceText, range: Range<Int>) -> (YAMLNode, [Diagnostic]) {
  var bytes = Array(source.bytes[range])
  let diagnostics = checkText(&bytes, offset: range.lowerBound, source: source)
  var reader = TOMLReader(bytes, offset: range.lowerBound, source)
  do throws(TOMLFault) {
    while try reader.readStatement() {}
    return (reader.root, diagnostics)
  } catch {
    let place = Place(source.path, source.position(at: range.lowerBound + error.offset))
    let fault = Diagnostic(
      .foreignFrontMatter, .error, "this TOML cannot be read from here on: \(error.message)", at: place,
      help: error.help)
    return (reader.root, diagnostics + [fault])
  }
}

struct TOMLFault: Error {
  let offset: Int
  let message: String
  let help: String
}

/// Keys and tables go to tables by number, so that each can still get entries when others are known.
private struct TOMLReader {
  private enum Item {
    case value(YAMLNode)
    case table(Int)
    /// The number of a list of tables.
    case list(Int)
  }

  private struct Table {
    var entries: [(key: TOMLKey, item: Item)] = []
    var numbers: [String: Int] = [:]
    /// Whether it has a line of its own, such as `[table]`.
    var isDeclared = false
  }

  private var scanner: TOMLScanner
  private var tables = [Table()]
  private var lists: [[Int]] = []
  /// The table that lines belong to.
  private var current = 0

  init(_ bytes: [UInt8], offset: Int, _ source: SourceText) {
    scanner = TOMLScanner(bytes, origin: offset, source)
  }

  /// `false` at the end.
  mutating func readStatement() throws(TOMLFault) -> Bool {
    scanner.skipBlankLines()
    guard let first = scanner.next else { return false }
    if first == UInt8(ascii: "[") {
      try readHeader()
    } else {
      let keys = try scanner.keys()
      let value = try scanner.valueOfKey(keys[0])
      try add(.value(value), at: keys, from: current, isHeader: false)
    }
    try scanner.endLine()
    return true
  }

  private mutating func readHeader() throws(TOMLFault) {
    let start = scanner.offset
    scanner.offset += 1
    let isList = scanner.take("[")
    let keys = try scanner.keys()
    guard scanner.take("]"), !isList || scanner.take("]") else {
      throw TOMLFault(offset: start, message: "this '[' is never closed", help: "write [name] on a line")
    }
    current = try add(nil, at: keys, from: 0, isHeader: true, isList: isList)
  }

  /// Adds a value below the last of the keys; without one, a table.
  @discardableResult
  private mutating func add(
    _ item: Item?, at keys: [TOMLKey], from start: Int, isHeader: Bool, isList: Bool = false
  ) throws(TOMLFault) -> Int {
    var table = start
    for (index, key) in keys.enumerated() {
      let isLast = index == keys.count - 1
      let known = tables[table].numbers[key.text].map { tables[table].entries[$0].item }
      if isLast, let item {
        guard known == nil else { throw key.comesTwice }
        append(item, key, to: table)
        return table
      }
      switch known {
      case nil:
        let inner = newTable(isDeclared: isLast && isHeader)
        if isLast, isList { lists.append([inner]) }
        append(isLast && isList ? .list(lists.count - 1) : .table(inner), key, to: table)
        table = inner
      case .table(let inner)? where !(isLast && (isList || tables[inner].isDeclared)):
        if isLast, isHeader { tables[inner].isDeclared = true }
        table = inner
      case .list(let list)? where !isLast || isList:
        if isLast { lists[list].append(newTable(isDeclared: true)) }
        table = lists[list].last ?? table
      default: throw key.comesTwice
      }
    }
    return table
  }

  private mutating func newTable(isDeclared: Bool) -> Int {
    tables.append(Table(isDeclared: isDeclared))
    return tables.count - 1
  }

  private mutating func append(_ item: Item, _ key: TOMLKey, to table: Int) {
    tables[table].numbers[key.text] = tables[table].entries.count
    tables[table].entries.append((key, item))
  }

  var root: YAMLNode { node(ofTable: 0, at: .start) }

  // Recursion is safe here, since a name has a limited number of parts.
  private func node(ofTable table: Int, at position: Position) -> YAMLNode {
    let entries = tables[table].entries.map { key, item in
      let position = scanner.position(key.offset)
      let value: YAMLNode =
        switch item {
        case .value(let value): value
        case .table(let table): node(ofTable: table, at: position)
        case .list(let list):
          YAMLNode(.sequence(lists[list].map { node(ofTable: $0, at: position) }), at: position)
        }
      return YAMLNode.Entry(key: key.text, keyPosition: position, value: value)
    }
    return YAMLNode(.mapping(entries), at: position)
  }
}
