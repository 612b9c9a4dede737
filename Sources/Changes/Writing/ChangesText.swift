import Diagnostics
import Knowledge

extension ChangesOutline {
  /// For people to read in a terminal.
  package var text: String {
    var lines = [summary]
    var heading = ""
    for section in sections {
      if section.heading != heading { lines += ["", section.heading] }
      heading = section.heading
      let sort = section.sort.map { $0 + ": " } ?? ""
      for item in section.items {
        let ids = item.ids.map { " [\($0)]" } ?? ""
        lines.append("  " + (sort + item.text + ids).onOneLine.printable)
        lines += item.details.map { "    " + $0.onOneLine.printable }
      }
    }
    return lines.map { $0 + "\n" }.joined()
  }
}
