import Diagnostics
import Files
import Pipeline

/// What a build found and did, as Markdown for the page on which a CI service sums up a job.
struct BuildSummary {
  /// The most paths in a list, and rows in the table; the rest is counted.
  private static let most = 100

  let report: BuildReport

  var markdown: String {
    ([heading, counts] + pages + [messages]).compactMap(\.self).joined(separator: "\n\n") + "\n"
  }

  private var heading: String { "## Website built by Remit" }

  private var counts: String {
    var rows = [("Entities", report.entities)]
    if !report.heldBack.isEmpty { rows.append(("Files held back", report.heldBack.count)) }
    if let written = report.written {
      rows += [
        ("Pages written", written.written.count), ("Pages removed", written.removed.count),
        ("Pages unchanged", written.unchanged),
      ]
    }
    rows += [
      ("Errors", report.diagnostics.count(of: .error)), ("Warnings", report.diagnostics.count(of: .warning)),
    ]
    let table = "| | |\n|---|---:|\n" + rows.map { "| \($0) | \($1) |" }.joined(separator: "\n")
    return report.written == nil ? table + "\n\nNothing was written." : table
  }

  private var pages: [String?] {
    [
      list(report.written?.written ?? [], "page written", "pages written"),
      list(report.written?.removed ?? [], "page removed", "pages removed"),
    ]
  }

  /// Folded up, so that a thousand pages don't hide what follows.
  private func list(_ paths: [String], _ one: String, _ many: String) -> String? {
    guard !paths.isEmpty else { return nil }
    var lines = paths.prefix(Self.most).map { "- " + MarkdownCode.span($0) }
    if paths.count > Self.most { lines.append("- and \(paths.count - Self.most) more") }
    return "<details><summary>\(counted(paths.count, one, many))</summary>\n\n"
      + lines.joined(separator: "\n") + "\n\n</details>"
  }

  /// The gravest first.
  private var messages: String? {
    guard !report.diagnostics.isEmpty else { return nil }
    let sorted = report.diagnostics.sorted()
    let ordered = Diagnostic.Severity.allCases.flatMap { severity in
      sorted.filter { $0.severity == severity }
    }
    let rows = ordered.prefix(Self.most).map { diagnostic in
      let place = diagnostic.place.map { MarkdownCode.cell("\($0.path):\($0.position.line)") } ?? ""
      let message = "\(diagnostic.severity.rawValue)[\(diagnostic.id.rawValue)]: \(diagnostic.message)"
      return "| \(place) | \(MarkdownCode.cell(message)) |"
    }
    let rest = ordered.count - rows.count
    return "| Where | What |\n|---|---|\n" + rows.joined(separator: "\n")
      + (rest > 0 ? "\n\nAnd \(rest) more." : "")
  }
}
