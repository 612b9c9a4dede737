import Knowledge
import Templates

extension CompareView {
  static func shape(_ shapes: Shapes) -> [String: Shape] {
    let link = ViewCanvas.linkShape
    let state: [String: Shape] = [
      "verdict": .text, "verdict_label": .text, "side": .text, "state": .text, "state_label": .text,
    ]
    let counts = Shape.list(
      .object(["verdict": .text, "label": .text, "side": .text, "count": .text, "href": .text]))
    let cells = Shape.list(.object(["label": .text, "claims": shapes.claims]))
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
          "claims": shapes.claims,
        ])), "has_discrepancies": .flag,
    ]
  }

  func values(of part: ViewPart, on page: ViewCanvas) -> Object {
    let found = comparisons(on: part, in: page.site)
    guard part.slug != nil, let comparison = found.first else { return list(found, page) }
    switch comparison.subject {
    case .entities: return EntityComparisonValues(comparison, page).object
    case .sources(let of, let parts): return SourceComparisonValues(comparison, of, parts, page).object
    }
  }

  private func list(_ comparisons: [Comparison], _ page: ViewCanvas) -> Object {
    var values = CompareView.nothing
    values["is_whole"] = .flag(true)
    values["comparisons"] = .list(
      comparisons.map { comparison in
        [
          "title": .text(comparison.title(in: page.graph)), "href": .text(page.href(toPart: comparison.slug)),
          "counts": .list(
            ComparedValues(comparison, page).counts(comparison.lines(in: page.site), href: nil)),
        ]
      })
    return values
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
  let page: ViewCanvas
  /// Whether the two sides are sources, so that none needs to be named in a cell.
  let isOfSources: Bool

  init(_ comparison: Comparison, _ page: ViewCanvas) {
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
      "href": .text(page.values(of: line.place.entity).href(line.place)),
      "entity": entity.map(page.link) ?? .nothing,
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
    ["label": .text(page.graph.shortTitle(of: side)), "claims": .list(said.map(claim))]
  }

  /// Each entity at the other end of a relation, with all that is said of it.
  func cell(_ lines: [ComparedLine], label: String) -> Value {
    let items = lines.map { line in
      let statements = (line.a + line.b).flatMap { said -> [Value] in
        guard case .item(_, let qualifiers) = said.content else { return [] }
        if qualifiers.isEmpty, said.provenance.isEmpty { return [] }
        return [page.values(of: line.place.entity).statement(said.provenance, qualifiers: qualifiers)]
      }
      let values = page.values(of: line.place.entity)
      return values.said([values.item(line.place, statements: statements)], by: Provenance())
    }
    return ["label": .text(label), "claims": .list(items)]
  }

  private func claim(_ said: Said) -> Value {
    let values = page.values(of: comparison.a)
    let provenance = isOfSources ? said.provenance.withoutSource : said.provenance
    switch said.content {
    case .claim(let claim, let field):
      return values.said(values.bareValues(claim, field), by: provenance)
    case .item(let target, let qualifiers):
      return values.said([values.item(target, statements: [])], by: provenance, qualifiers: qualifiers)
    case .name(let name, let language):
      return values.said(
        [
          values.value(
            name, type: "text", statements: [],
            ["lang": page.optional(language), "dir": page.optional(page.direction(of: language))])
        ],
        by: provenance)
    case .sentence(let words):
      return values.said([values.value(words, type: "text", statements: [])], by: provenance)
    }
  }

  /// In a few words.
  func words(_ said: Said) -> String {
    let values = page.values(of: comparison.a)
    switch said.content {
    case .claim(let claim, let field): return values.plainText(claim.value, field)
    case .item(let target, _): return page.graph.title(of: target.entity)
    case .name(let words, _), .sentence(let words): return words
    }
  }
}
