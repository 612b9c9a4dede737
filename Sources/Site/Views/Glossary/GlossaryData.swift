import Diagnostics
import Knowledge

/// A line of a glossary's data: one entry.
private struct GlossaryLine {
  let page: PageContext
  let view: GlossaryView
  let entry: GlossaryView.Entry

  private var graph: KnowledgeGraph { page.graph }
  private var entity: Entity { graph[entry.entity] }

  /// - Parameter languages: of all names; each has a column.
  static func columns(_ languages: [String]) -> [Column<GlossaryLine>] {
    [
      .text("id") { $0.graph.id(of: $0.entry.entity) },
      .text("title") { $0.graph.title(of: $0.entry.entity) },
    ]
      + languages.map { language in
        .texts(language, "the names in the language") { line in
          line.entry.names.filter { $0.language == language }.map(\.text)
        }
      } + [
        .texts("aliases") { $0.entity.aliases.map(\.name.text) },
        .texts("definition", "of each claim") { line in
          (line.definition?.claims ?? []).map { line.page.words($0.value) }
        },
        .text("summary") { $0.page.plainSummary(of: $0.entry.entity) },
        .texts("not_to_be_confused_with") { line in line.entry.others.map { line.graph.id(of: $0) } },
      ]
  }

  private var definition: Fact? {
    let kind = graph.schema[entity.kind]
    return view.definition.flatMap { kind.fieldIndex(named: $0) }.flatMap { entity.today($0) }
  }
}

extension GlossaryView {
  func data(of part: ViewPart, _ entries: LetterPages<Entry>, in site: SiteModel) -> ViewData {
    let page = PageContext(site, root: "")
    let languages = entries.all.flatMap(\.names).map(\.language).unique.sorted()
    return ViewData(
      GlossaryLine.columns(languages),
      entries.items(of: part).map { GlossaryLine(page: page, view: self, entry: $0) })
  }
}
