import Knowledge

/// What one source claims of a target's value, against every figure.
struct Assertion: Sendable {
  let claim: Claim?
  /// `nil` where the target says no value.
  let value: Quantity?
  /// The deadlines that the claim's source gives; those of all where it names none.
  let deadlines: [EDTFDate]
  /// At least one.
  var readings: [Reading]
  /// Whether its author prefers it.
  var isPreferred = false

  /// What parts it is about: by the claim, and by the quantity itself.
  var scopes: [String] { [claim?.provenance.scope, value?.scope].compactMap(\.self).unique }

  /// The value with its scope, on a line; `nil` where the target says none.
  func words(in words: ReaderWords) -> String? {
    guard let value else { return nil }
    return value.display(in: words) + (scopes.isEmpty ? "" : " (\(scopes.joined(separator: "; ")))")
  }
}

/// What one source claims of a figure, against one claim of the target.
struct Reading: Sendable {
  /// The relation to the figure; `nil` where there is none.
  let edge: Edge?
  let claim: Claim?
  let value: Quantity?
  /// The days that the figure is of: what its own claim says, else its source, else all sources.
  var dates: [DateClaim] = []
  /// Whether the source of the figure is that of the target.
  var isOwnSource = false
  let outcome: Outcome

  struct DateClaim: Hashable, Sendable {
    let date: EDTFDate
    let provenance: Provenance
  }
}

/// A target with the figures that measure it.
struct MeasuredTarget {
  let entity: EntityID
  let view: TrackerView
  let facts: GoalFacts
  let graph: KnowledgeGraph

  /// Claim by claim, and for each figure by figure. What is a duty without a number has none.
  var assertions: [Assertion] {
    guard view.value != nil else { return [] }
    guard let fact = facts.value, !fact.quantities.isEmpty else {
      if view.fulfilled != nil { return [] }
      let deadlines = facts.deadlines
      let readings = [Reading(edge: nil, claim: nil, value: nil, outcome: .noValue)]
      return [Assertion(claim: nil, value: nil, deadlines: deadlines, readings: readings)]
    }
    return fact.quantities.map { claim, value in
      let deadlines = dates(of: facts.deadline, source: claim.source)
      let target = DatedQuantity(value, scope: claim.provenance.scope, dates: deadlines.map(\.date).unique)
      let readings = figures.flatMap { self.readings($0, of: target, claim) }
      var assertion = Assertion(
        claim: claim, value: value, deadlines: target.dates,
        readings: readings.isEmpty
          ? [Reading(edge: nil, claim: nil, value: nil, outcome: Outcome(target, measuredBy: nil))] : readings
      )
      assertion.isPreferred = fact.isPreferred(claim)
      return assertion
    }
  }

  /// The relations to the figures that measure it.
  private var figures: [Edge] {
    var seen: Set<EntityID> = []
    return graph.currentEdges(from: entity).filter { edge in
      edge.field.index == view.measuredBy && edge.subfield == nil && seen.insert(edge.to.entity).inserted
    }
  }

  private func readings(_ edge: Edge, of target: DatedQuantity, _ targetClaim: Claim) -> [Reading] {
    let entity = graph[edge.to.entity]
    guard let fields = view.figures[entity.kind], let fact = entity.today(fields.value),
      !fact.quantities.isEmpty
    else {
      return [Reading(edge: edge, claim: nil, value: nil, outcome: .figureWithoutValue)]
    }
    return fact.quantities.map { claim, value in
      let dates = ownDate(claim) ?? dates(of: fields.date.flatMap(entity.today), source: claim.source)
      let measured = DatedQuantity(value, scope: claim.provenance.scope, dates: dates.map(\.date).unique)
      return Reading(
        edge: edge, claim: claim, value: value, dates: dates,
        isOwnSource: claim.source != nil && claim.source == targetClaim.source,
        outcome: Outcome(target, measuredBy: measured))
    }
  }

  private func ownDate(_ claim: Claim) -> [Reading.DateClaim]? {
    claim.provenance.asOf.map { [Reading.DateClaim(date: $0, provenance: claim.provenance)] }
  }

  /// A source's own dates belong to its values; where it gives none, those of all.
  private func dates(of fact: Fact?, source: EntityID?) -> [Reading.DateClaim] {
    let all = fact?.dates ?? []
    let own = all.filter { source != nil && $0.claim.source == source }
    return (own.isEmpty ? all : own).map { Reading.DateClaim(date: $0.date, provenance: $0.claim.provenance) }
      .unique
  }
}
