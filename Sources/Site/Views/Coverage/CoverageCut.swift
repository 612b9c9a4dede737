import Knowledge

extension CoverageView {
  /// What nothing leads to is a question to texts too.
  static var readsTexts: Bool { true }

  /// The things of all its lists, one list behind the other.
  func rows(of part: ViewPart, _ coverage: Coverage, in graph: KnowledgeGraph) -> ViewRows? {
    var rows = ViewRows()
    let missing = coverage.gaps.reduce(0) { $0 + $1.missing.count }
    rows.begin("missing", title: "coverage_missing", of: missing)
    for (index, gap) in coverage.gaps.enumerated() {
      rows.mark(Coverage.anchor(ofGap: index))
      rows.add(gap.missing.count)
    }
    rows.begin(
      "several-works", title: "coverage_works", of: coverage.corroborated?.count ?? 0)
    for fact in coverage.corroborated ?? [] { rows.add(weighing: 2 + fact.sources.count / 4) }
    rows.begin(
      "unreferenced", title: "coverage_unreferenced", of: coverage.unreferenced.count)
    rows.add(coverage.unreferenced.count)
    rows.begin("unquoted", title: "coverage_unquoted", of: coverage.unquoted.count)
    rows.add(coverage.unquoted.count)
    rows.begin("inferred", title: "coverage_inferred", of: coverage.inferred.count)
    rows.add(coverage.inferred.count)
    rows.begin("unsourced", title: "coverage_unsourced", of: coverage.unsourced.count)
    rows.add(coverage.unsourced.count)
    return rows
  }
}

extension Coverage {
  static func anchor(ofGap index: Int) -> String { "gap-\(index + 1)" }
}

/// What of a coverage is on one page.
struct CoverageStretch: Sendable {
  /// By their numbers, with the things that are on the page.
  let gaps: [(number: Int, missing: [EntityID])]
  let corroborated: [Corroboration]
  let unreferenced: [EntityID]
  let unquoted: [(entity: EntityID, count: Int)]
  let inferred: [(entity: EntityID, count: Int)]
  let unsourced: [(entity: EntityID, fields: [Int])]
  /// Whether one page shows all, empty lists too.
  let isWhole: Bool
  let isFirst: Bool

  init(_ coverage: Coverage, _ part: ViewPart) {
    (isWhole, isFirst) = (part.rows == nil, !part.isContinued)
    let isFirst = isFirst
    var window = RowWindow(part)
    gaps = coverage.gaps.enumerated().compactMap { number, gap in
      let missing = window.take(gap.missing)
      // That nothing is missing is told on the first page.
      return missing.isEmpty && !(isFirst && gap.missing.isEmpty) ? nil : (number, missing)
    }
    corroborated = window.take(coverage.corroborated ?? [])
    unreferenced = window.take(coverage.unreferenced)
    unquoted = window.take(coverage.unquoted)
    inferred = window.take(coverage.inferred)
    unsourced = window.take(coverage.unsourced)
  }
}
