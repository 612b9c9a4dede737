/// Words taken from a source, and what they are evidence for.
package struct Quote: Hashable, Sendable {
  package var entity: EntityID
  package var source: EntityID
  package var text: Written
  package var at: String?
  /// The top-level field that the quote stands in; `nil` for an alias.
  package var field: Int?

  static func all(of entity: Entity, _ id: EntityID, references: [Target?]) -> [Quote] {
    var quotes: [Quote] = []
    entity.forEachProvenance { provenance, field in
      guard let quote = provenance.quote, let source = provenance.source,
        let target = references[source]
      else { return }
      quotes.append(
        Quote(entity: id, source: target.entity, text: quote, at: provenance.at, field: field))
    }
    return quotes
  }
}

extension Entity {
  /// Visits every statement about a fact or a name in the front matter, with the number of the top-level field it
  /// stands in. What names no source of its own was read in that of the claim or record around it.
  package func forEachProvenance(_ body: (Provenance, _ field: Int?) -> Void) {
    for alias in aliases where !alias.provenance.isEmpty { body(alias.provenance, nil) }
    for fact in facts { fact.forEachProvenance(within: nil) { body($0, fact.field) } }
  }
}

extension Fact {
  func forEachProvenance(within source: Int?, _ body: (Provenance) -> Void) {
    for claim in claims {
      let said = claim.provenance.within(source)
      if !claim.provenance.isEmpty { body(said) }
      for value in claim.value.items {
        switch value {
        case .reference(let item):
          if !item.provenance.isEmpty { body(item.provenance.within(said.source)) }
        case .record(let record):
          let recorded = record.provenance.within(said.source)
          if !record.provenance.isEmpty { body(recorded) }
          // Records nest four deep at most: the schema's reader sees to it.
          for fact in record.facts { fact.forEachProvenance(within: recorded.source, body) }
        default: break
        }
      }
    }
  }
}

extension Provenance {
  fileprivate func within(_ source: Int?) -> Provenance {
    var provenance = self
    provenance.source = self.source ?? source
    return provenance
  }
}
