import Knowledge

/// The slugs of a view's parts, no one twice.
struct PartSlugs {
  private var taken: Set<String>

  /// - Parameter taken: names that mean something else there.
  init(taken: [String] = []) { self.taken = Set(taken) }

  /// The slug of an entity's page in the view; with its kind before it where another kind's has the same.
  mutating func slug(of entity: EntityID, in graph: KnowledgeGraph) -> String {
    take(graph[entity].slug) ?? take(graph.id(of: entity)) ?? graph.id(of: entity)
  }

  /// `nil` where it's taken.
  mutating func take(_ slug: String) -> String? { taken.insert(slug).inserted ? slug : nil }
}

extension Int {
  /// A year as dates write it: 0986.
  var asYear: String { String(repeating: "0", count: Swift.max(0, 4 - String(self).count)) + String(self) }
}
