import Knowledge
import Templates

/// What the page of a coverage shows.
struct CoveragePage: Sendable {
  let page: PageContext
  let coverage: Coverage
  let stretch: CoverageStretch

  init(page: PageContext, coverage: Coverage, part: ViewPart) {
    (self.page, self.coverage) = (page, coverage)
    stretch = CoverageStretch(coverage, part)
  }

  /// The lists that are on the page, or some of them.
  private static let lists: [(name: String, doc: String, isThere: @Sendable (CoveragePage) -> Bool)] = [
    ("has_totals", "the first page, with the totals", { $0.stretch.isFirst }),
    ("has_unreferenced", "`unreferenced` is on the page", { $0.has(\.unreferenced.isEmpty) }),
    ("has_unquoted", "`unquoted` is on the page", { $0.has(\.unquoted.isEmpty) }),
    ("has_inferred", "`inferred` is on the page", { $0.has(\.inferred.isEmpty) }),
    ("has_unsourced", "`unsourced` is on the page", { $0.has(\.unsourced.isEmpty) }),
  ]

  private func has(_ isEmpty: (CoverageStretch) -> Bool) -> Bool { stretch.isWhole || !isEmpty(stretch) }

  static let record: RecordType<CoveragePage> = RecordType(
    "coverage", "",
    lists.map { list in .flag(list.name, list.doc) { list.isThere($0) } } + [
      .list("kinds", "how much there is of each", of: ShownKindCount.record) { page in
        page.coverage.kinds.map { ShownKindCount(page: page.page, kind: $0.kind, count: $0.count) }
      },
      .list("totals", "how much there is in all", of: ShownCoverageTotal.record) { page in
        page.coverage.totals.all.map {
          ShownCoverageTotal(page: page.page, name: $0.name, count: $0.count)
        }
      },
      .list("gaps", "one for each entry of `missing`", of: ShownGap.record) { page in
        page.stretch.gaps.map { number, missing in
          ShownGap(page: page.page, gap: page.coverage.gaps[number], number: number, missing: missing)
        }
      },
      .flag("has_works", "the settings ask which facts several works state, and some are on the page") {
        $0.coverage.corroborated != nil && $0.has(\.corroborated.isEmpty)
      },
      .number("corroborated_count", "these facts in all") { $0.coverage.corroborated?.count ?? 0 },
      .list("corroborated", "the facts that two works or more state", of: ShownCorroboration.record) { page in
        page.stretch.corroborated.map { ShownCorroboration(page: page.page, fact: $0) }
      },
      .list("unreferenced", "what nothing leads to", of: ShownLink.record) { page in
        page.stretch.unreferenced.map { page.page.link($0) }
      },
      .number("unreferenced_count", "these in all") { $0.coverage.unreferenced.count },
      .list("unquoted", "things with statements that have no quote", of: CountedThing.record) { page in
        page.counted(page.stretch.unquoted)
      },
      .number("unquoted_count", "these statements in all") { $0.sum($0.coverage.unquoted) },
      .list("inferred", "things with statements that no source makes outright", of: CountedThing.record) {
        page in page.counted(page.stretch.inferred)
      },
      .number("inferred_count", "these statements in all") { $0.sum($0.coverage.inferred) },
      .list("unsourced", "things with facts for which no source is named", of: ShownUnsourced.record) {
        page in
        page.stretch.unsourced.map {
          ShownUnsourced(page: page.page, thing: $0.entity, fields: $0.fields)
        }
      },
      .number("unsourced_count", "these facts in all") { page in
        page.coverage.unsourced.reduce(0) { $0 + $1.fields.count }
      },
    ])

  private func counted(_ things: [(entity: EntityID, count: Int)]) -> [CountedThing] {
    things.map { CountedThing(page: page, thing: $0.entity, count: $0.count) }
  }

  private func sum(_ things: [(entity: EntityID, count: Int)]) -> Int {
    things.reduce(0) { $0 + $1.count }
  }
}

/// How much there is of a kind.
struct ShownKindCount: Sendable {
  let page: PageContext
  let kind: KindID
  let count: Int

  static let record = RecordType<ShownKindCount>([
    .text("label", "from the schema") { $0.page.graph.schema[$0.kind].label.many },
    .number("count", "how many there are") { $0.count },
    .text("href", "the list of the kind; nothing where there is none") { kind in
      kind.count == 0 ? nil : kind.page.site.routes.href(toListOf: kind.kind, root: kind.page.root)
    },
  ])
}

/// How much there is of a sort, whatever its kind.
struct ShownCoverageTotal: Sendable {
  let page: PageContext
  let name: String
  let count: Int

  static let record = RecordType<ShownCoverageTotal>([
    .text("name", "such as `entities` or `statements`") { $0.name },
    .text("label", "the same in words") { $0.page.word($0.name, group: "total") },
    .number("count", "how many there are") { $0.count },
  ])
}

/// What should be there, with the things that lack it.
struct ShownGap: Sendable {
  let page: PageContext
  let gap: Coverage.Gap
  /// Its place among the gaps, from 0.
  let number: Int
  /// Those that are on the page.
  let missing: [EntityID]

  private var kind: Kind { page.graph.schema[gap.wish.kind] }

  static let record: RecordType<ShownGap> = RecordType([
    .text("label", "of the field") { $0.kind.fields[$0.gap.wish.field].label },
    .text("kind", "what the things are called") { $0.kind.label.many },
    .text("language", "in which it should be there") { $0.gap.wish.language },
    .text("anchor", "its id on the page") { Coverage.anchor(ofGap: $0.number) },
    .number("total", "how many things of the kind there are") { $0.gap.total },
    .number("count", "how many of them lack it") { $0.gap.missing.count },
    .list("things", "those of them that are on the page", of: ShownLink.record) { gap in
      gap.missing.map { gap.page.link($0) }
    },
  ])
}

/// A thing with facts for which no source is named.
struct ShownUnsourced: Sendable {
  let page: PageContext
  let thing: EntityID
  let fields: [Int]

  static let record: RecordType<ShownUnsourced> = RecordType([
    .record("thing", "the thing", of: ShownLink.record) { $0.page.link($0.thing) },
    .text("fields", "what they are called, in one line") { $0.page.list($0.labels) },
  ])

  private var labels: [String] {
    fields.map { page.graph.schema[page.graph[thing].kind].fields[$0].label }
  }
}

/// A fact that several works state.
struct ShownCorroboration: Sendable {
  let page: PageContext
  let fact: Corroboration

  static let record: RecordType<ShownCorroboration> = RecordType([
    .record("thing", "the thing", of: ShownLink.record) { $0.page.link($0.fact.entity) },
    .text("label", "of the field") { $0.field.label },
    .text("href", "where it stands") { shown in
      shown.page.href(Target(shown.fact.entity, anchor: "fact-" + shown.field.name))
    },
    .text("text", "what is stated") { $0.page.plainText($0.fact.value, $0.field) },
    .number("count", "how many works state it") { $0.fact.workCount },
    .list("sources", "who states it", of: ShownLink.record) { shown in
      shown.fact.sources.map { shown.page.link($0) }
    },
  ])

  private var field: Field { page.graph.schema[page.graph[fact.entity].kind].fields[fact.field] }
}
