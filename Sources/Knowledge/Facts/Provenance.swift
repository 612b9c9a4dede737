extension Facts {
  /// Who says something, where, and in which words. `ClaimKey` has the keys by which an author writes it.
  package struct Provenance: Hashable, Sendable {
    package var source: Form.Link?
    package var quote: Written?
    /// The place within the source: a page, an article, a heading.
    package var at: String?
    /// What the value is about, where it isn't the whole; different scopes are different facts.
    package var scope: String?
    package var asOf: EDTFDate?
    /// When it holds; `nil` where nothing is said of that.
    package var validity: Validity?
    /// Whether the author of the knowledge base concluded it, and no source says it outright.
    package var isInferred = false
    package var note: String?
    /// Whether it's said to be of no source (`source: ~`), whatever stands around it.
    var refusesSource = false

    package var isEmpty: Bool {
      source == nil && quote == nil && at == nil && scope == nil && asOf == nil && validity == nil
        && !isInferred
        && note == nil
    }

    package init() {}

    /// This provenance in another form: with its names looked up.
    func withLinks<Other>(source: Other.Link?, by: Other.Link?) -> Facts<Other>.Provenance {
      var provenance = Facts<Other>.Provenance()
      provenance.source = source
      provenance.validity = validity?.withLink(by)
      provenance.quote = quote
      provenance.at = at
      provenance.scope = scope
      provenance.asOf = asOf
      provenance.isInferred = isInferred
      provenance.note = note
      provenance.refusesSource = refusesSource
      return provenance
    }
  }
}

extension Facts.Provenance: FactSaying {}

extension Facts.Provenance {
  /// What is said with what stands around it: of an item within its claim, of a claim within its record.
  ///
  /// The one rule by which anything is inherited, from the outside in. Whoever names no source of their own speaks for the one
  /// around them, and so takes from it what they don't say themselves; notes add up. Words, place, scope and date of another
  /// source are none of this one's, nor of whoever says that they speak for none. The time in which something holds is cut to
  /// that around it, whoever says it.
  package func said(within outer: Facts.Provenance) -> Facts.Provenance {
    // Most stand within nothing that says anything.
    if outer.isEmpty && !outer.refusesSource { return self }
    var provenance = self
    if let around = outer.validity { provenance.validity = validity.map { $0.cut(to: around) } ?? around }
    guard !refusesSource else { return provenance }
    provenance.source = source ?? outer.source
    provenance.refusesSource = source == nil && outer.refusesSource
    if let own = source {
      guard let around = outer.source, Form.areOne(own, around) else { return provenance }
    }
    provenance.quote = quote ?? outer.quote
    provenance.at = at ?? outer.at
    provenance.scope = scope ?? outer.scope
    provenance.asOf = asOf ?? outer.asOf
    provenance.isInferred = isInferred || outer.isInferred
    if let around = outer.note, around != note { provenance.note = note.map { $0 + " " + around } ?? around }
    return provenance
  }
}

extension Provenance {
  /// For places that tell when it holds themselves.
  package var withoutTimes: Provenance {
    var provenance = self
    provenance.validity = nil
    return provenance
  }

  /// For places that show the source above, as the head of a column.
  package var withoutSource: Provenance {
    var provenance = self
    provenance.source = nil
    return provenance
  }
}
