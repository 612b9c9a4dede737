/// Something that an entity names in `by`: what it made so, seen from that.
package struct MadeChange: Hashable, Sendable {
  package let entity: EntityID
  package let field: FieldID
  /// What was made so, or would be.
  package let value: FieldValue
  /// What it ended, where that is known.
  package let ended: FieldValue?
  package let span: Span?
  /// What part it is about.
  package let scope: String?
  /// Whether it only ended the value.
  package let isEnding: Bool
  package let by: EntityID

  static func all(_ facts: [Fact], of entity: EntityID, kind: KindID) -> [MadeChange] {
    facts.flatMap { fact -> [MadeChange] in
      let field = FieldID(kind, fact.field)
      let ended = EndedValues(fact)
      func change(_ value: FieldValue, _ span: Span?, _ provenance: Provenance, _ ended: FieldValue? = nil)
        -> MadeChange?
      {
        (provenance.validity?.changer).map {
          MadeChange(
            entity: entity, field: field, value: value, ended: ended, span: span, scope: provenance.scope,
            isEnding: provenance.validity?.isEnding ?? false, by: $0)
        }
      }
      return fact.claims.flatMap { claim -> [MadeChange] in
        let own = [change(claim.value, claim.span, claim.provenance, ended.value(endedBy: claim))]
        let inner = claim.value.items.map { value -> MadeChange? in
          switch value {
          case .reference(let item): change(value, item.span, item.provenance)
          case .record(let record): change(value, record.span, record.provenance)
          default: nil
          }
        }
        return (own + inner).compactMap(\.self)
      }
    }
  }
}

/// What the claims of a fact have ended. A fact may be changed thousands of times: its claims are sorted once.
package struct EndedValues {
  private let claims: [Int32: [Claim]]

  package init(_ fact: Fact) {
    claims = Dictionary(grouping: fact.claims.filter { $0.span?.endedBy != nil }, by: \.period.end)
  }

  /// The latest of the values that a claim ended.
  package func value(endedBy claim: Claim) -> FieldValue? {
    guard let by = claim.provenance.validity?.by, let from = claim.provenance.validity?.from,
      claim.span?.tense != .proposed
    else { return nil }
    let ended = (claims[from.earliest] ?? []).filter {
      $0.span?.endedBy == by && $0.provenance.scope == claim.provenance.scope
    }
    return ended.max { $0.period.start < $1.period.start }?.value
  }
}
