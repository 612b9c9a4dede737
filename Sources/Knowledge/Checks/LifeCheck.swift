import Diagnostics

extension KnowledgeGraph {
  /// What can't be true of lives: an end before the beginning, an act that ends another before that was there, a
  /// follower that is older than what it follows.
  func checkLives() -> [Diagnostic] {
    entityIDs.flatMap { id -> [Diagnostic] in
      let deeds = deeds(to: id)
      guard !deeds.isEmpty || hasEnd(id) else { return [] }
      return endBeforeBeginning(id) + deeds.compactMap { tooEarly($0) }
    }
  }

  private func hasEnd(_ id: EntityID) -> Bool {
    let life = schema[self[id].kind].life
    return [life.until, life.through].contains { $0.map { self[id].today($0) != nil } ?? false }
  }

  private func endBeforeBeginning(_ id: EntityID) -> [Diagnostic] {
    let life = life(of: id)
    guard let begins = life.begins, let ends = life.ends, ends.latest < begins.earliest,
      let position = [schema[self[id].kind].life.until, schema[self[id].kind].life.through].lazy.compactMap({
        field in
        field.flatMap { self[id].today($0)?.position }
      }).first
    else { return [] }
    return [
      Diagnostic(
        .impossibleLife, .warning, "this ends (\(ends)) before it has begun (\(begins))",
        at: Place(self[id].path, position), help: "check both dates")
    ]
  }

  private func tooEarly(_ deed: Deed) -> Diagnostic? {
    guard deed.tense != .proposed, let begins = self[deed.target].begins(in: schema), let on = deed.on,
      on.latest < begins.earliest
    else { return nil }
    let (doer, target) = (id(of: deed.doer), id(of: deed.target))
    let message =
      switch deed.effect {
      case .ends: "\(doer) ends \(target) (\(on)) before it has begun (\(begins))"
      case .amends: "\(doer) amends \(target) (\(on)) before it has begun (\(begins))"
      case .follows: "\(doer) follows \(target) (\(on)) before it has begun (\(begins))"
      }
    return Diagnostic(
      .impossibleLife, .warning, message, at: place(deed.edge.item.reference.name, in: deed.doer),
      help: "check both dates, and whether it is the other way round")
  }
}
