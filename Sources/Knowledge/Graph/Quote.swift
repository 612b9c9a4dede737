/// Words taken from a source, and what they are evidence for.
package struct Quote: Hashable, Sendable {
  package var entity: EntityID
  package var source: EntityID
  package var text: Written
  package var at: String?
  /// The top-level field that the quote stands in; `nil` for an alias.
  package var field: Int?

  static func all(_ facts: [Fact], _ aliases: [Alias], of entity: EntityID) -> [Quote] {
    var quotes: [Quote] = []
    forEachProvenance(facts, aliases) { own, said, field in
      guard let quote = own.quote, let source = said.source?.entity else { return }
      quotes.append(Quote(entity: entity, source: source, text: quote, at: said.at, field: field))
    }
    return quotes
  }
}

/// Visits every statement about a fact or a name, with the number of the top-level field it stands in: what it says of
/// itself, and that with what it inherits.
func forEachProvenance(
  _ facts: [Fact], _ aliases: [Alias], _ body: (_ own: Provenance, _ said: Provenance, _ field: Int?) -> Void
) {
  for alias in aliases where !alias.provenance.isEmpty { body(alias.provenance, alias.provenance, nil) }
  for fact in facts { fact.forEachProvenance { body($0, $1, fact.field) } }
}

extension Entity {
  /// Visits every statement about a fact or a name, as the function of that name does.
  package func forEachProvenance(_ body: (_ own: Provenance, _ said: Provenance, _ field: Int?) -> Void) {
    Knowledge.forEachProvenance(facts, aliases, body)
  }
}

extension Fact {
  /// Visits every statement on the fact: what it says of itself, and that with what it inherits.
  package func forEachProvenance(
    within outer: Provenance = Provenance(), _ body: (_ own: Provenance, _ said: Provenance) -> Void
  ) {
    for claim in claims {
      let said = claim.provenance.said(within: outer)
      if !claim.provenance.isEmpty { body(claim.provenance, said) }
      for value in claim.value.items {
        switch value {
        case .reference(let item):
          if !item.provenance.isEmpty { body(item.provenance, item.provenance.said(within: said)) }
        case .record(let record):
          let recorded = record.provenance.said(within: said)
          if !record.provenance.isEmpty { body(record.provenance, recorded) }
          // Records nest four deep at most: the schema's reader sees to it.
          for fact in record.facts { fact.forEachProvenance(within: recorded, body) }
        default: break
        }
      }
    }
  }
}
