package import Diagnostics

extension KnowledgeGraph {
  /// Every check that needs the whole graph; each reads only.
  ///
  /// - Parameter evidence: the stored texts of the sources, by file name; `nil` leaves quotes unchecked.
  package func validate(evidence: [String: SourceText]? = nil) -> [Diagnostic] {
    var diagnostics = checkCycles()
    if let evidence { diagnostics += checkEvidence(evidence) }
    return diagnostics
  }

  func place(_ written: Written, in entity: EntityID) -> Place {
    Place(self[entity].path, written.position, length: max(1, written.text.utf8.count))
  }
}
