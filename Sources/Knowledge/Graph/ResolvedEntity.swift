import Diagnostics

/// What resolving made of one entity: where its references and links lead, and what follows from that.
///
/// Immutable; a class so that graphs can share it.
final class ResolvedEntity: Sendable {
  /// By number of the reference; `nil` where that is a mistake, reported already.
  let references: [Target?]
  /// By document and number of the link.
  let links: [[LinkTarget]]
  /// Whether one of the links leads to a file or page that is no entity's.
  let hasAssetLinks: Bool
  let edges: [Edge]
  /// The numbers of the edges that must not lead back to where they began.
  let acyclicEdges: [Int]
  let mentions: [Mention]
  let discrepancies: [Discrepancy]
  /// The disagreements, and beside them the facts of which the author says that there is none.
  let assessedDiscrepancies: [Discrepancy]
  let quotes: [Quote]
  let diagnostics: [Diagnostic]
  let unknownNames: [UnknownName]
  /// What the checks of a single entity found.
  let problems: [Diagnostic]
  /// The folded names that it asked for, as hashes: with another owner of one of them, it must be resolved again.
  let askedNames: [Int]

  init(
    _ id: EntityID, _ entity: Entity, _ found: Resolver.Found, schema: Schema, language: String
  ) {
    references = found.references
    links = found.links
    hasAssetLinks = found.links.joined().contains { if case .asset = $0 { true } else { false } }
    diagnostics = found.diagnostics
    unknownNames = found.unknownNames
    askedNames = found.askedNames
    let edges = Edge.all(of: entity, id, references: found.references)
    self.edges = edges
    acyclicEdges = edges.indices.filter { schema.relation(of: edges[$0])?.isAcyclic == true }
    mentions = Mention.all(of: entity, id, links: found.links)
    discrepancies = Discrepancy.all(
      of: entity, id, schema: schema, references: found.references, language: language)
    assessedDiscrepancies = Discrepancy.assessed(discrepancies, of: entity, id, schema: schema)
    quotes = Quote.all(of: entity, id, references: found.references)
    problems = entity.quotesWithoutSource() + entity.addressesWithPassword(schema) + entity.formulas()
  }
}
