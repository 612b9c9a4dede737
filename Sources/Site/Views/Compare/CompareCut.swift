import Knowledge

extension CompareView {
  /// What sources say in the texts that cite them is compared too.
  static var readsTexts: Bool { true }

  /// The lines of one page of a comparison, in its order.
  func rows(of part: ViewPart, _ answer: Comparisons, in graph: KnowledgeGraph) -> ViewRows? {
    guard let name = part.item, let comparison = answer.part(part).first,
      let stretch = comparison.stretch(named: name)
    else { return nil }
    guard case .sources(let of, let parts) = comparison.subject else {
      return rows(of: answer.entities(comparison, in: graph))
    }
    let compared = answer.sources(comparison, of: of, parts: parts, in: graph)
    var rows = ViewRows()
    switch stretch {
    case .summary:
      for (verdict, groups) in compared.lists {
        rows.mark(verdict.rawValue)
        rows.add(groups.reduce(0) { $0 + $1.lines.count })
      }
    case .things:
      for group in compared.things {
        rows.mark(graph.id(of: group.entity))
        if group.lines.isEmpty { rows.add() }
        rows.add(group.lines)
      }
    case .others:
      for (kind, groups) in compared.kinds(in: graph) {
        rows.mark(Comparison.anchor(of: kind))
        for group in groups { rows.add(group.lines) }
      }
    }
    return rows
  }

  private func rows(of compared: EntityComparison) -> ViewRows {
    var rows = ViewRows()
    rows.add(compared.facts)
    for relation in compared.relations { rows.add(relation.lines.count, weighing: 2) }
    for discrepancy in compared.discrepancies { rows.add(weighing: 2 + discrepancy.claims.count) }
    return rows
  }
}

extension ViewRows {
  /// Each with all that is said on both sides.
  fileprivate mutating func add(_ lines: [ComparedLine]) {
    for line in lines {
      if !line.anchor.isEmpty { mark(line.anchor) }
      add(weighing: 1 + line.a.count + line.b.count)
    }
  }
}

extension RowWindow {
  /// The lines of a thing that are on the page; `nil` where none is. A thing with none has one row.
  mutating func take(_ group: SourceComparison.Group) -> SourceComparison.Group? {
    if group.lines.isEmpty { return takeOne() ? group : nil }
    let lines = take(group.lines)
    return lines.isEmpty ? nil : SourceComparison.Group(entity: group.entity, lines: lines)
  }

  /// What of the things of a list is on the page.
  mutating func take(
    _ list: (verdict: ComparedLine.Verdict, groups: [SourceComparison.Group])
  ) -> [SourceComparison.Group] {
    var groups: [SourceComparison.Group] = []
    for group in list.groups { if let shown = take(group) { groups.append(shown) } }
    return groups
  }
}
