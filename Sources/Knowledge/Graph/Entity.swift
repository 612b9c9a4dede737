package import CommonMark
import Diagnostics

/// One entity of the graph: what its file says, every name in it looked up, and what follows from that.
///
/// Immutable; a class so that graphs can share it.
package final class Entity: Sendable {
  package let id: EntityID
  /// The file as it was read.
  let written: WrittenEntity
  /// In the order of the schema's fields; fields that the file doesn't give are left out.
  package let facts: [Fact]
  package let aliases: [Alias]
  /// Where the links of the running texts lead, by document and number of the link.
  package let links: [[LinkTarget]]
  /// The entities that the front matter names.
  let named: [EntityID]
  let edges: [Edge]
  /// The numbers of the edges that must not lead back to where they began.
  let acyclicEdges: [Int]
  let mentions: [Mention]
  /// Facts on which claims differ, and those of which the author says that there is no conflict.
  let disputes: [Discrepancy]
  /// The disagreement that the entity tells of, where it's of the kind for these.
  package let toldDiscrepancy: Discrepancy?
  let quotes: [Quote]
  /// What others made so, by its own word.
  let changes: [MadeChange]
  /// What resolving found wrong.
  let diagnostics: [Diagnostic]
  let unknownNames: [UnknownName]
  /// What the checks of a single entity found.
  let problems: [Diagnostic]
  /// The folded names that it asked for, as hashes: with another owner of one of them, it must be resolved again.
  let askedNames: [Int]

  init(_ written: WrittenEntity, _ id: EntityID, by resolver: inout Resolver) {
    let schema = resolver.schema
    resolver.begin(written, id)
    self.id = id
    self.written = written
    facts = resolver.facts(of: written)
    aliases = written.aliases.map { resolver.resolve($0) }
    links = resolver.resolveLinks(of: written)
    resolver.tellOnce()
    named = resolver.named
    diagnostics = resolver.diagnostics
    unknownNames = resolver.unknownNames
    askedNames = resolver.askedNames
    let edges = Edge.all(facts, of: id, kind: written.kind)
    self.edges = edges
    acyclicEdges = edges.indices.filter { schema.relation(of: edges[$0])?.isAcyclic == true }
    mentions = Mention.all(of: written, id, links: links)
    disputes = Discrepancy.all(facts, of: id, kind: written.kind, schema)
    toldDiscrepancy = Discrepancy(toldBy: id, kind: written.kind, facts, schema)
    quotes = Quote.all(facts, aliases, of: id)
    changes = MadeChange.all(facts, of: id, kind: written.kind)
    let check = EntityCheck(written, facts, aliases, schema)
    // Items of a group share what it says.
    problems =
      (check.quotesWithoutSource() + check.addressesWithPassword() + check.formulas()
      + check.periods(on: resolver.day) + check.reviewTerms()).unique
  }
}

extension Entity {
  package var kind: KindID { written.kind }
  /// The path below the kind's folder, without `.md`.
  package var slug: String { written.slug }
  /// The path of the file in the knowledge base.
  package var path: String { written.path }
  package var formerIDs: [Written] { written.formerIDs }
  package var formerAddresses: [String] { written.formerAddresses }
  /// What groups and defaults name, also where nothing takes it.
  package var surroundingReferences: [WrittenReference] {
    written.surroundings.flatMap { [$0.provenance.source, $0.provenance.validity?.by].compactMap(\.self) }
  }
  package var isSection: Bool? { written.isSection }
  package var isPublished: Bool { written.isPublished }
  /// The body first, then each text of a Markdown field.
  package var documents: [MarkdownDocument] { written.documents }
  package var body: MarkdownDocument? { written.body }
  /// The records that have an id of their own, and so an anchor on the page.
  package var anchors: [Written] { written.anchors }

  package func fact(_ field: Int) -> Fact? { facts.first { $0.field == field } }

  package func id(in schema: Schema) -> String { written.id(in: schema) }

  func place(of written: Written) -> Place { self.written.place(of: written) }

  /// The facts on which claims differ.
  package var discrepancies: [Discrepancy] { disputes.filter { $0.fact?.isDisputed ?? false } }

  package var hasDiscrepancies: Bool { disputes.contains { $0.fact?.isDisputed ?? false } }

  /// Whether one of the links leads to a file or page that is no entity's.
  var hasAssetLinks: Bool { links.joined().contains { if case .asset = $0 { true } else { false } } }
}
