import Knowledge
import Templates

/// Two entities side by side.
struct ComparedEntities: Sendable {
  let sides: ComparedSides
  private let compared: EntityComparison
  let facts: [ShownComparedLine]
  let relations: [ShownComparedRelation]
  let discrepancies: [ShownComparedDiscrepancy]

  init(_ sides: ComparedSides, _ compared: EntityComparison) {
    (self.sides, self.compared) = (sides, compared)
    var window = RowWindow(sides.part)
    facts = window.take(compared.facts).map { ShownComparedLine(sides: sides, line: $0) }
    relations = compared.relations.compactMap { relation in
      let lines = window.take(relation.lines)
      return lines.isEmpty
        ? nil
        : ShownComparedRelation(
          sides: sides, relation: EntityComparison.RelationLines(label: relation.label, lines: lines))
    }
    discrepancies = window.take(compared.discrepancies).map {
      ShownComparedDiscrepancy(page: sides.page, discrepancy: $0)
    }
  }

  var counts: [ShownLineCount] { sides.counts(compared.lines) }
}

/// What both, or one of them, are related to in one way.
struct ShownComparedRelation: Sendable {
  let sides: ComparedSides
  let relation: EntityComparison.RelationLines

  static let record: RecordType<ShownComparedRelation> = RecordType([
    .text("label", "of the relation") { $0.relation.label },
    .list("columns", "both, only the one, only the other", of: ShownSide.record) { $0.columns },
  ])

  /// What both have first: said of the one as of the other.
  private var columns: [ShownSide] {
    let verdicts: [ComparedLine.Verdict] = [.same, .onlyA, .onlyB]
    return verdicts.map { verdict in
      let label = verdict == .same ? sides.page.text("compare_both") : sides.label(verdict)
      return sides.cell(relation.lines.filter { $0.verdict == verdict }, label: label)
    }
  }
}

/// A disagreement that is about both.
struct ShownComparedDiscrepancy: Sendable {
  let page: PageContext
  let discrepancy: Discrepancy

  static let record: RecordType<ShownComparedDiscrepancy> = RecordType(
    "", "",
    with: DiscrepancyHead.record.members { DiscrepancyHead(page: $0.page, discrepancy: $0.discrepancy) },
    [
      .list("claims", "what is said", of: ShownClaim.record) { $0.claims }
    ])

  private var claims: [ShownClaim] {
    guard let field = discrepancy.field else { return [] }
    return discrepancy.claims.map { claim in
      page.said(
        page.bareValues(claim, field), by: claim.provenance, isPreferred: discrepancy.isPreferred(claim))
    }
  }
}
