/// Elements that authors wrote in HTML.
extension HTMLRenderer {
  /// - Returns: whether an end tag is to come.
  func appendStart(of element: HTMLElement, _ output: inout [UInt8]) -> Bool {
    if element.isPlace, element.id == nil { return false }
    output.append(UInt8(ascii: "<"))
    output += element.name.rawValue.utf8
    if let id = element.id {
      output.append(" id=\"")
      output.appendEscaped(options.idPrefix)
      output.appendEscaped(options.renamedHeadings[id] ?? id)
      output.append("\"")
    }
    appendAttributes(of: element, &output)
    let isOpen = element.name.content != .nothing
    output.append(isOpen ? ">" : " />")
    return isOpen
  }

  func appendAttributes(of element: HTMLElement, _ output: inout [UInt8]) {
    for (name, value) in element.attributes {
      output.append(.space)
      output += name.utf8
      output.append("=\"")
      output.appendEscaped(value)
      output.append("\"")
    }
  }

  func appendEnd(of element: HTMLElement, _ output: inout [UInt8]) {
    output.append("</")
    output += element.name.rawValue.utf8
    output.append(element.name.isInline ? ">" : ">\n")
  }

  func element(_ node: MarkdownNode) -> HTMLElement { document.elements[Int(node.payload)] }
}
