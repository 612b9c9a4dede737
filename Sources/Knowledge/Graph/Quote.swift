/// Words taken from a source, and what they are evidence for.
package struct Quote: Hashable, Sendable {
  package var entity: EntityID
  package var source: EntityID
  package var text: Written
  package var at: String?
  /// The top-level field that the quote stands in; `nil` for an alias.
  package var field: Int?

  static func all(in entities: [Entity], references: [[Target?]]) -> [Quote] {
    var quotes: [Quote] = []
    for (index, entity) in entities.enumerated() {
      entity.forEachProvenance { provenance, field in
        guard let quote = provenance.quote, let source = provenance.source,
          let target = references[index][source]
        else { return }
        quotes.append(
          Quote(entity: EntityID(index), source: target.entity, text: quote, at: provenance.at, field: field))
      }
    }
    return quotes
  }
}

extension Entity {
  /// Visits every statement of a source in the front matter, with the number of the top-level field it stands in.
  package func forEachProvenance(_ body: (Provenance, _ field: Int?) -> Void) {
    for alias in aliases { body(alias.provenance, nil) }
    for fact in facts { fact.forEachProvenance { body($0, fact.field) } }
  }
}

extension Fact {
  fileprivate func forEachProvenance(_ body: (Provenance) -> Void) {
    for claim in claims {
      body(claim.provenance)
      for value in claim.value.items {
        switch value {
        case .reference(let item): body(item.provenance)
        case .record(let record):
          body(record.provenance)
          // Records nest four deep at most: the schema's reader sees to it.
          for fact in record.facts { fact.forEachProvenance(body) }
        default: break
        }
      }
    }
  }
}
