import Diagnostics

/// Ordinary links and images, and bare URLs.
extension TreeBuilder {
  mutating func openLink(_ kind: MarkdownNode.Kind, _ node: borrowing LibcmarkNode) {
    let start = text.count
    node.appendURL(to: &text)
    restore(from: start, isVerbatim: false)
    let url = Array(text[start...])
    text.removeSubrange(start...)
    node.appendTitle(to: &text)
    restore(from: start, isVerbatim: false)
    let title = start < text.count ? text.string(start..<text.count) : nil
    text.removeSubrange(start...)

    let (position, length) = locate(node, url)
    linkDepth += 1
    guard options.unsafeHTML || SafeURL.isAllowed(url) else {
      open.append(append(kind == .link ? .droppedLink : .droppedImage, at: position))
      diagnostics.append(.unsafeURL(url, at: Place(origin.path, position, length: length)))
      return
    }
    if kind == .link, linksAround > 0, options.extensions {
      open.append(append(.droppedLink, at: position))
      return
    }
    if kind == .link { linksAround += 1 }
    let index = append(kind, at: position)
    open.append(index)
    nodes[index].payload = Int32(truncatingIfNeeded: links.count)
    var link = MarkdownLink(
      kind == .link ? .link : .image, node: index, target: url.string(0..<url.count), hasText: true,
      position: position, length: length)
    link.title = title
    links.append(link)
  }

  /// Whether the text is the author's own is known when its nodes are.
  mutating func closeLink(_ index: Int) {
    guard nodes[index].kind == .link, let link = nodes[index].link else { return }
    let target = links[link].target.utf8
    if index + 1 == nodes.count {
      links[link].hasText = false
    } else if index + 2 == nodes.count, nodes[index + 1].kind == .text {
      let shown = text[nodes[index + 1].text]
      links[link].hasText = !shown.elementsEqual(target) && !target.elementsEqual("mailto:".utf8 + shown)
    }
  }

  /// Where a link is in the source, and its length there.
  ///
  /// libcmark is right but after code spans over several lines and in links over several lines; so what it
  /// says is believed only where a link can start, and else the destination is sought from the last link on.
  private mutating func locate(_ node: borrowing LibcmarkNode, _ url: [UInt8]) -> (Position, Int) {
    let line = node.line
    let said = sourceOffset(line: line, column: node.column)
    // In a table's cell the backslashes of `\|` are gone: a few bytes more.
    let near = said..<max(said, min(said + 8, source.count))
    if said >= linkOffset, let offset = near.first(where: { "[!<".utf8.contains(source[$0]) }) {
      linkOffset = offset + 1
      let length = node.endLine == line ? max(1, node.endColumn - node.column + 1) : 1
      return (origin.position(position(at: offset)), length)
    }
    return find(Array(url.prefix(60))) ?? (position(of: node), 1)
  }

  /// Seeks bytes in the source, from the last link on.
  private mutating func find(_ wanted: [UInt8]) -> (Position, Int)? {
    let limit = min(source.count, linkOffset + 4_000)
    guard searched < 4_000_000, linkOffset < limit else { return nil }
    let end = source.first([.newline, .newline], in: linkOffset..<limit) ?? limit
    let found = source.first(wanted, in: linkOffset..<end)
    searched += end - linkOffset
    guard let found else { return nil }
    linkOffset = found + wanted.count
    let start = startOfLink(around: found)
    let closes = start < found && linkOffset < source.count && source[linkOffset] == UInt8(ascii: ")")
    return (origin.position(position(at: start)), linkOffset - start + (closes ? 1 : 0))
  }

  /// The bracket that opens the text of the link with the destination at an offset, if it is in that line.
  private func startOfLink(around destination: Int) -> Int {
    guard destination >= 2, source[destination - 1] == UInt8(ascii: "("),
      source[destination - 2] == .closeBracket
    else { return destination }
    var depth = 0
    var offset = destination - 2
    while offset >= 0, destination - offset < 500, source[offset] != .newline {
      if source[offset] == .closeBracket { depth += 1 }
      if source[offset] == .openBracket { depth -= 1 }
      if depth == 0 { return offset }
      offset -= 1
    }
    return destination
  }

  private func position(at offset: Int) -> Position {
    var (low, high) = (0, prepared.lineStarts.count - 1)
    while low < high {
      let middle = (low + high + 1) / 2
      if Int(prepared.lineStarts[middle]) <= offset { low = middle } else { high = middle - 1 }
    }
    return Position(line: low + 1, column: offset - Int(prepared.lineStarts[low]) + 1)
  }

  // MARK: Bare URLs

  /// Splits the last node, a text, at the URLs in it.
  mutating func linkBareURLs() {
    guard let last = nodes.last, last.kind == .text else { return }
    let urls = BareURL.all(in: text, last.text)
    guard !urls.isEmpty else { return }
    nodes.removeLast()
    var start = last.text.lowerBound
    for url in urls {
      appendPlain(start..<url.range.lowerBound, at: last.position)
      appendBareURL(url, at: last.position)
      start = url.range.upperBound
    }
    appendPlain(start..<last.text.upperBound, at: last.position)
  }

  private mutating func appendPlain(_ range: Range<Int>, at position: Position) {
    if !range.isEmpty { nodes[append(.text, at: position)].text = range }
  }

  private mutating func appendBareURL(_ url: BareURL, at fallback: Position) {
    let (position, length) = find(Array(text[url.range])) ?? (fallback, 1)
    let index = append(.link, at: position)
    nodes[append(.text, at: position)].text = url.range
    nodes[index].end = Int32(truncatingIfNeeded: nodes.count)
    nodes[index].payload = Int32(truncatingIfNeeded: links.count)
    links.append(
      MarkdownLink(
        .link, node: index, target: url.prefix + text.string(url.range), hasText: false, position: position,
        length: length))
  }

  // MARK: Anchors in raw HTML

  /// Notes the values of `id` and `name` attributes.
  mutating func collectAnchors(in range: Range<Int>) {
    var offset = range.lowerBound
    while offset < range.upperBound {
      defer { offset += 1 }
      guard text[offset] == UInt8(ascii: "="), offset + 2 < range.upperBound else { continue }
      let isAttribute =
        text.has(" id", at: offset - 3, before: offset, ignoringCase: true)
        || text.has(" name", at: offset - 5, before: offset, ignoringCase: true)
      let quote = text[offset + 1]
      guard isAttribute, quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'"),
        let end = text[(offset + 2)..<range.upperBound].firstIndex(of: quote)
      else { continue }
      htmlAnchors.append(text.string(offset + 2..<end))
      offset = end
    }
  }
}

extension Diagnostic {
  /// An address that no link may lead to.
  static func unsafeURL(_ url: [UInt8], at place: Place) -> Diagnostic {
    let printable = url.map { $0 < 0x20 ? .space : $0 }
    let shown = printable.string(0..<min(url.count, 60)) + (url.count > 60 ? "…" : "")
    return Diagnostic(
      .unsafeURL, .warning, "the URL '\(shown)' is not allowed, so the link is shown as text", at: place,
      help: "use http, https, mailto or tel, or a URL relative to this site")
  }
}
