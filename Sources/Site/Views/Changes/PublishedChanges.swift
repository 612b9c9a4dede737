import Changes
import Knowledge

extension ChangesView {
  /// The records without what they say on entities that are held back now: one may have been published when the record
  /// was made.
  func published(_ entries: [Entry], in graph: KnowledgeGraph) -> [Entry] {
    guard graph.hasHeldBackEntities else { return entries }
    return entries.map { entry in
      var record = entry.record
      record.changes = record.changes.without { graph.isHeldBack(id: $0) }
      return Entry(slug: entry.slug, record: record)
    }
  }
}

extension KnowledgeChanges {
  /// - Parameter isHidden: whether an entity of that id is not to be told of.
  fileprivate func without(_ isHidden: (String) -> Bool) -> KnowledgeChanges {
    var changes = self
    changes.discrepancies.removeAll { isHidden($0.entity.id) }
    changes.entities = entities.compactMap { entity in
      if isHidden(entity.entity.id) || entity.formerID.map(isHidden) == true { return nil }
      var entity = entity
      let count = entity.details.count
      entity.details.removeAll { detail in
        [detail.target, detail.source].contains { $0.map { isHidden($0.id) } == true }
      }
      // Nothing is left to say of one that only changed towards what is hidden.
      return entity.sort == .changed && entity.details.isEmpty && count > 0 ? nil : entity
    }
    return changes
  }
}
