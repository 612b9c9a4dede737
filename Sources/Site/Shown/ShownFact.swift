import Knowledge
import Templates

/// What an entity says in one field, with who says it.
struct ShownFact: Sendable {
  let page: PageContext
  let fact: Fact
  let field: Field
  /// The id on the page; `nil` for that of a fact on its entity's own page.
  private let anchor: String?
  /// What relations tell of what they lead to.
  private let details: ShownItem.Details
  private let addresses: ClaimAddresses
  /// What holds on the day.
  private let list: Once<ValueList>

  /// - Parameter addresses: where what is claimed is on the page, where this is the entity's own.
  init(
    page: PageContext, fact: Fact, field: Field, anchor: String? = nil, details: ShownItem.Details = .none,
    addresses: ClaimAddresses = .none
  ) {
    self.page = page
    self.fact = fact
    self.field = field
    self.anchor = anchor
    self.details = details
    self.addresses = addresses
    list = Once {
      // Sides of a disagreement have marks of their own, and so have records.
      ValueList(
        page.values(fact, field, details, addresses), isShared: !fact.isDisputed && !field.isRecordList)
    }
  }

  static let record: RecordType<ShownFact> = RecordType(
    "fact", "",
    [
      .text("name", "from the schema") { $0.field.name },
      .text("label", "from the schema") { $0.field.label },
      .text("help", "from the schema") { $0.field.help },
      .text("type", "from the schema") { $0.field.type.name },
      .text("anchor", "its id on the page: `fact-deadline`") { $0.anchor ?? "fact-" + $0.field.name },
      .list(
        "values", "what holds on the day; where claims disagree, what the preferred one says",
        of: ShownValue.record
      ) { $0.list.value.besideShared },
      .record(
        "mark", "the button for those who say it, and its card, where it is the same for all values",
        of: SourceMark.record
      ) { $0.list.value.mark(on: $0.page, label: $0.field.label) },
      .record("shared", "where all are named in one role: that role", of: ShownStatement.record) {
        $0.list.value.role
      },
      .list("history", "what held before, what will, and what is only proposed", of: ShownMoment.record) {
        $0.history
      },
      .flag("is_list", "it may have several values") { $0.field.isList },
      .flag("is_relation", "it leads to other things") { $0.field.relation != nil },
      .flag("is_unknown", "all it says is that nobody knows") { $0.fact.isUnknown },
      .flag("is_claimed", "somebody says so") { $0.fact.isClaimed },
      .flag("is_disputed", "the claims disagree") { $0.fact.isDisputed },
      .list("claims", "with more than one: what each says", of: ShownClaim.record) { $0.claims },
      .record("discrepancy", "how the disagreement stands", of: ShownDispute.record) { $0.dispute },
    ])

  /// Each claim's values, side by side.
  private var claims: [ShownClaim] {
    guard fact.isDisputed || fact.claims.count > 1 else { return [] }
    return fact.claims.indices.filter(isSide).map { number in
      let claim = fact.claims[number]
      return ShownClaim(
        values: page.values([claim], field, details: details),
        statement: page.statement(claim.provenance, anchor: addresses[claim]),
        isPreferred: fact.isPreferred(claim))
    }
  }

  /// Whether a claim stands beside the others: it holds on the day, or contradicts one of its time.
  private func isSide(_ number: Int) -> Bool {
    fact.claims[number].holds || fact.dispute?.sides?.contains(number) ?? false
  }

  private var history: [ShownMoment] {
    page.history(of: fact, field, details: details) { !fact.isDisputed || !isSide($0) }
  }

  private var dispute: ShownDispute? {
    fact.isDisputed ? fact.dispute.map { ShownDispute(page: page, dispute: $0, fact: fact) } : nil
  }
}

/// How a disagreement stands.
struct ShownDispute: Sendable {
  let page: PageContext
  let dispute: Dispute
  let fact: Fact

  static let record: RecordType<ShownDispute> = RecordType(
    "", "",
    with: ShownStanding.record.members { $0.standing },
    [
      .flag("is_open", "nobody has explained it") { $0.dispute.state == Schema.openState },
      .text("reason", "what its author says of it") { $0.fact.assessment?.reason },
    ])

  private var standing: ShownStanding {
    ShownStanding(
      page: page, discrepancyClass: dispute.discrepancyClass, state: dispute.state, weight: dispute.weight)
  }
}

/// What somebody says, beside others who speak of the same.
struct ShownClaim: Sendable {
  let values: [ShownValue]
  /// `nil` where nobody says it.
  let statement: ShownStatement?
  var isPreferred = false

  static let record: RecordType<ShownClaim> = RecordType(
    "claim",
    "What somebody says, beside others who speak of the same. *Said* in the tables below means a list of these.",
    [
      .list("values", "what is claimed", of: ShownValue.record) { $0.values },
      .record("statement", "who says so", of: ShownStatement.record) { $0.statement },
      .flag("is_preferred", "the author prefers it") { $0.isPreferred },
    ])
}

extension PageContext {
  func fact(_ fact: Fact, _ field: Field, anchor: String? = nil) -> ShownFact {
    ShownFact(page: self, fact: fact, field: field, anchor: anchor)
  }

  func said(
    _ values: [ShownValue], by provenance: Provenance, _ qualifiers: [ReferenceItem.Qualifier] = [],
    isPreferred: Bool = false
  ) -> ShownClaim {
    ShownClaim(
      values: values, statement: statements(provenance, qualifiers).first, isPreferred: isPreferred)
  }

  /// What a claim says, without who says it, and without the anchors that its records have on their own page.
  func bareValues(_ claim: Claim, _ field: Field) -> [ShownValue] {
    var claim = claim
    claim.provenance = Provenance()
    claim.value = claim.value.withoutAnchors
    return values([claim], field, details: .none)
  }

  func values(_ claims: [Claim], _ field: Field, details: ShownItem.Details) -> [ShownValue] {
    if field.relation != nil { return items(claims, details: details) }
    return claims.flatMap(\.value.items).flatMap { values($0, field) }
  }

  /// What holds on the day.
  fileprivate func values(
    _ fact: Fact, _ field: Field, _ details: ShownItem.Details, _ addresses: ClaimAddresses
  ) -> [ShownValue] {
    guard let fact = fact.todayWithHistory else { return [] }
    // Records are too large to stand side by side: those of every source follow one another.
    if fact.isDisputed && !field.isRecordList {
      return fact.preferredClaim.map { values([$0], field, details: details) } ?? []
    }
    if field.relation != nil {
      return items(fact.claims, details: details, tellsFollowers: isTask(field), addresses: addresses)
    }
    return agreedValues(fact, field, addresses)
  }

  /// What claims agree on, once, with all who say so; claims that are about different scopes stay apart.
  private func agreedValues(
    _ fact: Fact, _ field: Field, _ addresses: ClaimAddresses
  ) -> [ShownValue] {
    var groups: [[Claim]] = []
    for claim in fact.claims {
      if let index = groups.firstIndex(where: { $0[0].value.isWritten(as: claim.value) }) {
        groups[index].append(claim)
      } else {
        groups.append([claim])
      }
    }
    return groups.flatMap { group in
      if group[0].value.items.isEmpty { return nobody(group, type: field.type.name) }
      let statements = group.filter { !$0.provenance.isEmpty }.map {
        statement($0.provenance, anchor: addresses[$0])
      }
      // A claim of several values has one address, at the first.
      let further = statements.map(\.withoutAnchor)
      return group[0].value.items.enumerated().flatMap { number, value in
        values(value, field, number == 0 ? statements : further)
      }
    }
  }

  /// A fact in a list's cell, without its sources: every date, quantity and scope that is claimed, and where sources
  /// differ, what each says. Of texts that agree one is enough.
  func cell(_ fact: Fact, _ field: Field) -> [ShownValue] {
    let isWhole =
      fact.isDisputed || field.type.traits.isMeasure || Set(fact.claims.map(\.provenance.scope)).count > 1
    let shown = isWhole ? fact.claims : [fact.preferredClaim].compactMap(\.self)
    var texts: Set<String> = []
    return shown.flatMap { cell($0, field) }.filter { value in
      texts.insert(value.text + (value.scope.map { " (\($0))" } ?? "")).inserted
    }
  }

  private func cell(_ claim: Claim, _ field: Field) -> [ShownValue] {
    let items = claim.value.items
    let values =
      field.relation == nil
      ? items.flatMap { self.values($0, field) }
      : items.compactMap { value in
        if case .reference(let item) = value { item.target } else { nil }
      }.unique.map { item($0) }
    return values.map { value in
      var value = value
      value.claimScope = claim.provenance.scope
      return value
    }
  }
}

extension Fact {
  /// Whether somebody says so.
  var isClaimed: Bool { claims.contains { !$0.provenance.isEmpty } }
}

extension Field {
  var isRecordList: Bool { recordFields != nil && isList }
}

extension FieldValue {
  /// Each Markdown text is a document of its own, though it may say the same as another; 1.10 is 1.1 in other digits.
  fileprivate func isWritten(as other: FieldValue) -> Bool {
    switch (self, other) {
    case (.markdown(_, let text), .markdown(_, let otherText)): text == otherText
    case (.quantity(let quantity), .quantity(let otherQuantity)):
      quantity == otherQuantity && quantity.description == otherQuantity.description
    // A list holds single values only.
    case (.list(let items), .list(let others)):
      items.count == others.count && zip(items, others).allSatisfy { $0.isWritten(as: $1) }
    default: self == other
    }
  }

  fileprivate var withoutAnchors: FieldValue {
    switch self {
    case .record(var record):
      record.anchor = nil
      return .record(record)
    case .list(let items): return .list(items.map(\.withoutAnchors))
    default: return self
    }
  }
}
