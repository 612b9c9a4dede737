import Diagnostics
import Knowledge
import Templates

/// The bibliography: what each source is, where it is to be had, and what it's given for.
struct SourcesView: View {
  static let type = "sources"

  let kind: KindID
  /// The fields that tell about a source.
  let shown: [Int]

  init?(_ settings: inout ViewSettings) {
    guard let kind = settings.schema.sourceKind else {
      settings.reader.add([
        Diagnostic(
          .invalidSetting, "'\(settings.name)' needs a kind of sources, but schema.yaml has none",
          at: Place(Configuration.path, settings.reader.position),
          help: "name it in schema.yaml: claims: {source: …}")
      ])
      settings.skip("show")
      return nil
    }
    self.kind = kind
    shown = settings.fields("show", of: kind, .any)
  }

  /// What a source is given for.
  struct Use: Sendable {
    let source: EntityID
    var statements = 0
    var quotes = 0
    var citations = 0
    /// The entities with what it says on them, and how often, in the graph's order.
    var things: [(entity: EntityID, statements: Int)] = []

    /// Whether anything was taken from it.
    var isRead: Bool { statements + citations > 0 }
  }

  func answer(in graph: KnowledgeGraph) -> [Use] {
    let statements = Dictionary(grouping: graph.statements, by: \.source)
    return graph.entities(of: kind).map { source in
      let own = statements[source] ?? []
      let counts = Dictionary(grouping: own, by: \.entity)
      return Use(
        source: source, statements: own.count, quotes: own.count { $0.provenance.quote != nil },
        citations: graph.mentions(of: source).count(where: \.isCitation),
        things: counts.map { ($0.key, $0.value.count) }.sorted { $0.0 < $1.0 })
    }.sorted { ($1.statements, $0.source) < ($0.statements, $1.source) }
  }

  static let shape = Shape.record(SourcesPage.record)

  func value(of part: ViewPart, _ uses: [Use], on page: PageContext) -> Value {
    SourcesPage.record.value(SourcesPage(page: page, view: self, stretch: SourcesStretch(uses, part)))
  }
}
