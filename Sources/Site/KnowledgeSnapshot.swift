package import Changes
import Knowledge

extension SiteModel {
  /// This state of the knowledge base, to be compared with another.
  package var snapshot: KnowledgeSnapshot {
    KnowledgeSnapshot(
      graph,
      settings: [
        ("title", configuration.title), ("as_of", configuration.asOf?.description),
        ("language", configuration.language), ("licence", configuration.licence),
      ])
  }

  /// What holds on the day of the build, to be compared with another day.
  package var snapshotOfDay: KnowledgeSnapshot { KnowledgeSnapshot(graph, isOfDay: true) }
}
