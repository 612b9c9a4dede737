import Folding
import Knowledge

/// What two sources say on an entity, line by line: its facts, the items of its relations, its records, its names.
struct SourceStatements {
  let graph: KnowledgeGraph
  let entity: EntityID
  let a: EntityID
  let b: EntityID

  /// In the order of the schema's fields.
  var lines: [ComparedLine] {
    let kind = graph.schema[graph[entity].kind]
    return graph[entity].facts.flatMap { fact -> [ComparedLine] in
      let field = kind.fields[fact.field]
      if field.relation != nil, !fact.isDisputed { return items(fact, field) }
      if field.recordFields != nil { return records(fact, field) }
      return values(fact, Place(field: field))
    } + names
  }

  private var agreement: Agreement { graph.agreement }

  private func source(_ provenance: Provenance) -> EntityID? { provenance.source?.entity }

  /// Where on the entity's page something is said.
  private struct Place {
    let field: Field
    /// The field within a record, where one is spoken of by itself.
    var inner: Field?
    var record: String?

    var innermost: Field { inner ?? field }
  }

  /// A line for each scope and time that a source speaks of.
  private func values(_ fact: Fact, _ place: Place) -> [ComparedLine] {
    let claims = fact.claims.filter { [a, b].contains(source($0.provenance)) }
    var groups: [[Claim]] = []
    for claim in claims {
      if let index = groups.firstIndex(where: { $0.contains { agreement.isComparable($0, claim) } }) {
        groups[index].append(claim)
      } else {
        groups.append([claim])
      }
    }
    return groups.map { line($0, fact, place) }
  }

  private func line(_ claims: [Claim], _ fact: Fact, _ place: Place) -> ComparedLine {
    let ofA = claims.filter { source($0.provenance) == a }
    let ofB = claims.filter { source($0.provenance) == b }
    let saidA = ofA.map { Said($0, place.innermost) }
    let saidB = ofB.map { Said($0, place.innermost) }
    var line = line(
      place, saidA, saidB, ComparedLine.Verdict(saidA, saidB, agree: agreement.agree(ofA, ofB) ?? true))
    if line.verdict == .differ { line.assess(fact.dispute?.state) }
    return line
  }

  private func line(
    _ place: Place, _ a: [Said], _ b: [Said], _ verdict: ComparedLine.Verdict
  ) -> ComparedLine {
    let fields = [place.field] + (place.inner.map { [$0] } ?? [])
    return ComparedLine(
      place: Target(entity, anchor: place.record ?? graph.anchor(of: place.field, in: entity)),
      matter: .field(
        name: fields.map(\.name).joined(separator: "."), label: fields.map(\.label).joined(separator: " · "),
        record: place.record),
      a: a, b: b, verdict: verdict)
  }

  /// A line for each target that a source names.
  private func items(_ fact: Fact, _ field: Field) -> [ComparedLine] {
    var targets: [Target] = []
    var said: [Target: [Said]] = [:]
    for claim in fact.claims {
      for case .reference(let item) in claim.value.items {
        guard let target = item.target else { continue }
        let provenance = item.provenance.said(within: claim.provenance)
        guard [a, b].contains(source(provenance)) else { continue }
        if said[target] == nil { targets.append(target) }
        said[target, default: []].append(
          Said(.item(target, item.qualifiers), provenance: provenance))
      }
    }
    return targets.map { target in
      let (saidA, saidB) = sides(said[target] ?? [])
      let agree = agreement.qualifiersAgree(saidA, saidB, known: field.relation?.qualifiers ?? [])
      return line(Place(field: field), saidA, saidB, ComparedLine.Verdict(saidA, saidB, agree: agree))
    }
  }

  private func sides(_ said: [Said]) -> (a: [Said], b: [Said]) {
    (said.filter { source($0.provenance) == a }, said.filter { source($0.provenance) == b })
  }

  /// What each source alone calls it.
  private var names: [ComparedLine] {
    var names: [String] = []
    var said: [String: (a: [Said], b: [Said])] = [:]
    for alias in graph[entity].aliases {
      var provenance = alias.provenance
      provenance.source = provenance.source ?? alias.onlyIn
      guard let source = source(provenance), source == a || source == b else { continue }
      let name = alias.name.text.foldedName
      if said[name] == nil { names.append(name) }
      let words = Said(.name(alias.name.text, language: alias.language), provenance: provenance)
      if source == a {
        said[name, default: ([], [])].a.append(words)
      } else {
        said[name, default: ([], [])].b.append(words)
      }
    }
    return names.map { name in
      let (saidA, saidB) = said[name] ?? ([], [])
      return ComparedLine(
        place: Target(entity, anchor: "also-called"), matter: .names, a: saidA, b: saidB,
        verdict: ComparedLine.Verdict(saidA, saidB, agree: true))
    }
  }
}

// MARK: - Records

extension SourceStatements {
  /// A line for each record of one source; one of the first and one of the second that say the same share theirs.
  /// The lines of a record that both speak of, one for each of its fields.
  private func records(_ fact: Fact, _ field: Field) -> [ComparedLine] {
    var rows: [RecordRow] = []
    for claim in fact.claims {
      for case .record(let record) in claim.value.items {
        let own = record.provenance.said(within: claim.provenance)
        let speakers = speakers(of: record, within: own)
        guard let source = speakers.first else { continue }
        guard speakers.count == 1 else {
          rows.append(RecordRow(record: record, lines: lines(of: record, within: own, field)))
          continue
        }
        let said = Said(record, of: claim, field)
        let row = RecordRow(record: record, a: source == a ? [said] : [], b: source == b ? [said] : [])
        if let twin = rows.firstIndex(where: { isTwin($0, row) }) {
          rows[twin].a += row.a
          rows[twin].b += row.b
        } else {
          rows.append(row)
        }
      }
    }
    return rows.flatMap { row in
      row.lines
        ?? [
          line(
            Place(field: field, record: row.record.id), row.a, row.b,
            ComparedLine.Verdict(row.a, row.b, agree: true))
        ]
    }
  }

  private struct RecordRow {
    let record: Record
    /// Who says all of it; else there are lines.
    var a: [Said] = []
    var b: [Said] = []
    var lines: [ComparedLine]?
  }

  /// Which of the two sources speak of a record.
  private func speakers(of record: Record, within own: Provenance) -> [EntityID] {
    let inner = record.facts.flatMap(\.claims).map { $0.provenance.said(within: own) }
    return ([own] + inner).compactMap { source($0) }.filter { $0 == a || $0 == b }.unique
  }

  private func lines(of record: Record, within own: Provenance, _ field: Field) -> [ComparedLine] {
    record.facts.flatMap { fact in
      var fact = fact
      for index in fact.claims.indices {
        fact.claims[index].provenance = fact.claims[index].provenance.said(within: own)
      }
      guard let inner = field.recordFields?[fact.field] else { return [ComparedLine]() }
      return values(fact, Place(field: field, inner: inner, record: record.id))
    }
  }

  private func isTwin(_ row: RecordRow, _ other: RecordRow) -> Bool {
    guard row.lines == nil, row.a.isEmpty != other.a.isEmpty else { return false }
    guard row.a.isEmpty || row.b.isEmpty else { return false }
    // Records that share a word on the side, such as a mood, are no twins: one must say all that the other says.
    let (fields, others) = (Set(row.record.facts.map(\.field)), Set(other.record.facts.map(\.field)))
    guard fields.isSubset(of: others) || others.isSubset(of: fields) else { return false }
    return agreement.agree(.record(row.record), .record(other.record))
  }
}

extension Agreement {
  /// Whether two sides say the same beside a target. Free words, such as the name that each uses, don't count.
  fileprivate func qualifiersAgree(_ a: [Said], _ b: [Said], known: [Field]) -> Bool {
    known.allSatisfy { field in
      switch field.type {
      case .text, .markdown: return true
      default: break
      }
      let (x, y) = (a.flatMap { $0.qualifier(field.name) }, b.flatMap { $0.qualifier(field.name) })
      return x.isEmpty || y.isEmpty || x.contains { value in y.contains { agree(value, $0) } }
    }
  }
}

extension Said {
  fileprivate func qualifier(_ name: String) -> [FieldValue] {
    guard case .item(_, let qualifiers) = content else { return [] }
    return qualifiers.filter { $0.name == name }.map(\.value)
  }
}

extension KnowledgeGraph {
  /// The id of a fact on its entity's page; `nil` for a title that stands at the page's top only.
  fileprivate func anchor(of field: Field, in entity: EntityID) -> String? {
    let isTitle = field == schema[self[entity].kind].fields[Kind.titleField]
    let isShownApart = self[entity].discrepancies.contains { $0.place?.field.index == Kind.titleField }
    return isTitle && !isShownApart ? nil : "fact-" + field.name
  }
}
