/// Links of all kinds, and footnotes.
extension HTMLRenderer {
  mutating func enterLink(_ index: Int, _ output: inout [UInt8]) -> Int {
    let node = document.nodes[index]
    switch node.kind {
    case .link:
      return enterOrdinaryLink(index, document.links[Int(node.payload)], &output)
    case .image:
      appendImage(index, document.links[Int(node.payload)], &output)
      return Int(node.end)
    case .wikiLink:
      appendWikiLink(node, document.links[Int(node.payload)], &output)
      return index + 1
    case .citation:
      appendCitation(index, &output)
      return Int(node.end)
    default:
      return index + 1
    }
  }

  private mutating func enterOrdinaryLink(_ index: Int, _ link: MarkdownLink, _ output: inout [UInt8]) -> Int
  {
    switch self.link(link) {
    case .text:
      return index + 1
    case .asWritten:
      appendLinkStart(link.target, title: link.title, isWithin: true, &output)
    case .href(let url, let title, let cssClass, let text):
      appendLinkStart(url, title: link.title ?? title, cssClass: cssClass, &output)
      if !link.hasText, let text {
        output.appendEscaped(text)
        output.append("</a>")
        return Int(document.nodes[index].end)
      }
    }
    open.append(index)
    return index + 1
  }

  private func appendLinkStart(
    _ url: String, title: String?, cssClass: String? = nil, isWithin: Bool = false, _ output: inout [UInt8]
  ) {
    output.append("<a href=\"")
    if isWithin { appendReference(to: url, &output) } else { output.appendURL(url) }
    if let cssClass {
      output.append("\" class=\"")
      output.appendEscaped(cssClass)
    }
    if let title {
      output.append("\" title=\"")
      output.appendEscaped(title)
    }
    output.append("\">")
  }

  /// A link within the document follows its headings' prefix.
  private func appendReference(to url: String, _ output: inout [UInt8]) {
    if !options.idPrefix.isEmpty, url.utf8.first == .hash, url.utf8.count > 1 {
      output.append("#")
      output.appendURL(options.idPrefix)
      output.appendURL(String(url.unicodeScalars.dropFirst()))
    } else {
      output.appendURL(url)
    }
  }

  private func appendImage(_ index: Int, _ link: MarkdownLink, _ output: inout [UInt8]) {
    var (url, title): (String?, String?) = (link.target, link.title)
    switch self.link(link) {
    case .asWritten: break
    case .text: url = nil
    case .href(let resolved, let toolTip, _, _): (url, title) = (resolved, link.title ?? toolTip)
    }
    if let url {
      output.append("<img src=\"")
      output.appendURL(url)
      output.append("\" alt=\"")
    }
    for inner in index + 1..<Int(document.nodes[index].end) {
      let node = document.nodes[inner]
      switch node.kind {
      case .text, .code, .htmlInline: output.appendEscaped(document.text[node.text])
      case .softBreak where node.isJoined: break
      case .softBreak, .lineBreak: output.append(.space)
      default: break
      }
    }
    guard url != nil else { return }
    if let title {
      output.append("\" title=\"")
      output.appendEscaped(title)
    }
    for (name, size) in [("width", link.width), ("height", link.height)] {
      guard let size else { continue }
      output += "\" \(name)=\"\(size)".utf8
    }
    output.append("\" />")
  }

  private func appendWikiLink(_ node: MarkdownNode, _ link: MarkdownLink, _ output: inout [UInt8]) {
    switch self.link(link) {
    case .asWritten:
      output.appendEscaped(document.text[node.text])
    case .text:
      output.appendEscaped(link.text ?? link.name)
    case .href(let url, _, _, _) where link.isImageEmbed:
      appendEmbed(url, link, &output)
    case .href(let url, let title, let cssClass, let text):
      appendLinkStart(url, title: title, cssClass: cssClass, &output)
      output.appendEscaped(link.text ?? text ?? link.name)
      output.append("</a>")
    }
  }

  private func appendEmbed(_ url: String, _ link: MarkdownLink, _ output: inout [UInt8]) {
    let size = link.imageSize
    output.append("<img src=\"")
    output.appendURL(url)
    output.append("\" alt=\"")
    output.appendEscaped(size == nil ? link.text ?? link.target : link.target)
    if let size {
      output.append("\" width=\"")
      output += String(size.width).utf8
    }
    if let height = size?.height {
      output.append("\" height=\"")
      output += String(height).utf8
    }
    output.append("\" />")
  }

  /// As whoever resolves links has it, else in parentheses; but as written when nothing is known about any source in it.
  private func appendCitation(_ index: Int, _ output: inout [UInt8]) {
    let node = document.nodes[index]
    let items = index + 1..<Int(node.end)
    let links = items.map { document.links[Int(document.nodes[$0].payload)] }
    if let mark = options.citation(links) {
      output += mark
      return
    }
    let markups = links.map(link)
    guard markups.contains(where: { if case .href = $0 { true } else { false } }) else {
      output.appendEscaped(document.text[node.text])
      return
    }
    output.append("<span class=\"citation\">(")
    for (item, markup) in zip(items, markups) {
      if item > items.lowerBound { output.append("; ") }
      let link = document.links[Int(document.nodes[item].payload)]
      guard case .href(let url, let title, let cssClass, let text) = markup else {
        output.appendEscaped(document.text[document.nodes[item].text])
        continue
      }
      appendLinkStart(url, title: title, cssClass: cssClass, &output)
      output.appendEscaped(text ?? link.target)
      output.append("</a>")
      if let at = link.at {
        output.append(", ")
        output.appendEscaped(at)
      }
    }
    output.append(")</span>")
  }
}
