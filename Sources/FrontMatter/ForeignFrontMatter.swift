import Diagnostics
import Folding

/// Front matter as other generators write it: TOML between lines of `+++`, or JSON that begins the file, or either
/// between `---toml` or `---json` and `---`. It is skipped with a warning; only a title that is written simply is taken
/// over, and what it says of publishing.
///
/// `nil` where the file begins with neither.
func readForeignFrontMatter(_ source: SourceText, from start: Int) -> FrontMatter? {
  var lines = LineReader(source.bytes, from: start)
  guard let first = lines.next() else { return nil }
  if let end = JSONExtent.end(in: source.bytes, from: start) { return json(source, start..<end, first) }
  guard let format = ForeignFormat(firstLine: source.bytes[first]) else { return nil }
  let content = lines.offset
  while let line = lines.next() {
    guard format.isClosing(source.bytes[line]) else { continue }
    var matter =
      format.isTOML
      ? toml(source, content..<line.lowerBound, firstLine: 2) : yaml(source, content..<line.lowerBound)
    matter.bodyRange = lines.offset..<source.bytes.count
    matter.bodyFirstLine = lines.number + 1
    matter.finish(source, first, format.name)
    return matter
  }
  guard format != .toml else {
    var matter = FrontMatter(
      root: nil, bodyRange: content..<source.bytes.count, bodyFirstLine: 2,
      diagnostics: [unclosed(source)])
    matter.addUnclosed(source, from: start)
    return matter
  }
  return nil
}

private func unclosed(_ source: SourceText) -> Diagnostic {
  Diagnostic(
    .unclosedFrontMatter, .error, "the front matter that begins here is never closed",
    at: Place(source.path, .start, length: 3), help: "end it with a line that is exactly '+++'")
}

// MARK: - Formats

private enum ForeignFormat: Hashable {
  case toml
  /// Between `---` with the format's name and `---`.
  case named(String)

  init?(firstLine: ArraySlice<UInt8>) {
    let line = firstLine.drop { $0 == UInt8(ascii: "-") }
    let name = String(decoding: line.filter { !isBlank($0) }, as: UTF8.self).asciiLowercased
    if isFence(firstLine, of: UInt8(ascii: "+")) {
      self = .toml
    } else if firstLine.count - line.count == 3, ["toml", "json", "json5", "yaml", "yml"].contains(name) {
      self = .named(name)
    } else {
      return nil
    }
  }

  var isTOML: Bool { self == .toml || self == .named("toml") }

  var name: String {
    if case .named(let name) = self { name.uppercased() } else { "TOML" }
  }

  func isClosing(_ line: ArraySlice<UInt8>) -> Bool {
    isFence(line, of: UInt8(ascii: self == .toml ? "+" : "-"))
  }
}

/// JSON and YAML: the one is a part of the other.
private func yaml(_ source: SourceText, _ range: Range<Int>) -> FrontMatter {
  let (root, diagnostics) = readYAML(source, range: range, what: .frontMatter)
  var matter = FrontMatter(root: nil, bodyRange: range, bodyFirstLine: 1)
  if case .mapping(let entries)? = root?.content { matter.foreignEntries = entries }
  if diagnostics.hasErrors { matter.addUnread(source, range, isCertain: true) }
  return matter
}

private func json(_ source: SourceText, _ range: Range<Int>, _ first: Range<Int>) -> FrontMatter {
  var matter = yaml(source, range)
  let bytes = source.bytes
  let lineEnd = bytes[range.upperBound...].firstIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? bytes.count
  matter.bodyRange = lineEnd..<bytes.count
  matter.bodyFirstLine = bytes[..<lineEnd].count { $0 == UInt8(ascii: "\n") } + 1
  matter.finish(source, first, "JSON")
  return matter
}

/// Only lines of `key = value` are read. Below a line of `[table]`, they are that table's.
private func toml(_ source: SourceText, _ range: Range<Int>, firstLine: Int) -> FrontMatter {
  var matter = FrontMatter(root: nil, bodyRange: range, bodyFirstLine: 1)
  var lines = LineReader(source.bytes, from: range.lowerBound)
  var table: String?
  while lines.offset < range.upperBound, let line = lines.next() {
    let text = source.bytes[line].drop(while: isBlank)
    if text.first == UInt8(ascii: "[") {
      table = String(decoding: text.filter(isWordByte), as: UTF8.self)
      continue
    }
    guard text.first != UInt8(ascii: "#"),
      let entry = SimpleLine(source.bytes[line], number: firstLine + lines.number - 1)?.entry
    else { continue }
    matter.foreignEntries.append(table.map { entry.within($0) } ?? entry)
    // A table on one line.
    if source.bytes[line].contains(UInt8(ascii: "{")) { matter.addUnread(source, line, isCertain: false) }
  }
  return matter
}

extension YAMLNode.Entry {
  fileprivate func within(_ table: String) -> YAMLNode.Entry {
    YAMLNode.Entry(
      key: table, keyPosition: keyPosition, value: YAMLNode(.mapping([self]), at: keyPosition))
  }
}

extension FrontMatter {
  /// Takes the title over, and says that the rest is skipped.
  fileprivate mutating func finish(_ source: SourceText, _ first: Range<Int>, _ format: String) {
    let title = foreignEntries.first { $0.key == "title" && $0.value.isSimpleText }
    root = YAMLNode(.mapping(title.map { [$0] } ?? []), at: .start)
    diagnostics.append(
      Diagnostic(
        .foreignFrontMatter, .warning,
        "front matter in \(format) is skipped" + (title == nil ? "" : ", except for its title"),
        at: Place(source.path, .start, length: max(1, min(first.count, 20))),
        help: "write it as YAML between lines of '---', with 'key: value' on each line"))
  }
}

extension YAMLNode {
  /// Whether it is a text without signs that the format may give another meaning.
  fileprivate var isSimpleText: Bool {
    guard case .scalar(let text, _) = content else { return false }
    return !text.isEmpty && !text.contains("\\") && !text.hasPrefix("[") && !text.hasPrefix("{")
  }
}

// MARK: - JSON

private enum JSONExtent {
  /// Where an object ends that begins a text, and nothing but blanks follows on its line; `nil` where there is none.
  static func end(in bytes: [UInt8], from start: Int) -> Int? {
    guard start < bytes.count, bytes[start] == UInt8(ascii: "{"),
      let second = bytes[(start + 1)...].first(where: { !isBlank($0) && $0 != 10 && $0 != 13 }),
      second == UInt8(ascii: "\"") || second == UInt8(ascii: "}")
    else { return nil }
    var depth = 0
    var isText = false
    var offset = start
    while offset < bytes.count {
      switch bytes[offset] {
      case UInt8(ascii: "\\") where isText: offset += 1
      case UInt8(ascii: "\""): isText.toggle()
      case UInt8(ascii: "{") where !isText: depth += 1
      case UInt8(ascii: "}") where !isText: depth -= 1
      default: break
      }
      offset += 1
      if depth == 0 { break }
    }
    guard depth == 0, offset <= bytes.count else { return nil }
    let rest = bytes[offset...].prefix { $0 != 10 }
    return rest.allSatisfy { isBlank($0) || $0 == 13 } ? offset : nil
  }
}

func isBlank(_ byte: UInt8) -> Bool { byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") }
