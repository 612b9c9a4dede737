import Diagnostics
import Knowledge

extension CompareView {
  /// A row for each line that is compared; the JSON keeps the statements of a side apart.
  func data(of part: ViewPart, _ answer: Comparisons, in site: SiteModel) -> ViewData {
    let rows = answer.part(part).flatMap { comparison in
      let stretch = part.item.flatMap(comparison.stretch) ?? .summary
      return answer.lines(of: comparison, stretch, in: site.graph).map { Row(comparison, $0, site.graph) }
    }
    let table = Table(
      header: ["comparison", "entity", "field"]
        + ["a", "b"].flatMap { side in ["value", "source", "quote", "at", "inferred"].map { "\($0)_\(side)" }
        }
        + ["verdict", "state"],
      rows: rows.map(\.cells))
    return ViewData(table: table, rows: .array(rows.map(\.json)))
  }

  private struct Row {
    let comparison: Comparison
    let entity: String
    let line: ComparedLine
    let graph: KnowledgeGraph

    init(_ comparison: Comparison, _ line: ComparedLine, _ graph: KnowledgeGraph) {
      self.comparison = comparison
      self.line = line
      self.graph = graph
      entity =
        switch (comparison.subject, line.matter) {
        case (.entities, _): "\(graph.id(of: comparison.a)) | \(graph.id(of: comparison.b))"
        default: graph.id(of: line.place.entity)
        }
    }

    var cells: [String] {
      [comparison.slug, entity, line.fieldName] + cells(line.a, of: comparison.a)
        + cells(line.b, of: comparison.b) + [line.verdict.rawValue, line.state ?? ""]
    }

    /// Several statements of one side stand behind one another, in each column in the same order.
    private func cells(_ said: [Said], of side: EntityID) -> [String] {
      func column(_ text: (Said) -> String?) -> String {
        let texts = said.map { text($0) ?? "" }
        return texts.allSatisfy(\.isEmpty) ? "" : texts.joined(separator: " | ")
      }
      return [
        column { $0.written(in: graph) }, column { source(of: $0, side) },
        column { $0.provenance.quote?.text },
        column { $0.provenance.at }, column { $0.provenance.isInferred ? "true" : nil },
      ]
    }

    /// Where sources are compared, the side itself.
    private func source(of said: Said, _ side: EntityID) -> String? {
      if comparison.subject != .entities { return graph.id(of: side) }
      return (said.provenance.source?.entity).map { graph.id(of: $0) }
    }

    var json: JSON {
      .compact([
        "comparison": .string(comparison.slug), "entity": .string(entity),
        "field": .string(line.fieldName),
        "a": .array(line.a.map { json($0, of: comparison.a) }),
        "b": .array(line.b.map { json($0, of: comparison.b) }),
        "verdict": .string(line.verdict.rawValue), "state": .optional(line.state),
      ])
    }

    private func json(_ said: Said, of side: EntityID) -> JSON {
      let provenance = said.provenance
      return .compact([
        "value": .string(said.written(in: graph)), "source": .optional(source(of: said, side)),
        "quote": .optional(provenance.quote?.text), "at": .optional(provenance.at),
        "scope": .optional(provenance.scope), "as_of": .optional(provenance.asOf?.description),
        "inferred": provenance.isInferred ? .bool(true) : .null, "note": .optional(provenance.note),
      ])
    }
  }
}

extension Said {
  /// On one line, for data.
  func written(in graph: KnowledgeGraph) -> String {
    switch content {
    case .claim(let claim, let field): graph.written(claim.value, field)
    case .item(let target, let qualifiers): graph.written(target) + written(qualifiers, in: graph)
    case .name(let name, _): name
    case .sentence(let words): words
    }
  }

  private func written(_ qualifiers: [ReferenceItem.Qualifier], in graph: KnowledgeGraph) -> String {
    guard !qualifiers.isEmpty else { return "" }
    let words = qualifiers.map { qualifier in
      // Only a record needs its field to be written.
      let field = Field(name: qualifier.name, type: .text, label: qualifier.label)
      return "\(qualifier.name): \(graph.written(qualifier.value, field))"
    }
    return " (\(words.joined(separator: "; ")))"
  }
}
