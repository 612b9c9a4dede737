import Diagnostics
import Folding
import FrontMatter
import Knowledge
import Templates

/// What a knowledge base holds, and what it lacks.
struct CoverageView: View {
  static let type = "coverage"

  /// What should be there: a field of a kind, perhaps in a language.
  struct Wish: Hashable {
    let kind: KindID
    let field: Int
    let language: String?
  }

  let wishes: [Wish]
  /// The relation that makes two sources one work; `nil` where nobody asks which facts several works state.
  let works: Int?

  init?(_ settings: inout ViewSettings) {
    var wishes: [Wish] = []
    for node in settings.items("missing") {
      var inner = ViewSettings(node, name: settings.name + ".missing", schema: settings.schema)
      if let kind = inner.kind("of"), let field = inner.field("field", of: kind, .any) {
        wishes.append(Wish(kind: kind, field: field, language: inner.language("language")))
      }
      inner.skip("field", "language")
      inner.reader.finish(unknown: .unknownSetting, what: "'missing'")
      settings.reader.add(inner.diagnostics)
    }
    self.wishes = wishes
    works = settings.schema.sourceKind.flatMap { settings.optionalField("works", of: $0, .reference) }
    settings.skip("works")
  }

  func answer(in graph: KnowledgeGraph) -> Coverage { Coverage(self, in: graph) }

  static let shape = Shape.record(CoveragePage.record)

  func value(of part: ViewPart, _ coverage: Coverage, on page: PageContext) -> Value {
    CoveragePage.record.value(CoveragePage(page: page, coverage: coverage, part: part))
  }
}

/// The gaps of a knowledge base, each as a list of entities.
struct Coverage: Sendable {
  struct Gap: Sendable {
    let wish: CoverageView.Wish
    /// How many there are of the kind.
    let total: Int
    let missing: [EntityID]
  }

  let kinds: [(kind: KindID, count: Int)]
  let totals: Totals
  let gaps: [Gap]
  /// Entities that no relation, read from either end, and no link of another leads to, and that no other is given
  /// for a source.
  let unreferenced: [EntityID]
  /// Statements without a quote, and statements that were inferred, by entity.
  let unquoted: [(entity: EntityID, count: Int)]
  let inferred: [(entity: EntityID, count: Int)]
  /// Entities with facts for which no source is named, with the fields' numbers.
  let unsourced: [(entity: EntityID, fields: [Int])]
  /// What several works state; `nil` where the settings don't ask.
  let corroborated: [Corroboration]?

  init(_ view: CoverageView, in graph: KnowledgeGraph) {
    let schema = graph.schema
    let own = graph.entityIDs.filter { !schema[graph[$0].kind].isPlainPage }
    let statements = graph.statements
    kinds = schema.kindIDs.filter { !schema[$0].isPlainPage }.map { ($0, graph.entityCount(of: $0)) }
    totals = Totals(graph)
    gaps = view.wishes.map { wish in
      let entities = graph.entities(of: wish.kind)
      return Gap(
        wish: wish, total: entities.count, missing: entities.filter { !Coverage.has(wish, graph[$0], graph) })
    }
    let given = Set(statements.filter { $0.source != $0.entity }.map(\.source))
    unreferenced = own.filter { id in
      !graph.edges(to: id).contains { $0.from != id } && !graph.mentions(of: id).contains { $0.from != id }
        && !given.contains(id)
        // What names another thing is listed on its page.
        && !graph.edges(from: id).contains { $0.to.entity != id && schema.relation(of: $0)?.inverse != nil }
    }
    unquoted = Coverage.counted(statements.filter { $0.provenance.quote == nil })
    inferred = Coverage.counted(statements.filter { $0.provenance.isInferred })
    unsourced = own.map { id in (id, graph[id].facts.filter(\.isWithoutSource).map(\.field)) }
      .filter { !$0.1.isEmpty }
    corroborated = view.works.map { Corroboration.all(Works($0, in: graph), in: graph) }
  }

  private static func has(_ wish: CoverageView.Wish, _ entity: Entity, _ graph: KnowledgeGraph) -> Bool {
    guard let fact = entity.fact(wish.field) else { return false }
    guard let language = wish.language else { return true }
    return fact.claims.contains { claim in
      claim.value.items.contains { value in
        LanguageTag(language)?.lookUp(among: value.texts(language: graph.contentLanguage).map(\.language))
          != nil
      }
    }
  }

  private static func counted(_ statements: [Statement]) -> [(entity: EntityID, count: Int)] {
    Dictionary(grouping: statements, by: \.entity).map { ($0.key, $0.value.count) }.sorted { $0.0 < $1.0 }
  }
}
