import Diagnostics

/// All that is known of an entity, as text for people to read in a terminal.
package struct EntityText {
  let graph: KnowledgeGraph
  let id: EntityID
  /// Whether each part of a statement says where it was written.
  private let explains: Bool
  private var lines: [String] = []

  package static func of(_ id: EntityID, in graph: KnowledgeGraph) -> String {
    var text = EntityText(graph, id, explains: false)
    text.write()
    return text.lines.map { $0 + "\n" }.joined()
  }

  /// What its file says, and where each part of that was written: beside the value, or for several at once.
  package static func explained(_ id: EntityID, in graph: KnowledgeGraph) -> String {
    var text = EntityText(graph, id, explains: true)
    text.writeHead()
    text.writeFacts { _ in true }
    text.writeAliases()
    return text.lines.map { $0 + "\n" }.joined()
  }

  private init(_ graph: KnowledgeGraph, _ id: EntityID, explains: Bool) {
    self.graph = graph
    self.id = id
    self.explains = explains
  }

  private mutating func write() {
    let entity = graph[id]
    writeHead()
    writeLife()
    if let summary = entity.summary { paragraph(summary) }
    writeFacts { !$0.isToldOutside }
    for inverse in graph.schema.inverseRelations(of: entity.kind) {
      let edges = graph.edges(to: id, inverse: inverse.name)
      section(inverse.label, edges.indices.map { $0 }) { text, index in
        text.write(edges[index], after: index > 0 ? edges[index - 1] : nil)
      }
    }
    writeChanges()
    writeAliases()
    section("Former ids", entity.formerIDs) { $0.line(1, $1.text) }
    section("Mentioned by", mentioning) { $0.line(1, $0.name(Target($1))) }
    section("Quotes", graph.quotes(from: id)) { $0.write($1) }
  }

  private mutating func writeHead() {
    let entity = graph[id]
    line(0, graph.title(of: id))
    let draft = entity.isPublished ? [] : ["not published"]
    let kind = graph.schema[entity.kind].label.one
    line(0, ([graph.id(of: id), kind, entity.path] + draft).joined(separator: " · "))
  }

  private mutating func writeFacts(where isShown: (Fact) -> Bool) {
    let entity = graph[id]
    let fields = graph.schema[entity.kind].fields
    section(nil, zip(entity.facts, entity.written.facts).filter { isShown($0.0) }) { text, fact in
      text.write(fact.0, fact.1, fields[fact.0.field], 0, within: Explanation())
    }
  }

  private mutating func writeAliases() {
    let entity = graph[id]
    section("Aliases", Array(zip(entity.aliases, entity.written.aliases))) { $0.write($1.0, $1.1) }
  }

  mutating func section<Item>(
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
  mutating func line(_ level: Int, _ text: String) {
    lines.append(String(repeating: "  ", count: level) + text.onOneLine.printable)
  }
}

extension EntityText {
  private mutating func write(
    _ fact: Fact, _ written: WrittenFact, _ field: Field, _ level: Int, within outer: Explanation
  ) {
    let dispute = fact.isDisputed ? fact.dispute : nil
    if !explains, fact.claims.count == 1, let text = plainText(fact.claims[0], field) {
      return line(level, "\(field.label): \(text)")
    }
    line(level, field.label + (dispute.map { " (\($0.words))" } ?? ""))
    for (claim, written) in zip(fact.claims, written.claims) {
      let said = Explanation(claim.provenance, written.provenance, line: claim.position.line)
      let inner = explains ? said.said(within: outer) : said
      for (value, written) in zip(claim.value.items, written.value.items) {
        write(value, written, field, level + 1, within: inner.around(.claim), claim.span)
      }
      // Items say for themselves what they have of their claim.
      let isOfItems = explains && claim.value.items.contains(where: \.saysWho)
      if !isOfItems || !claim.provenance.isEmpty { write(inner, isOfItems ? level + 1 : level + 2) }
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

  private mutating func write(
    _ value: FieldValue, _ written: WrittenValue, _ field: Field, _ level: Int, within outer: Explanation,
    _ span: Span?
  ) {
    switch (value, written) {
    case (.reference(let item), .reference(let written)):
      line(level, (item.target.map(name) ?? "\(item.reference.name.text) (unknown)") + tense(item.span))
      let said = Explanation(item.provenance, written.provenance, line: item.reference.name.position.line)
      write(item, written, field.relation?.qualifiers ?? [], level + 1, said)
      write(explains ? said.said(within: outer) : said, level + 1)
    case (.record(let record), .record(let written)):
      line(level, (record.id ?? "–") + tense(record.span))
      let fields = field.recordFields ?? []
      let said = Explanation(
        record.provenance, written.provenance, line: record.facts.first?.position.line ?? 0)
      let inner = explains ? said.said(within: outer) : said
      // Records nest four deep at most: the schema's reader sees to it.
      for (fact, written) in zip(record.facts, written.facts) {
        let field = fields[fact.field]
        write(fact, written, field, level + 1, within: inner.around(.record, field: field.name))
      }
      write(inner, level + 1)
    default:
      if let text = text(value) { line(level, text + tense(span)) }
    }
  }

  private mutating func write(
    _ item: ReferenceItem, _ written: WrittenItem, _ known: [Field], _ level: Int, _ said: Explanation
  ) {
    guard explains else { return write(item, known, level) }
    for qualifier in item.qualifiers {
      guard let text = words(qualifier, known) else { continue }
      line(level, "\(text) – \(said.origin(ofQualifier: qualifier.name, in: written).words)")
    }
  }

  private mutating func write(_ item: ReferenceItem, _ known: [Field], _ level: Int) {
    let texts = item.qualifiers.compactMap { words($0, known) }
    if !texts.isEmpty { line(level, texts.joined(separator: "; ")) }
  }

  private func words(_ qualifier: ReferenceItem.Qualifier, _ known: [Field]) -> String? {
    let label = known.first { $0.name == qualifier.name }?.label ?? qualifier.name
    let texts = qualifier.value.items.compactMap(text)
    return texts.isEmpty ? nil : "\(label): \(texts.joined(separator: ", "))"
  }

  /// The entity at the other end is named once for all that is said of it.
  private mutating func write(_ edge: Edge, after previous: Edge?) {
    let origin = Target(edge.from, anchor: edge.fromAnchor)
    if previous.map({ Target($0.from, anchor: $0.fromAnchor) }) != origin {
      line(1, name(origin) + tense(edge.item.span))
    }
    write(edge.item, graph.schema.relation(of: edge)?.qualifiers ?? [], 2)
    write(edge.provenance, 2)
  }

  private mutating func write(_ alias: Alias, _ written: WrittenAlias) {
    let onlyIn = (alias.onlyIn?.entity).map { "only in \(graph.id(of: $0))" }
    let ambiguous = alias.isAmbiguous ? "ambiguous" : nil
    let details = [alias.sort, alias.language, onlyIn, ambiguous].compactMap(\.self)
    line(1, alias.name.text + (details.isEmpty ? "" : " (\(details.joined(separator: ", ")))"))
    write(Explanation(alias.provenance, written.provenance, line: alias.name.position.line), 2)
  }

  private mutating func write(_ quote: Quote) {
    line(1, "“\(quote.text.text)”" + (quote.at.map { ", \($0)" } ?? ""))
    line(2, name(Target(quote.entity)))
  }

  private mutating func write(_ said: Explanation, _ level: Int) {
    guard explains else { return write(said.provenance, level) }
    if let outer = said.inherited { return line(level, "as the \(outer.rawValue)") }
    if said.parts.isEmpty { line(level, "no source – \(said.place)") }
    for part in said.parts {
      line(level, "\(part.key.rawValue): \(words(part.value)) – \(part.origin.words)")
    }
  }

  private func words(_ part: FieldValue) -> String {
    guard case .reference(let item) = part else { return graph.words(part, as: .terminal) }
    return item.target.map { graph.id(of: $0.entity) } ?? item.reference.name.text
  }

  private mutating func write(_ provenance: Provenance, _ level: Int) {
    let source = provenance.source.map { reference in
      reference.entity.map(graph.id) ?? reference.name.text + " (unknown)"
    }
    let parts = [
      source, provenance.at, provenance.quote.map { "“\($0.text)”" },
      provenance.scope.map { "\(ClaimKey.scope.label): \($0)" },
      provenance.asOf.map { "\(ClaimKey.asOf.label) \($0.display(in: graph.readerWords))" },
      words(provenance.validity),
      provenance.isInferred ? ClaimKey.inferred.label : nil, provenance.note,
    ].compactMap(\.self)
    if !parts.isEmpty { line(level, "– " + parts.joined(separator: ", ")) }
  }

  /// "from 30 June 2026, by policy/omnibus".
  private func words(_ validity: Validity?) -> String? {
    guard let validity else { return nil }
    let parts = [
      validity.from.map { "\(ClaimKey.from.label) \($0.display(in: graph.readerWords))" },
      validity.until.map { "\(ClaimKey.until.label) \($0.display(in: graph.readerWords))" },
      validity.by.map { "\(ClaimKey.by.label) \($0.entity.map(graph.id) ?? $0.name.text + " (unknown)")" },
    ]
    return parts.compactMap(\.self).joined(separator: ", ")
  }

  /// How something stands on the day, where it doesn't hold: "until 30 June 2026, changed by policy/omnibus".
  private func tense(_ span: Span?) -> String {
    guard let span, span.tense != .present else { return "" }
    func day(_ date: EDTFDate?) -> String { date.map { " " + $0.display(in: graph.readerWords) } ?? "" }
    let words =
      switch span.tense {
      case .past:
        ClaimKey.until.label + day(span.until)
          + (span.ender.map { ", changed by " + graph.id(of: $0) } ?? "")
      case .future: "not before" + day(span.from)
      case .proposed: "only proposed"
      case .present: ""
      }
    return " (\(words))"
  }

  func name(_ target: Target) -> String {
    graph.id(of: target.entity) + (target.anchor.map { "#" + $0 } ?? "") + " · "
      + graph.title(of: target.entity)
  }

  private var mentioning: [EntityID] {
    Set(graph.mentions(of: id).map(\.from)).subtracting([id]).sorted()
  }
}

extension FieldValue {
  /// Whether it says by itself who says it.
  fileprivate var saysWho: Bool {
    switch self {
    case .reference, .record: true
    default: false
    }
  }
}

extension Dispute {
  /// "value disputed: open"; of one that matters little, in which way.
  fileprivate var words: String {
    "\(discrepancyClass) disputed: \(state)" + (weight == .fact ? "" : ", \(weight.rawValue) only")
  }
}
