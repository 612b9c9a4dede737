package import Diagnostics

extension KnowledgeGraph {
  /// Every check that needs the whole graph and nothing else; each reads only.
  package func validate() -> [Diagnostic] {
    checkCycles()
  }

  func place(_ written: Written, in entity: EntityID) -> Place {
    Place(self[entity].path, written.position, length: max(1, written.text.utf8.count))
  }
}
