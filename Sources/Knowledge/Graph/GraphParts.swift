import Diagnostics

/// What a graph is made from.
struct GraphInput: Sendable {
  /// As they were given, before they are put into order.
  let entities: [Entity]
  let schema: Schema
  let assets: Set<String>
  let heldBack: [String: String]
  let made: MadePages
  let language: String
  let includesDrafts: Bool

  func hasSameFrame(as other: GraphInput) -> Bool {
    entities.count == other.entities.count && includesDrafts == other.includesDrafts
      && language == other.language && assets == other.assets && heldBack == other.heldBack
      && made == other.made && schema == other.schema
  }
}

/// What a graph consists of; made from everything, or from an earlier graph's parts and what changed since.
struct GraphParts {
  var input: GraphInput
  let roster: Roster
  var entities: [Entity]
  var titles: [String]
  var names: NameIndex
  let paths: LinkPaths
  let ties: [Diagnostic]
  var resolved: [ResolvedEntity]
  /// What unknown names were answered with, for the next state.
  var suggestions: Suggestions
  var incomingEdges: Incoming
  var incomingMentions: Incoming
  var incomingQuotes: Incoming

  init(_ input: GraphInput) {
    self.input = input
    let schema = input.schema
    let (roster, entities) = Roster.ordering(
      input.entities, schema: schema, language: input.language, includesDrafts: input.includesDrafts)
    let titles = entities.map { $0.title(language: input.language) }
    let names = NameIndex(entities, titles: titles, roster: roster, schema: schema)
    let paths = LinkPaths(
      entities, drafts: roster.drafts, schema: schema, assets: input.assets, heldBack: input.heldBack,
      made: input.made)
    var resolver = Resolver(schema: schema, entities: entities, names: names, paths: paths)
    let resolved = entities.enumerated().map { index, entity in
      ResolvedEntity(
        EntityID(index), entity, resolver.resolve(entity), schema: schema, language: input.language)
    }
    self.roster = roster
    self.entities = entities
    self.titles = titles
    self.names = names
    self.paths = paths
    self.resolved = resolved
    suggestions = resolver.suggestions
    ties = names.reportTies(among: entities, schema: schema)
    func incoming(_ targets: @escaping (ResolvedEntity) -> [EntityID]) -> Incoming {
      Incoming(entityCount: resolved.count) { targets(resolved[Int($0.index)]) }
    }
    incomingEdges = incoming(\.edgeTargets)
    incomingMentions = incoming(\.mentionTargets)
    incomingQuotes = incoming(\.quoteSources)
  }

  mutating func replace(_ id: EntityID, with new: ResolvedEntity) {
    let old = resolved[Int(id.index)]
    incomingEdges.replace(id, old.edgeTargets, with: new.edgeTargets)
    incomingMentions.replace(id, old.mentionTargets, with: new.mentionTargets)
    incomingQuotes.replace(id, old.quoteSources, with: new.quoteSources)
    resolved[Int(id.index)] = new
  }
}

extension ResolvedEntity {
  fileprivate var edgeTargets: [EntityID] { edges.map(\.to.entity) }
  fileprivate var mentionTargets: [EntityID] { mentions.map(\.to.entity) }
  fileprivate var quoteSources: [EntityID] { quotes.map(\.source) }
}
