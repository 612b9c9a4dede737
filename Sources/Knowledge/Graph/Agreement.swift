import Folding

/// Whether claims say the same: those of one fact, or those of two entities on one matter.
package struct Agreement {
  let language: String
  /// Whether quantities must say the same to agree; else it's enough that both may be true.
  let isExact: Bool

  init(language: String, isExact: Bool = false) {
    self.language = language
    self.isExact = isExact
  }

  /// Whether two claims that are about the same scope and time differ.
  func isDisputed(_ fact: Fact) -> Bool {
    guard fact.claims.count > 1 else { return false }
    // Ten thousand sources may say the same: what is said in the same words is compared once.
    return Dictionary(grouping: fact.claims, by: \.provenance.scope).values.contains { claims in
      var seen: Set<Said> = []
      return hasDispute(claims.filter { seen.insert(said($0)).inserted })
    }
  }

  /// The numbers of the claims that differ from another one about the same scope and time.
  ///
  /// - Parameter areContemporary: whether two claims speak of one time.
  func sides(of fact: Fact, where areContemporary: (Claim, Claim) -> Bool) -> [Int] {
    var sides: Set<Int> = []
    fact.claims.forEachOverlap { first, second in
      guard !sides.contains(first) || !sides.contains(second) else { return }
      let (a, b) = (fact.claims[first], fact.claims[second])
      guard isComparable(a, b), areContemporary(a, b), !agree(a.value, b.value) else { return }
      sides.formUnion([first, second])
    }
    return sides.sorted()
  }

  private func hasDispute(_ claims: [Claim]) -> Bool {
    claims.indices.contains { index in
      claims[..<index].contains { isComparable(claims[index], $0) && !agree(claims[index].value, $0.value) }
    }
  }

  private struct Said: Hashable {
    /// `nil` where the target says it.
    var value: FieldValue?
    var target: Target?
    var asOf: EDTFDate?
  }

  private func said(_ claim: Claim) -> Said {
    if case .reference(let item) = claim.value {
      return Said(target: item.target, asOf: claim.provenance.asOf)
    }
    return Said(value: claim.value, asOf: claim.provenance.asOf)
  }

  /// Whether all claims of one side say what those of the other say; `nil` where none of them are about the same
  /// scope and time.
  package func agree(_ a: [Claim], _ b: [Claim]) -> Bool? {
    let pairs = a.flatMap { x in b.filter { isComparable(x, $0) }.map { (x, $0) } }
    return pairs.isEmpty ? nil : pairs.allSatisfy { agree($0.value, $1.value) }
  }

  package func isComparable(_ a: Claim, _ b: Claim) -> Bool {
    guard a.provenance.scope == b.provenance.scope else { return false }
    // What holds at different times, or is only proposed, contradicts nothing.
    if a.span != nil || b.span != nil {
      let isMade = a.span?.tense != .proposed && b.span?.tense != .proposed
      guard isMade, !a.isTimed || !b.isTimed || a.period.overlaps(b.period) else { return false }
    }
    if let timeA = a.provenance.asOf, let timeB = b.provenance.asOf, !timeA.agrees(with: timeB) {
      return false
    }
    switch (a.value, b.value) {
    case (.quantity(let x), .quantity(let y)): return x.isComparable(with: y)
    case (.date(let date), .text): return mayBeFalse(b, given: date)
    case (.text, .date(let date)): return mayBeFalse(a, given: date)
    default: return true
    }
  }

  /// Whether a date may show that `never` is wrong: it does not where it's later than the day of which that is said.
  private func mayBeFalse(_ never: Claim, given date: EDTFDate) -> Bool {
    never.provenance.asOf.map { date.latest <= $0.earliest } ?? true
  }

  package func agree(_ a: FieldValue, _ b: FieldValue) -> Bool {
    switch (a, b) {
    case (.date(let x), .date(let y)): x.agrees(with: y)
    case (.quantity(let x), .quantity(let y)): isExact ? x.saysTheSame(as: y) : x.agrees(with: y)
    case (.reference(let x), .reference(let y)): x.target == y.target
    case (.list(let x), .list(let y)): agree(x, y)
    case (.record(let x), .record(let y)): agree(x, y)
    case (.markdown(_, let x), .markdown(_, let y)): x.foldedText == y.foldedText
    default: a == b || agreeAsTexts(a, b)
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
      textsB.allSatisfy { y in
        !LanguageTag.areOneLanguage(x.language, y.language) || x.text.foldedText == y.text.foldedText
      }
    }
  }

  private func texts(_ value: FieldValue) -> [LocalizedText]? {
    switch value {
    case .text(let text): [LocalizedText(language: language, text: text)]
    case .localized(let texts): texts
    default: nil
    }
  }
}

extension KnowledgeGraph {
  /// The rules for claims that are held side by side. They ask whether both say the same: "at least 85 %" and "85 %"
  /// differ, though both may be true.
  package var agreement: Agreement { Agreement(language: contentLanguage, isExact: true) }
}
