import Diagnostics
import Knowledge

/// A line of the data of the wordings: a wording as one source uses it, or one that none uses.
private struct WordingLine {
  let graph: KnowledgeGraph
  let wording: WordingIndex.Wording
  let use: WordingIndex.Use?

  static let columns: [Column<WordingLine>] = [
    .text("wording") { $0.wording.text },
    .text("language", "where it is not the site's") { $0.wording.language },
    .texts("sort", "such as `title` or `abbreviation`") { $0.wording.sorts },
    .text("id", "of the thing that it means") { $0.graph.id(of: $0.wording.entity) },
    .text("title", "of the same") { $0.graph.title(of: $0.wording.entity) },
    .text("only_in", "the one source in which it is valid") { line in
      line.wording.onlyIn.map { line.graph.id(of: $0) }
    },
    .text("source", "that uses it") { line in (line.use?.source).map { line.graph.id(of: $0) } },
    .number("places", "at which the source has it, at least") { $0.use?.count ?? 0 },
  ]
}

extension WordingsView {
  /// One row for each wording of the page and each source that uses it.
  func data(of part: ViewPart, _ index: WordingIndex, in site: SiteModel) -> ViewData {
    let lines = index.pages.items(of: part).flatMap { wording -> [WordingLine] in
      let uses: [WordingIndex.Use?] = wording.uses.isEmpty ? [nil] : wording.uses
      return uses.map { WordingLine(graph: site.graph, wording: wording, use: $0) }
    }
    return ViewData(WordingLine.columns, lines)
  }
}
