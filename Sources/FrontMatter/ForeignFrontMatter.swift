import Diagnostics
import Folding

/// Front matter as other generators write it: TOML between lines of `+++`, or JSON that begins the file, or either
/// between `---toml` or `---json` and `---`. It is read as the same in YAML would be.
///
/// `nil` where the file begins with neither.
func readForeignFrontMatter(_ source: SourceText, from start: Int) -> FrontMatter? {
  var lines = LineReader(source.bytes, from: start)
  guard let first = lines.next() else { return nil }
  if let end = JSONExtent.end(in: source.bytes, from: start) { return json(source, start..<end) }
  guard let format = ForeignFormat(firstLine: source.bytes[first]) else { return nil }
  let content = lines.offset
  while let line = lines.next() {
    guard format.isClosing(source.bytes[line]) else { continue }
    var matter = read(source, content..<line.lowerBound, format)
    matter.bodyRange = lines.offset..<source.bytes.count
    matter.bodyFirstLine = lines.number + 1
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

  var isJSON: Bool { self == .named("json") }

  func isClosing(_ line: ArraySlice<UInt8>) -> Bool {
    isFence(line, of: UInt8(ascii: self == .toml ? "+" : "-"))
  }
}

private func read(_ source: SourceText, _ range: Range<Int>, _ format: ForeignFormat) -> FrontMatter {
  let (root, diagnostics): (YAMLNode?, [Diagnostic])
  if format.isTOML {
    (root, diagnostics) = readTOML(source, range: range)
  } else if format.isJSON {
    // In the lines where it stands in the file.
    (root, diagnostics) = readJSON(SourceText(path: source.path, bytes: [10] + source.bytes[range]))
  } else {
    (root, diagnostics) = readYAML(source, range: range, what: .frontMatter)
  }
  return matter(source, range, root, diagnostics)
}

private func json(_ source: SourceText, _ range: Range<Int>) -> FrontMatter {
  let bytes = source.bytes
  let (root, diagnostics) = readJSON(SourceText(path: source.path, bytes: Array(bytes[range])))
  var matter = matter(source, range, root, diagnostics)
  let lineEnd = bytes[range.upperBound...].firstIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? bytes.count
  matter.bodyRange = lineEnd..<bytes.count
  matter.bodyFirstLine = bytes[..<lineEnd].count { $0 == UInt8(ascii: "\n") } + 1
  return matter
}

private func matter(
  _ source: SourceText, _ range: Range<Int>, _ root: YAMLNode?, _ diagnostics: [Diagnostic]
) -> FrontMatter {
  let empty = diagnostics.hasErrors ? nil : YAMLNode(.mapping([]), at: .start)
  var matter = FrontMatter(
    root: root ?? empty, bodyRange: range, bodyFirstLine: 1, diagnostics: diagnostics)
  if diagnostics.hasErrors { matter.addUnread(source, range, isCertain: true) }
  return matter
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
