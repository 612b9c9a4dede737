import Diagnostics
import Knowledge

/// A line of a bibliography's data: a source.
private struct SourceLine {
  let page: PageContext
  let use: SourcesView.Use

  static let names: [Column<SourceLine>] = [
    .text("id") { $0.page.graph.id(of: $0.use.source) },
    .text("title") { $0.page.graph.title(of: $0.use.source) },
  ]

  /// What the source says of itself.
  static func fact(_ number: Int, named name: String) -> Column<SourceLine> {
    Column(name) { line in
      guard let fact = line.page.graph[line.use.source].today(number) else { return .null }
      return .array(fact.claims.flatMap { line.page.texts($0.value) }.unique.map(JSON.string))
    }
  }

  static let counts: [Column<SourceLine>] = [
    .number("statements", "that name it") { $0.use.statements },
    .number("quotes", "those with its words") { $0.use.quotes },
    .number("citations", "in the texts") { $0.use.citations },
    .number("things", "of which it says something") { $0.use.things.count },
  ]
}

extension SourcesView {
  func data(of part: ViewPart, _ uses: [Use], in site: SiteModel) -> ViewData {
    let page = PageContext(site, root: "")
    let fields = site.graph.schema[kind].fields
    let facts = shown.map { SourceLine.fact($0, named: fields[$0].name) }
    return ViewData(
      SourceLine.names + facts + SourceLine.counts, uses.map { SourceLine(page: page, use: $0) })
  }
}

extension PageContext {
  /// Each value as it would be typed: an id for a reference, EDTF for a date; the first URL or text of a record.
  fileprivate func texts(_ value: FieldValue) -> [String] {
    switch value {
    case .list(let items): items.flatMap(texts)
    case .date(let date): [date.description]
    case .quantity(let quantity): [quantity.description]
    case .localized(let texts): texts.map(\.text)
    case .reference(let item):
      item.reference.entity.map { [graph.id(of: $0)] } ?? []
    // Records nest four deep at most: the schema's reader sees to it.
    case .record(let record): record.facts.first.map { texts($0.value) } ?? []
    default: [words(value)]
    }
  }
}
