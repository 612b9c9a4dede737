import Knowledge

/// One matter on which two sides are compared.
struct ComparedLine: Sendable {
  /// What the line is about.
  enum Matter: Hashable, Sendable {
    /// A field, and the id of the record in it.
    case field(name: String, label: String, record: String?)
    /// A relation as it reads from the other end.
    case inverse(name: String, label: String)
    case names
    /// Sentences of the page's text that cite the sides.
    case text
    /// An entity that tells of a disagreement.
    case discrepancy(EntityID)
  }

  enum Verdict: String, CaseIterable, Sendable {
    case same
    case differ
    case onlyA = "only-a"
    case onlyB = "only-b"
    /// Both say something, and the author calls it no conflict.
    case noConflict = "no-conflict"
    /// A disagreement within one of the sides, or with a third.
    case within
    /// Told in running text: nothing that could be weighed.
    case told
  }

  /// The entity whose page has it, and where there.
  let place: Target
  let matter: Matter
  let a: [Said]
  let b: [Said]
  var verdict: Verdict
  /// How the disagreement stands, where there is one.
  var state: String?
  /// On the comparison's page.
  var anchor = ""

  /// - Parameter state: of the disagreement that the author wrote down.
  mutating func assess(_ state: String?) {
    self.state = state
    if state == Schema.notAConflict { verdict = .noConflict }
  }
}

/// What a side says.
struct Said: Sendable {
  enum Content: Sendable {
    case claim(Claim, Field)
    case item(Target, [ReferenceItem.Qualifier])
    case name(String, language: String?)
    /// A sentence of running text, without the citation in it.
    case sentence(String)
  }

  let content: Content
  var provenance: Provenance

  init(_ claim: Claim, _ field: Field) {
    provenance = claim.provenance
    content = .claim(claim, field)
  }

  /// One record of a claim, which may have a source of its own.
  init(_ record: Record, of claim: Claim, _ field: Field) {
    provenance = record.provenance.said(within: claim.provenance)
    var (claim, record) = (claim, record)
    record.provenance = Provenance()
    claim.value = .record(record)
    content = .claim(claim, field)
  }

  init(_ content: Content, provenance: Provenance) {
    self.content = content
    self.provenance = provenance
  }
}

extension ComparedLine.Verdict {
  /// By which sides say anything; where both do, by whether they agree.
  init(_ a: [Said], _ b: [Said], agree: Bool) {
    switch (a.isEmpty, b.isEmpty) {
    case (false, true): self = .onlyA
    case (true, false): self = .onlyB
    default: self = agree ? .same : .differ
    }
  }
}
