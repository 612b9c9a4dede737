import Diagnostics

/// All that is known of an entity, as text for people to read in a terminal.
package struct EntityText {
  private let graph: KnowledgeGraph
  private let id: EntityID
  private var lines: [String] = []

  package static func of(_ id: EntityID, in graph: KnowledgeGraph) -> String {
    var text = EntityText(graph: graph, id: id)
    text.write()
    return text.lines.map { $0 + "\n" }.joined()
  }

  private init(graph: KnowledgeGraph, id: EntityID) {
    self.graph = graph
    self.id = id
  }

  private mutating func write() {
    let entity = graph[id]
    let kind = graph.schema[entity.kind]
    line(0, graph.title(of: id))
    let draft = entity.isPublished ? [] : ["not published"]
    line(0, ([graph.id(of: id), kind.label.one, entity.path] + draft).joined(separator: " · "))
    if let summary = entity.summary { paragraph(summary) }
    section(nil, entity.facts.filter { !$0.isToldOutside }) { $0.write($1, kind.fields[$1.field], 0) }
    for inverse in graph.schema.inverseRelations(of: entity.kind) {
      let edges = graph.edges(to: id, inverse: inverse.name)
      section(inverse.label, edges.indices.map { $0 }) { text, index in
        text.write(edges[index], after: index > 0 ? edges[index - 1] : nil)
      }
    }
    section("Aliases", entity.aliases) { $0.write($1) }
    section("Former ids", entity.formerIDs) { $0.line(1, $1.text) }
    section("Mentioned by", mentioning) { $0.line(1, $0.name(Target($1))) }
    section("Quotes", graph.quotes(from: id)) { $0.write($1) }
  }

  private mutating func section<Item>(
    _ heading: String?, _ items: [Item], _ write: (inout EntityText, Item) -> Void
  ) {
    guard !items.isEmpty else { return }
    lines.append("")
    if let heading { line(0, heading) }
    for item in items { write(&self, item) }
  }

  private mutating func paragraph(_ text: String) {
    lines.append("")
    line(0, text)
  }

  /// Two blanks for each level. What an author wrote can't start a line of its own or steer the terminal.
  private mutating func line(_ level: Int, _ text: String) {
    lines.append(String(repeating: "  ", count: level) + text.onOneLine.printable)
  }
}

extension EntityText {
  private mutating func write(_ fact: Fact, _ field: Field, _ level: Int) {
    let dispute = fact.isDisputed ? fact.dispute : nil
    if fact.claims.count == 1, let text = plainText(fact.claims[0], field) {
      return line(level, "\(field.label): \(text)")
    }
    line(level, field.label + (dispute.map { " (\($0.discrepancyClass) disputed: \($0.state))" } ?? ""))
    for claim in fact.claims {
      for value in claim.value.items { write(value, field, level + 1) }
      write(claim.provenance, level + 2)
    }
    if let source = fact.assessment?.prefer?.reference.entity {
      line(level + 1, "Preferred: \(graph.id(of: source))")
    }
    if let reason = fact.assessment?.reason { line(level + 1, "Reason: \(reason)") }
  }

  /// A value that needs no lines of its own.
  private func plainText(_ claim: Claim, _ field: Field) -> String? {
    guard claim.provenance.isEmpty, claim.value.items.count == 1 else { return nil }
    return claim.value.items.first.flatMap(text)
  }

  /// Nothing for what has lines of its own.
  private func text(_ value: FieldValue) -> String? {
    switch value {
    case .reference, .record, .list: nil
    default: graph.words(value, as: .terminal)
    }
  }

  private mutating func write(_ value: FieldValue, _ field: Field, _ level: Int) {
    switch value {
    case .reference(let item):
      line(level, item.target.map(name) ?? "\(item.reference.name.text) (unknown)")
      write(item, field.relation?.qualifiers ?? [], level + 1)
      write(item.provenance, level + 1)
    case .record(let record):
      line(level, record.id ?? "–")
      let fields = field.recordFields ?? []
      // Records nest four deep at most: the schema's reader sees to it.
      for fact in record.facts { write(fact, fields[fact.field], level + 1) }
      write(record.provenance, level + 1)
    default:
      if let text = text(value) { line(level, text) }
    }
  }

  private mutating func write(_ item: ReferenceItem, _ known: [Field], _ level: Int) {
    let words = item.qualifiers.compactMap { qualifier in
      let label = known.first { $0.name == qualifier.name }?.label ?? qualifier.name
      let texts = qualifier.value.items.compactMap(text)
      return texts.isEmpty ? nil : "\(label): \(texts.joined(separator: ", "))"
    }
    if !words.isEmpty { line(level, words.joined(separator: "; ")) }
  }

  /// The entity at the other end is named once for all that is said of it.
  private mutating func write(_ edge: Edge, after previous: Edge?) {
    let origin = Target(edge.from, anchor: edge.fromAnchor)
    if previous.map({ Target($0.from, anchor: $0.fromAnchor) }) != origin { line(1, name(origin)) }
    write(edge.item, graph.schema.relation(of: edge)?.qualifiers ?? [], 2)
    write(edge.provenance, 2)
  }

  private mutating func write(_ alias: Alias) {
    let onlyIn = (alias.onlyIn?.entity).map { "only in \(graph.id(of: $0))" }
    let ambiguous = alias.isAmbiguous ? "ambiguous" : nil
    let details = [alias.sort, alias.language, onlyIn, ambiguous].compactMap(\.self)
    line(1, alias.name.text + (details.isEmpty ? "" : " (\(details.joined(separator: ", ")))"))
    write(alias.provenance, 2)
  }

  private mutating func write(_ quote: Quote) {
    line(1, "“\(quote.text.text)”" + (quote.at.map { ", \($0)" } ?? ""))
    line(2, name(Target(quote.entity)))
  }

  private mutating func write(_ provenance: Provenance, _ level: Int) {
    let source = provenance.source.map { reference in
      reference.entity.map(graph.id) ?? reference.name.text + " (unknown)"
    }
    let parts = [
      source, provenance.at, provenance.quote.map { "“\($0.text)”" },
      provenance.scope.map { "\(ClaimKey.scope.label): \($0)" },
      provenance.asOf.map { "\(ClaimKey.asOf.label) \($0.display(language: graph.language))" },
      provenance.isInferred ? ClaimKey.inferred.label : nil, provenance.note,
    ].compactMap(\.self)
    if !parts.isEmpty { line(level, "– " + parts.joined(separator: ", ")) }
  }

  private func name(_ target: Target) -> String {
    graph.id(of: target.entity) + (target.anchor.map { "#" + $0 } ?? "") + " · "
      + graph.title(of: target.entity)
  }

  private var mentioning: [EntityID] {
    Set(graph.mentions(of: id).map(\.from)).subtracting([id]).sorted()
  }
}
