import Diagnostics

/// Wiki links, citations, references to footnotes and asides.
extension TreeBuilder {
  /// Whether a construct turns out to be text after all; warns of it where the author meant more.
  mutating func standsAsWritten(_ construct: Construct) -> Bool {
    switch construct.kind {
    case .wikiLink, .citation:
      return false
    case .unclosedWikiLink:
      warn(
        .unclosedWikiLink, "'[[' without ']]'", construct,
        help: "close the link with ']]', or write '\\[[' if it is not a link")
      return true
    case .longWikiLink:
      warn(
        .unclosedWikiLink, "this wiki link is longer than 1,000 bytes or three lines, so it is shown as text",
        construct, help: "shorten it, or write '\\[[' if it is not a link")
      return true
    case .footnoteReference:
      let label = label(of: construct)
      if noteIndex(label) != nil { return false }
      // A file with more of them is no author's.
      let isWorthAsking = prepared.notes.count <= 200 && diagnostics.count <= 200
      let known = isWorthAsking ? didYouMean(label, among: prepared.notes.map(\.label)) : ""
      warn(.unknownFootnote, "no footnote '\(label)'\(known)", construct)
      return true
    case .aside:
      let quote = open.count >= 2 ? open[open.count - 2] : 0
      let isFirst = open.last == nodes.count - 1 && quote == nodes.count - 2
      return !isFirst || quote < 1 || nodes[quote].kind != .blockQuote
    }
  }

  mutating func appendConstruct(_ construct: Construct) {
    switch construct.kind {
    case .wikiLink: appendWikiLink(construct)
    case .citation: appendCitation(construct)
    case .footnoteReference:
      if let note = noteIndex(label(of: construct)) {
        nodes[append(.footnoteReference, at: construct.position)].payload = Int32(truncatingIfNeeded: note)
      }
    case .aside(let syntax): aside = syntax
    case .unclosedWikiLink, .longWikiLink: break
    }
  }

  private func label(of reference: Construct) -> String {
    prepared.constructs.text.string(reference.written.lowerBound + 2..<reference.written.upperBound - 1)
  }

  private mutating func warn(
    _ id: DiagnosticID, _ message: String, _ construct: Construct, help: String? = nil
  ) {
    let place = Place(origin.path, construct.position, length: construct.length)
    diagnostics.append(Diagnostic(id, .warning, message, at: place, help: help))
  }

  /// Copies the author's bytes to the end of the text.
  private mutating func copyWritten(_ construct: Construct) -> Range<Int> {
    let start = text.count
    text += prepared.constructs.text[construct.written]
    return start..<text.count
  }

  private mutating func appendWikiLink(_ construct: Construct) {
    let isEmbed = prepared.constructs.text[construct.written.lowerBound] == .bang
    let name = construct.written.lowerBound + (isEmbed ? 1 : 0)..<construct.written.upperBound
    let syntax = WikiLinkSyntax(prepared.constructs.text, name)
    let index = append(.wikiLink, at: construct.position)
    nodes[index].text = copyWritten(construct)
    nodes[index].payload = Int32(truncatingIfNeeded: links.count)
    var link = MarkdownLink(
      .wiki, node: index, target: syntax.target, hasText: syntax.text != nil, position: construct.position,
      length: construct.length)
    link.anchor = syntax.anchor
    link.source = syntax.source
    link.whole = syntax.whole
    link.text = syntax.text
    link.isEmbed = isEmbed
    links.append(link)
  }

  private mutating func appendCitation(_ construct: Construct) {
    let written = copyWritten(construct)
    let citation = append(.citation, at: construct.position)
    nodes[citation].text = written
    for item in CitationSyntax.items(text, written) {
      let distance = item.range.lowerBound - written.lowerBound
      let isOnFirstLine = item.range.upperBound - written.lowerBound <= construct.length
      var position = construct.position
      if isOnFirstLine {
        position = Position(line: Int(position.line), column: Int(position.column) + distance)
      }
      let index = append(.citationItem, at: position)
      nodes[index].text = item.range
      nodes[index].payload = Int32(truncatingIfNeeded: links.count)
      var link = MarkdownLink(
        .citation, node: index, target: item.source, hasText: false, position: position,
        length: isOnFirstLine ? item.range.count : construct.length)
      link.at = item.at
      links.append(link)
    }
    nodes[citation].end = Int32(truncatingIfNeeded: nodes.count)
  }
}
