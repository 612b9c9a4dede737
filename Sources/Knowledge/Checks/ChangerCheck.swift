import Diagnostics

extension KnowledgeGraph {
  /// Changes that name an act which changes other acts, and none that the changed thing leads to: a slip of the pen.
  func checkChangers() -> [Diagnostic] {
    entityIDs.filter { !self[$0].changes.isEmpty }.flatMap { id -> [Diagnostic] in
      var found: [Diagnostic] = []
      // What it leads to, and what that leads to: a duty, the chapter of an act, the act.
      let near = Set(
        edges(from: id).flatMap { [$0.to.entity] + edges(from: $0.to.entity).map(\.to.entity) } + [id])
      self[id].forEachProvenance { own, _, _ in
        guard let by = own.validity?.by, let changer = own.validity?.changer,
          let others = othersChanged(by: changer, near: near, of: self[id].kind)
        else { return }
        let names = others.map { "'\(self.id(of: $0))'" }.joined(separator: ", ")
        found.append(
          Diagnostic(
            .unrelatedChange, .note,
            "\(self.id(of: changer)) changes \(names), and this leads to another \(schema[self[changer].kind].name)",
            at: place(by.name, in: id),
            help: "look up which one made it so, or write in its file what it amends"))
      }
      return found
    }
  }

  /// What an act changes, where that is all beside the point; `nil` where it changes nothing, or what is near.
  private func othersChanged(by changer: EntityID, near: Set<EntityID>, of kind: KindID) -> [EntityID]? {
    let targets = deeds(by: changer).filter { $0.effect != .follows }.map(\.target).unique
    let kinds = Set(targets.map { self[$0].kind })
    // A draft is ended by the act that it became, whatever else that changes.
    guard !targets.isEmpty, !kinds.contains(kind), !near.contains(changer), near.isDisjoint(with: targets),
      near.contains(where: { kinds.contains(self[$0].kind) })
    else { return nil }
    return targets
  }
}
