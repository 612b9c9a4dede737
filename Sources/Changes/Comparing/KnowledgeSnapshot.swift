package import Knowledge

/// One state of a knowledge base, to be compared with another.
package struct KnowledgeSnapshot: Sendable {
  package let graph: KnowledgeGraph
  /// The settings that count, by name, in the order in which changes are told.
  package let settings: [(name: String, value: String?)]
  /// Whether it is only what holds on the day of the graph, and not all that is known.
  package let isOfDay: Bool

  package init(
    _ graph: KnowledgeGraph, settings: [(name: String, value: String?)] = [], isOfDay: Bool = false
  ) {
    self.graph = graph
    self.settings = settings
    self.isOfDay = isOfDay
  }
}
