package import Diagnostics

extension KnowledgeGraph {
  /// What is wrong although every name leads somewhere; each check reads only.
  package func validate() -> [Diagnostic] {
    checkCycles() + resolved.flatMap(\.problems)
  }

  func place(_ written: Written, in entity: EntityID) -> Place { self[entity].place(of: written) }
}

extension Entity {
  /// Words in quotation marks are evidence only where somebody said them.
  func quotesWithoutSource() -> [Diagnostic] {
    var diagnostics: [Diagnostic] = []
    forEachProvenance { provenance, _ in
      guard provenance.source == nil, let quote = provenance.quote else { return }
      diagnostics.append(
        Diagnostic(
          .invalidClaim, "this quote has no source", at: place(of: quote), help: "add 'source: …' beside it"))
    }
    return diagnostics
  }
}
