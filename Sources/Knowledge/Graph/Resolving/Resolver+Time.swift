import Diagnostics

/// When claims, items and records hold, on the day that the knowledge base speaks of.
extension Resolver {
  /// When each claim of a fact holds.
  ///
  /// - Parameter outer: of the record that the fact stands in.
  mutating func spans(_ claims: [Provenance], within outer: Span?) -> [Span?] {
    guard claims.contains(where: { $0.validity != nil }) else { return claims.map { _ in outer } }
    let entries = claims.map { entry($0) }
    let history = History(entries)
    return claims.indices.map { number in
      let holding = history.holdings[number]
      return span(
        claims[number].validity, period: holding.period, isProposed: entries[number].isProposed,
        endedBy: holding.endedBy.flatMap { claims[$0].validity }, within: outer)
    }
  }

  /// When an item or a record holds.
  mutating func span(_ provenance: Provenance, within outer: Span?) -> Span? {
    guard provenance.validity != nil else { return outer }
    let entry = entry(provenance)
    return span(
      provenance.validity, period: entry.period, isProposed: entry.isProposed, within: outer)
  }

  /// That something has not come about holds until it does: `never` ends on the day that another claim gives, where
  /// that is after the day of which it's said.
  func untilDone(_ spans: [Span?], _ claims: [WrittenClaim], _ provenances: [Provenance]) -> [Span?] {
    let dates = claims.indices.filter { spans[$0]?.tense != .proposed }.compactMap { number in
      if case .date(let date) = claims[number].value { date } else { EDTFDate?.none }
    }
    return claims.indices.map { number in
      let span = spans[number]
      guard claims[number].value.isNever, span?.until == nil, let asOf = provenances[number].asOf,
        let done = dates.filter({ $0.earliest > asOf.earliest }).min(by: { $0.earliest < $1.earliest })
      else { return span }
      return Span(
        from: span?.from, until: done, by: span?.by, isProposed: span?.tense == .proposed,
        on: day ?? .max - 1)
    }
  }

  private mutating func entry(_ provenance: Provenance) -> History.Entry {
    guard let validity = provenance.validity else {
      return History.Entry(scope: provenance.scope, saidOn: daySaid(provenance))
    }
    return History.Entry(
      validity, scope: provenance.scope, by: validity.changer, isProposed: isProposed(validity))
  }

  private mutating func span(
    _ own: Validity?, period: Period, isProposed: Bool, endedBy: Validity? = nil, within outer: Span?
  ) -> Span? {
    guard own != nil || endedBy != nil else { return outer }
    // A proposal to end something isn't what ended it.
    let isEnding = own.map { $0.isEnding && !self.isProposed($0) } ?? false
    let until = period.end == own?.period.end ? own?.until : endedBy?.from
    return Span(
      from: [own?.from, outer?.from].compactMap(\.self).max { $0.earliest < $1.earliest },
      until: [until, outer?.until].compactMap(\.self).min { $0.earliest < $1.earliest },
      by: isEnding ? nil : own?.by ?? (own?.isTimed ?? false ? nil : outer?.by),
      endedBy: isEnding && until != nil ? own?.by : endedBy?.by,
      isProposed: isProposed || outer?.tense == .proposed, on: day ?? .max - 1)
  }

  private mutating func isProposed(_ validity: Validity) -> Bool {
    guard let changer = validity.changer else { return false }
    return isProposed(changer)
  }

  /// What a fact of another entity says on the day; `nil` where nothing holds.
  mutating func valueOfDay(_ fact: WrittenFact) -> WrittenValue? {
    let validities = fact.claims.map(\.provenance.folded.validity)
    guard validities.contains(where: { $0 != nil }) else { return fact.value }
    let entries = zip(fact.claims, validities).map { claim, validity -> History.Entry in
      let scope = claim.provenance.folded.scope
      guard let validity else { return History.Entry(scope: scope, saidOn: daySaid(claim)) }
      let by = validity.by.flatMap { found($0) }
      let isDraft = by.map { isProposed($0) } ?? false
      return History.Entry(validity, scope: scope, by: by, isProposed: isDraft)
    }
    let holdings = History(entries).holdings
    let today = day ?? .max - 1
    let held = fact.claims.indices.filter {
      !entries[$0].isProposed && holdings[$0].period.contains(today)
    }
    // As the fact itself goes by the source that its author prefers.
    let preferred = held.first { number in
      (fact.assessment?.prefer?.reference).map { fact.claims[number].provenance.source == $0 } ?? false
    }
    return (preferred ?? held.first).map { fact.claims[$0].value }
  }

  /// What a name in another entity means; that entity tells what is wrong with it.
  func found(_ reference: WrittenReference) -> EntityID? {
    let kinds = reference.kinds.compactMap(schema.kind(named:))
    for reading in AnchoredName.readings(reference.name.text) {
      if case .found(let entity) = names.find(reading.name, kinds: kinds) { return entity }
    }
    return nil
  }

  /// The day of the source that a claim names.
  private func daySaid(_ claim: WrittenClaim) -> Int32? {
    (claim.provenance.folded.source ?? claim.provenance.source).flatMap { found($0) }.flatMap(datePublished)
  }
}

// MARK: - Claims of one time

extension Resolver {
  /// Whether two claims of a fact speak of one time. Those without times do. One without times speaks of the day of its source, and
  /// is compared with one that has times only if that one holds on this day; so an old paper does not disagree with
  /// a new deadline for ever. What a change has ended is of the time before that.
  func areContemporary(_ a: Claim, _ b: Claim) -> Bool {
    if a.span?.tense == .proposed || b.span?.tense == .proposed { return false }
    switch (a.isTimed, b.isTimed) {
    case (false, false): return true
    case (true, true): return a.period.overlaps(b.period)
    case (true, false): return isIn(a.period, b)
    case (false, true): return isIn(b.period, a)
    }
  }

  /// Whether a claim without times of its own speaks of a stretch of days.
  private func isIn(_ period: Period, _ claim: Claim) -> Bool {
    claim.span?.ender != nil ? period.overlaps(claim.period) : period.contains(daySaid(claim))
  }

  private func daySaid(_ claim: Claim) -> Int32 { daySaid(claim.provenance) ?? day ?? .max - 1 }

  /// The day of the source, where there is one and it has a date.
  private func daySaid(_ provenance: Provenance) -> Int32? {
    guard let source = provenance.source, let entity = source.entity else { return nil }
    return datePublished(entity)
  }

  /// The first day of what a source says of its own date.
  private func datePublished(_ source: EntityID) -> Int32? {
    guard let field = schema.sourceDate else { return nil }
    let entity = entities[Int(source.index)]
    guard entity.kind == schema.sourceKind, case .date(let date)? = entity.fact(field)?.value.items.first,
      date.earliest != .min
    else { return nil }
    return date.earliest
  }
}

extension Claim {
  /// Whether its author gives it days of its own.
  var isTimed: Bool { provenance.validity?.isTimed ?? false }

  /// When it holds.
  package var period: Period { span?.period ?? .always }
}
