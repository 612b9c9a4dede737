/// One item of a relation, readable from both ends.
package struct Edge: Hashable, Sendable {
  package var from: EntityID
  /// The field of the entity's kind; for a relation inside a record, the record's field.
  package var field: FieldID
  /// The field within the record, where the relation stands in one.
  package var subfield: Int?
  /// The id of the record, where it has one.
  package var fromAnchor: String?
  package var to: Target
  package var item: ReferenceItem
  /// The claim that says so; empty where the relation is a plain value.
  package var claim: Provenance
  /// Whether it is to go by on the day that the knowledge base speaks of.
  package var isCurrent = true
  /// Whether it is only proposed: nothing else keeps it from being gone by.
  package var isProposed = false

  static func all(_ facts: [Fact], of entity: EntityID, kind: KindID) -> [Edge] {
    var builder = EdgeBuilder(entity: entity)
    for fact in facts { builder.add(fact, field: FieldID(kind, fact.field)) }
    return builder.edges
  }

  /// Who says so: what the item says itself, read in the claim's source where it names none.
  package var provenance: Provenance { item.provenance.said(within: claim) }
}

private struct EdgeBuilder {
  let entity: EntityID
  var edges: [Edge] = []

  mutating func add(_ fact: Fact, field: FieldID) {
    for claim in fact.claims {
      let standing = Standing(fact.goesBy(claim), claim.span)
      for value in claim.value.items {
        switch value {
        case .reference(let item): add(item, field: field, claim: claim.provenance, standing)
        case .record(let record):
          add(record, field: field, claim: claim.provenance, standing.and(record.holds, record.span))
        default: break
        }
      }
    }
  }

  private mutating func add(
    _ record: Record, field: FieldID, claim outer: Provenance, _ outerStanding: Standing
  ) {
    let said = record.provenance.said(within: outer)
    for fact in record.facts {
      for claim in fact.claims {
        for case .reference(let item) in claim.value.items {
          add(
            item, field: field, subfield: fact.field, anchor: record.id,
            claim: claim.provenance.said(within: said), outerStanding.and(fact.goesBy(claim), claim.span))
        }
      }
    }
  }

  private mutating func add(
    _ item: ReferenceItem, field: FieldID, subfield: Int? = nil, anchor: String? = nil, claim: Provenance,
    _ outer: Standing
  ) {
    guard let target = item.target else { return }
    let standing = outer.and(item.holds, item.span)
    edges.append(
      Edge(
        from: entity, field: field, subfield: subfield, fromAnchor: anchor, to: target, item: item,
        claim: claim, isCurrent: standing == .holds, isProposed: standing == .proposed))
  }
}

/// Whether what is said is to be gone by on the day.
private enum Standing {
  case holds, proposed, neither

  /// - Parameter span: when it holds.
  init(_ holds: Bool, _ span: Span?) {
    self = holds ? .holds : span?.tense == .proposed ? .proposed : .neither
  }

  /// With that of what lies within.
  func and(_ holds: Bool, _ span: Span?) -> Standing {
    switch (self, Standing(holds, span)) {
    case (.neither, _), (_, .neither): .neither
    case (.proposed, _), (_, .proposed): .proposed
    default: .holds
    }
  }
}

extension Schema {
  /// The field that an edge belongs to: the one inside the record, where there is one.
  package func relationField(of edge: Edge) -> Field {
    let field = self[edge.field]
    if let subfield = edge.subfield, let fields = field.recordFields { return fields[subfield] }
    return field
  }

  package func relation(of edge: Edge) -> Relation? { relationField(of: edge).relation }
}
