import Diagnostics

/// The tags without an end.
extension TemplateParser {
  var isIgnored: Bool { open.last?.kind == .parent }

  /// Text up to a tag; gives the tag's own line, if it is to be left out with it.
  mutating func append(upTo tag: Tag, alone: Bool) {
    if isIgnored {
      text.skip(to: tag.range.upperBound)
    } else if alone {
      text.appendLines(before: tag.range.lowerBound, &template)
      text.skip(to: template.source.endOfBlankLine(from: tag.range.upperBound) ?? tag.range.upperBound)
    } else if tag.trimsBefore {
      text.appendTrimmed(to: tag.range.lowerBound, &template)
      text.skip(to: tag.range.upperBound)
    } else {
      text.append(to: tag.range.lowerBound, &template)
      text.startLine(at: tag.range.lowerBound, &template)
      text.skip(to: tag.range.upperBound)
    }
  }

  /// A tag that trims takes away what it says, and no line.
  func isAlone(_ tag: Tag) -> Bool {
    !tag.isTrimming && template.source.startOfBlankLine(before: tag.range.lowerBound) != nil
      && template.source.endOfBlankLine(from: tag.range.upperBound) != nil
  }

  /// Whether only blanks stand before a tag on its line, and are still there.
  func startsLine(_ tag: Tag) -> Bool {
    !tag.trimsBefore && !text.isTrimmed(at: tag.range.lowerBound)
      && template.source.startOfBlankLine(before: tag.range.lowerBound) != nil
  }

  /// Where the next line begins, if only blanks stand behind a tag.
  func lineEnd(behind tag: Tag) -> Int? {
    tag.trimsAfter ? nil : template.source.endOfBlankLine(from: tag.range.upperBound)
  }

  mutating func reportUselessTrim(_ tag: Tag) {
    let message = "'~' has no effect between the blocks of a parent, where no text is shown"
    report(.templateSyntax, message, at: tag.range)
  }

  mutating func leaveOut(_ tag: Tag) {
    append(upTo: tag, alone: isAlone(tag))
  }

  mutating func readVariable(_ tag: Tag) {
    append(upTo: tag, alone: false)
    guard let path = path(tag.name), !isIgnored else { return }
    template.nodes.append(.insert(path, raw: tag.kind == .raw, tag: tag.range))
  }

  mutating func readPartial(_ tag: Tag) {
    let isAlone = isAlone(tag)
    append(upTo: tag, alone: isAlone)
    guard var call = call(tag), !isIgnored else { return }
    if isAlone { call.indent = text.indent(before: tag.range.lowerBound, &template) }
    call.end = template.nodes.count + 1
    template.nodes.append(.call(call))
  }

  mutating func call(_ tag: Tag) -> Call? {
    guard template.source[tag.name.lowerBound] == UInt8(ascii: "*") else {
      guard isName(tag.name) else { return nil }
      let target = Call.Target.template(template.text(tag.name))
      return Call(target: target, name: tag.name, tag: tag.range, indent: .none)
    }
    var name = tag.name.dropFirst()
    name = name.drop { isBlank(template.source[$0]) }
    guard let path = path(name) else { return nil }
    return Call(target: .named(path), name: name, tag: tag.range, indent: .none)
  }

  /// Reports a name that is none.
  mutating func isName(_ range: Range<Int>) -> Bool {
    let name = template.source[range]
    if name.isEmpty || name.contains(where: isBlank) {
      report(.templateSyntax, "a name must be one word", at: range)
      return false
    }
    if name.first == UInt8(ascii: "~") || name.last == UInt8(ascii: "~") {
      let message = "'~' must be next to the tag's outer braces, as in '{{~name~}}' and '{{~{name}~}}'"
      report(.templateSyntax, message, at: range)
      return false
    }
    return true
  }

  mutating func path(_ range: Range<Int>) -> Path? {
    guard isName(range) else { return nil }
    if range.count == 1, template.source[range.lowerBound] == UInt8(ascii: ".") {
      return Path(components: [], range: range)
    }
    let parts = template.source[range].split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    if parts.contains(where: \.isEmpty) {
      report(.templateSyntax, "a dotted name must have a word on each side of a dot", at: range)
      return nil
    }
    return Path(components: parts.map(\.indices), range: range)
  }
}
