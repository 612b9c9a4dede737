import Diagnostics

/// What changed, as Markdown for a comment on a pull request or a job's summary page. Whatever an author wrote is
/// text there: no markup, no link, no mention of anybody.
package struct ChangesMarkdown {
  private var lines: [String] = []
  /// A list that is longer than this is folded.
  private static let foldedFrom = 12

  /// - Parameters:
  ///   - pages: the files of the website that are touched.
  ///   - limit: how many of them are named; `nil` for all.
  package static func of(_ changes: KnowledgeChanges, pages: PageChanges, naming limit: Int?) -> String {
    var text = ChangesMarkdown()
    text.lines += ["## Changes in the knowledge", "", escape(changes.summary(pages: pages)) + "."]
    for sort in DiscrepancyChange.Sort.allCases {
      let items = changes.discrepancies(sort).map { "- " + escape($0.sentence) }
      text.section("Discrepancies \(sort.rawValue)", items, count: items.count)
    }
    for sort in KnowledgeChanges.order {
      let entities = changes.entities(sort)
      text.section(sort.heading, entities.flatMap(lines), count: entities.count)
    }
    text.section("Schema", changes.schema.map { "- " + escape($0.sentence) }, count: changes.schema.count)
    text.section(
      "Settings", changes.settings.map { "- " + escape($0.sentence) }, count: changes.settings.count)
    text.section("Pages", pages.lines(limit).map { "- " + escape($0) }, count: pages.count, isFolded: true)
    return text.lines.map { $0 + "\n" }.joined()
  }

  private static func lines(_ change: EntityChange) -> [String] {
    ["- **\(escape(change.headline))** \(escape("[\(change.ids)]"))"]
      + change.details.map { "  - " + escape($0.sentence) }
  }

  private mutating func section(_ heading: String, _ items: [String], count: Int, isFolded: Bool = false) {
    guard !items.isEmpty else { return }
    lines += ["", "### \(heading)", ""]
    guard isFolded || items.count > Self.foldedFrom else {
      lines += items
      return
    }
    lines += ["<details><summary>\(count)</summary>", ""] + items + ["", "</details>"]
  }

  /// Every mark of punctuation that Markdown could obey, with a backslash before it. Mentions, numbers of issues and
  /// bare addresses become links whatever stands before them: an invisible joiner within keeps them apart.
  static func escape(_ text: String) -> String {
    var escaped = String.UnicodeScalarView()
    let scalars = Array(text.onOneLine.printable.unicodeScalars)
    for (index, scalar) in scalars.enumerated() {
      let before = scalars[..<index]
      switch scalar {
      case "<": escaped += "&lt;".unicodeScalars
      case ">": escaped += "&gt;".unicodeScalars
      case "&": escaped += "&amp;".unicodeScalars
      // A joiner behind the dot is not enough: it may stand in the host's name, from which browsers drop it.
      case "." where ends(before, in: "www"): escaped += "\u{2060}&#46;".unicodeScalars
      case _ where punctuation.contains(scalar) || beginsItem(scalar, before): escaped += ["\\", scalar]
      default: escaped.append(scalar)
      }
      if parts(scalar, before, scalars.dropFirst(index + 1).first) { escaped.append("\u{2060}") }
    }
    return String(escaped)
  }

  private static let punctuation: [Unicode.Scalar] = [
    "\\", "`", "*", "_", "{", "}", "[", "]", "(", ")", "!", "|", "~", "$", "+", "@", "#",
  ]

  /// Whether a list would begin with a scalar: `-`, `1.`; brackets and other bullets are escaped wherever they stand.
  private static func beginsItem(_ scalar: Unicode.Scalar, _ before: ArraySlice<Unicode.Scalar>) -> Bool {
    switch scalar {
    case "-", "=": before.isEmpty
    case ".": !before.isEmpty && before.allSatisfy { ("0"..."9").contains($0) }
    default: false
    }
  }

  /// Whether a link would begin at a scalar: `@name`, `#1`, `GH-1`, `https://…`, `mailto:…`; and what GitLab knows
  /// beside these, such as `!1`, `%1`, `~name`.
  private static func parts(
    _ scalar: Unicode.Scalar, _ before: ArraySlice<Unicode.Scalar>, _ next: Unicode.Scalar?
  ) -> Bool {
    switch scalar {
    case "@", "#": true
    case ":": next == "/" || ends(before, in: "mailto") || ends(before, in: "xmpp")
    case "-": ends(before, in: "gh")
    case "!", "~", "%", "$", "^", "&":
      next.map { $0 == "\"" || $0.properties.isAlphabetic || ("0"..."9").contains($0) } ?? false
    default: false
    }
  }

  /// Whether a text ends in a word, in any case.
  private static func ends(_ text: ArraySlice<Unicode.Scalar>, in word: String) -> Bool {
    String(String.UnicodeScalarView(text.suffix(word.count))).lowercased() == word
  }
}
