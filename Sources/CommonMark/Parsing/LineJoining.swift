import Folding

extension MarkdownDocument {
  /// Marks the line ends between two Chinese or Japanese characters, whatever markup stands around those.
  mutating func joinLines() {
    /// The leaf that showed text last, and the line end since.
    var before: Int?
    var lineEnd: Int?
    /// Where the text of an image ends, which shows apart from the text around.
    var imageEnd = 0
    for index in nodes.indices.dropFirst() {
      if index == imageEnd { before = nil }
      switch nodes[index].kind {
      case .emphasis, .strong, .strikethrough, .marked, .link, .droppedLink, .footnoteReference,
        .inlineElement:
        break
      case .text where nodes[index].text.isEmpty: break
      case .text, .code, .wikiLink:
        if let before, let lineEnd,
          JoinedLines.areJoined(edge(before, atEnd: true), edge(index, atEnd: false))
        {
          nodes[lineEnd].flags |= 8
        }
        before = index
        lineEnd = nil
      case .softBreak: lineEnd = index
      case .citationItem: break
      default:
        before = nil
        if nodes[index].kind == .image || nodes[index].kind == .droppedImage {
          imageEnd = Int(nodes[index].end)
        }
      }
    }
  }

  /// A few characters from the start or the end of what a leaf shows.
  private func edge(_ index: Int, atEnd: Bool) -> [Unicode.Scalar] {
    if nodes[index].kind == .wikiLink, let link = nodes[index].link {
      let shown = links[link].text ?? links[link].name
      return shown.unicodeScalars.map { $0 }
    }
    let bytes = text[nodes[index].text]
    // A piece of a character, which shows as U+FFFD, may stand at the far end.
    let shown = String(decoding: atEnd ? bytes.suffix(40) : bytes.prefix(40), as: UTF8.self)
    return shown.unicodeScalars.map { $0 }
  }
}

extension [UInt8] {
  /// The text with its line ends as blanks, or as nothing within Chinese or Japanese text.
  func onOneLine() -> [UInt8] {
    guard contains(.newline) else { return self }
    var line: [UInt8] = []
    for part in split(separator: .newline, omittingEmptySubsequences: false) {
      let isJoined = JoinedLines.areJoined(
        String(decoding: line.suffix(40), as: UTF8.self).unicodeScalars,
        String(decoding: part.prefix(40), as: UTF8.self).unicodeScalars)
      if part.startIndex > startIndex, !isJoined { line.append(.space) }
      line += part
    }
    return line
  }
}
