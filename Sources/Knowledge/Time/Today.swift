/// What holds on the day that the knowledge base speaks of: all that shows one state, such as lists, views and
/// conditions, goes by this.
extension Fact {
  /// The fact as it is on the day: the claims to go by, with the items and records that hold; `nil` where nothing does.
  package var today: Fact? { today(keepsHistory: false) }

  /// The same for the page of the entity itself, where the facts of records tell their own history.
  package var todayWithHistory: Fact? { today(keepsHistory: true) }

  private func today(keepsHistory: Bool) -> Fact? {
    if isWhole { return self }
    var fact = self
    fact.claims = current.compactMap { $0.today(keepsHistory: keepsHistory) }
    fact.isWhole = true
    return fact.claims.isEmpty ? nil : fact
  }

  /// Whether a claim of it is to go by on the day.
  func goesBy(_ claim: Claim) -> Bool { isWhole || claim.holds && (!isResolved || current.contains(claim)) }

  /// Whether nothing of it would be left out on the day.
  var holdsWhole: Bool {
    claims.allSatisfy { $0.holds && $0.value.holdsWhole } && (!isResolved || current.count == claims.count)
  }
}

extension Claim {
  fileprivate func today(keepsHistory: Bool) -> Claim? {
    guard let value = value.today(keepsHistory: keepsHistory) else { return nil }
    var claim = self
    claim.value = value
    return claim
  }
}

extension FieldValue {
  fileprivate var holdsWhole: Bool {
    switch self {
    case .reference(let item): item.holds
    case .record(let record): record.holds && record.facts.allSatisfy(\.isWhole)
    case .list(let items): items.allSatisfy(\.holdsWhole)
    default: true
    }
  }

  fileprivate func today(keepsHistory: Bool) -> FieldValue? {
    switch self {
    case .reference(let item): return item.holds ? self : nil
    case .record(var record):
      guard record.holds else { return nil }
      if !keepsHistory { record.facts = record.facts.compactMap(\.today) }
      return .record(record)
    case .list(let items):
      let kept = items.compactMap { $0.today(keepsHistory: keepsHistory) }
      // That a source names none is said too.
      return kept.isEmpty && !items.isEmpty ? nil : .list(kept)
    default: return self
    }
  }
}

extension Entity {
  /// What it says in a field, as it is on the day.
  package func today(_ field: Int) -> Fact? { fact(field)?.today }
}

// MARK: - In its own time

extension Claim {
  /// The claim as it was or will be in its own time, to be shown as such: what lies within has no other one.
  package func inItsTime(_ span: Span) -> Claim {
    var claim = self
    claim.value = value.inItsTime(span)
    if claim.span === span { claim.span = nil }
    return claim
  }
}

extension FieldValue {
  package func inItsTime(_ span: Span) -> FieldValue {
    switch self {
    case .record(var record):
      if record.span === span { record.span = nil }
      for index in record.facts.indices {
        record.facts[index].claims = record.facts[index].claims.map { $0.inItsTime(span) }
        record.facts[index].isWhole = record.facts[index].holdsWhole
      }
      return .record(record)
    case .reference(var item):
      if item.span === span { item.span = nil }
      return .reference(item)
    case .list(let items): return .list(items.map { $0.inItsTime(span) })
    default: return self
    }
  }
}
