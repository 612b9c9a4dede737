import Diagnostics

/// Front matter as other generators write it: TOML between lines of `+++`, or JSON from a line `{` to a line
/// `}`. It is skipped with a warning; only a title that is written simply is taken over.
///
/// `nil` where the file begins with neither.
func readForeignFrontMatter(_ source: SourceText, from start: Int) -> FrontMatter? {
  let bytes = source.bytes
  var lines = LineReader(bytes, from: start)
  guard let first = lines.next(), let format = ForeignFormat(firstLine: bytes[first]) else { return nil }
  let bodyWithoutBlock = lines.offset
  var title: YAMLNode.Entry?
  while let line = lines.next() {
    if format.isClosing(bytes[line]) {
      return FrontMatter(
        root: YAMLNode(.mapping(title.map { [$0] } ?? []), at: .start),
        bodyRange: lines.offset..<bytes.count, bodyFirstLine: lines.number + 1,
        diagnostics: [warning(source, first, format, hasTitle: title != nil)])
    }
    if title == nil { title = format.title(in: bytes[line], line: lines.number) }
  }
  guard format == .toml else { return nil }
  return FrontMatter(
    root: nil, bodyRange: bodyWithoutBlock..<bytes.count, bodyFirstLine: 2,
    diagnostics: [
      Diagnostic(
        .unclosedFrontMatter, .error, "the front matter that begins here is never closed",
        at: Place(source.path, .start, length: 3), help: "end it with a line that is exactly '+++'")
    ])
}

private func warning(
  _ source: SourceText, _ first: Range<Int>, _ format: ForeignFormat, hasTitle: Bool
) -> Diagnostic {
  Diagnostic(
    .foreignFrontMatter, .warning,
    "front matter in \(format.rawValue) is skipped" + (hasTitle ? ", but for its title" : ""),
    at: Place(source.path, .start, length: first.count),
    help: "write it as YAML between lines of '---', with 'key: value' on each line")
}

private enum ForeignFormat: String {
  case toml = "TOML"
  case json = "JSON"

  init?(firstLine: ArraySlice<UInt8>) {
    if isFence(firstLine, of: UInt8(ascii: "+")) {
      self = .toml
    } else if firstLine.first == UInt8(ascii: "{"), firstLine.dropFirst().allSatisfy(isBlank) {
      self = .json
    } else {
      return nil
    }
  }

  func isClosing(_ line: ArraySlice<UInt8>) -> Bool {
    switch self {
    case .toml: isFence(line, of: UInt8(ascii: "+"))
    case .json: line.first == UInt8(ascii: "}") && line.dropFirst().allSatisfy(isBlank)
    }
  }

  /// `title = "…"`, `title = '…'` or `"title": "…"` on one line, without escapes.
  func title(in line: ArraySlice<UInt8>, line number: Int) -> YAMLNode.Entry? {
    let name = Array((self == .toml ? "title" : "\"title\"").utf8)
    let keyStart = line.firstIndex { !isBlank($0) } ?? line.endIndex
    guard line[keyStart...].starts(with: name) else { return nil }
    var rest = line[(keyStart + name.count)...].drop(while: isBlank)
    guard rest.popFirst() == UInt8(ascii: self == .toml ? "=" : ":") else { return nil }
    rest = rest.drop(while: isBlank)
    guard let quote = rest.first,
      quote == UInt8(ascii: "\"") || (self == .toml && quote == UInt8(ascii: "'")),
      let end = rest.dropFirst().firstIndex(of: quote), end > rest.startIndex + 1
    else { return nil }
    let text = rest[(rest.startIndex + 1)..<end]
    guard !text.contains(UInt8(ascii: "\\")), let title = String(validating: text, as: UTF8.self) else {
      return nil
    }
    func position(_ offset: Int) -> Position { Position(line: number, column: offset - line.startIndex + 1) }
    return YAMLNode.Entry(
      key: "title", keyPosition: position(keyStart),
      value: YAMLNode(
        .scalar(title, isQuoted: true), at: position(rest.startIndex), length: end - rest.startIndex + 1))
  }
}

func isBlank(_ byte: UInt8) -> Bool { byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") }
