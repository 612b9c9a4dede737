import Knowledge
import Templates

/// The page on what two sources say: in short what only one of them says and where they differ, then line by line.
struct SourceComparisonValues {
  private let comparison: Comparison
  private let compared: SourceComparison
  private let values: ComparedValues
  private let page: PageContext

  init(_ comparison: Comparison, _ of: EntityID, _ parts: [EntityID], _ page: PageContext) {
    self.comparison = comparison
    self.page = page
    compared = SourceComparison(comparison.a, comparison.b, of: of, parts: parts, in: page.site)
    values = ComparedValues(comparison, page)
  }

  var value: Value {
    var object = CompareView.nothing
    object["is_of_sources"] = .flag(true)
    object["a"] = page.linkValue(comparison.a)
    object["b"] = page.linkValue(comparison.b)
    object["counts"] = .list(values.counts(compared.lines) { listed.contains($0) ? "#" + $0.rawValue : nil })
    object["lists"] = .list(listed.compactMap(list))
    object["groups"] = .list(([compared.subject] + compared.parts).map(group))
    object["kinds"] = .list(kinds)
    object["has_kinds"] = .flag(!kinds.isEmpty)
    return .object(object)
  }

  private let listed: [ComparedLine.Verdict] = [.onlyA, .onlyB, .differ]

  private func list(_ verdict: ComparedLine.Verdict) -> Value? {
    var seen: Set<EntityID> = []
    let groups = compared.groups.map { group in
      let lines = group.lines.filter { line in
        guard line.verdict == verdict else { return false }
        guard case .discrepancy(let id) = line.matter else { return true }
        return seen.insert(id).inserted
      }
      return SourceComparison.Group(entity: group.entity, lines: lines)
    }.filter { !$0.lines.isEmpty }
    guard !groups.isEmpty else { return nil }
    // What a source calls things is not what it says of them.
    let contents = groups.map { group in
      SourceComparison.Group(entity: group.entity, lines: group.lines.filter { $0.matter != .names })
    }.filter { !$0.lines.isEmpty }
    let names = groups.flatMap(\.lines).filter { $0.matter == .names }
    return [
      "anchor": .text(verdict.rawValue),
      "label": .text(
        verdict == .differ ? page.text("compare_where_they_differ") : values.label(verdict)),
      "side": page.optional(values.side(verdict)),
      "count": page.count(groups.reduce(0) { $0 + $1.lines.count }),
      "groups": .list(
        contents.map { group in
          ["entity": page.linkValue(group.entity), "items": .list(group.lines.map(item))]
        }),
      "names": .list(names.map(item)), "has_names": .flag(!names.isEmpty),
    ]
  }

  private func item(_ line: ComparedLine) -> Value {
    // Where both speak, the heads of the line must do.
    let said = line.verdict == .differ ? [] : line.a + line.b
    return [
      "label": .text(values.label(line.matter)),
      "text": page.optional(said.first.map(values.words)),
      "href": .text("#" + Routes.encode(line.anchor)),
    ]
  }

  private func group(_ group: SourceComparison.Group) -> Value {
    [
      "entity": page.linkValue(group.entity), "anchor": .text(page.graph.id(of: group.entity)),
      "is_empty": .flag(group.lines.isEmpty), "lines": .list(group.lines.map { values.line($0) }),
    ]
  }

  /// One table for each kind.
  private var kinds: [Value] {
    let schema = page.graph.schema
    return compared.others.map { page.graph[$0.entity].kind }.unique.map { kind in
      let groups = compared.others.filter { page.graph[$0.entity].kind == kind }
      return [
        "label": .text(schema[kind].label.many), "anchor": .text("kind-" + schema[kind].name),
        "lines": .list(
          groups.flatMap { group in
            group.lines.enumerated().map { index, line in
              // A disagreement is named by its own title.
              let isNamed = if case .discrepancy = line.matter { true } else { index > 0 }
              return values.line(line, entity: isNamed ? nil : group.entity)
            }
          }),
      ]
    }
  }
}
