extension ChangesOutline {
  /// A list that is longer than this is folded.
  private static let foldedFrom = 12

  /// For a comment on a pull request or a job's summary page.
  package var markdown: String {
    let head = ["## Changes in the knowledge", "", EscapedMarkdown.text(summary) + "."]
    return (head + sections.flatMap(lines)).map { $0 + "\n" }.joined()
  }

  private func lines(of section: Section) -> [String] {
    let sort = section.sort.map { " " + $0 } ?? ""
    let items = section.items.flatMap(lines)
    let head = ["", "### \(section.heading)\(sort)", ""]
    guard section.isFolded || items.count > Self.foldedFrom else { return head + items }
    return head + ["<details><summary>\(section.count)</summary>", ""] + items + ["", "</details>"]
  }

  private func lines(of item: Item) -> [String] {
    let text = EscapedMarkdown.text(item.text)
    let head = item.ids.map { "**\(text)** " + EscapedMarkdown.text("[\($0)]") } ?? text
    return ["- " + head] + item.details.map { "  - " + EscapedMarkdown.text($0) }
  }
}
