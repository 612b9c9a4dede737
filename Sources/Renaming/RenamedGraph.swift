import Changes
import Diagnostics
package import Knowledge
package import Site

/// The graph after a renaming, held against the one before: nothing but the id may be different.
package struct RenamedGraph: Sendable {
  private let renaming: Renaming
  private let after: KnowledgeGraph
  /// By entity before: the one that it is after.
  private let later: [EntityID?]

  package init(_ renaming: Renaming, _ after: KnowledgeGraph) {
    self.renaming = renaming
    self.after = after
    later = renaming.graph.entities.map { after.entity(atPath: renaming.newPath(of: $0.path).belowContent) }
  }

  package func later(_ entity: EntityID) -> EntityID? { later[Int(entity.index)] }

  /// What is different beside the id, in words; `nil` where nothing is.
  package func difference(_ before: SiteModel, _ new: SiteModel) -> String? {
    let standIns = renaming.movedEntity == nil ? 0 : 1
    guard after.entities.count + standIns == renaming.graph.entities.count, !later.contains(nil) else {
      return "a file would no longer be part of the knowledge base"
    }
    for entity in renaming.graph.entityIDs where standIns == 0 || entity != renaming.entity {
      if let difference = difference(of: entity) { return "\(renaming.graph.id(of: entity)): \(difference)" }
    }
    // What a stand-in says is nothing to compare with.
    if standIns > 0 { return nil }
    let changes = KnowledgeChanges(from: before.snapshot, to: new.snapshot)
    let isRenamed = changes.entities.map { change in
      change.sort == .renamed && change.formerID == renaming.oldID && change.details.isEmpty
    }
    if isRenamed == [true], changes.discrepancies.isEmpty, changes.schema.isEmpty, changes.settings.isEmpty {
      return nil
    }
    let other = zip(changes.entities, isRenamed).first { !$0.1 }?.0.entity.id
    return other.map { "\($0) would say something else" } ?? "a disagreement would change"
  }

  private func difference(of entity: EntityID) -> String? {
    guard let id = later(entity) else { return "its file would be gone" }
    let expected = entity == renaming.entity ? renaming.newID : renaming.graph.id(of: entity)
    if after.id(of: id) != expected { return "its id would be \(after.id(of: id))" }
    let (a, b) = (renaming.graph[entity], after[id])
    if a.aliases.map(\.name.text) != b.aliases.map(\.name.text) { return "its names would change" }
    if !isSame(
      renaming.graph.edges(from: entity).map(LinkedEdge.init), after.edges(from: id).map(LinkedEdge.init))
    {
      return "a relation would lead elsewhere"
    }
    let links = zip(a.links.joined(), b.links.joined())
    guard a.links.map(\.count) == b.links.map(\.count), links.allSatisfy({ isSame($0, $1, in: entity) })
    else {
      return "a link would lead elsewhere"
    }
    return nil
  }

  private func isSame(_ before: [LinkedEdge], _ edges: [LinkedEdge]) -> Bool {
    before.count == edges.count
      && zip(before, edges).allSatisfy { old, new in
        var edge = old
        edge.to = moved(old.to, now: new.to)
        edge.source = old.source.flatMap(later)
        return edge == new
      }
  }

  private func isSame(_ before: LinkTarget, _ link: LinkTarget, in entity: EntityID) -> Bool {
    switch (before, link) {
    case (.entity(let old), .entity(let new)): moved(old, now: new) == new
    case (.asset(let path, let fragment), _): link == .asset(renaming.moved[path] ?? path, fragment: fragment)
    // Paths in a text that was moved with its file lead somewhere again.
    case (.broken, _) where entity == renaming.movedEntity: true
    default: before == link
    }
  }

  /// - Parameter new: the place to compare with. A stand-in has no records for anchors to lead to.
  private func moved(_ target: Target, now new: Target) -> Target {
    let isStandIn = renaming.movedEntity != nil && target.entity == renaming.entity
    return Target(later(target.entity) ?? target.entity, anchor: isStandIn ? new.anchor : target.anchor)
  }
}

/// Where an item of a relation leads, and who says so.
private struct LinkedEdge: Equatable {
  let field: FieldID
  let subfield: Int?
  let anchor: String?
  var to: Target
  var source: EntityID?

  init(_ edge: Edge) {
    field = edge.field
    subfield = edge.subfield
    anchor = edge.fromAnchor
    to = edge.to
    source = edge.provenance.source?.entity
  }
}
