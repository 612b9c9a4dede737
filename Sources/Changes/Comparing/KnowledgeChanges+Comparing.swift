import Knowledge

extension KnowledgeChanges {
  /// What is different in the later state. The order of lists, the order of front matter and other ways of writing
  /// the same are no difference, nor is that an entity which others name was renamed.
  package init(from before: KnowledgeSnapshot, to after: KnowledgeSnapshot) {
    let matches = EntityMatches(before.graph, after.graph)
    let sides = (
      before: ComparedSide(before: before, matches), after: ComparedSide(after: after)
    )
    self.init(
      discrepancies: Self.discrepancies(before, sides.before, after, sides.after),
      entities: Self.entities(sides.before, sides.after, matches),
      schema: SchemaChange.all(from: before.graph.schema, to: after.graph.schema),
      settings: Self.settings(before.settings, after.settings))
  }

  private static func entities(
    _ before: ComparedSide, _ after: ComparedSide, _ matches: EntityMatches
  ) -> [EntityChange] {
    func label(_ side: ComparedSide, _ entity: EntityID) -> String {
      side.graph.schema[side.graph[entity].kind].label.one
    }
    let changed = after.graph.entityIDs.compactMap { new -> EntityChange? in
      let name = after.name(Target(new))
      guard let old = matches.old[Int(new.index)] else {
        return EntityChange(sort: .added, entity: name, kind: label(after, new))
      }
      let details = EntityDifference(before, old, after, new).details
      let formerID = before.graph.id(of: old)
      if formerID != name.id {
        return EntityChange(
          sort: .renamed, entity: name, formerID: formerID, kind: label(after, new), details: details)
      }
      guard !details.isEmpty else { return nil }
      return EntityChange(sort: .changed, entity: name, kind: label(after, new), details: details)
    }
    let removed = before.graph.entityIDs.filter { matches.new[Int($0.index)] == nil }.map {
      EntityChange(sort: .removed, entity: before.name(Target($0)), kind: label(before, $0))
    }
    return changed + removed
  }

  private static func settings(
    _ before: [(name: String, value: String?)], _ after: [(name: String, value: String?)]
  ) -> [SettingChange] {
    after.compactMap { setting in
      let old = before.first { $0.name == setting.name }?.value
      return old == setting.value ? nil : SettingChange(name: setting.name, old: old, new: setting.value)
    }
  }
}

// MARK: - Discrepancies

extension KnowledgeChanges {
  private struct Place: Hashable {
    var entity: Int
    var anchor: String?
    var field: String?
  }

  private static func discrepancies(
    _ before: KnowledgeSnapshot, _ sideBefore: ComparedSide, _ after: KnowledgeSnapshot,
    _ sideAfter: ComparedSide
  ) -> [DiscrepancyChange] {
    func place(_ discrepancy: Discrepancy, _ side: ComparedSide) -> Place {
      Place(
        entity: side.key(discrepancy.entity), anchor: discrepancy.place?.record,
        field: side.graph.fieldName(of: discrepancy))
    }
    let standing = before.graph.discrepancies
    // Records without ids share a place, so there may be several in one.
    var old = Dictionary(grouping: standing.indices) { place(standing[$0], sideBefore) }
    let others = after.graph.discrepancies.filter { discrepancy in
      let key = place(discrepancy, sideAfter)
      let same = old[key]?.firstIndex { standing[$0].state == discrepancy.state }
      if let same { old[key]?.remove(at: same) }
      return same == nil
    }
    var changes = others.map { discrepancy in
      let key = place(discrepancy, sideAfter)
      let was = old[key]?.first
      if was != nil { old[key]?.removeFirst() }
      return change(discrepancy, from: was.map { standing[$0].state }, to: discrepancy.state, sideAfter)
    }
    // What is left over is gone.
    for index in old.values.joined().sorted() {
      changes.append(change(standing[index], from: standing[index].state, to: nil, sideBefore))
    }
    // That an entity came or went is told as such.
    changes.removeAll { $0.sort == .changed && $0.field == nil && ($0.oldState == nil || $0.newState == nil) }
    return DiscrepancyChange.Sort.allCases.flatMap { sort in changes.filter { $0.sort == sort } }
  }

  /// What is claimed is told while there is a disagreement.
  private static func change(
    _ discrepancy: Discrepancy, from old: String?, to new: String?, _ side: ComparedSide
  ) -> DiscrepancyChange {
    let claims = discrepancy.field.map { field in
      discrepancy.claims.map { claim in
        SaidValue(value: side.shown(claim.value, field), source: claim.provenance.source.map(side.name))
      }
    }
    return DiscrepancyChange(
      sort: new == Schema.openState ? .opened : old == Schema.openState ? .settled : .changed,
      entity: side.name(Target(discrepancy.entity, anchor: discrepancy.place?.record)),
      field: discrepancy.place == nil ? nil : discrepancy.field?.label,
      discrepancyClass: discrepancy.discrepancyClass, weight: discrepancy.weight, oldState: old,
      newState: new,
      claims: new == nil ? [] : claims ?? [])
  }
}
