import Knowledge
import Templates

/// The page of two entities side by side.
struct EntityComparisonValues {
  private let comparison: Comparison
  private let compared: EntityComparison
  private let values: ComparedValues
  private let page: PageContext

  init(_ comparison: Comparison, _ page: PageContext) {
    self.comparison = comparison
    self.page = page
    compared = EntityComparison(comparison.a, comparison.b, in: page.site)
    values = ComparedValues(comparison, page)
  }

  var value: Value {
    var object = CompareView.nothing
    object["is_of_entities"] = .flag(true)
    object["a"] = page.linkValue(comparison.a)
    object["b"] = page.linkValue(comparison.b)
    object["counts"] = .list(values.counts(compared.lines, href: nil))
    object["facts"] = .list(compared.facts.map { values.line($0) })
    object["has_facts"] = .flag(!compared.facts.isEmpty)
    object["relations"] = .list(compared.relations.map(relation))
    object["has_relations"] = .flag(!compared.relations.isEmpty)
    object["discrepancies"] = .list(compared.discrepancies.map(discrepancy))
    object["has_discrepancies"] = .flag(!compared.discrepancies.isEmpty)
    return .object(object)
  }

  /// What both have first: said of the one as of the other.
  private func relation(_ relation: EntityComparison.RelationLines) -> Value {
    let verdicts: [ComparedLine.Verdict] = [.same, .onlyA, .onlyB]
    let columns = verdicts.map { verdict in
      let side = values.side(verdict)
      return (verdict, side.map { "\(values.label(verdict)) \($0)" } ?? page.text("compare_both"))
    }
    return [
      "label": .text(relation.label),
      "columns": .list(
        columns.map { verdict, label in
          values.cell(relation.lines.filter { $0.verdict == verdict }, label: label)
        }),
    ]
  }

  private func discrepancy(_ row: Discrepancy) -> Value {
    let claims = row.field.map { field in
      row.claims.map { claim in
        page.said(page.bareValues(claim, field), by: claim.provenance, isPreferred: row.isPreferred(claim))
      }
    }
    return [
      "title": .text(page.graph.title(of: row.entity)), "href": .text(page.href(page.graph.target(of: row))),
      "class": .text(page.word(row.discrepancyClass, group: "class")),
      "state": .text(row.state), "state_label": .text(page.word(row.state, group: "state")),
      "claims": page.claimValues(claims ?? []),
    ]
  }
}
