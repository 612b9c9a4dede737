package import CommonMark
package import Diagnostics
package import Progress

/// The whole knowledge base, every name resolved: what the checks read and the pages show.
///
/// Immutable; a class because a copy of all its tables' references for every look at it would cost more than the
/// look.
package final class KnowledgeGraph: Sendable {
  /// What resolving found wrong.
  package let diagnostics: [Diagnostic]
  let parts: GraphParts
  // What every page asks for stands here itself: to read it out of a part is to copy the part.
  package let schema: Schema
  package let entities: [Entity]
  /// By entity: the name that pages and links show.
  package let titles: [String]
  /// By their numbers: entities that have no name in the language of these readers.
  private let nameless: Set<Int>
  /// In which texts that are given by language are shown.
  package let language: String
  /// In which dates and quantities are shown.
  package let readerWords: ReaderWords
  private let deeds: Deeds

  /// Links entities that were read one by one.
  ///
  /// - Parameters:
  ///   - entities: in any order; the graph's order depends on their kinds and slugs only.
  ///   - assets: the paths, below `content/`, of the files that are no Markdown.
  ///   - heldBack: by such a path, what publishes a file that is left out whoever links to it.
  ///   - made: what links may lead to beside files.
  ///   - asOf: the day that the knowledge base speaks of; of a month or a year its last one.
  ///   - includesDrafts: whether entities that are held back are part of the site.
  ///   - root: the folder of the knowledge base, as the user named it.
  ///   - previous: the graph of an earlier state: what still holds of it is taken over. The result is the same
  ///     without it.
  ///   - progress: is told how far the linking is.
  package convenience init(
    _ entities: [WrittenEntity], schema: Schema, assets: Set<String> = [], heldBack: [String: String] = [:],
    made: GeneratedPages = .none, language: String = "en", readerWords: ReaderWords? = nil,
    asOf: EDTFDate? = nil,
    includesDrafts: Bool = false, root: String = ".",
    after previous: KnowledgeGraph? = nil, progress: ProgressMeter? = nil
  ) async {
    progress?.begin(.link)
    let input = GraphInput(
      entities: entities, schema: schema, assets: assets, heldBack: heldBack, made: made, language: language,
      readerWords: readerWords ?? ReaderWords(language: language), day: asOf?.day,
      includesDrafts: includesDrafts, commands: AdvisedCommands(root: root))
    if let update = previous.flatMap({ GraphUpdate($0, input, progress) }) {
      self.init(update.parts)
    } else {
      self.init(await GraphParts(input, progress))
    }
  }

  private init(_ graph: KnowledgeGraph, in language: String, _ readerWords: ReaderWords, schema: Schema) {
    parts = graph.parts
    deeds = graph.deeds
    diagnostics = graph.diagnostics
    (self.schema, entities, self.language) = (schema, graph.entities, language)
    self.readerWords = readerWords
    let names = graph.entities.map { entity in
      entity.name(in: language, titles: schema[entity.kind].titles, contentLanguage: graph.contentLanguage)
    }
    nameless = Set(names.indices.filter { names[$0] == nil })
    titles = names.indices.map { names[$0] ?? graph.titles[$0] }
  }

  private init(_ parts: GraphParts) {
    self.parts = parts
    (schema, entities, titles) = (parts.input.schema, parts.entities, parts.titles)
    (language, readerWords, nameless) = (parts.input.language, parts.input.readerWords, [])
    deeds = Deeds(parts.entities, schema: parts.input.schema, day: parts.input.day)
    diagnostics = parts.diagnostics(knowing: GoneEntities([], schema: parts.input.schema))
  }

  /// Of the texts that don't say their language.
  package var contentLanguage: String { parts.input.language }
  /// The day that the knowledge base speaks of, counted from 1970-01-01; `nil` where nobody says it.
  package var day: Int32? { parts.input.day }
  package var names: NameIndex { parts.names }

  package subscript(id: EntityID) -> Entity { entities[Int(id.index)] }

  /// The same graph as readers of another language see it.
  ///
  /// - Parameter schema: the same schema in words of that language.
  package func read(in language: String, _ readerWords: ReaderWords, schema: Schema) -> KnowledgeGraph {
    .init(self, in: language, readerWords, schema: schema)
  }

  package var entityIDs: [EntityID] { entities.indices.map(EntityID.init) }

  package func title(of id: EntityID) -> String { titles[Int(id.index)] }

  /// Whether a name in the language of the readers is known, where that is not the content's.
  package func hasName(_ id: EntityID) -> Bool { !nameless.contains(Int(id.index)) }

  /// Such as `agency/sasac`.
  package func id(of entity: EntityID) -> String { self[entity].id(in: schema) }

  package func entities(of kind: KindID) -> [EntityID] { parts.roster.ranges[kind.index].map(EntityID.init) }

  package func hasEntities(of kind: KindID) -> Bool { entityCount(of: kind) > 0 }

  package func entityCount(of kind: KindID) -> Int { parts.roster.ranges[kind.index].count }

  /// The entity of a Markdown file, by its path below `content/`.
  package func entity(atPath path: String) -> EntityID? {
    if case .page(let entity) = parts.paths.file(at: path) { entity } else { nil }
  }

  package var hasHeldBackEntities: Bool { !parts.roster.drafts.isEmpty }

  /// Whether an entity of that id is one that this build leaves out.
  package func isHeldBack(id: String) -> Bool {
    names.entity(withID: id) == nil && parts.roster.unpublished[id] != nil
  }

  /// Whether there is a file of that path below `content/` which this build leaves out.
  package func isHeldBack(atPath path: String) -> Bool { parts.paths.file(at: path).isUnpublished }
}

// MARK: - Beside another graph

extension KnowledgeGraph {
  /// Whether another graph has the same entities at the same addresses, whatever they say.
  package func hasSamePages(as other: KnowledgeGraph) -> Bool { parts.roster === other.parts.roster }

  /// Whether nothing but running text differs from a graph with the same pages: views have the same pages then.
  package func hasSameFacts(as other: KnowledgeGraph) -> Bool {
    changes(since: other).allSatisfy { id in
      let (a, b) = (self[id], other[id])
      return a.facts == b.facts && a.aliases == b.aliases && title(of: id) == other.title(of: id)
    }
  }

  /// The entities that say something else than in a graph with the same pages, or link elsewhere.
  package func changes(since other: KnowledgeGraph) -> [EntityID] {
    entityIDs.filter { self[$0] !== other[$0] }
  }
}

// MARK: - What leads where

extension KnowledgeGraph {
  package func document(_ id: DocumentID) -> MarkdownDocument { self[id.entity].documents[id.number] }

  /// Where the links of a text lead, by number of the link.
  package func links(in document: DocumentID) -> [LinkTarget] { self[document.entity].links[document.number] }

  /// Those with links to files, lists or views.
  package var entitiesWithAssetLinks: [EntityID] {
    entityIDs.filter { self[$0].hasAssetLinks }
  }

  /// Every item of a relation.
  package var edges: some Collection<Edge> { entities.lazy.flatMap(\.edges) }

  /// Every link in running text that leads to an entity.
  package var mentions: some Collection<Mention> { entities.lazy.flatMap(\.mentions) }

  package func edges(to entity: EntityID) -> [Edge] {
    parts.incomingEdges[entity].map { self[$0.from].edges[Int($0.number)] }
  }

  package func edges(from entity: EntityID) -> [Edge] { self[entity].edges }

  /// What others do to an entity, by relations that end, amend or follow it; in the order of those who do it.
  package func deeds(to entity: EntityID) -> [Deed] { deeds.to(entity) }

  /// What an entity does to others by such relations.
  package func deeds(by entity: EntityID) -> [Deed] { deeds.by(entity) }

  /// What an entity made so in others, or would.
  package func changes(by entity: EntityID) -> [MadeChange] {
    parts.incomingChanges[entity].map { self[$0.from].changes[Int($0.number)] }
  }

  /// Those to go by on the day.
  package func currentEdges(to entity: EntityID) -> [Edge] { edges(to: entity).filter(\.isCurrent) }

  /// Those to go by on the day.
  package func currentEdges(from entity: EntityID) -> [Edge] { edges(from: entity).filter(\.isCurrent) }

  /// The links in running text that lead to an entity.
  package func mentions(from entity: EntityID) -> [Mention] { self[entity].mentions }

  package func mentions(of entity: EntityID) -> [Mention] {
    parts.incomingMentions[entity].map { self[$0.from].mentions[Int($0.number)] }
  }
}

// MARK: - What is said

extension KnowledgeGraph {
  package var quotes: some Collection<Quote> { entities.lazy.flatMap(\.quotes) }

  package func quotes(from source: EntityID) -> [Quote] {
    parts.incomingQuotes[source].map { self[$0.from].quotes[Int($0.number)] }
  }
}

extension WrittenEntity {
  package func id(in schema: Schema) -> String { schema[kind].name + "/" + slug }
}
