import Folding
import Knowledge

/// The rows in which things stand: parts of the same thing, where the schema says what makes them such, and the plain
/// pages of one folder.
struct Rows: Sendable {
  /// Those that stand in one row, in their order.
  final class Row: Sendable {
    /// What they are parts of; nothing of the pages of a folder.
    let of: EntityID?
    let members: [EntityID]

    init(of: EntityID?, _ members: [EntityID]) {
      self.of = of
      self.members = members
    }
  }

  private var places: [EntityID: (row: Row, place: Int)] = [:]

  init(_ graph: KnowledgeGraph, _ lists: PageLists) {
    for kind in graph.schema.kindIDs {
      if let siblings = graph.schema[kind].siblings {
        addParts(of: kind, siblings, graph)
      } else if graph.schema[kind].isPlainPage {
        addFolders(lists)
      }
    }
  }

  /// The row in which a thing stands, and at which place; nothing of one that stands alone.
  subscript(entity: EntityID) -> (row: Row, place: Int)? { places[entity] }

  private mutating func add(_ members: [EntityID], of parent: EntityID? = nil) {
    guard members.count > 1 else { return }
    let row = Row(of: parent, members)
    for (place, member) in members.enumerated() { places[member] = (row, place) }
  }

  /// By number, those without one last; those with the same number, and without any, in the order of their kind.
  private mutating func addParts(of kind: KindID, _ siblings: KindSiblings, _ graph: KnowledgeGraph) {
    let parts = Dictionary(grouping: graph.entities(of: kind)) { graph.whole($0, siblings.under) }
    for (whole, members) in parts {
      guard let whole else { continue }
      add(members.ordered { graph.number($0, siblings).map(NaturalKey.init(folding:)) }, of: whole)
    }
  }

  /// The folder's index first, then the others in the order of its list.
  private mutating func addFolders(_ lists: PageLists) {
    for case .folder(let folder) in lists.all.map(\.subject) where !folder.isEmpty {
      guard let list = lists[.folder(folder)] else { continue }
      add([list.index].compactMap(\.self) + list.pages)
    }
  }
}

extension [EntityID] {
  /// By key, those without one last; those with the same key stay in their order.
  fileprivate func ordered<Key: Comparable>(by key: (EntityID) -> Key?) -> [EntityID] {
    enumerated().map { (id: $1, key: key($1), place: $0) }.sorted { a, b in
      switch (a.key, b.key) {
      case (let x?, let y?) where x != y: x < y
      case (.some, nil): true
      case (nil, .some): false
      default: a.place < b.place
      }
    }.map(\.id)
  }
}

extension KnowledgeGraph {
  /// What a thing is a part of by a relation: by the first item that holds on the day, else by the first.
  fileprivate func whole(_ part: EntityID, _ relation: Int) -> EntityID? {
    let edges = edges(from: part).filter {
      $0.field.index == relation && $0.subfield == nil && $0.to.entity != part
    }
    return (edges.first(where: \.isCurrent) ?? edges.first)?.to.entity
  }

  /// The number of a thing among its siblings.
  func number(_ id: EntityID, _ siblings: KindSiblings) -> String? {
    let value = siblings.number.flatMap { self[id].today($0)?.preferredClaim?.value }
    return value.map { words($0, as: .page) }.flatMap { $0.isEmpty ? nil : $0 }
  }
}

extension NaturalKey {
  fileprivate init(folding text: String) { self.init(text.foldedName) }
}
