/// Which entities are only proposed. A status may itself be made so by another entity, whose status may hang on a third.
extension Resolver {
  /// Whether an entity says that it is only proposed. An unknown status counts as made, and so does, for those in a
  /// circle, whatever else is in it: a circle says nothing.
  ///
  /// Tarjan's strongly connected components, with a stack of its own: an answer depends on no order, a chain may be
  /// long, and a hundred acts that make one another are asked once each.
  mutating func isProposed(_ entity: EntityID) -> Bool {
    if let known = proposed[entity] { return known }
    var walk = ComponentWalk()
    walk.enter(entity, changersOfStatus(entity))
    while let (current, next) = walk.step() {
      if let next {
        if proposed[next] != nil {
          continue
        } else if walk.knows(next) {
          walk.note(next, from: current)
        } else {
          walk.enter(next, changersOfStatus(next))
        }
      } else if let circle = walk.leave(current) {
        for member in circle { proposed[member] = false }
        let answers = circle.map { ownProposal($0) }
        for (member, answer) in zip(circle, answers) { proposed[member] = answer }
      }
    }
    return proposed[entity] ?? false
  }

  /// Those on whose status that of an entity hangs.
  private func changersOfStatus(_ entity: EntityID) -> [EntityID] {
    facts(ofStatus: entity).flatMap { $0.claims.compactMap { $0.provenance.folded.validity?.by } }
      .compactMap { found($0) }
  }

  /// What an entity's own fields tell, where all is known on which they hang.
  private mutating func ownProposal(_ entity: EntityID) -> Bool {
    let fields = schema[entities[Int(entity.index)].kind].fields
    // Where several fields tell it, the last one that says something does: the status of an act after its type.
    for fact in facts(ofStatus: entity).reversed() {
      guard case .text(let status)? = valueOfDay(fact) else { continue }
      return fields[fact.field].proposedValues.contains(status)
    }
    return false
  }

  private func facts(ofStatus entity: EntityID) -> [WrittenFact] {
    let written = entities[Int(entity.index)]
    let fields = schema[written.kind].fields
    return written.facts.filter { !fields[$0.field].proposedValues.isEmpty }
  }
}

/// A walk over what hangs on what, which gives each circle once all that it hangs on has been given.
private struct ComponentWalk {
  private var numbers: [EntityID: Int] = [:]
  private var lowest: [EntityID: Int] = [:]
  /// Those entered and not yet given, in the order in which they were entered.
  private var waiting: [EntityID] = []
  private var open: [(entity: EntityID, targets: [EntityID], next: Int)] = []

  func knows(_ entity: EntityID) -> Bool { numbers[entity] != nil }

  mutating func enter(_ entity: EntityID, _ targets: [EntityID]) {
    numbers[entity] = numbers.count
    lowest[entity] = numbers[entity]
    waiting.append(entity)
    open.append((entity, targets, 0))
  }

  /// The entity at hand and the next one that it hangs on; none of those where it is done.
  mutating func step() -> (current: EntityID, next: EntityID?)? {
    guard let (entity, targets, next) = open.last else { return nil }
    open[open.count - 1].next += 1
    return (entity, next < targets.count ? targets[next] : nil)
  }

  /// That an entity leads back to one that was entered before.
  mutating func note(_ target: EntityID, from entity: EntityID) { lower(entity, to: numbers[target]) }

  /// The members of the circle whose first one is done, which may be that one alone.
  mutating func leave(_ entity: EntityID) -> [EntityID]? {
    open.removeLast()
    if let around = open.last { lower(around.entity, to: lowest[entity]) }
    guard lowest[entity] == numbers[entity], let first = waiting.lastIndex(of: entity) else { return nil }
    defer { waiting.removeSubrange(first...) }
    return Array(waiting[first...])
  }

  private mutating func lower(_ entity: EntityID, to number: Int?) {
    guard let number, let own = lowest[entity] else { return }
    lowest[entity] = min(own, number)
  }
}
