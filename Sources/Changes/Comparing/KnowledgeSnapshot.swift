package import Knowledge

/// One state of a knowledge base, to be compared with another.
package struct KnowledgeSnapshot: Sendable {
  package let graph: KnowledgeGraph
  /// The settings that count, by name, in the order in which changes are told.
  package let settings: [(name: String, value: String?)]

  package init(
    _ graph: KnowledgeGraph, settings: [(name: String, value: String?)] = []
  ) {
    self.graph = graph
    self.settings = settings
  }
}
