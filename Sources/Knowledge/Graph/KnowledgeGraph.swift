package import Diagnostics

/// The whole knowledge base, every name resolved: what the checks read and the pages show.
///
/// Immutable; a class because a copy of all its tables' references for every look at it would cost more than the
/// look.
package final class KnowledgeGraph: Sendable {
  package let schema: Schema
  package let language: String
  package let entities: [Entity]
  /// By entity: the name that pages and links show.
  package let titles: [String]
  package let names: NameIndex
  /// By entity and number of the reference: where it leads; `nil` where that is a mistake, reported already.
  package let references: [[Target?]]
  /// By entity, document and number of the link.
  package let links: [[[LinkTarget]]]
  package let edges: [Edge]
  package let mentions: [Mention]
  package let discrepancies: [Discrepancy]
  /// The disagreements, and beside them the facts of which the author says that there is none.
  package let assessedDiscrepancies: [Discrepancy]
  package let quotes: [Quote]
  /// What resolving found wrong.
  package let diagnostics: [Diagnostic]

  private let incomingEdges: Adjacency
  private let outgoingEdges: Adjacency
  private let mentionsByTarget: Adjacency
  private let discrepanciesByEntity: Adjacency
  private let discrepanciesByPlace: [FactPlace: Int]
  private let quotesBySource: Adjacency

  /// Links entities that were read one by one.
  ///
  /// - Parameters:
  ///   - entities: in any order; the graph's order depends on their kinds and slugs only.
  ///   - assets: the paths, below `content/`, of the files that are no Markdown.
  ///   - made: what links may lead to beside files.
  ///   - includesDrafts: whether entities with `publish: false` are part of the site.
  package init(
    _ entities: [Entity], schema: Schema, assets: Set<String> = [], made: MadePages = .none,
    language: String = "en", includesDrafts: Bool = false
  ) {
    let roster = Roster(entities, schema: schema, language: language, includesDrafts: includesDrafts)
    var resolver = Resolver(roster, schema: schema, assets: assets, made: made)
    let references = resolver.resolveReferences()
    let links = resolver.resolveLinks()
    let edges = Edge.all(in: roster.entities, references: references)
    let mentions = Mention.all(in: roster.entities, links: links)
    let discrepancies = Discrepancy.all(
      in: roster.entities, schema: schema, references: references, language: language)
    let quotes = Quote.all(in: roster.entities, references: references)
    let count = roster.entities.count

    self.schema = schema
    self.language = language
    self.entities = roster.entities
    titles = roster.titles
    names = resolver.names
    self.references = references
    self.links = links
    self.edges = edges
    self.mentions = mentions
    self.discrepancies = discrepancies
    assessedDiscrepancies = Discrepancy.assessed(discrepancies, in: roster.entities, schema: schema)
    self.quotes = quotes
    diagnostics = resolver.diagnostics
    incomingEdges = Adjacency(edges.map(\.to.entity), entityCount: count)
    outgoingEdges = Adjacency(edges.map(\.from), entityCount: count)
    mentionsByTarget = Adjacency(mentions.map(\.to.entity), entityCount: count)
    discrepanciesByPlace = Dictionary(
      discrepancies.enumerated().map { (FactPlace(entity: $1.entity, position: $1.fact.position), $0) },
      uniquingKeysWith: { first, _ in first })
    discrepanciesByEntity = Adjacency(discrepancies.map(\.entity), entityCount: count)
    quotesBySource = Adjacency(quotes.map(\.source), entityCount: count)
  }

  package subscript(id: EntityID) -> Entity {
    // Lends the entity: copying it would count up a dozen references.
    _read { yield entities[Int(id.index)] }
  }

  package var entityIDs: [EntityID] { entities.indices.map(EntityID.init) }

  package func title(of id: EntityID) -> String { titles[Int(id.index)] }

  /// Such as `agency/sasac`.
  package func id(of entity: EntityID) -> String { self[entity].id(in: schema) }

  package func target(of reference: Int, in entity: EntityID) -> Target? {
    references[Int(entity.index)][reference]
  }

  package func entities(of kind: KindID) -> [EntityID] { entityIDs.filter { self[$0].kind == kind } }

  package func edges(to entity: EntityID) -> [Edge] { incomingEdges[entity].map { edges[Int($0)] } }

  package func edges(from entity: EntityID) -> [Edge] { outgoingEdges[entity].map { edges[Int($0)] } }

  /// The links in running text that lead to an entity.
  package func mentions(of entity: EntityID) -> [Mention] {
    mentionsByTarget[entity].map { mentions[Int($0)] }
  }

  package func discrepancies(in entity: EntityID) -> [Discrepancy] {
    discrepanciesByEntity[entity].map { discrepancies[Int($0)] }
  }

  /// The disagreement on a fact of an entity, or of one of its records.
  package func discrepancy(on fact: Fact, of entity: EntityID) -> Discrepancy? {
    discrepanciesByPlace[FactPlace(entity: entity, position: fact.position)].map { discrepancies[$0] }
  }

  package func quotes(from source: EntityID) -> [Quote] { quotesBySource[source].map { quotes[Int($0)] } }
}

extension Entity {
  package func id(in schema: Schema) -> String { schema[kind].name + "/" + slug }
}

/// No two facts of a file begin at the same place.
struct FactPlace: Hashable {
  let entity: EntityID
  let position: Position
}
