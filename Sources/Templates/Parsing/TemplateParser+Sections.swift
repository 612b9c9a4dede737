import Diagnostics
import Folding

/// A tag that waits for its closing tag.
struct OpenTag {
  enum Kind { case section, block, parent, override }

  var kind: Kind
  var name: Range<Int>
  var range: Range<Int>
  /// The tag as it is written, for messages.
  var written: String
  /// The node that opened it; for an override the first one in it.
  var node: Int
  /// Whether only blanks stand before it on its line.
  var startsLine = false
  /// The blanks that were taken off each line before it.
  var outerStrip = 0
  /// What a parent's blocks are filled with so far.
  var overrides: [Override] = []
  var overridden: Set<Name> = []
}

/// The tags with an end.
extension TemplateParser {
  private mutating func push(_ kind: OpenTag.Kind, _ tag: Tag, startsLine: Bool = false) {
    open.append(
      OpenTag(
        kind: kind, name: tag.name, range: tag.range, written: template.text(tag.range),
        node: template.nodes.count, startsLine: startsLine, outerStrip: text.strip))
  }

  mutating func readSection(_ tag: Tag) {
    append(upTo: tag, alone: isAlone(tag))
    let path = path(tag.name) ?? Path(components: [], range: tag.name)
    push(.section, tag)
    template.nodes.append(
      .section(Section(path: path, isInverted: tag.kind == .inverted, tag: tag.range)))
  }

  mutating func readParent(_ tag: Tag) {
    let startsLine = startsLine(tag) && !isIgnored
    if startsLine {
      text.appendLines(before: tag.range.lowerBound, &template)
      text.appendBlanks(before: tag.range.lowerBound, &template)
      text.skip(to: tag.range.upperBound)
    } else {
      append(upTo: tag, alone: false)
    }
    var call = call(tag) ?? Call(target: .template(""), name: tag.name, tag: tag.range, indent: .none)
    call.isParent = true
    push(.parent, tag, startsLine: startsLine)
    template.nodes.append(.call(call))
  }

  mutating func readBlock(_ tag: Tag) {
    _ = isName(tag.name)
    var block = Block(name: template.text(tag.name), tag: tag.range, indent: .none)
    if isAlone(tag) {
      append(upTo: tag, alone: true)
      block.indent = text.indent(
        ofLineAt: text.position, orBefore: tag.range.lowerBound, &template)
      push(.block, tag)
      template.nodes.append(.block(block))
    } else if startsLine(tag) {
      text.appendLines(before: tag.range.lowerBound, &template)
      block.indent = text.indent(before: tag.range.lowerBound, &template)
      push(.block, tag)
      template.nodes.append(.block(block))
      text.appendBlanks(before: tag.range.lowerBound, &template)
      text.skip(to: tag.range.upperBound)
    } else {
      append(upTo: tag, alone: false)
      push(.block, tag)
      template.nodes.append(.block(block))
    }
  }

  mutating func readOverride(_ tag: Tag) {
    let name = Name(bytes: template.source[tag.name])
    if isName(tag.name), !open[open.count - 1].overridden.insert(name).inserted {
      report(.templateSyntax, "'\(template.text(tag.name))' is filled twice", at: tag.name)
    }
    let lineEnd = lineEnd(behind: tag)
    push(.override, tag, startsLine: lineEnd != nil)
    text.skip(to: lineEnd ?? tag.range.upperBound)
    text.strip = lineEnd.map { template.source.blanks(from: $0).count } ?? 0
  }

  mutating func readClose(_ tag: Tag) {
    let written = template.text(tag.range)
    guard let top = open.last else {
      report(.templateSyntax, "'\(written)' closes nothing", at: tag.range)
      return append(upTo: tag, alone: isAlone(tag))
    }
    let name = template.source[tag.name]
    if let match = open.lastIndex(where: { template.source[$0.name] == name }) {
      while open.count > match + 1, let inner = open.popLast() {
        let note = Diagnostic.Note("'\(inner.written)' begins here", at: template.place(inner.range))
        report(
          .unclosedSection, "'\(inner.written)' is not closed before '\(written)'", at: tag.range,
          notes: [note])
        close(inner)
      }
      return closeLast(tag)
    }
    let note = Diagnostic.Note("'\(top.written)' begins here", at: template.place(top.range))
    let open = template.text(top.name)
    if nearest(to: template.text(tag.name), among: [open]) != nil {
      report(
        .unclosedSection, "'\(written)' does not close '\(top.written)'; did you mean '\(open)'?",
        at: tag.name, notes: [note])
      closeLast(tag)
    } else {
      report(.templateSyntax, "'\(written)' closes nothing", at: tag.range, notes: [note])
      append(upTo: tag, alone: isAlone(tag))
    }
  }

  /// Ends the last open tag, and the text before `tag` with it.
  private mutating func closeLast(_ tag: Tag) {
    guard let top = open.last else { return }
    switch top.kind {
    case .section, .block:
      append(upTo: tag, alone: isAlone(tag))
    case .parent:
      if top.startsLine, let lineEnd = lineEnd(behind: tag) {
        standAlone(top, until: lineEnd)
      } else {
        text.skip(to: tag.range.upperBound)
      }
    case .override:
      if tag.trimsBefore {
        text.appendTrimmed(to: tag.range.lowerBound, &template)
      } else if template.source.startOfBlankLine(before: tag.range.lowerBound) != nil {
        text.appendLines(before: tag.range.lowerBound, &template)
      } else {
        text.append(to: tag.range.lowerBound, &template)
      }
      text.skip(to: tag.range.upperBound)
    }
    open.removeLast()
    close(top)
  }

  /// Makes the blanks before a parent, written as text so far, the indentation of its lines.
  private mutating func standAlone(_ parent: OpenTag, until lineEnd: Int) {
    if case .text(let blanks) = template.nodes[parent.node - 1],
      case .call(var call) = template.nodes[parent.node]
    {
      call.indent = Indent(blanks: blanks, resets: false)
      template.nodes[parent.node] = .call(call)
      template.nodes[parent.node - 1] = .text(0..<0)
      template.nodes[parent.node - 2] = .text(0..<0)
    }
    text.skip(to: lineEnd)
  }

  /// Says at the node that opened where it ends.
  mutating func close(_ tag: OpenTag) {
    if tag.kind == .override { return closeOverride(tag) }
    switch template.nodes[tag.node] {
    case .section(var section):
      section.end = template.nodes.count
      template.nodes[tag.node] = .section(section)
      template.nodes.append(.endSection)
    case .block(var block):
      block.end = template.nodes.count
      template.nodes[tag.node] = .block(block)
      template.nodes.append(.endBlock)
    case .call(var call):
      call.overrides = tag.overrides
      call.end = template.nodes.count
      template.nodes[tag.node] = .call(call)
    default: break
    }
  }

  private mutating func closeOverride(_ tag: OpenTag) {
    text.strip = tag.outerStrip
    let override = Override(
      name: template.text(tag.name), nameRange: tag.name, tag: tag.range, startsLine: tag.startsLine,
      nodes: tag.node..<template.nodes.count)
    template.nodes.append(.endOverride)
    open[open.count - 1].overrides.append(override)
  }
}
