package import Diagnostics

/// Facts and values as JSON.
struct ValueJSON {
  let graph: KnowledgeGraph

  /// The plain value; where a source or an assessment is named, an object with `claims`.
  func fact(_ fact: Fact, _ field: Field) -> JSON {
    if fact.claims.count == 1, fact.assessment == nil, fact.claims[0].provenance.isEmpty {
      return value(fact.claims[0].value, field)
    }
    return .compact([
      // What is to go by on the day, where not all of it is.
      "current": fact.isWhole ? .null : .array((fact.today?.claims ?? []).map { value($0.value, field) }),
      "claims": .array(fact.claims.map { claim($0, field) }),
      "disputed": .bool(fact.isDisputed),
      "class": .optional(fact.dispute?.discrepancyClass ?? fact.assessment?.discrepancyClass),
      "state": .optional(fact.dispute?.state ?? fact.assessment?.state),
      "weight": .optional((fact.dispute?.weight ?? fact.assessment?.weight)?.rawValue),
      "prefer": fact.assessment?.prefer.map { source($0.reference) } ?? .null,
      "reason": .optional(fact.assessment?.reason),
    ])
  }

  func claim(_ claim: Claim, _ field: Field?) -> JSON {
    .object(JSON.member("value", value(claim.value, field)) + statement(claim.provenance) + time(claim.span))
  }

  /// Where something holds at some times only: how it stands on the day, and what ended it if others did.
  fileprivate func time(_ span: Span?) -> [JSON.Member] {
    guard let span else { return [] }
    return JSON.members([
      "tense": .string(span.tense.rawValue),
      "ended": span.endedBy == nil ? .null : .optional(span.until?.description),
      "ended_by": span.endedBy.map(source) ?? .null,
    ])
  }

  /// A source, and what made it so, are told by their ids; what isn't said is left out.
  func statement(_ provenance: Provenance) -> [JSON.Member] {
    ClaimKey.allCases.flatMap { key in
      switch provenance[key] {
      case .reference(let item)?: JSON.member(key.rawValue, source(item.reference))
      case let said?: JSON.member(key.rawValue, value(said))
      case nil: [JSON.Member]()
      }
    }
  }

  func source(_ reference: Reference) -> JSON {
    reference.entity.map { .string(graph.id(of: $0)) } ?? unresolved(reference)
  }

  /// - Parameter field: needed for records and items of relations only.
  func value(_ value: FieldValue, _ field: Field? = nil) -> JSON {
    switch value {
    case .text(let text), .markdown(_, let text): .string(text)
    case .localized(let texts):
      .object(texts.flatMap { JSON.member($0.language, .string($0.text)) })
    case .date(let date): .string(date.description)
    case .quantity(let quantity): quantity.json
    case .flag(let flag): .bool(flag)
    case .reference(let item): reference(item, field)
    case .record(let record): self.record(record, field?.recordFields ?? [])
    // A list holds single values only, so this goes no deeper.
    case .list(let items): .array(items.map { self.value($0, field) })
    }
  }

  private func reference(_ item: ReferenceItem, _ field: Field?) -> JSON {
    guard let target = item.target else { return unresolved(item.reference) }
    return .object(
      graph.members(of: target) + qualifiers(item, field?.relation?.qualifiers ?? [])
        + statement(item.provenance) + time(item.span))
  }

  /// - Parameter known: the qualifiers that the relation has.
  func qualifiers(_ item: ReferenceItem, _ known: [Field]) -> [JSON.Member] {
    item.qualifiers.flatMap { qualifier -> [JSON.Member] in
      guard let field = known.first(where: { $0.name == qualifier.name }) else { return [] }
      // A schema may have a qualifier named like what every item has.
      let isTaken = ["id", "title", "anchor"].contains(qualifier.name)
      return JSON.member(isTaken ? qualifier.name + "_" : qualifier.name, value(qualifier.value, field))
    }
  }

  /// Records nest four deep at most: the schema's reader sees to it.
  private func record(_ record: Record, _ fields: [Field]) -> JSON {
    let id = record.id.map { JSON.member("id", .string($0)) } ?? []
    let facts = record.facts.flatMap { fact in
      JSON.member(fields[fact.field].name, self.fact(fact, fields[fact.field]))
    }
    return .object(id + facts + statement(record.provenance) + time(record.span))
  }

  /// A reference that leads nowhere, as it was written.
  private func unresolved(_ reference: Reference) -> JSON {
    ["name": .string(reference.name.text), "unresolved": true]
  }
}

extension KnowledgeGraph {
  /// What every reference says of its target.
  package func members(of target: Target) -> [JSON.Member] {
    JSON.members([
      "id": .string(id(of: target.entity)), "title": .string(title(of: target.entity)),
      "anchor": .optional(target.anchor),
    ])
  }

  /// The fact of a field, by the field's number; null where the entity says nothing.
  func json(field: Int, of id: EntityID) -> JSON {
    guard let fact = self[id].fact(field) else { return .null }
    return ValueJSON(graph: self).fact(fact, schema[self[id].kind].fields[field])
  }

  /// The items of a relation that other entities declare.
  func json(inverse name: String, of id: EntityID) -> JSON {
    .array(edges(to: id, inverse: name).map { json($0) })
  }

  private func json(_ edge: Edge) -> JSON {
    .object(members(of: Target(edge.from, anchor: edge.fromAnchor)) + statement(edge))
  }

  /// What is said beside the target: qualifiers, source, quote and so on.
  package func json(statement edge: Edge) -> JSON { .object(statement(edge)) }

  private func statement(_ edge: Edge) -> [JSON.Member] {
    let values = ValueJSON(graph: self)
    let qualifiers = values.qualifiers(edge.item, schema.relation(of: edge)?.qualifiers ?? [])
    return qualifiers + values.statement(edge.provenance) + values.time(edge.item.span)
  }
}

extension Quantity {
  /// `value` is the number with the digits that are written, `magnitude` the number times its scale.
  var json: JSON {
    .compact([
      "text": .string(description),
      "operator": .string(op.rawValue),
      "value": writtenNumber.map { .number($0.digits) } ?? .null,
      "scale": .optional(scale?.written),
      "magnitude": scale == nil ? .null : magnitude.map { .number($0.description) } ?? .null,
      "unit": .optional(unit),
      "currency": .optional(currency),
      "scope": .optional(scope),
      "words": .optional(words),
    ])
  }
}
