import Diagnostics

extension KnowledgeGraph {
  /// Changes of a date, a quantity or a state that name an act which changes other acts, and not the one that the
  /// changed thing is a part of: a slip of the pen. What it must be a part of says the schema, by `required`; whoever is
  /// responsible may well be changed by an act about something else.
  func checkChangers() -> [Diagnostic] {
    entityIDs.filter { !self[$0].changes.isEmpty }.flatMap { id -> [Diagnostic] in
      let wholes = wholes(of: id)
      guard !wholes.isEmpty else { return [] }
      let fields = schema[self[id].kind].fields
      return self[id].facts.filter { fields[$0.field].isChangedByWholes }.flatMap(\.claims).compactMap {
        claim in
        guard let by = claim.provenance.validity?.by, let changer = claim.provenance.validity?.changer,
          let others = othersChanged(by: changer, than: wholes)
        else { return nil }
        let names = others.map { "'\(self.id(of: $0))'" }.joined(separator: ", ")
        return Diagnostic(
          .unrelatedChange, .note,
          "\(self.id(of: changer)) changes \(names), but this is part of '\(self.id(of: wholes[0]))'",
          at: place(by.name, in: id),
          help: "check which one made the change, or say in its file what it amends")
      }
    }
  }

  /// What it must be a part of, and what that is: a duty, the chapter of an act, the act.
  private func wholes(of id: EntityID, depth: Int = 3) -> [EntityID] {
    guard depth > 0 else { return [] }
    let fields = schema[self[id].kind].fields
    return edges(from: id).filter { $0.subfield == nil && fields[$0.field.index].isRequired }
      .flatMap { [$0.to.entity] + wholes(of: $0.to.entity, depth: depth - 1) }.unique
  }

  /// What an act changes, where that is all beside the point; `nil` where it changes nothing, or one of the wholes, or
  /// what changes one of them.
  private func othersChanged(by changer: EntityID, than wholes: [EntityID]) -> [EntityID]? {
    var reached = targets(of: changer)
    let direct = reached
    for target in reached { reached += targets(of: target) }
    let kinds = Set(reached.map { self[$0].kind })
    guard !direct.isEmpty, wholes.contains(where: { kinds.contains(self[$0].kind) }),
      !wholes.contains(changer), Set(wholes).isDisjoint(with: reached)
    else { return nil }
    return direct
  }

  private func targets(of changer: EntityID) -> [EntityID] {
    deeds(by: changer).filter { $0.effect != .follows }.map(\.target).unique
  }
}

extension Field {
  fileprivate var isChangedByWholes: Bool {
    switch type {
    case .date, .quantity, .enumeration, .flag: true
    default: false
    }
  }
}
