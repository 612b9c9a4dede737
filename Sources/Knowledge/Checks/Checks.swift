package import Diagnostics

extension KnowledgeGraph {
  /// Every check that needs the whole graph and nothing else; each reads only.
  package func validate() -> [Diagnostic] {
    checkCycles() + checkQuotesHaveSources()
  }

  /// Words in quotation marks are evidence only where somebody said them.
  private func checkQuotesHaveSources() -> [Diagnostic] {
    var diagnostics: [Diagnostic] = []
    for (index, entity) in entities.enumerated() {
      entity.forEachProvenance { provenance, _ in
        guard provenance.source == nil, let quote = provenance.quote else { return }
        diagnostics.append(
          Diagnostic(
            .invalidClaim, "this quote has no source", at: place(quote, in: EntityID(index)),
            help: "add 'source: …' beside it"))
      }
    }
    return diagnostics
  }

  func place(_ written: Written, in entity: EntityID) -> Place {
    Place(self[entity].path, written.position, length: max(1, written.text.utf8.count))
  }
}
