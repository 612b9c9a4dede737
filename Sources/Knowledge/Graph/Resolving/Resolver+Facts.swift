import Diagnostics

/// Looks up every name in an entity's facts. Names are read in the words of whoever says them: of the item's own source,
/// else of the claim's, else of the record's around it.
extension Resolver {
  mutating func facts(of entity: WrittenEntity) -> [Fact] {
    let fields = schema[entity.kind].fields
    // An entity of the discrepancy kind tells of a disagreement itself: its claims are no second one.
    let depth = entity.kind == schema.discrepancyKind ? 0 : Self.comparedDepth
    return entity.facts.map { resolve($0, fields[$0.field], source: nil, comparedDepth: depth) }
  }

  /// Facts of entities and of their records are compared; those of records in records aren't.
  private static let comparedDepth = 2

  private mutating func resolve(
    _ written: WrittenFact, _ field: Field, source: EntityID?, comparedDepth: Int
  ) -> Fact {
    let claims = written.claims.map { claim in
      let provenance = resolve(claim.provenance)
      let value = resolve(
        claim.value, field, source: provenance.source?.entity ?? source, comparedDepth: comparedDepth - 1)
      return Claim(value: value, provenance: provenance, position: claim.position)
    }
    var fact = Fact(field: written.field, claims: claims, position: written.position)
    fact.assessment = written.assessment.map { resolve($0, written.claims, claims) }
    if comparedDepth > 0 {
      fact.dispute = Dispute(fact, usualClass: field.usualDiscrepancyClass, language: language)
    }
    return fact
  }

  /// The preferred source is one of those that the claims name.
  private func resolve(
    _ assessment: Facts<WrittenForm>.Assessment, _ written: [WrittenClaim], _ claims: [Claim]
  ) -> Facts<ResolvedForm>.Assessment {
    let prefer = assessment.prefer.flatMap { prefer in
      zip(written, claims).first { $0.0.provenance.source == prefer.reference }?.1.provenance.source
        .map { Facts<ResolvedForm>.Preference(reference: $0, position: prefer.position) }
    }
    return Facts<ResolvedForm>.Assessment(
      discrepancyClass: assessment.discrepancyClass, state: assessment.state, prefer: prefer,
      reason: assessment.reason)
  }

  private mutating func resolve(
    _ value: WrittenValue, _ field: Field, source: EntityID?, comparedDepth: Int
  ) -> FieldValue {
    switch value {
    case .text(let text): .text(text)
    case .localized(let texts): .localized(texts)
    case .markdown(let number, let text):
      .markdown(DocumentID(id, number: number), source: text)
    case .date(let date): .date(date)
    case .quantity(let quantity): .quantity(quantity)
    case .flag(let flag): .flag(flag)
    case .reference(let item): .reference(resolve(item, field, source: source))
    case .record(let record): .record(resolve(record, field, source: source, comparedDepth: comparedDepth))
    case .list(let items):
      .list(items.map { resolve($0, field, source: source, comparedDepth: comparedDepth) })
    }
  }

  private mutating func resolve(_ item: WrittenItem, _ field: Field, source: EntityID?) -> ReferenceItem {
    let provenance = resolve(item.provenance)
    let source = provenance.source?.entity ?? source
    let qualifiers = item.qualifiers.map { qualifier in
      let own = field.relation?.qualifiers.first { $0.name == qualifier.name } ?? field
      return ReferenceItem.Qualifier(
        name: qualifier.name, label: qualifier.label,
        value: resolve(qualifier.value, own, source: source, comparedDepth: 0))
    }
    return ReferenceItem(
      reference: resolve(item.reference, source: source), qualifiers: qualifiers, provenance: provenance)
  }

  /// Records nest four deep at most: the schema's reader sees to it.
  private mutating func resolve(
    _ record: WrittenRecord, _ field: Field, source: EntityID?, comparedDepth: Int
  ) -> Record {
    let fields = field.recordFields ?? []
    let provenance = resolve(record.provenance)
    let source = provenance.source?.entity ?? source
    return Record(
      anchor: record.anchor.map { Target(id, anchor: $0) },
      facts: record.facts.map {
        resolve($0, fields[$0.field], source: source, comparedDepth: comparedDepth)
      },
      provenance: provenance)
  }

  private mutating func resolve(_ written: WrittenProvenance) -> Provenance {
    written.withSource(written.source.map { resolve($0, source: nil) })
  }

  mutating func resolve(_ written: WrittenAlias) -> Alias {
    var alias = Alias(name: written.name)
    alias.language = written.language
    alias.sort = written.sort
    alias.onlyIn = written.onlyIn.map { resolve($0, source: nil) }
    alias.isAmbiguous = written.isAmbiguous
    alias.provenance = resolve(written.provenance)
    return alias
  }
}
