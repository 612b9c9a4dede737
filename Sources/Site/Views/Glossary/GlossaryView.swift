import Diagnostics
import Folding
import Knowledge
import Templates

/// What the words mean: names by language, definitions, and what a thing is not to be confused with.
struct GlossaryView: View {
  static let type = "glossary"

  let kinds: [KindID]
  /// The names of fields of these kinds: with names by language, with the definition, and the relation to what
  /// is easily taken for it.
  let names: [String]
  let definition: String?
  let distinct: String?

  init?(_ settings: inout ViewSettings) {
    kinds = settings.kinds("of", else: { _ in true })
    names = settings.fieldNames("names", of: kinds, .plainText)
    definition = settings.fieldName("definition", of: kinds, .text)
    distinct = settings.fieldName("distinct", of: kinds, .reference)
  }

  struct Entry: Sendable {
    let entity: EntityID
    let title: String
    /// Each with its language and the sources that have it.
    var names: [Name] = []
    /// What it's not, said at either end.
    var others: [EntityID] = []
  }

  struct Name: Sendable {
    let text: String
    let language: String
    var sources: [EntityID] = []
    /// Whether nobody says it outright.
    var isInferred = true
  }

  /// No page has more entries.
  static let mostEntries = 50

  func answer(in graph: KnowledgeGraph) -> LetterPages<Entry> {
    let entities = graph.entityIDs.filter { kinds.contains(graph[$0].kind) }
    let order = NameOrder(language: graph.language)
    let entries = entities.map { (NaturalKey(graph.title(of: $0).sortingKey(in: order)), $0) }
      .sorted { ($0.0, $0.1) < ($1.0, $1.1) }
      .map { entry($0.1, graph) }
    return LetterPages(entries, most: GlossaryView.mostEntries, in: order, by: \.title)
  }

  func parts(
    of entries: LetterPages<Entry>, in graph: KnowledgeGraph, problems: inout ViewProblems
  ) -> [ViewPart] {
    entries.parts
  }

  static let shape = Shape.record(GlossaryPage.record)

  func value(of part: ViewPart, _ entries: LetterPages<Entry>, on page: PageContext) -> Value {
    GlossaryPage.record.value(GlossaryPage(page: page, view: self, entries: entries, part: part))
  }

  private func entry(_ id: EntityID, _ graph: KnowledgeGraph) -> Entry {
    let kind = graph.schema[graph[id].kind]
    let fields = [Kind.titleField] + names.compactMap { kind.fieldIndex(named: $0) }
    let claims = fields.compactMap { graph[id].today($0) }.flatMap(\.claims)
    let title = graph.title(of: id)
    var names: [Name] = []
    for claim in claims {
      for text in claim.value.items.flatMap({ $0.texts(language: graph.contentLanguage) })
      where text.text != title {
        let number = names.firstIndex { $0.text == text.text } ?? names.count
        if number == names.count { names.append(Name(text: text.text, language: text.language)) }
        if let source = claim.source, !names[number].sources.contains(source) {
          names[number].sources.append(source)
        }
        names[number].isInferred = names[number].isInferred && claim.provenance.isInferred
      }
    }
    return Entry(entity: id, title: title, names: names, others: others(of: id, kind, graph))
  }

  private func others(of id: EntityID, _ kind: Kind, _ graph: KnowledgeGraph) -> [EntityID] {
    guard let distinct else { return [] }
    let own = kind.fieldIndex(named: distinct).flatMap { graph[id].today($0) }?.claims ?? []
    let named = own.flatMap(\.value.items).compactMap { value -> EntityID? in
      guard case .reference(let item) = value else { return nil }
      return item.reference.entity
    }
    let naming = graph.currentEdges(to: id).filter { graph.schema[$0.field].name == distinct }.map(\.from)
    return (named + naming).unique.filter { $0 != id }
  }
}
