/// On which page a thing stands that has none of its own.
package enum SectionHost: Hashable, Sendable {
  case entity(EntityID)
  /// The list of its kind.
  case list(KindID)
}

extension KnowledgeGraph {
  /// Those that are sections of other pages, with these; by its file, else by its kind.
  ///
  /// A section of a section stands on the page that the other one stands on. Where they go in a circle, they stand in
  /// the list of their kind.
  package var sections: [EntityID: SectionHost] {
    let sections = entityIDs.filter(isSection)
    guard !sections.isEmpty else { return [:] }
    let all = Set(sections)
    return Dictionary(uniqueKeysWithValues: sections.map { ($0, host(of: $0, among: all)) })
  }

  /// The last of the sections that a section stands beneath; itself where it stands beneath none, or goes in a circle.
  package func outermostSection(of id: EntityID) -> EntityID {
    var seen: Set<EntityID> = []
    var current = id
    while seen.insert(current).inserted {
      guard let next = parent(of: current), isSection(next) else { return current }
      current = next
    }
    return id
  }

  private func isSection(_ id: EntityID) -> Bool {
    let kind = schema[self[id].kind]
    return !kind.isPlainPage && self[id].isSection ?? kind.sections.isUsual
  }

  private func host(of id: EntityID, among sections: Set<EntityID>) -> SectionHost {
    var seen: Set<EntityID> = []
    var current = id
    while seen.insert(current).inserted {
      guard let next = parent(of: current) else { return .list(self[current].kind) }
      if !sections.contains(next) { return .entity(next) }
      current = next
    }
    return .list(self[id].kind)
  }

  /// What the first of the relations leads to.
  private func parent(of id: EntityID) -> EntityID? {
    let edges = currentEdges(from: id).filter { $0.subfield == nil }
    return schema[self[id].kind].sections.under.lazy
      .compactMap { field in edges.first { $0.field.index == field && $0.to.entity != id }?.to.entity }.first
  }
}
