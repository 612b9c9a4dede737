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
        help: "close the link with ']]', or write '\\[[' where no link is meant")
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
    case .aside(let kind): aside = kind
    case .unclosedWikiLink: break
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

  /// Makes an aside of the quotation that the paragraph starts: what is left of the paragraph's first line
  /// is the aside's title.
  mutating func makeAside(_ kind: AsideKind, paragraph: Int) {
    aside = nil
    let quote = paragraph - 1
    nodes[quote].kind = .aside
    nodes[quote].detail = kind.rawValue
    var titleEnd = paragraph + 1
    while titleEnd < nodes.count, nodes[titleEnd].kind != .softBreak, nodes[titleEnd].kind != .lineBreak {
      titleEnd = Int(nodes[titleEnd].end)
    }
    titleEnd = min(titleEnd, nodes.count)
    titleEnd -= trimStart(of: paragraph + 1..<titleEnd)
    let rest = titleEnd + 1
    if titleEnd > paragraph + 1 {
      nodes[paragraph].kind = .asideTitle
      nodes[paragraph].end = Int32(truncatingIfNeeded: titleEnd)
      if rest < nodes.count {
        // The line end gives its place to the paragraph of what follows it.
        nodes[titleEnd] = MarkdownNode(.paragraph, at: nodes[paragraph].position, end: nodes.count)
      }
    } else if rest < nodes.count {
      remove(titleEnd)
      nodes[paragraph].end = Int32(truncatingIfNeeded: nodes.count)
    } else {
      nodes.removeSubrange(paragraph...)
    }
  }

  /// Removes the blanks that a title starts with.
  ///
  /// - Returns: the number of nodes removed.
  private mutating func trimStart(of title: Range<Int>) -> Int {
    guard let first = title.first, nodes[first].kind == .text else { return 0 }
    nodes[first].text = text.trimmedStart(nodes[first].text)
    guard nodes[first].text.isEmpty else { return 0 }
    remove(first)
    return 1
  }

  /// Removes a leaf of the open block.
  private mutating func remove(_ leaf: Int) {
    nodes.remove(at: leaf)
    for index in leaf..<nodes.count {
      nodes[index].end -= 1
      if let link = nodes[index].link { links[link].node = index }
    }
  }
}
