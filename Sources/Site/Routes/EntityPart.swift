import Folding
import Knowledge

/// A page on which a long list of an entity's page goes on: what leads there, or what was taken from a source.
package struct EntityPart: Hashable, Sendable {
  enum List: Hashable, Sendable {
    /// A relation that others declare, by its name.
    case inverse(String)
    case backlinks
    case quotes
  }

  let entity: EntityID
  let list: List
  /// From 2: the first is the entity's page.
  let number: Int
  let path: String

  /// No page has more of one list.
  static let mostItems = 100

  /// What of a list a page shows.
  static func range(ofPage number: Int, among count: Int) -> Range<Int> {
    let first = min((number - 1) * mostItems, count)
    return first..<min(first + mostItems, count)
  }
}

extension EntityPart {
  /// The pages that all entities need beside their own.
  static func all(_ graph: KnowledgeGraph, _ routes: Routes) -> [EntityPart] {
    graph.entityIDs.flatMap { id in
      lists(of: id, in: graph).flatMap { list, count in
        count <= mostItems
          ? []
          : (2...(count + mostItems - 1) / mostItems).map {
            EntityPart(entity: id, list: list, number: $0, path: path(of: id, list, $0, routes))
          }
      }
    }
  }

  /// The address of a page of a list; the first is the entity's own page.
  static func path(of id: EntityID, _ list: List, _ number: Int, _ routes: Routes) -> String {
    let own = routes.paths[Int(id.index)]
    let stem = own.without(end: ".html").map(String.init) ?? own
    return number == 1 ? routes.path(of: id) : "\(stem)/\(list.slug)/\(number).html"
  }

  /// The lists that may be long, each with how much it has.
  private static func lists(of id: EntityID, in graph: KnowledgeGraph) -> [(List, Int)] {
    let (edges, mentions) = (graph.edges(to: id), graph.mentions(of: id))
    let quotes = graph.quotes(from: id).count
    guard max(edges.count, mentions.count, quotes) > mostItems else { return [] }
    var names: [String] = []
    var origins: [String: Set<Target>] = [:]
    for edge in edges where edge.isCurrent {
      guard let name = graph.schema.relation(of: edge)?.inverse?.name else { continue }
      if origins[name] == nil { names.append(name) }
      origins[name, default: []].insert(Target(edge.from, anchor: edge.fromAnchor))
    }
    return names.map { (.inverse($0), origins[$0]?.count ?? 0) } + [
      (.backlinks, Set(mentions.map(\.from)).subtracting([id]).count), (.quotes, quotes),
    ]
  }
}

extension EntityPart.List {
  fileprivate var slug: String {
    switch self {
    case .inverse(let name): "rel-" + name
    case .backlinks: "mentioned-in"
    case .quotes: "quotes-taken"
    }
  }
}
