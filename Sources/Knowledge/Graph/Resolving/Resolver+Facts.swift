import Diagnostics

/// Looks up every name in an entity's facts. Names are read in the words of whoever says them: of the item's own source,
/// else of the claim's, else of the record's around it.
extension Resolver {
  mutating func facts(of entity: WrittenEntity) -> [Fact] {
    for surrounding in entity.surroundings {
      surroundings[ObjectIdentifier(surrounding)] = resolve(surrounding.provenance)
    }
    let fields = schema[entity.kind].fields
    // An entity of the discrepancy kind tells of a disagreement itself: its claims are no second one.
    let depth = entity.kind == schema.discrepancyKind ? 0 : Self.comparedDepth
    return entity.facts.map { resolve($0, fields[$0.field], Around(comparedDepth: depth)) }
  }

  /// Facts of entities and of their records are compared; those of records in records aren't.
  private static let comparedDepth = 2

  /// What bears on how a value is read.
  private struct Around {
    var source: EntityID?
    /// The claim's.
    var quote: String?
    var comparedDepth: Int
    /// When what stands around it holds.
    var span: Span?

    func within(_ provenance: Provenance, _ span: Span?) -> Around {
      let outer = provenance.refusesSource ? nil : self
      return Around(
        source: provenance.source?.entity ?? outer?.source, quote: provenance.quote?.text ?? outer?.quote,
        comparedDepth: comparedDepth, span: span)
    }
  }

  private mutating func resolve(_ written: WrittenFact, _ field: Field, _ around: Around) -> Fact {
    let provenances = written.claims.map { resolve($0.provenance) }
    let outer = around.span ?? spanOfDeed(field)
    var spans = spans(provenances, within: outer)
    if field.allowsNever { spans = untilDone(spans, written.claims, provenances) }
    let claims = written.claims.indices.map { number in
      var inner = around.within(provenances[number], spans[number])
      inner.comparedDepth -= 1
      let claim = written.claims[number]
      return Claim(
        value: resolve(claim.value, field, inner), provenance: provenances[number], position: claim.position,
        span: spans[number])
    }
    var fact = Fact(field: written.field, claims: claims, position: written.position)
    fact.assessment = written.assessment.map { resolve($0, written.claims, claims) }
    if around.comparedDepth > 0 {
      fact.dispute = Dispute(
        fact, usualClass: field.usualDiscrepancyClass, language: language, schema: schema
      ) {
        areContemporary($0, $1)
      }
    }
    fact.isWhole = fact.holdsWhole
    return fact
  }

  /// What a proposal would do to others, such as to amend them, isn't done; what is yet to begin does it then.
  private mutating func spanOfDeed(_ field: Field) -> Span? {
    guard field.relation?.effect != nil else { return nil }
    let day = day ?? .max - 1
    if isProposed(id) { return Span(from: nil, until: nil, by: nil, isProposed: true, on: day) }
    let entity = entities[Int(id.index)]
    guard let begin = schema[entity.kind].life.from.flatMap(entity.fact),
      case .date(let from)? = valueOfDay(begin),
      from.earliest > day
    else { return nil }
    return Span(from: from, until: nil, by: nil, isProposed: false, on: day)
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
      discrepancyClass: assessment.discrepancyClass, state: assessment.state, weight: assessment.weight,
      prefer: prefer, reason: assessment.reason)
  }

  private mutating func resolve(_ value: WrittenValue, _ field: Field, _ around: Around) -> FieldValue {
    switch value {
    case .text(let text): .text(text)
    case .localized(let texts): .localized(texts)
    case .markdown(let number, let text):
      .markdown(DocumentID(id, number: number), source: text)
    case .date(let date): .date(date)
    case .quantity(let quantity): .quantity(quantity)
    case .flag(let flag): .flag(flag)
    case .reference(let item): .reference(resolve(item, field, around))
    case .record(let record): .record(resolve(record, field, around))
    case .list(let items): .list(items.map { resolve($0, field, around) })
    }
  }

  private mutating func resolve(_ item: WrittenItem, _ field: Field, _ outer: Around) -> ReferenceItem {
    let provenance = resolve(item.provenance)
    let span = span(provenance, within: outer.span)
    var around = outer.within(provenance, span)
    around.comparedDepth = 0
    let reference = resolve(item.reference, source: around.source)
    let qualifiers = (field.relation?.qualifiers ?? []).compactMap { own -> ReferenceItem.Qualifier? in
      if let written = item.qualifiers.first(where: { $0.name == own.name }) {
        return .init(name: own.name, label: own.label, value: resolve(written.value, own, around))
      }
      guard own.isFromQuote, let quote = around.quote, isName(quote, of: item.reference, reference, around)
      else { return nil }
      return .init(name: own.name, label: own.label, value: .text(quote))
    }
    return ReferenceItem(reference: reference, qualifiers: qualifiers, provenance: provenance, span: span)
  }

  private mutating func isName(
    _ quote: String, of written: WrittenReference, _ reference: Reference, _ around: Around
  ) -> Bool {
    guard let target = reference.entity else { return false }
    let kinds = written.kinds.compactMap(schema.kind(named:))
    switch look(up: quote, kinds: kinds, source: around.source) {
    case .found(let entity): return entity == target
    case .ambiguous(let several): return several.contains(target)
    default: return false
    }
  }

  /// Records nest four deep at most: the schema's reader sees to it.
  private mutating func resolve(_ record: WrittenRecord, _ field: Field, _ outer: Around) -> Record {
    let fields = field.recordFields ?? []
    let provenance = resolve(record.provenance)
    let span = span(provenance, within: outer.span)
    var around = outer.within(provenance, span)
    around.quote = nil
    return Record(
      anchor: record.anchor.map { Target(id, anchor: $0) },
      facts: record.facts.map { resolve($0, fields[$0.field], around) }, provenance: provenance,
      span: span)
  }

  private mutating func resolve(_ written: WrittenSaying) -> Provenance {
    let own = resolve(written.own)
    guard !written.around.isEmpty else { return own }
    let around = written.around.compactMap { surroundings[ObjectIdentifier($0)] }
    return own.said(within: around.reversed().reduce(Provenance()) { $1.said(within: $0) })
  }

  private mutating func resolve(_ written: WrittenProvenance) -> Provenance {
    let source = written.source.map { resolve($0, source: nil) }
    return written.withLinks(
      source: source, by: (written.validity?.by).map { resolve($0, source: source?.entity) })
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
