import Diagnostics

/// What becomes of each tag, and of the text between.
extension SafeHTML {
  mutating func read(_ number: Int, in node: MarkdownNode) {
    let token = pairs.tokens[number]
    if node.kind == .htmlBlock, token.line > 0 {
      position = Position(line: Int(node.position.line) + token.line, column: 1)
    }
    switch token.sort {
    case .text: if node.kind == .htmlBlock { appendText(token.range) } else { showAsText(token) }
    case .other: showAsText(token)
    case .start(let name, let closesItself): start(name, token, number, closesItself: closesItself)
    case .end(let name): end(name, token, number)
    }
  }

  /// The end of a block of HTML: what stands within a line ends there.
  mutating func endBlock() {
    while let last = open.last, last.sort == .run || last.element?.spansBlocks == false {
      close(to: open.count - 1)
    }
  }

  private mutating func showAsText(_ token: HTMLToken) {
    makeRoomForText()
    append(.htmlInline, text: token.range)
  }

  // MARK: Text

  /// Text of a block: its line ends and indentation are those of the file, but in `<pre>`.
  private mutating func appendText(_ range: Range<Int>) {
    let shown = HTMLEntities.decoded(text[range])
    let isBlank = text[range].allSatisfy(\.isWhitespace)
    if isBlank, !isInRun { return }
    if !isBlank { makeRoomForText() }
    let start = text.count
    text += shown
    if open.contains(where: { $0.element == .pre }) {
      append(.text, text: start..<text.count)
      return
    }
    var line = start
    while true {
      let end = text[line...].firstIndex(of: .newline) ?? text.count
      appendLine(line..<end, isFirst: line == start, isLast: end == text.count)
      guard end < text.count else { return }
      if let last = nodes.last, last.kind != .softBreak, last.kind != .lineBreak, last.kind != .paragraph {
        append(.softBreak)
      }
      line = end + 1
    }
  }

  private mutating func appendLine(_ range: Range<Int>, isFirst: Bool, isLast: Bool) {
    var line = range
    if !isFirst || nodes.last?.kind == .paragraph || nodes.last?.kind == .heading {
      line = text.trimmedStart(line)
    }
    if !isLast { line = text.trimmedEnd(line) }
    if !line.isEmpty { append(.text, text: line) }
  }

  private var isInRun: Bool { open.last.map { $0.content == .phrasing && !needsRun($0) } ?? false }

  // MARK: Start tags

  private mutating func start(
    _ name: HTMLElementName, _ token: HTMLToken, _ number: Int, closesItself: Bool
  ) {
    guard let tag = HTMLTag(text, at: token.range.lowerBound, end: token.range.upperBound) else { return }
    let attributes = HTMLAttributes(tag, of: name, in: text)
    if attributes.hasOthers { fault(.htmlAttribute, token) }
    switch name {
    case .img: return appendImage(attributes, token)
    case .br, .wbr, .hr, .col: return appendVoid(name, attributes, token)
    case .a: return startLink(attributes, token, number, closesItself: closesItself)
    default: break
    }
    guard token.partner != nil || closesItself || name.mayStayOpen else { return fault(.htmlTag, token) }
    guard open.count < Guards.depth * 2, makeRoom(for: name) else {
      if let partner = token.partner { shownEnds.insert(partner) }
      return showAsText(token)
    }
    var element = HTMLElement(name: name, id: attributes.id, attributes: attributes.kept)
    if let title = attributes.title { element.attributes.append(("title", title)) }
    if let level = name.headingLevel {
      openHeading(element, level: level, endToken: token.partner)
    } else {
      openElement(element, endToken: token.partner)
    }
    if closesItself { close(to: open.count - 1) }
  }

  private mutating func appendVoid(
    _ name: HTMLElementName, _ attributes: HTMLAttributes, _ token: HTMLToken
  ) {
    guard makeRoom(for: name) else { return showAsText(token) }
    switch name {
    case .br: append(.lineBreak)
    case .hr: append(.thematicBreak)
    default:
      let index = append(name == .wbr ? .inlineElement : .blockElement)
      setElement(HTMLElement(name: name, attributes: attributes.kept), of: index)
    }
  }

  /// A place that links lead to is an empty element: what stands between its tags is no link.
  private mutating func appendAnchor(_ id: String?) {
    guard let id else { return }
    makeRoomForText()
    setElement(HTMLElement(name: .span, id: id, isPlace: true), of: append(.inlineElement))
  }

  private mutating func startLink(
    _ attributes: HTMLAttributes, _ token: HTMLToken, _ number: Int, closesItself: Bool
  ) {
    appendAnchor(attributes.id)
    guard let address = attributes.address else { return }
    guard token.partner != nil || closesItself else { return fault(.htmlTag, token) }
    makeRoomForText()
    guard open.count < Guards.depth * 2 else { return fault(.htmlTag, token) }
    let url = Array(address.utf8)
    if !SafeURL.isAllowed(url) {
      refuse(url, token)
      openDropped(.droppedLink, endToken: token.partner)
    } else if isInLink || holdsOtherLinks(number) {
      fault(.htmlTag, token)
      openDropped(.droppedLink, endToken: token.partner)
    } else {
      openLink(.link, link(.link, address, attributes, token), endToken: token.partner)
    }
    if closesItself { close(to: open.count - 1) }
  }

  /// Whether what a browser would take for a link stands between the tags: it shows more than the text of a link.
  private func holdsOtherLinks(_ number: Int) -> Bool {
    guard let partner = pairs.tokens[number].partner else { return false }
    let between = pairs.tokens[number].node..<pairs.tokens[partner].node
    return between.contains { [.wikiLink, .citation, .footnoteReference].contains(old[$0].kind) }
  }

  private mutating func link(
    _ kind: MarkdownLink.Kind, _ target: String, _ attributes: HTMLAttributes, _ token: HTMLToken
  ) -> MarkdownLink {
    let (position, length) = place(of: token)
    var link = MarkdownLink(
      kind, node: 0, target: target, hasText: true, position: position, length: length)
    link.title = attributes.title
    link.width = attributes.width
    link.height = attributes.height
    return link
  }

  private mutating func appendImage(_ attributes: HTMLAttributes, _ token: HTMLToken) {
    appendAnchor(attributes.id)
    makeRoomForText()
    let address = attributes.address
    let url = Array((address ?? "").utf8)
    let image = nodes.count
    if let address, !address.isEmpty, SafeURL.isAllowed(url) {
      openLink(.image, link(.image, address, attributes, token), endToken: nil)
    } else {
      if address?.isEmpty == false { refuse(url, token) }
      append(.droppedImage)
    }
    if !attributes.alternative.isEmpty {
      let start = text.count
      text += attributes.alternative.utf8
      append(.text, text: start..<text.count)
    }
    end(image)
  }

  // MARK: End tags

  private mutating func end(_ name: HTMLElementName, _ token: HTMLToken, _ number: Int) {
    if let place = open.lastIndex(where: { $0.endToken == number }) { return close(to: place) }
    // One of a place that links lead to, of an element without content, or of one that another tag has closed.
    if shownEnds.contains(number) {
      showAsText(token)
    } else if token.partner == nil, name != .a {
      fault(.htmlTag, token)
    }
  }
}
