import Diagnostics

/// Reads one template: tags to nodes, with the lines that hold nothing but a tag left out.
struct TemplateParser {
  private static let deepest = 100
  private static let longest = 4 << 20

  var template: ParsedTemplate
  var diagnostics: [Diagnostic] = []
  private var scanner: TagScanner
  /// Where the text begins that is behind the last tag.
  private var textStart = 0
  var text: TextNodes
  var open: [OpenTag] = []

  init(_ source: TemplateSource) {
    let bytes = source.text.bytes
    template = ParsedTemplate(
      name: source.name, escaping: source.escaping, path: source.text.path, source: bytes, lines: Lines(bytes)
    )
    let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    scanner = TagScanner(bytes, from: start)
    text = TextNodes(from: start)
  }

  static func parse(_ source: TemplateSource) -> (ParsedTemplate, [Diagnostic]) {
    if source.text.bytes.count > longest {
      let message = "a template can have at most \(longest >> 20) MB"
      let empty = TemplateSource(
        name: source.name, text: SourceText(path: source.text.path, bytes: []), escaping: source.escaping)
      return (
        TemplateParser(empty).template, [Diagnostic(.fileTooLarge, message, at: Place(source.text.path))]
      )
    }
    var parser = TemplateParser(source)
    parser.run()
    return (parser.template, parser.diagnostics)
  }

  private mutating func run() {
    var isWhole = true
    while isWhole {
      do throws(TagScanner.SyntaxError) {
        guard let tag = try scanner.next() else { break }
        checkText(to: tag.range.lowerBound)
        textStart = tag.range.upperBound
        isWhole = read(tag)
      } catch {
        report(.templateSyntax, error.message, at: error.range)
        isWhole = !error.isFinal
      }
    }
    if isWhole { checkText(to: template.source.count) }
    if isWhole, open.last?.kind != .parent { text.append(to: template.source.count, &template) }
    while let tag = open.popLast() {
      if isWhole { report(.unclosedSection, "'\(tag.written)' is never closed", at: tag.range) }
      close(tag)
    }
  }

  /// Half a tag would be shown to readers: `{name}}` or `name}}`.
  private mutating func checkText(to end: Int) {
    guard template.escaping == .contextual, textStart < end else { return }
    let text = template.source[textStart..<end]
    for index in text.indices.dropLast()
    where text[index] == UInt8(ascii: "}") && text[index + 1] == UInt8(ascii: "}") {
      guard endsName(text[..<index]) else { continue }
      diagnostics.append(
        Diagnostic(
          .templateSyntax, .warning, "'}}' has no '{{' before it, so it is shown as text",
          at: template.place(index..<index + 2), help: "begin the tag with '{{'"))
    }
  }

  /// Whether nothing but a name stands before: in styles and scripts it's part of something longer.
  private func endsName(_ text: ArraySlice<UInt8>) -> Bool {
    let rest = text.reversed().drop(while: isNameByte)
    guard rest.count < text.count else { return false }
    return rest.first.map { isBlank($0) || "{>\"'".utf8.contains($0) } ?? true
  }

  private func isNameByte(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "_") || byte == UInt8(ascii: ".")
      || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
  }

  /// Whether reading can go on.
  private mutating func read(_ tag: Tag) -> Bool {
    let isHidden = isIgnored
    if isHidden, ![.block, .close, .comment, .delimiters].contains(tag.kind) {
      report(.templateSyntax, "a parent can contain only blocks", at: tag.range)
    }
    if [.section, .inverted, .parent, .block].contains(tag.kind), open.count >= Self.deepest {
      report(.templateTooDeep, "sections are nested more than \(Self.deepest) levels deep", at: tag.range)
      return false
    }
    switch tag.kind {
    case .comment, .delimiters: leaveOut(tag)
    case .variable, .raw: readVariable(tag)
    case .section, .inverted: readSection(tag)
    case .partial: readPartial(tag)
    case .parent: readParent(tag)
    case .block: open.last?.kind == .parent ? readOverride(tag) : readBlock(tag)
    case .close: readClose(tag)
    }
    if tag.trimsAfter { text.trim(after: tag.range.upperBound, template) }
    if tag.trimsBefore && isHidden || tag.trimsAfter && isIgnored { reportUselessTrim(tag) }
    return true
  }

  mutating func report(
    _ id: DiagnosticID, _ message: String, at range: Range<Int>, notes: [Diagnostic.Note] = []
  ) {
    template.isBroken = true
    diagnostics.append(Diagnostic(id, message, at: template.place(range), notes: notes))
  }
}
