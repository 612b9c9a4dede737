import Knowledge

extension Register {
  /// What the rows of a section have in common.
  enum Matter: Hashable, Sendable {
    /// On a page of one weight: what is open.
    case open
    case discrepancyClass(String)
    /// On a page of several weights: what weighs less than a fact.
    case weight(DiscrepancyWeight)
    /// What is no conflict.
    case denied
  }

  struct Section: Sendable {
    let matter: Matter
    let rows: [Row]
    /// The sources that take part, those with the most rows first.
    let sources: [EntityID]
    let hasClaimsWithoutSource: Bool

    var isWide: Bool { sources.count > Register.mostSides }

    /// Nothing without rows.
    init?(_ matter: Matter, _ rows: [Row]) {
      guard !rows.isEmpty else { return nil }
      self.matter = matter
      self.rows = rows
      let counts = Register.sources(of: rows.map(\.discrepancy))
      sources = counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map(\.key)
      hasClaimsWithoutSource = rows.contains { $0.discrepancy.claims.contains { $0.source == nil } }
    }
  }

  /// On a page of one weight what is open, then the rest by class; on the others what bears on a fact by class, then
  /// what weighs less. What is no conflict stands behind, unless that is what was asked for.
  func made(_ filter: Filter?) -> [Section] {
    let rows = rows(filter)
    if filter == .state(Schema.notAConflict) { return byClass(rows) }
    let conflicts = rows.filter(\.discrepancy.isConflict)
    let denied = Section(.denied, rows.filter { !$0.discrepancy.isConflict })
    let sections =
      if weight(of: filter) != nil {
        [Section(.open, conflicts.filter(\.discrepancy.isOpen))].compactMap(\.self)
          + byClass(conflicts.filter { !$0.discrepancy.isOpen })
      } else {
        byClass(conflicts.filter(\.discrepancy.matters))
          + DiscrepancyWeight.lighter.compactMap { weight in
            Section(.weight(weight), conflicts.filter { $0.discrepancy.weight == weight })
          }
      }
    return sections + [denied].compactMap(\.self)
  }

  private func byClass(_ rows: [Row]) -> [Section] {
    classes.compactMap { name in
      Section(.discrepancyClass(name), rows.filter { $0.discrepancy.discrepancyClass == name })
    }
  }
}
