import Diagnostics
import Folding
package import Knowledge

/// An entity that gets another id, and what that means for names and paths.
package struct Renaming: Sendable {
  /// With what is held back, for that may name the entity too.
  package let graph: KnowledgeGraph
  package let entity: EntityID
  /// Where its file was moved by hand: the entity that has the new id. `entity` is then a stand-in for it.
  package let movedEntity: EntityID?
  package let newID: String
  let newSlug: String
  /// The paths below `content/` that change, with the new ones: of files, and of pages that no file makes.
  package internal(set) var moved: [String: String]
  /// How a name that was the slug is written now: as the slug, where nothing else is called so.
  let shortName: String
  /// The folded names that the entity keeps.
  private let keptNames: Set<String>
  /// The folded names that it had, beside its old id.
  private let lostNames: Set<String>

  /// - Parameter movedEntity: where the entity is a stand-in.
  init(
    _ graph: KnowledgeGraph, _ entity: EntityID, newSlug: String, moved: [String: String],
    movedEntity: EntityID? = nil
  ) {
    self.graph = graph
    self.entity = entity
    self.movedEntity = movedEntity
    self.newSlug = newSlug
    self.moved = moved
    let kind = graph.schema[graph[entity].kind].name
    let newID = kind + "/" + newSlug
    self.newID = newID
    let isTaken = graph.entityIDs.contains { other in
      other != entity && other != movedEntity
        && (graph[other].slug == newSlug || graph.id(of: other) == newSlug)
    }
    shortName = isTaken || newSlug == "null" ? newID : newSlug
    keptNames = Set(graph.names(of: movedEntity ?? entity).map(\.foldedName))
    lostNames = movedEntity == nil ? [] : Set(graph.names(of: entity).map(\.foldedName))
  }

  /// What is to be done after a file was moved by hand; `nil` where the stand-in is not in the graph.
  package init?(_ graph: KnowledgeGraph, _ standIn: StandIn, moved: [String: String]) {
    let path = standIn.file.path.belowContent
    guard let entity = graph.entity(atPath: path), let newPath = moved[path],
      let movedEntity = graph.entity(atPath: newPath)
    else { return nil }
    self.init(
      graph, entity, newSlug: graph[movedEntity].slug, moved: moved, movedEntity: movedEntity)
  }

  /// The entity whose file is there.
  package var ownEntity: EntityID { movedEntity ?? entity }

  package var oldID: String { graph.id(of: entity) }
  var oldSlug: String { graph[entity].slug }

  /// With the pages in it that no file makes.
  package func moving(_ pages: [String: String]) -> Renaming {
    var renaming = self
    renaming.moved.merge(pages) { file, _ in file }
    return renaming
  }

  /// The path of a file after the renaming, both below the knowledge base's folder.
  package func newPath(of path: String) -> String {
    moved[path.belowContent].map { ContentFolder.prefix + $0 } ?? path
  }

  /// What is to be written in place of a name that leads to the entity; `nil` where it goes on doing so: as a title or
  /// an alias.
  func name(insteadOf name: String) -> String? {
    if name == oldID { return newID }
    if name == oldSlug { return shortName }
    let folded = name.foldedName
    guard !keptNames.contains(folded) else { return nil }
    if folded == oldID.foldedName { return newID }
    return folded == oldSlug.foldedName || lostNames.contains(folded) || isFileName(folded) ? shortName : nil
  }

  /// What a plain page is called beside its slug: the last part of it.
  private func isFileName(_ folded: String) -> Bool {
    func fileName(_ slug: String) -> String { MarkdownPath.name(of: slug).foldedName }
    return graph.schema[graph[entity].kind].isPlainPage && folded == fileName(oldSlug)
      && folded != fileName(newSlug)
  }

  /// A part of a name that may have `#anchor` behind it, and what is to stand in its place.
  func part(of name: String) -> (old: String, new: String)? {
    for reading in AnchoredName.readings(name) {
      if let new = self.name(insteadOf: reading.name) { return (reading.name, new) }
    }
    return nil
  }
}

extension KnowledgeGraph {
  /// The titles and aliases of an entity.
  func names(of entity: EntityID) -> [String] {
    let titles = self[entity].fact(Kind.titleField)?.claims.flatMap { $0.value.texts(language: "") } ?? []
    return [title(of: entity)] + titles.map(\.text) + self[entity].aliases.map(\.name.text)
  }
}
