import Knowledge

/// The two sides of a comparison, and what pages call them. A class, since each of many lines has it.
final class ComparedSides: Sendable {
  let page: PageContext
  let comparison: Comparison
  /// Which of its pages this is.
  let stretch: Comparison.Stretch
  let part: ViewPart

  init(
    _ comparison: Comparison, _ stretch: Comparison.Stretch = .summary, _ part: ViewPart, on page: PageContext
  ) {
    self.comparison = comparison
    self.stretch = stretch
    self.part = part
    self.page = page
  }

  var a: ShownLink { page.link(comparison.a) }
  var b: ShownLink { page.link(comparison.b) }

  /// Whether they are sources, so that none needs to be named in a cell.
  private var areSources: Bool { comparison.subject != .entities }

  /// The address of a place on one of the pages of the comparison.
  func href(_ stretch: Comparison.Stretch, _ anchor: String) -> String {
    page.href(to: anchor, of: .item(comparison.name(stretch)), from: part)
  }

  /// - Parameter listed: the verdicts whose lines are listed, so that their count leads there.
  func counts(_ lines: [ComparedLine], listed: [ComparedLine.Verdict] = []) -> [ShownLineCount] {
    let always: [ComparedLine.Verdict] = [.same, .differ, .onlyA, .onlyB]
    return ComparedLine.Verdict.allCases.compactMap { verdict in
      let count = lines.count { $0.verdict == verdict }
      guard count > 0 && verdict != .told || always.contains(verdict) else { return nil }
      return ShownLineCount(
        sides: self, verdict: verdict, count: count, isListed: count > 0 && listed.contains(verdict))
    }
  }
}

// MARK: - Words

extension ComparedSides {
  func label(_ verdict: ComparedLine.Verdict) -> String {
    if let side = side(verdict) { return page.text("compare_only", side) }
    return page.text("compare_" + verdict.rawValue)
  }

  /// The side that alone says something.
  func side(_ verdict: ComparedLine.Verdict) -> String? {
    switch verdict {
    case .onlyA: page.graph.shortTitle(of: comparison.a)
    case .onlyB: page.graph.shortTitle(of: comparison.b)
    default: nil
    }
  }

  func label(_ matter: ComparedLine.Matter) -> String {
    switch matter {
    case .field(_, let label, _), .inverse(_, let label): label
    case .names: page.text("compare_names")
    case .text: page.text("compare_text")
    case .discrepancy(let id): page.graph.title(of: id)
    }
  }

  /// In a few words.
  func words(_ said: Said) -> String {
    switch said.content {
    case .claim(let claim, let field): return page.plainText(claim.value, field)
    case .item(let target, _): return page.graph.title(of: target.entity)
    case .name(let words, _), .sentence(let words): return words
    }
  }
}

// MARK: - Claims

extension ComparedSides {
  func cells(_ line: ComparedLine) -> [ShownSide] {
    [(line.a, comparison.a), (line.b, comparison.b)].map { said, side in
      ShownSide(label: page.graph.shortTitle(of: side), claims: said.map(claim))
    }
  }

  /// Each entity at the other end of a relation, with all that is said of it.
  func cell(_ lines: [ComparedLine], label: String) -> ShownSide {
    let items = lines.map { line in
      let statements = (line.a + line.b).flatMap { said -> [ShownStatement] in
        guard case .item(_, let qualifiers) = said.content else { return [] }
        return page.statements(said.provenance, qualifiers)
      }
      return page.said([page.item(line.place, statements)], by: Provenance())
    }
    return ShownSide(label: label, claims: items)
  }

  private func claim(_ said: Said) -> ShownClaim {
    let provenance = areSources ? said.provenance.withoutSource : said.provenance
    switch said.content {
    case .claim(let claim, let field):
      return page.said(page.bareValues(claim, field), by: provenance)
    case .item(let target, let qualifiers):
      return page.said([page.item(target)], by: provenance, qualifiers)
    case .name(let name, let language):
      return page.said([page.value(name, language: language)], by: provenance)
    case .sentence(let words):
      return page.said([page.value(words)], by: provenance)
    }
  }
}
