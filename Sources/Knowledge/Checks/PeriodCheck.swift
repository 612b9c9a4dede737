import Diagnostics

extension EntityCheck {
  /// What is odd about the times of claims, or can't be known for want of a day.
  ///
  /// - Parameter day: that the knowledge base speaks of.
  func periods(on day: Int32?) -> [Diagnostic] {
    var found: [Diagnostic] = []
    if day == nil, let position = facts.lazy.compactMap(\.firstTime).first {
      found.append(
        Diagnostic(
          .unknownDay,
          "this holds only for a time, but the knowledge base does not say which day it describes",
          at: Place(written.path, position),
          help: "set the day in remit.yaml, such as as_of: 2026-01-31, or with --as-of"))
    }
    for fact in facts {
      found += odd(fact)
      for case .record(let record) in fact.claims.flatMap(\.value.items) {
        found += record.facts.flatMap(odd)
      }
    }
    return found
  }

  private func odd(_ fact: Fact) -> [Diagnostic] {
    guard fact.claims.count > 1, fact.claims.contains(where: { $0.provenance.validity != nil }) else {
      return []
    }
    let made = fact.claims.filter { $0.span?.tense != .proposed }
    let found = Dictionary(grouping: made, by: \.provenance.scope).values.flatMap { claims in
      overlaps(claims) + gaps(claims) + changesWithoutDay(claims)
    }
    return (found + changesOfNothing(made) + standingBeside(fact, made)).sorted {
      $0.place?.position ?? .start < $1.place?.position ?? .start
    }
  }

  /// One source that says two things of one time; two that hold together though neither contradicts the other.
  private func overlaps(_ claims: [Claim]) -> [Diagnostic] {
    let agreement = Agreement(language: "")
    var found: [Int: Diagnostic] = [:]
    claims.forEachOverlap { first, second in
      let (earlier, claim) = (claims[first], claims[second])
      // Each is told once, beside the first that it overlaps.
      guard found[second] == nil, claim.isTimed, earlier.isTimed, claim.source == earlier.source,
        agreement.isComparable(claim, earlier), !agreement.agree(claim.value, earlier.value)
      else { return }
      found[second] = Diagnostic(
        .overlappingClaims, .note,
        "this overlaps in time with what \(claim.source == nil ? "is said" : "the same source says") above",
        at: Place(written.path, claim.position),
        notes: [Diagnostic.Note("said here", at: Place(written.path, earlier.position))],
        help: "add 'until' to one of the two, or 'by' to the later one")
    }
    return found.sorted { $0.key < $1.key }.map(\.value)
  }

  /// A change that ends nothing, as what it seems to change is said of other parts.
  private func changesOfNothing(_ claims: [Claim]) -> [Diagnostic] {
    let begins = Dictionary(grouping: claims, by: \.provenance.scope).compactMapValues { claims in
      claims.map(\.period.start).min()
    }
    return claims.compactMap { claim in
      guard let from = claim.provenance.validity?.from?.earliest, claim.provenance.validity?.changer != nil,
        begins[claim.provenance.scope].map({ $0 >= from }) ?? true
      else { return nil }
      let before = claims.filter { $0.period.start < from }
      guard let other = before.first(where: { $0.period.contains(from) }) else { return nil }
      let scope = other.provenance.scope.map { "'\($0)'" } ?? "the whole"
      return Diagnostic(
        .changeWithoutDay, .note, "this change ends nothing: the earlier claim is about \(scope)",
        at: Place(written.path, claim.position),
        notes: [Diagnostic.Note("said here", at: Place(written.path, other.position))],
        help: "if it changes that claim, give it the same 'scope'")
    }
  }

  /// A value that begins on a day and leaves another one standing: both hold from then. Where that is told as a
  /// disagreement of sources, it needs no note.
  private func standingBeside(_ fact: Fact, _ claims: [Claim]) -> [Diagnostic] {
    guard fact.assessment?.state != Schema.notAConflict else { return [] }
    let agreement = Agreement(language: "")
    return claims.compactMap { claim in
      // An exception that ends of itself leaves the rule as it is.
      guard let validity = claim.provenance.validity, let from = validity.from, validity.until == nil,
        validity.changer == nil,
        !claim.period.isEmpty,
        let other = claims.first(where: { other in
          !other.isTimed && (fact.dispute == nil || claim.source == other.source)
            && other.period.contains(from.earliest) && agreement.isComparable(claim, other)
            && !agreement.agree(claim.value, other.value)
        })
      else { return nil }
      return Diagnostic(
        .overlappingClaims, .note, "this begins on \(from), but the other claim does not end then",
        at: Place(written.path, claim.position),
        notes: [Diagnostic.Note("said here", at: Place(written.path, other.position))],
        help: "add 'until: \(from)' to the other claim, or 'by' to this one, to name what changed it")
    }
  }

  /// What was changed by something that was made, and nobody says from when: it stands beside what it changed.
  private func changesWithoutDay(_ claims: [Claim]) -> [Diagnostic] {
    claims.filter { !$0.isTimed && $0.provenance.validity?.changer != nil }.compactMap { claim in
      let agreement = Agreement(language: "")
      guard claims.contains(where: { !agreement.agree($0.value, claim.value) }) else { return nil }
      return Diagnostic(
        .changeWithoutDay, .warning, "this was changed, but nothing says from which day it holds",
        at: Place(written.path, claim.position),
        help: "add 'from: …', the first day on which it holds; the earlier claim then ends on that day")
    }
  }

  /// A stretch of days between two claims on which none holds.
  private func gaps(_ claims: [Claim]) -> [Diagnostic] {
    let ordered = claims.sorted { $0.period.start < $1.period.start }
    var found: [Diagnostic] = []
    var end = ordered[0].period.end
    for claim in ordered.dropFirst() {
      if claim.period.start > end, claim.isTimed, let from = EDTFDate(dayNumber: end) {
        found.append(
          Diagnostic(
            .gapBetweenClaims, .note, "no claim covers the time from \(from) until this begins",
            at: Place(written.path, claim.position),
            help: "if the earlier value still held, set its 'until' to the 'from' of this one"))
      }
      end = max(end, claim.period.end)
    }
    return found
  }
}

extension Fact {
  /// The first place that says when something holds.
  fileprivate var firstTime: Position? {
    for claim in claims {
      if claim.isTimed { return claim.position }
      for value in claim.value.items {
        switch value {
        case .reference(let item) where item.provenance.validity?.isTimed ?? false: return claim.position
        case .record(let record):
          if record.provenance.validity?.isTimed ?? false { return claim.position }
          if let inner = record.facts.lazy.compactMap(\.firstTime).first { return inner }
        default: break
        }
      }
    }
    return nil
  }
}

extension [Diagnostic] {
  /// That nobody says the day is told once.
  var withDayAskedOnce: [Diagnostic] {
    let first = firstIndex { $0.id == .unknownDay }
    return indices.filter { self[$0].id != .unknownDay || $0 == first }.map { self[$0] }
  }
}
