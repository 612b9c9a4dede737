/// What is only proposed, by the values that the schema names for that.
extension Schema {
  /// Whether anything can be said to be only proposed.
  package var knowsProposals: Bool {
    kindIDs.contains { self[$0].fields.contains { !$0.proposedValues.isEmpty } }
  }
}

extension Fact {
  /// Whether all that it says is only proposed.
  package var isProposed: Bool { !claims.isEmpty && claims.allSatisfy { $0.span?.tense == .proposed } }

  /// The fact as a proposal would have it, where nothing else says a value.
  package var asProposed: Fact {
    var fact = self
    fact.claims = claims.map { claim in claim.span.map { claim.inItsTime($0) } ?? claim }
    fact.isWhole = true
    return fact
  }
}
