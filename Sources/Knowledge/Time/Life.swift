/// How an entity stands on the day: not there yet, there, ended, or only proposed.
package struct Life: Sendable {
  package enum State: String, Sendable {
    case proposed, ahead, current, ended
  }

  package let state: State
  /// As its field has it; `nil` where nothing is said.
  package let begins: EDTFDate?
  /// Its last day or the day on which it has ended, whichever its kind has.
  package let ends: EDTFDate?
  /// Whether `ends` is the last day on which it still is.
  package let isLastDay: Bool
  /// What others do to it.
  package let deeds: [Deed]

  /// What has ended it, or will.
  package var endings: [Deed] { deeds.filter { $0.effect == .ends } }

  /// Whoever has its tasks now.
  package var followers: [EntityID] {
    deeds.filter { $0.effect == .follows && $0.tense == .past }.map(\.doer).unique
  }
}

extension KnowledgeGraph {
  /// Whether an entity says of itself that it's only proposed.
  package func isProposed(_ id: EntityID) -> Bool { self[id].isProposed(in: schema) }

  /// Whether all that a thing is a part of is only proposed; not where it is a part of nothing.
  package func areProposed(_ wholes: [EntityID]) -> Bool {
    !wholes.isEmpty && wholes.allSatisfy { isProposed($0) }
  }

  /// The word by which an entity says so: draft, withdrawn …
  package func proposedStatus(of id: EntityID) -> String? { self[id].proposedStatus(in: schema) }

  package func life(of id: EntityID) -> Life {
    let entity = self[id]
    let fields = schema[entity.kind].life
    let begins = entity.date(fields.from)
    let until = entity.date(fields.until)
    let through = entity.date(fields.through)
    let deeds = deeds(to: id)
    let day = day ?? .max - 1
    let hasEnded =
      until.map { $0.earliest <= day } ?? false || through.map { $0.latest < day } ?? false
      || deeds.contains { $0.effect == .ends && $0.tense == .past }
    let isAhead = begins.map { $0.earliest > day } ?? false
    let state: Life.State =
      entity.isProposed(in: schema) ? .proposed : hasEnded ? .ended : isAhead ? .ahead : .current
    return Life(
      state: state, begins: begins, ends: until ?? through, isLastDay: until == nil && through != nil,
      deeds: deeds)
  }

  /// Whoever has an entity's tasks on the day, where others follow it.
  package func followers(of id: EntityID) -> [EntityID] {
    deeds(to: id).filter { $0.effect == .follows && $0.tense == .past }.map(\.doer).unique
  }
}
