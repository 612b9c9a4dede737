import Diagnostics
import Progress

/// A graph of which only the contents of some files changed: all that still holds is the earlier graph's.
///
/// Where files came, went, or changed their addresses or their order, or where names changed that more than links by title depend on,
/// there is no update, and the graph is made anew. A test holds that both ways give the same.
struct GraphUpdate {
  private(set) var parts: GraphParts
  private let previous: KnowledgeGraph
  private let changed: [EntityID]
  private var changedNames: Set<Int> = []

  init?(_ previous: KnowledgeGraph, _ input: GraphInput, _ progress: ProgressMeter? = nil) {
    // A tie tells places, which may have moved.
    guard previous.parts.ties.isEmpty, input.hasSameFrame(as: previous.parts.input),
      let changed = GraphUpdate.changes(
        from: previous.parts.input.entities, to: input.entities, previous.parts.roster, input.schema)
    else { return nil }
    self.previous = previous
    self.changed = changed.map(\.id)
    parts = previous.parts
    parts.input = input
    for (id, entity) in changed {
      parts.written[Int(id.index)] = entity
      parts.titles[Int(id.index)] = entity.title(language: input.language)
    }
    let (roster, written) = (parts.roster, parts.written)
    let keepsOrder = self.changed.allSatisfy {
      roster.keepsPlace($0, among: written, schema: input.schema, language: input.language)
    }
    guard keepsOrder, rename() else { return nil }
    resolve(progress)
  }

  /// The entities that were read anew; `nil` where one has another address, is or was left out, or says something else of a
  /// time that others hang on.
  private static func changes(
    from old: [WrittenEntity], to new: [WrittenEntity], _ roster: Roster, _ schema: Schema
  )
    -> [(id: EntityID, entity: WrittenEntity)]?
  {
    var changes: [(id: EntityID, entity: WrittenEntity)] = []
    for index in new.indices where old[index] !== new[index] {
      let (a, b) = (old[index], new[index])
      guard let id = roster.numbers[index], a.path == b.path, a.slug == b.slug, a.kind == b.kind,
        a.publication == b.publication, b.saysSameTimes(as: a, in: schema)
      else { return nil }
      changes.append((id, b))
    }
    return changes
  }

  /// Brings the names up to date; whether that could be done.
  private mutating func rename() -> Bool {
    let schema = parts.input.schema
    for id in changed {
      let number = Int(id.index)
      let old = EntityNames(previous.parts.written[number], title: previous.titles[number], schema: schema)
      let new = EntityNames(parts.written[number], title: parts.titles[number], schema: schema)
      if new.isSame(as: old) { continue }
      // The aliases of a source hang on the source's own names.
      guard new.hasSameRest(as: old), parts.written[number].kind != schema.sourceKind,
        let names = parts.names.rename(id, from: old, to: new)
      else { return false }
      changedNames.formUnion(names.map(\.hashValue))
    }
    return true
  }

  /// Resolves what changed and what it bears on, in the order of the entities.
  private mutating func resolve(_ progress: ProgressMeter?) {
    let input = parts.input
    var resolver = Resolver(
      schema: input.schema, language: input.language, day: input.day, entities: parts.written,
      names: parts.names,
      paths: parts.paths)
    if changedNames.isEmpty { resolver.suggestions = previous.parts.suggestions.forNextState() }
    for id in affected.sorted() {
      parts.replace(id, with: Entity(parts.written[Int(id.index)], id, by: &resolver))
      progress?.advance()
    }
    parts.suggestions = resolver.suggestions
  }

  /// Beside the changed: those that link to an anchor which may be gone, those that asked for a name which has
  /// another owner now, and those with mistakes, as the right name may be there now.
  private var affected: Set<EntityID> {
    var affected = Set(changed)
    let moved = Set(
      changed.filter { !previous[$0].written.hasSameAnchors(as: parts.written[Int($0.index)]) })
    for (number, entity) in previous.entities.enumerated() {
      if !entity.diagnostics.isEmpty
        || !changedNames.isEmpty && entity.askedNames.contains(where: changedNames.contains)
        || !moved.isEmpty && entity.leads(to: moved)
      {
        affected.insert(EntityID(number))
      }
    }
    return affected
  }
}

extension Entity {
  fileprivate func leads(to others: Set<EntityID>) -> Bool {
    named.contains { others.contains($0) }
      || mentions.contains { others.contains($0.to.entity) }
  }
}
