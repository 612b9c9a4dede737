package import Diagnostics
import Folding

/// The answer to a query, with a column for each field that was asked for.
package struct EntityTable {
  private let graph: KnowledgeGraph
  private let kind: KindID
  private let columns: [Column]
  private let entities: [EntityID]

  private struct Column {
    var name: String
    var path: FieldPath
  }

  /// - Parameter columns: each `field[.qualifier]`, as in a condition; `nil` for the id, the title and the
  ///   kind's own columns.
  package init(
    _ entities: [EntityID], kind: KindID, columns: [String]?, in graph: KnowledgeGraph
  ) throws(QueryError) {
    self.graph = graph
    self.kind = kind
    self.entities = entities
    let reader = FieldPathReader(schema: graph.schema, kind: kind)
    var found: [Column] = []
    for name in columns ?? ["id", "title"] + graph.schema[kind].columns
    where !found.contains(where: { $0.name == name }) {
      let path = try reader.path(
        name.parts(at: ".").map(String.init))
      found.append(Column(name: name, path: path))
    }
    self.columns = found
  }

  package var table: Table {
    Table(
      header: columns.map(\.name), rows: entities.map { entity in columns.map { text($0.path, of: entity) } })
  }

  /// An array of objects with `id`, `title` and the columns; null where an entity says nothing.
  package var json: JSON {
    .array(
      entities.map { entity in
        let others = columns.filter { $0.name != "id" && $0.name != "title" }
        return .object(
          graph.members(of: Target(entity))
            + others.flatMap { JSON.member($0.name, json($0.path, of: entity)) })
      })
  }

  /// Values that disagree stand apart otherwise than those of a list.
  private func text(_ path: FieldPath, of entity: EntityID) -> String {
    if path.root == .field(Kind.titleField), path.isBare { return graph.title(of: entity) }
    if case .field(let number) = path.root, path.isBare, let fact = graph[entity].today(number),
      fact.isDisputed
    {
      return fact.claims.map { words(of: $0, in: fact, path) }.unique.joined(separator: " | ")
    }
    let items = items(path, of: entity)
    let isDisputed = items.contains { $0.dispute != nil }
    var texts: [String] = []
    for text in items.flatMap({ $0.values(at: path) }).map({ $0.text(path.type, in: graph) })
    where !texts.contains(text) {
      texts.append(text)
    }
    return texts.joined(separator: isDisputed ? " | " : "; ")
  }

  /// One claim's values, which may be several.
  private func words(of claim: Claim, in fact: Fact, _ path: FieldPath) -> String {
    var one = fact
    one.claims = [claim]
    let said = one.queryItems().flatMap { $0.values(at: path) }
    let text = said.map { $0.text(path.type, in: graph) }.unique.joined(separator: "; ")
    return claim.provenance.scope.map { "\(text) (\($0))" } ?? text
  }

  private func json(_ path: FieldPath, of entity: EntityID) -> JSON {
    switch path.root {
    case .field(let number) where path.isBare: return graph.json(field: number, of: entity)
    case .inverse(let name) where path.isBare: return graph.json(inverse: name, of: entity)
    case .slug, .kind, .weight: return .string(text(path, of: entity))
    default: return .array(items(path, of: entity).flatMap { $0.values(at: path) }.map { $0.json(in: graph) })
    }
  }

  private func items(_ path: FieldPath, of entity: EntityID) -> [QueryItem] {
    graph.items(at: path, of: entity)
  }
}

extension KnowledgeGraph {
  /// What an entity says where a path leads.
  func items(at path: FieldPath, of entity: EntityID) -> [QueryItem] {
    path.subfields.reduce(items(of: path.root, in: entity)) { items, field in
      items.flatMap { item in
        item.fact(field)?.queryItems(within: item.said) ?? []
      }
    }
  }
}

extension QueryItem {
  func values(at path: FieldPath) -> [QueryValue] {
    if let aspect = path.aspect { return values(of: aspect) }
    if let id = record?.id { return [.text(id)] }
    return values
  }
}
