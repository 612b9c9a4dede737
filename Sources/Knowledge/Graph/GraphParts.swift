import Diagnostics
import Progress

/// What a graph is made from.
struct GraphInput: Sendable {
  /// As they were given, before they are put into order.
  let entities: [WrittenEntity]
  let schema: Schema
  let assets: Set<String>
  let heldBack: [String: String]
  let made: GeneratedPages
  let language: String
  let readerWords: ReaderWords
  /// The day that the knowledge base speaks of, counted from 1970-01-01.
  let day: Int32?
  let includesDrafts: Bool
  let commands: AdvisedCommands

  func hasSameFrame(as other: GraphInput) -> Bool {
    entities.count == other.entities.count && includesDrafts == other.includesDrafts
      && language == other.language && readerWords == other.readerWords && day == other.day
      && assets == other.assets && heldBack == other.heldBack
      && made == other.made && schema == other.schema
  }
}

/// What a graph consists of; made from everything, or from an earlier graph's parts and what changed since.
struct GraphParts {
  var input: GraphInput
  let roster: Roster
  /// The files of the entities, in the graph's order.
  var written: [WrittenEntity]
  var titles: [String]
  var names: NameIndex
  let paths: LinkPaths
  let ties: [Diagnostic]
  var entities: [Entity]
  /// What unknown names were answered with, for the next state.
  var suggestions: Suggestions
  var incomingEdges: ReverseIndex
  var incomingMentions: ReverseIndex
  var incomingQuotes: ReverseIndex
  var incomingChanges: ReverseIndex

  init(_ input: GraphInput, _ progress: ProgressMeter? = nil) async {
    self.input = input
    let schema = input.schema
    let frame = GraphFrame(ordering: input)
    let (roster, written, names, paths) = (frame.roster, frame.written, frame.names, frame.paths)
    var resolver = frame.resolver(input)
    var titles = frame.titles
    for number in written.indices where written[number].hasTimedTitle {
      titles[number] = resolver.title(of: EntityID(number))
    }
    progress?.begin(.link, of: written.count) { written[$0].path }
    let entities = await Entity.all(written, by: &resolver, progress)
    self.roster = roster
    self.written = written
    self.entities = entities
    self.titles = titles
    self.names = names
    self.paths = paths
    suggestions = resolver.suggestions
    ties = names.reportTies(among: written, schema: schema)
    func incoming(_ targets: @escaping (Entity) -> [EntityID]) -> ReverseIndex {
      ReverseIndex(entityCount: entities.count) { targets(entities[Int($0.index)]) }
    }
    incomingEdges = incoming(\.edgeTargets)
    incomingMentions = incoming(\.mentionTargets)
    incomingQuotes = incoming(\.quoteSources)
    incomingChanges = incoming(\.changers)
  }

  mutating func replace(_ id: EntityID, with new: Entity) {
    let old = entities[Int(id.index)]
    incomingEdges.replace(id, old.edgeTargets, with: new.edgeTargets)
    incomingMentions.replace(id, old.mentionTargets, with: new.mentionTargets)
    incomingQuotes.replace(id, old.quoteSources, with: new.quoteSources)
    incomingChanges.replace(id, old.changers, with: new.changers)
    entities[Int(id.index)] = new
  }
}

extension Entity {
  /// On all processors up to the first name that is unknown. Only the first of those get suggestions, so from there on it is one
  /// after another.
  fileprivate static func all(
    _ written: [WrittenEntity], by resolver: inout Resolver, _ progress: ProgressMeter?
  ) async -> [Entity] {
    let size = 64
    let ranges = stride(from: 0, to: written.count, by: size).map { $0..<min($0 + size, written.count) }
    let parts = await ranges.concurrentMap { [resolver] range -> [Entity]? in
      var resolver = resolver
      var entities: [Entity] = []
      for number in range {
        progress?.start(number)
        entities.append(Entity(written[number], EntityID(number), by: &resolver))
        guard resolver.suggestions.areUnasked else { return nil }
      }
      progress?.advance(by: range.count)
      return entities
    }
    var entities = parts.prefix { $0 != nil }.compactMap(\.self).flatMap(\.self)
    for number in entities.count..<written.count {
      progress?.start(number)
      entities.append(Entity(written[number], EntityID(number), by: &resolver))
      progress?.advance()
    }
    return entities
  }

  fileprivate var edgeTargets: [EntityID] { edges.map(\.to.entity) }
  fileprivate var mentionTargets: [EntityID] { mentions.map(\.to.entity) }
  fileprivate var quoteSources: [EntityID] { quotes.map(\.source) }
  fileprivate var changers: [EntityID] { changes.map(\.by) }
}
