import Knowledge
import Templates

extension CompareView {
  static var shape: Shape {
    let link = Shape.record(ShownLink.record)
    let state: [String: Shape] = [
      "verdict": .text, "verdict_label": .text, "side": .text, "state": .text, "state_label": .text,
    ]
    let counts = Shape.list(
      .object(["verdict": .text, "label": .text, "side": .text, "count": .text, "href": .text]))
    let cells = Shape.list(.object(["label": .text, "claims": .list(.record(ShownClaim.record))]))
    let line = Shape.object(
      state.merging(["anchor": .text, "label": .text, "href": .text, "entity": link, "cells": cells]) { $1 })
    let group = Shape.object(["entity": link, "anchor": .text, "is_empty": .flag, "lines": .list(line)])
    return [
      "comparisons": .list(.object(["title": .text, "href": .text, "counts": counts])),
      "is_whole": .flag, "is_of_entities": .flag, "is_of_sources": .flag,
      "a": link, "b": link, "counts": counts,
      "lists": .list(
        .object([
          "anchor": .text, "label": .text, "side": .text, "count": .text, "has_names": .flag,
          "names": .list(.object(["label": .text, "text": .text, "href": .text])),
          "groups": .list(
            .object([
              "entity": link, "items": .list(.object(["label": .text, "text": .text, "href": .text])),
            ])),
        ])),
      "groups": .list(group),
      "kinds": .list(.object(["label": .text, "anchor": .text, "lines": .list(line)])), "has_kinds": .flag,
      "facts": .list(line), "has_facts": .flag,
      "relations": .list(.object(["label": .text, "columns": cells])), "has_relations": .flag,
      "discrepancies": .list(
        .object([
          "title": .text, "href": .text, "class": .text, "state": .text, "state_label": .text,
          "claims": .list(.record(ShownClaim.record)),
        ])), "has_discrepancies": .flag,
    ]
  }

  func value(of part: ViewPart, _ answer: Comparisons, on page: PageContext) -> Value {
    let found = answer.part(part)
    guard part.item != nil, let comparison = found.first else { return list(found, page) }
    switch comparison.subject {
    case .entities: return EntityComparisonValues(comparison, page).value
    case .sources(let of, let parts): return SourceComparisonValues(comparison, of, parts, page).value
    }
  }

  private func list(_ comparisons: [Comparison], _ page: PageContext) -> Value {
    var values = CompareView.nothing
    values["is_whole"] = .flag(true)
    values["comparisons"] = .list(
      comparisons.map { comparison in
        [
          "title": .text(comparison.title(in: page.graph)),
          "href": page.optional(page.href(toPageAbout: .item(comparison.slug))),
          "counts": .list(
            ComparedValues(comparison, page).counts(comparison.lines(in: page.site), href: nil)),
        ]
      })
    return .object(values)
  }

  /// Every name with nothing: each sort of page fills in its own.
  static var nothing: Object {
    var values: Object = [:]
    for name in [
      "comparisons", "is_whole", "is_of_entities", "is_of_sources", "a", "b", "counts", "lists", "groups",
      "kinds", "has_kinds", "facts", "has_facts", "relations", "has_relations", "discrepancies",
      "has_discrepancies",
    ] {
      values[Name(name)] = .nothing
    }
    return values
  }
}

/// What the two sorts of comparisons show alike.
struct ComparedValues {
  let comparison: Comparison
  let page: PageContext
  /// Whether the two sides are sources, so that none needs to be named in a cell.
  let isOfSources: Bool

  init(_ comparison: Comparison, _ page: PageContext) {
    self.comparison = comparison
    self.page = page
    isOfSources = comparison.subject != .entities
  }

  /// - Parameter href: leads to the lines of one verdict.
  func counts(_ lines: [ComparedLine], href: ((ComparedLine.Verdict) -> String?)?) -> [Value] {
    let always: [ComparedLine.Verdict] = [.same, .differ, .onlyA, .onlyB]
    return ComparedLine.Verdict.allCases.compactMap { verdict in
      let count = lines.count { $0.verdict == verdict }
      guard count > 0 && verdict != .told || always.contains(verdict) else { return nil }
      return [
        "verdict": .text(verdict.rawValue), "label": .text(label(verdict)),
        "side": page.optional(side(verdict)), "count": page.count(count),
        "href": page.optional(count == 0 ? nil : href?(verdict)),
      ]
    }
  }

  func label(_ verdict: ComparedLine.Verdict) -> String {
    switch verdict {
    case .onlyA, .onlyB: page.text("compare_only")
    default: page.text("compare_" + verdict.rawValue)
    }
  }

  /// The side that alone says something.
  func side(_ verdict: ComparedLine.Verdict) -> String? {
    switch verdict {
    case .onlyA: page.graph.shortTitle(of: comparison.a)
    case .onlyB: page.graph.shortTitle(of: comparison.b)
    default: nil
    }
  }

  /// - Parameter entity: named where the lines of several stand in one table.
  func line(_ line: ComparedLine, entity: EntityID? = nil) -> Value {
    [
      "anchor": page.optional(line.anchor.isEmpty ? nil : line.anchor),
      "label": .text(label(line.matter)),
      "href": .text(page.href(line.place)),
      "entity": entity.map(page.linkValue) ?? .nothing,
      "cells": .list([cell(line.a, comparison.a), cell(line.b, comparison.b)]),
      "verdict": .text(line.verdict.rawValue), "verdict_label": .text(label(line.verdict)),
      "side": page.optional(side(line.verdict)),
      "state": page.optional(line.state),
      "state_label": page.optional(line.state.map { page.word($0, group: "state") }),
    ]
  }

  func label(_ matter: ComparedLine.Matter) -> String {
    switch matter {
    case .field(_, let label, _), .inverse(_, let label): label
    case .names: page.text("compare_names")
    case .text: page.text("compare_text")
    case .discrepancy(let id): page.graph.title(of: id)
    }
  }

  func cell(_ said: [Said], _ side: EntityID) -> Value {
    ["label": .text(page.graph.shortTitle(of: side)), "claims": page.claimValues(said.map(claim))]
  }

  /// Each entity at the other end of a relation, with all that is said of it.
  func cell(_ lines: [ComparedLine], label: String) -> Value {
    let items = lines.map { line in
      let statements = (line.a + line.b).flatMap { said -> [ShownStatement] in
        guard case .item(_, let qualifiers) = said.content else { return [] }
        return page.statements(said.provenance, qualifiers)
      }
      return page.said([page.item(line.place, statements)], by: Provenance())
    }
    return ["label": .text(label), "claims": page.claimValues(items)]
  }

  private func claim(_ said: Said) -> ShownClaim {
    let provenance = isOfSources ? said.provenance.withoutSource : said.provenance
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

  /// In a few words.
  func words(_ said: Said) -> String {
    switch said.content {
    case .claim(let claim, let field): return page.plainText(claim.value, field)
    case .item(let target, _): return page.graph.title(of: target.entity)
    case .name(let words, _), .sentence(let words): return words
    }
  }
}
