import Knowledge
import Templates

/// What a page of comparisons shows: the list of all, or one of them. What a sort doesn't use is nothing.
struct ComparePage: Sendable {
  enum Content: Sendable {
    case whole([ShownComparison])
    case entities(ComparedEntities)
    case sources(ComparedSources)
  }

  let content: Content

  static let record: RecordType<ComparePage> = RecordType(
    "compare", "",
    [
      .flag("is_whole", "the list of all") { if case .whole = $0.content { true } else { false } },
      .flag("is_of_entities", "two entities side by side") { $0.entities != nil },
      .flag("is_of_sources", "what two sources say") { $0.sources != nil },
      .list("comparisons", "on the list: all", of: ShownComparison.record) { $0.comparisons },
      .record("a", "the first side", of: ShownLink.record) { $0.sides?.a },
      .record("b", "the second side", of: ShownLink.record) { $0.sides?.b },
      .list("counts", "of lines, by verdict", of: ShownLineCount.record) { $0.counts },
      .list(
        "jumps", "of sources: the sections of all three pages of the comparison", of: ShownComparedJump.record
      ) { $0.sources?.jumps ?? [] },
      .list(
        "lists", "of sources, on the first page: what only one says, and where they differ",
        of: ShownVerdictList.record
      ) { $0.sources(on: .summary)?.lists ?? [] },
      .list("groups", "of sources, on the second: the thing and its parts", of: ShownComparedThing.record) {
        $0.sources(on: .things)?.things ?? []
      },
      .list("kinds", "of sources, on the third: everything else, by kind", of: ShownComparedKind.record) {
        $0.sources(on: .others)?.kinds ?? []
      },
      .list("facts", "of entities: what they say", of: ShownComparedLine.record) { $0.entities?.facts ?? [] },
      .list("relations", "of entities: what they lead to", of: ShownComparedRelation.record) {
        $0.entities?.relations ?? []
      },
      .list(
        "discrepancies", "of entities: disagreements about both", of: ShownComparedDiscrepancy.record
      ) { $0.entities?.discrepancies ?? [] },
    ])

  private var comparisons: [ShownComparison] {
    if case .whole(let comparisons) = content { comparisons } else { [] }
  }

  private var entities: ComparedEntities? {
    if case .entities(let entities) = content { entities } else { nil }
  }

  private var sources: ComparedSources? {
    if case .sources(let sources) = content { sources } else { nil }
  }

  private func sources(on stretch: Comparison.Stretch) -> ComparedSources? {
    sources.flatMap { $0.sides.stretch == stretch ? $0 : nil }
  }

  private var sides: ComparedSides? { entities?.sides ?? sources?.sides }

  private var counts: [ShownLineCount] { entities?.counts ?? sources?.counts ?? [] }
}

extension ComparePage {
  init(_ answer: Comparisons, _ part: ViewPart, on page: PageContext) {
    let found = answer.part(part).map { comparison in
      ComparedSides(comparison, part.item.flatMap(comparison.stretch) ?? .summary, part, on: page)
    }
    guard part.item != nil, let sides = found.first else {
      content = .whole(
        found.map { ShownComparison(sides: $0, lines: answer.lines(of: $0.comparison, in: page.graph)) })
      return
    }
    switch sides.comparison.subject {
    case .entities:
      content = .entities(ComparedEntities(sides, answer.entities(sides.comparison, in: page.graph)))
    case .sources(let of, let parts):
      let compared = answer.sources(sides.comparison, of: of, parts: parts, in: page.graph)
      content = .sources(ComparedSources(sides, compared))
    }
  }
}

/// A comparison on the list of all.
struct ShownComparison: Sendable {
  let sides: ComparedSides
  let lines: [ComparedLine]

  static let record: RecordType<ShownComparison> = RecordType([
    .text("title", "what is compared") { $0.sides.comparison.title(in: $0.sides.page.graph) },
    .text("href", "its page") { shown in
      shown.sides.page.href(toPageAbout: .item(shown.sides.comparison.slug))
    },
    .list("counts", "of its lines, by verdict", of: ShownLineCount.record) { shown in
      shown.sides.counts(shown.lines)
    },
  ])
}

/// How many lines have one verdict.
struct ShownLineCount: Sendable {
  let sides: ComparedSides
  let verdict: ComparedLine.Verdict
  let count: Int
  let isListed: Bool

  static let record = RecordType<ShownLineCount>([
    .text("verdict", "as in the data") { $0.verdict.rawValue },
    .text("label", "the same in words") { $0.sides.label($0.verdict) },
    .text("side", "the one that alone says something") { $0.sides.side($0.verdict) },
    .number("count", "how many lines") { $0.count },
    .text("href", "where they are listed") {
      $0.isListed ? $0.sides.href(.summary, $0.verdict.rawValue) : nil
    },
  ])
}
