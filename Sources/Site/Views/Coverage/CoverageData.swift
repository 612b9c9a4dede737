import Knowledge

/// A line of a coverage's data: a number, or a thing that lacks something.
private struct CoverageLine {
  let graph: KnowledgeGraph
  let section: String
  /// `nil` for a number that is about no single thing.
  var thing: EntityID?
  var what = ""
  var count = 1

  static let columns: [Column<CoverageLine>] = [
    .text("section") { $0.section },
    .text("id") { line in line.thing.map { line.graph.id(of: $0) } },
    .text("title") { line in line.thing.map { line.graph.title(of: $0) } },
    .text("what", "the kind, the number's name or the fields") { $0.what },
    .number("count") { $0.count },
  ]
}

extension CoverageView {
  /// One row for each number, then one for each thing that lacks something.
  func data(of part: ViewPart, _ coverage: Coverage, in site: SiteModel) -> ViewData {
    ViewData(
      CoverageLine.columns,
      coverage.numbers(site.graph) + coverage.lacks(site.graph) + coverage.several(site.graph))
  }
}

extension Coverage {
  /// What several works state: `count` is how many.
  fileprivate func several(_ graph: KnowledgeGraph) -> [CoverageLine] {
    (corroborated ?? []).map { fact in
      let field = graph.schema[graph[fact.entity].kind].fields[fact.field].name
      return CoverageLine(
        graph: graph, section: "several-works", thing: fact.entity,
        what: "\(field): \(graph.words(fact.value, as: .change))", count: fact.workCount)
    }
  }

  fileprivate func numbers(_ graph: KnowledgeGraph) -> [CoverageLine] {
    kinds.map {
      CoverageLine(graph: graph, section: "kind", what: graph.schema[$0.kind].name, count: $0.count)
    }
      + totals.all.map {
        CoverageLine(graph: graph, section: "total", what: $0.name, count: $0.count)
      }
  }

  fileprivate func lacks(_ graph: KnowledgeGraph) -> [CoverageLine] {
    func line(_ section: String, _ thing: EntityID, _ what: String = "", _ count: Int = 1) -> CoverageLine {
      CoverageLine(graph: graph, section: section, thing: thing, what: what, count: count)
    }
    let missing = gaps.flatMap { gap in
      let field = graph.schema[gap.wish.kind].fields[gap.wish.field].name
      let what = gap.wish.language.map { "\(field) (\($0))" } ?? field
      return gap.missing.map { line("missing", $0, what) }
    }
    let withoutSource = unsourced.map { entity, fields in
      let names = fields.map { graph.schema[graph[entity].kind].fields[$0].name }
      return line("without-source", entity, names.joined(separator: "; "), fields.count)
    }
    return missing + unreferenced.map { line("unreferenced", $0) }
      + unquoted.map { line("unquoted", $0.entity, "", $0.count) }
      + inferred.map { line("inferred", $0.entity, "", $0.count) } + withoutSource
  }
}
