import Diagnostics

/// Text that somebody else wrote, as code in Markdown: nothing in it is a link, a mention or a tag.
enum MarkdownCode {
  static func span(_ text: String) -> String {
    var plain = ""
    var longest = 0
    var run = 0
    // A line break would end the list or the table, and with it the code.
    for scalar in text.printable.unicodeScalars {
      run = scalar == "`" ? run + 1 : 0
      longest = max(longest, run)
      plain.unicodeScalars.append(scalar == "\t" ? " " : scalar)
    }
    let fence = String(repeating: "`", count: longest + 1)
    // A blank on each side is taken off again, and parts the fence from ticks in the text.
    let isEdged = plain.isEmpty || "` ".contains(plain.first ?? " ") || "` ".contains(plain.last ?? " ")
    return isEdged ? "\(fence) \(plain) \(fence)" : fence + plain + fence
  }

  /// For a cell of a table, which a bar would end even inside code.
  static func cell(_ text: String) -> String {
    span(text).reduce(into: "") { $0 += $1 == "|" ? "\\|" : String($1) }
  }
}
