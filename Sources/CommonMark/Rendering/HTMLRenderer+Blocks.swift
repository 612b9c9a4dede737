extension HTMLRenderer {
  mutating func enterBlock(_ index: Int, _ node: MarkdownNode, _ output: inout [UInt8]) {
    if node.kind == .paragraph, node.isTight {
      open.append(index)
      openTaskLabel(index, &output)
      return
    }
    output.startLine(start)
    switch node.kind {
    case .thematicBreak:
      output.append("<hr />\n")
      return
    case .codeBlock:
      appendCodeBlock(node, &output)
      return
    case .htmlBlock:
      appendHTMLBlock(node, &output)
      return
    case .paragraph:
      output.append("<p>")
      openTaskLabel(index, &output)
    case .heading: appendHeadingStart(node, &output)
    case .blockQuote: output.append("<blockquote>\n")
    case .aside: appendAsideStart(index, node, &output)
    case .asideTitle:
      output.append(
        isFoldable(titleOf: index) ? "<summary class=\"aside-title\">" : "<p class=\"aside-title\">")
    case .list: appendListStart(node, &output)
    case .item: output.append(node.task == .none ? "<li>" : "<li class=\"task\">")
    case .table: output.append(options.reachesScrolling ? "<table tabindex=\"0\">\n" : "<table>\n")
    case .tableHead: output.append("<thead>\n")
    case .tableBody: output.append("<tbody>\n")
    case .tableRow: output.append("<tr>\n")
    case .tableCell: appendCellStart(node, &output)
    case .footnotes: output.append("<section class=\"footnotes\" data-footnotes>\n<ol>\n")
    case .footnote: appendFootnoteStart(node, &output)
    case .blockElement:
      guard appendStart(of: element(node), &output) else { return }
    default: break
    }
    open.append(index)
  }

  mutating func leaveBlock(_ index: Int, _ node: MarkdownNode, _ output: inout [UInt8]) {
    switch node.kind {
    case .paragraph:
      closeTaskLabel(index, &output)
      if endsFootnote(index) { appendBackReferences(open.last, &output) }
      if !node.isTight { output.append("</p>\n") }
    case .asideTitle: output.append(isFoldable(titleOf: index) ? "</summary>\n" : "</p>\n")
    case .heading:
      output.append("</h")
      output.append(level(node))
      output.append(">\n")
    case .item: output.append("</li>\n")
    case .blockElement: appendEnd(of: element(node), &output)
    case .tableCell: output.append(node.isHeader ? "</th>\n" : "</td>\n")
    case .footnote:
      if !endsInParagraph(index) {
        output.startLine(start)
        appendBackReferences(index, &output, spaced: false)
        output.append(.newline)
      }
      output.append("</li>\n")
    default:
      output.startLine(start)
      output.append(endTag(node))
    }
  }

  private func endTag(_ node: MarkdownNode) -> StaticString {
    switch node.kind {
    case .blockQuote: "</blockquote>\n"
    case .aside: node.isFoldable ? "</details>\n" : "</aside>\n"
    case .list: node.isOrdered ? "</ol>\n" : "</ul>\n"
    case .table: "</table>\n"
    case .tableHead: "</thead>\n"
    case .tableBody: "</tbody>\n"
    case .tableRow: "</tr>\n"
    case .footnotes: "</ol>\n</section>\n"
    default: ""
    }
  }

  // MARK: Starts

  /// The digit of a heading's level.
  private func level(_ node: MarkdownNode) -> UInt8 {
    UInt8(ascii: "0") + UInt8(min(max(node.level + options.headingShift, 1), 6))
  }

  private func appendHeadingStart(_ node: MarkdownNode, _ output: inout [UInt8]) {
    output.append("<h")
    output.append(level(node))
    if document.options.extensions {
      output.append(" id=\"")
      output.appendEscaped(options.idPrefix)
      let id = document.headings[node.heading].id
      output.appendEscaped(options.renamedHeadings[id] ?? id)
      output.append("\"")
      if let element = document.headings[node.heading].element {
        appendAttributes(of: document.elements[element], &output)
      }
    }
    output.append(">")
  }

  private func appendListStart(_ node: MarkdownNode, _ output: inout [UInt8]) {
    if !node.isOrdered {
      output.append("<ul>\n")
    } else if node.listStart == 1 {
      output.append("<ol>\n")
    } else {
      output.append("<ol start=\"")
      output += String(node.listStart).utf8
      output.append("\">\n")
    }
  }

  private func appendAsideStart(_ index: Int, _ node: MarkdownNode, _ output: inout [UInt8]) {
    output.append(node.isFoldable ? "<details class=\"aside aside-" : "<aside class=\"aside aside-")
    output += node.asideKind.name.utf8
    output.append(
      node.isFolded ? "\">\n" : node.isFoldable ? "\" open=\"\">\n" : "\" role=\"note\">\n")
    let hasTitle = index + 1 < Int(node.end) && document.nodes[index + 1].kind == .asideTitle
    if !hasTitle {
      output.append(node.isFoldable ? "<summary class=\"aside-title\">" : "<p class=\"aside-title\">")
      output.appendEscaped(options.asideTitle(node.asideKind))
      output.append(node.isFoldable ? "</summary>\n" : "</p>\n")
    }
  }

  /// An aside's title is its first child.
  private func isFoldable(titleOf title: Int) -> Bool { document.nodes[title - 1].isFoldable }

  private func appendCellStart(_ node: MarkdownNode, _ output: inout [UInt8]) {
    output.append(node.isHeader ? "<th" : "<td")
    switch node.alignment {
    case .none: break
    case .left: output.append(" class=\"align-left\"")
    case .center: output.append(" class=\"align-center\"")
    case .right: output.append(" class=\"align-right\"")
    }
    output.append(">")
  }

  // MARK: Tasks

  private func task(startedBy paragraph: Int) -> MarkdownNode.Task {
    guard paragraph > 0, document.nodes[paragraph - 1].kind == .item else { return .none }
    return document.nodes[paragraph - 1].task
  }

  /// The check box has the text beside it as its label.
  private func openTaskLabel(_ paragraph: Int, _ output: inout [UInt8]) {
    switch task(startedBy: paragraph) {
    case .none: break
    case .open: output.append("<label><input type=\"checkbox\" disabled=\"\" /> ")
    case .done: output.append("<label><input type=\"checkbox\" checked=\"\" disabled=\"\" /> ")
    }
  }

  private func closeTaskLabel(_ paragraph: Int, _ output: inout [UInt8]) {
    if task(startedBy: paragraph) != .none { output.append("</label>") }
  }

  // MARK: Verbatim

  private func appendCodeBlock(_ node: MarkdownNode, _ output: inout [UInt8]) {
    let start = node.text.lowerBound
    let info = document.text[(start - Int(node.payload))..<start].prefix { !$0.isWhitespace }
    if info.isEmpty {
      output.append(options.reachesScrolling ? "<pre tabindex=\"0\"><code>" : "<pre><code>")
    } else {
      output.append(options.reachesScrolling ? "<pre tabindex=\"0\"" : "<pre")
      output.append("><code class=\"language-")
      output.appendEscaped(info)
      output.append("\">")
    }
    output.appendEscaped(document.text[node.text])
    output.append("</code></pre>\n")
  }

  private func appendHTMLBlock(_ node: MarkdownNode, _ output: inout [UInt8]) {
    let literal = document.text[node.text]
    if document.options.unsafeHTML {
      RawHTML.append(literal, filtered: document.options.extensions, to: &output)
      output.startLine(start)
    } else if !RawHTML.isComment(literal) {
      output.append("<p>")
      output.appendEscaped(document.text[document.text.trimmed(node.text)])
      output.append("</p>\n")
    }
  }

  func appendInlineHTML(_ node: MarkdownNode, _ output: inout [UInt8]) {
    let literal = document.text[node.text]
    if document.options.unsafeHTML {
      RawHTML.append(literal, filtered: document.options.extensions, to: &output)
    } else if !RawHTML.isComment(literal) {
      output.appendEscaped(literal)
    }
  }
}
