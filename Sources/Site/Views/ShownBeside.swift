import Diagnostics
import Folding
import Knowledge
import Templates

/// A fact beside something else: its values, with the sources that say so, each once.
struct ShownBeside: Sendable {
  let fact: ShownFact

  static let record: RecordType<ShownBeside> = RecordType(
    "shown fact", "A fact beside something else.",
    [
      .record("fact", "the fact", of: ShownFact.record) { $0.fact },
      .list("sources", "each source once", of: ShownLink.record) { shown in
        shown.sources.map { shown.fact.page.link($0) }
      },
      .flag("is_inferred", "no source says it outright") { $0.isInferred },
    ])

  private var sources: [EntityID] {
    var sources: [EntityID] = []
    fact.fact.forEachProvenance { _, said in
      if let source = said.source?.entity { sources.append(source) }
    }
    return sources.unique
  }

  private var isInferred: Bool {
    var isInferred = false
    fact.fact.forEachProvenance { own, _ in isInferred = isInferred || own.isInferred }
    return isInferred
  }
}

extension PageContext {
  /// Nothing where the entity doesn't say it.
  func beside(_ number: Int, of id: EntityID) -> ShownBeside? {
    let entity = graph[id]
    guard let fact = entity.today(number), !fact.claims.allSatisfy(\.value.items.isEmpty) else { return nil }
    return ShownBeside(fact: self.fact(fact, graph.schema[entity.kind].fields[number]))
  }
}
