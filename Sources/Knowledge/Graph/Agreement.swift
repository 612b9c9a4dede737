/// Whether claims of one fact say the same.
struct Agreement {
  /// The entity's references, resolved.
  let targets: [Target?]
  let language: String

  /// Whether two claims that are about the same scope and time differ.
  func isDisputed(_ fact: Fact) -> Bool {
    guard fact.claims.count > 1 else { return false }
    for (index, claim) in fact.claims.enumerated() {
      for other in fact.claims[..<index] where isComparable(claim, other) && !agree(claim.value, other.value)
      {
        return true
      }
    }
    return false
  }

  private func isComparable(_ a: Claim, _ b: Claim) -> Bool {
    guard a.provenance.scope == b.provenance.scope else { return false }
    if let timeA = a.provenance.asOf, let timeB = b.provenance.asOf, !timeA.agrees(with: timeB) {
      return false
    }
    if case .quantity(let x) = a.value, case .quantity(let y) = b.value { return x.isComparable(with: y) }
    return true
  }

  func agree(_ a: FieldValue, _ b: FieldValue) -> Bool {
    switch (a, b) {
    case (.date(let x), .date(let y)): x.agrees(with: y)
    case (.quantity(let x), .quantity(let y)): x.agrees(with: y)
    case (.reference(let x), .reference(let y)): target(x) == target(y)
    case (.list(let x), .list(let y)): agree(x, y)
    case (.record(let x), .record(let y)): agree(x, y)
    case (.flag(let x), .flag(let y)): x == y
    case (.markdown(_, let x), .markdown(_, let y)): fold(x) == fold(y)
    default: agreeAsTexts(a, b)
    }
  }

  /// Lists agree when they hold the same, in any order.
  private func agree(_ a: [FieldValue], _ b: [FieldValue]) -> Bool {
    a.allSatisfy { x in b.contains { agree(x, $0) } } && b.allSatisfy { y in a.contains { agree($0, y) } }
  }

  private func agree(_ a: Record, _ b: Record) -> Bool {
    a.facts.allSatisfy { fact in
      guard let other = b.fact(fact.field) else { return true }
      return agree(fact.value, other.value)
    }
  }

  /// Texts in different languages can't disagree.
  private func agreeAsTexts(_ a: FieldValue, _ b: FieldValue) -> Bool {
    guard let textsA = texts(a), let textsB = texts(b) else { return false }
    return textsA.allSatisfy { x in
      textsB.allSatisfy { y in x.language != y.language || fold(x.text) == fold(y.text) }
    }
  }

  private func texts(_ value: FieldValue) -> [LocalizedText]? {
    switch value {
    case .text(let text): [LocalizedText(language: language, text: text)]
    case .localized(let texts): texts
    default: nil
    }
  }

  private func target(_ item: ReferenceItem) -> Target? { targets[item.reference] }

  private func fold(_ text: String) -> String {
    text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}
