/// Footnotes, and the references to them.
extension HTMLRenderer {
  mutating func appendReference(_ node: MarkdownNode, _ output: inout [UInt8]) {
    let footnote = document.footnotes[node.footnote]
    references[node.footnote] += 1
    output.append("<sup class=\"footnote-ref\"><a href=\"#")
    output.appendURL(options.idPrefix + FootnoteIDs.note(footnote))
    output.append("\" id=\"")
    output.appendID(options.idPrefix + ids.reference(node.footnote, references[node.footnote]))
    output.append("\" data-footnote-ref>")
    output += String(footnote.number).utf8
    output.append("</a></sup>")
  }

  func appendFootnoteStart(_ node: MarkdownNode, _ output: inout [UInt8]) {
    output.append("<li id=\"")
    output.appendID(options.idPrefix + FootnoteIDs.note(document.footnotes[node.footnote]))
    output.append("\">\n")
  }

  /// Whether the paragraph just left is the last block of a footnote, and so carries the links back.
  func endsFootnote(_ paragraph: Int) -> Bool {
    guard let parent = open.last, document.nodes[parent].kind == .footnote else { return false }
    return document.nodes[parent].end == document.nodes[paragraph].end
  }

  func endsInParagraph(_ footnote: Int) -> Bool {
    let end = document.nodes[footnote].end
    var child = footnote + 1
    while child < Int(end) {
      if document.nodes[child].end == end { return document.nodes[child].kind == .paragraph }
      child = Int(document.nodes[child].end)
    }
    return false
  }

  func appendBackReferences(_ index: Int?, _ output: inout [UInt8], spaced: Bool = true) {
    guard let index else { return }
    let footnote = document.footnotes[document.nodes[index].footnote]
    for number in 1...max(1, footnote.references) {
      if spaced || number > 1 { output.append(.space) }
      output.append("<a href=\"#")
      output.appendURL(options.idPrefix + ids.reference(document.nodes[index].footnote, number))
      output.append("\" class=\"footnote-backref\" data-footnote-backref aria-label=\"")
      output.appendEscaped(options.footnoteBackLabel)
      output += (number > 1 ? " \(footnote.number)-\(number)" : " \(footnote.number)").utf8
      output.append("\">↩")
      if number > 1 {
        output.append("<sup class=\"footnote-ref\">")
        output += String(number).utf8
        output.append("</sup>")
      }
      output.append("</a>")
    }
  }
}
