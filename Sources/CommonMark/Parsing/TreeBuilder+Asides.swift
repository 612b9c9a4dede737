/// Quotations that turn out to be asides.
extension TreeBuilder {
  /// Makes an aside of the quotation that the paragraph starts: what is left of the paragraph's first line
  /// is the aside's title.
  mutating func makeAside(_ syntax: AsideSyntax, paragraph: Int) {
    aside = nil
    let quote = paragraph - 1
    nodes[quote].kind = .aside
    nodes[quote].detail = syntax.kind.rawValue
    nodes[quote].flags = (syntax.isFoldable ? 16 : 0) | (syntax.isFolded ? 32 : 0)
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
      if let word = syntax.unknownWord { insertTitle(word, at: paragraph) }
    } else {
      nodes.removeSubrange(paragraph...)
      if let word = syntax.unknownWord { insertTitle(word, at: paragraph) }
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

  /// Puts a title before the nodes from `index` on, which all are in the open quotation.
  private mutating func insertTitle(_ title: String, at index: Int) {
    let position = nodes[index - 1].position
    let node = MarkdownNode(.asideTitle, at: position, end: index + 2)
    var word = MarkdownNode(.text, at: position, end: index + 2)
    word.text = text.count..<text.count + title.utf8.count
    text += title.utf8
    for later in index..<nodes.count {
      nodes[later].end += 2
      if let link = nodes[later].link { links[link].node = later + 2 }
    }
    nodes.insert(contentsOf: [node, word], at: index)
  }
}
