import Knowledge
import Templates

/// What the page of a bibliography shows.
struct SourcesPage: Sendable {
  let page: PageContext
  let view: SourcesView
  let stretch: SourcesStretch

  static let record: RecordType<SourcesPage> = RecordType(
    "sources", "",
    [
      .list("read", "sources from which something was taken", of: ShownSource.record) { page in
        page.sources(page.stretch.read)
      },
      .number("read_count", "how many there are") { $0.stretch.readCount },
      .flag("has_read", "some are on the page, or there are none at all") {
        $0.stretch.isWhole || !$0.stretch.read.isEmpty
      },
      .list("linked", "those that are only linked", of: ShownSource.record) { page in
        page.sources(page.stretch.linked)
      },
      .number("linked_count", "how many there are") { $0.stretch.linkedCount },
    ])

  private func sources(_ entries: [SourcesStretch.Entry]) -> [ShownSource] {
    entries.map { ShownSource(page: page, view: view, entry: $0) }
  }
}

/// A source, with what it is given for.
struct ShownSource: Sendable {
  let page: PageContext
  let view: SourcesView
  let entry: SourcesStretch.Entry

  private var use: SourcesView.Use { entry.use }

  static let record: RecordType<ShownSource> = RecordType([
    .record("source", "the source", of: ShownLink.record) { $0.page.link($0.use.source) },
    .text("anchor", "its id on the page") { $0.id },
    .text("summary", "of the source, without markup") { $0.page.plainSummary(of: $0.use.source) },
    .number("statement_count", "statements that name it") { $0.use.statements },
    .number("quote_count", "those with its words") { $0.use.quotes },
    .number("citation_count", "citations in the texts") { $0.use.citations },
    .number("thing_count", "things of which it says something") { $0.use.things.count },
    .flag("is_continued", "it goes on from the page before") { $0.entry.isContinued },
    .list("facts", "the fields of `show`", of: ShownFact.record) { $0.facts },
    .list("kinds", "these things by kind", of: ShownSourceKind.record) { $0.kinds },
  ])

  private var id: String { page.graph.id(of: use.source) }

  private var facts: [ShownFact] {
    let fields = page.graph.schema[view.kind].fields
    return view.shown.compactMap { number in
      page.graph[use.source].fact(number).map {
        page.fact($0, fields[number], anchor: "\(id)-\(fields[number].name)")
      }
    }
  }

  private var kinds: [ShownSourceKind] {
    let counts = Dictionary(grouping: use.things) { page.graph[$0.entity].kind }.mapValues(\.count)
    let things = Dictionary(grouping: entry.things) { page.graph[$0.entity].kind }
    return entry.things.map { page.graph[$0.entity].kind }.unique.map { kind in
      ShownSourceKind(
        label: page.graph.schema[kind].label, count: counts[kind] ?? 0,
        things: (things[kind] ?? []).map {
          CountedThing(page: page, thing: $0.entity, count: $0.statements)
        })
    }
  }
}

/// The things of one kind of which a source says something.
struct ShownSourceKind: Sendable {
  let label: Kind.Label
  let count: Int
  let things: [CountedThing]

  static let record: RecordType<ShownSourceKind> = RecordType([
    .text("label", "what it is called, of one thing or several") { kind in
      kind.count == 1 ? kind.label.one : kind.label.many
    },
    .number("count", "how many there are") { $0.count },
    .list("things", "those that are on the page", of: CountedThing.record) { $0.things },
  ])
}
