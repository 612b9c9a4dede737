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
    guard after.entities.count == renaming.graph.entities.count, !later.contains(nil) else {
      return "a file would be no part of the knowledge base any more"
    }
    for entity in renaming.graph.entityIDs {
      if let difference = difference(of: entity) { return "\(renaming.graph.id(of: entity)): \(difference)" }
    }
    let changes = KnowledgeChanges(from: before.snapshot, to: new.snapshot)
    let isRenamed = changes.entities.map { change in
      change.sort == .renamed && change.formerID == renaming.oldID && change.details.isEmpty
    }
    if isRenamed == [true], changes.discrepancies.isEmpty, changes.schema.isEmpty, changes.settings.isEmpty {
      return nil
    }
    let other = zip(changes.entities, isRenamed).first { !$0.1 }?.0.entity.id
    return other.map { "\($0) would say something else" } ?? "a disagreement would be another"
  }

  private func difference(of entity: EntityID) -> String? {
    guard let id = later(entity) else { return "its file would be gone" }
    let expected = entity == renaming.entity ? renaming.newID : renaming.graph.id(of: entity)
    if after.id(of: id) != expected { return "its id would be \(after.id(of: id))" }
    let (a, b) = (renaming.graph[entity], after[id])
    if a.aliases.map(\.name.text) != b.aliases.map(\.name.text) { return "its names would be others" }
    if edges(from: entity) != after.edges(from: id).map(LinkedEdge.init) {
      return "a relation would lead elsewhere"
    }
    let links = a.links.map { $0.map(moved) }
    return links == b.links ? nil : "a link would lead elsewhere"
  }

  private func edges(from entity: EntityID) -> [LinkedEdge] {
    renaming.graph.edges(from: entity).map { edge in
      var edge = LinkedEdge(edge)
      edge.to = Target(later(edge.to.entity) ?? edge.to.entity, anchor: edge.to.anchor)
      edge.source = edge.source.flatMap(later)
      return edge
    }
  }

  private func moved(_ target: LinkTarget) -> LinkTarget {
    switch target {
    case .entity(let target):
      .entity(Target(later(target.entity) ?? target.entity, anchor: target.anchor))
    case .asset(let path, let fragment): .asset(renaming.moved[path] ?? path, fragment: fragment)
    case .samePage, .external, .broken: target
    }
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
