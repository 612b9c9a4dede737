import Knowledge

extension String {
  /// Markdown as it is read best in a terminal of so many columns: paragraphs and items of lists are broken between
  /// words. Code, tables and headings stay as they are.
  func wrapped(columns: Int) -> String {
    var isCode = false
    let lines = split(separator: "\n", omittingEmptySubsequences: false).map { line in
      let isFence = line.drop { $0 == " " }.hasPrefix("```")
      if isFence { isCode.toggle() }
      let stays = isCode || isFence || line.hasPrefix("|") || line.hasPrefix("#")
      return stays ? String(line) : String.wrapped(line, columns: columns)
    }
    return lines.joined(separator: "\n")
  }

  private static func wrapped(_ line: Substring, columns: Int) -> String {
    guard String(line).terminalWidth > columns else { return String(line) }
    let blanks = String(line.prefix { $0 == " " })
    let words = line.dropFirst(blanks.count).split(separator: " ").map(String.init)
    let indent = blanks + mark(below: words.first ?? "")
    var lines: [String] = []
    var current = blanks
    for (number, word) in words.enumerated() {
      if number == 0 {
        current += word
      } else if number == 1 || current.terminalWidth + 1 + word.terminalWidth <= columns {
        current += " " + word
      } else {
        lines.append(current)
        current = indent + word
      }
    }
    return (lines + [current]).joined(separator: "\n")
  }

  /// What stands below the sign that begins an item or a quotation, so that lines stand below its words.
  private static func mark(below sign: String) -> String {
    if sign == ">" { return "> " }
    let isItem = sign == "-" || sign == "*" || sign.hasSuffix(".") && sign.dropLast().allSatisfy(\.isNumber)
    return isItem ? String(repeating: " ", count: sign.count + 1) : ""
  }
}
