package import Diagnostics

extension KnowledgeGraph {
  /// What is wrong although every name leads somewhere; each check reads only.
  package func validate() -> [Diagnostic] {
    checkCycles() + checkLives() + checkChangers() + checkSigla()
      + entities.flatMap(\.problems).withDayAskedOnce
  }

  func place(_ written: Written, in entity: EntityID) -> Place { self[entity].place(of: written) }
}

/// What can be wrong with one entity although every name leads somewhere.
struct EntityCheck {
  let written: WrittenEntity
  let facts: [Fact]
  let aliases: [Alias]
  let schema: Schema

  init(_ written: WrittenEntity, _ facts: [Fact], _ aliases: [Alias], _ schema: Schema) {
    self.written = written
    self.facts = facts
    self.aliases = aliases
    self.schema = schema
  }

  /// Words in quotation marks are evidence only where somebody said them.
  func quotesWithoutSource() -> [Diagnostic] {
    var diagnostics: [Diagnostic] = []
    forEachProvenance(facts, aliases) { own, said, _ in
      guard said.source == nil, let quote = own.quote else { return }
      diagnostics.append(
        Diagnostic(
          .invalidClaim, "this quote has no source", at: written.place(of: quote),
          help: "add 'source: …' beside it"))
    }
    return diagnostics
  }
}
