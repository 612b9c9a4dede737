extension MarkdownDocument {
  /// Appends the document as an HTML fragment.
  ///
  /// - Parameter link: what becomes of each link; by default nothing is known about any.
  package func appendHTML(
    to output: inout [UInt8], options: HTMLOptions = HTMLOptions(),
    link: (MarkdownLink) -> LinkMarkup = { _ in .asWritten }
  ) {
    withoutActuallyEscaping(link) { link in
      var renderer = HTMLRenderer(self, options, start: output.count, link: link)
      renderer.render(to: &output)
    }
  }

  package func html(
    options: HTMLOptions = HTMLOptions(), link: (MarkdownLink) -> LinkMarkup = { _ in .asWritten }
  ) -> String {
    var output: [UInt8] = []
    appendHTML(to: &output, options: options, link: link)
    return String(decoding: output, as: UTF8.self)
  }
}

/// Writes the nodes in one pass, with a stack of those that wait for their end tags.
struct HTMLRenderer {
  let document: MarkdownDocument
  let options: HTMLOptions
  let link: (MarkdownLink) -> LinkMarkup
  /// Where the fragment starts in the output.
  let start: Int
  /// Nodes whose end tag is to come.
  var open: [Int] = []
  let ids: FootnoteIDs
  /// How often each footnote has been referred to so far.
  var references: [Int] = []

  init(
    _ document: MarkdownDocument, _ options: HTMLOptions, start: Int,
    link: @escaping (MarkdownLink) -> LinkMarkup
  ) {
    self.document = document
    self.options = options
    self.start = start
    self.link = link
    ids = FootnoteIDs(document.footnotes)
    references = Array(repeating: 0, count: document.footnotes.count)
  }

  mutating func render(to output: inout [UInt8]) {
    var index = 1
    var end = document.nodes.count
    if options.skipsTitle, let title = document.titleNode { index = Int(document.nodes[title].end) }
    if options.unwrapsParagraph, end > 1, document.nodes[1].kind == .paragraph, document.nodes[1].end == end {
      (index, end) = (2, Int(document.nodes[1].end))
    }
    while index < end {
      closeNodes(before: index, &output)
      index = enter(index, &output)
    }
    closeNodes(before: end, &output)
  }

  private mutating func closeNodes(before index: Int, _ output: inout [UInt8]) {
    while let last = open.last, Int(document.nodes[last].end) <= index {
      open.removeLast()
      leave(last, &output)
    }
  }

  /// - Returns: the index of the next node to enter.
  private mutating func enter(_ index: Int, _ output: inout [UInt8]) -> Int {
    let node = document.nodes[index]
    switch node.kind {
    case .text:
      output.appendEscaped(document.text[node.text])
    case .softBreak:
      if !node.isJoined { output.append(.newline) }
    case .lineBreak:
      output.append("<br />\n")
    case .code:
      output.append("<code>")
      output.appendEscaped(document.text[node.text])
      output.append("</code>")
    case .emphasis:
      output.append("<em>")
      open.append(index)
    case .strong:
      output.append("<strong>")
      open.append(index)
    case .strikethrough:
      output.append("<del>")
      open.append(index)
    case .marked:
      output.append("<mark>")
      open.append(index)
    case .htmlInline:
      appendInlineHTML(node, &output)
    case .link, .image, .wikiLink, .citation, .citationItem, .droppedLink, .droppedImage:
      return enterLink(index, &output)
    case .footnoteReference:
      appendReference(node, &output)
    case .inlineElement:
      if appendStart(of: element(node), &output) { open.append(index) }
    default:
      enterBlock(index, node, &output)
    }
    return index + 1
  }

  private mutating func leave(_ index: Int, _ output: inout [UInt8]) {
    let node = document.nodes[index]
    switch node.kind {
    case .emphasis: output.append("</em>")
    case .strong: output.append("</strong>")
    case .strikethrough: output.append("</del>")
    case .marked: output.append("</mark>")
    case .link: output.append("</a>")
    case .inlineElement: appendEnd(of: element(node), &output)
    default: leaveBlock(index, node, &output)
    }
  }
}
