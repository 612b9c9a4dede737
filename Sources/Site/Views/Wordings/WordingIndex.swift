import Folding
import Knowledge

/// Every wording by which the knowledge base or a source of it names a thing.
struct WordingIndex: Sendable {
  struct Wording: Sendable {
    let text: String
    let entity: EntityID
    var language: String?
    /// `title`, `name`, `named` for the words of a relation's item, or the sort of the alias.
    var sorts: [String] = []
    /// The one source in which the wording is valid.
    var onlyIn: EntityID?
    var uses: [Use] = []
    /// Whether other things have the same wording.
    var isShared = false
  }

  /// - Parameter count: of the places at which the source has it, at least, by the quotes and claims at hand.
  struct Use: Sendable {
    let source: EntityID
    var count: Int
  }

  /// No page has more wordings.
  static let mostRows = 150

  let pages: LetterPages<Wording>

  /// In alphabetical order.
  var wordings: [Wording] { pages.all }

  init(_ view: WordingsView, in graph: KnowledgeGraph) {
    var collector = Collector(graph: graph)
    let kinds = Set(view.kinds)
    for entity in graph.entityIDs where kinds.contains(graph[entity].kind) {
      collector.addNames(of: entity, fields: view.fields)
    }
    collector.addEdges(qualifiers: view.qualifiers, to: kinds)
    pages = LetterPages(
      collector.finished(), most: WordingIndex.mostRows, in: NameOrder(language: graph.language), by: \.text)
  }

  private struct Key: Hashable {
    let words: String
    let entity: EntityID
    let onlyIn: EntityID?
  }

  private struct Collector {
    let graph: KnowledgeGraph
    var wordings: [Wording] = []
    /// The sources that are said to use a wording, by its number.
    var stated: [[EntityID]] = []
    var numbers: [Key: Int] = [:]

    mutating func addNames(of id: EntityID, fields: [String]) {
      let entity = graph[id]
      let kind = graph.schema[entity.kind]
      var texts = [(Kind.titleField, "title")]
      texts += fields.compactMap { kind.fieldIndex(named: $0) }.map { ($0, "name") }
      for (field, sort) in texts {
        if field == Kind.titleField, entity.fact(field) == nil { add(graph.title(of: id), of: id, sort) }
        for claim in entity.fact(field)?.claims ?? [] {
          for text in claim.value.items.flatMap({ $0.texts(language: graph.contentLanguage) }) {
            let language = text.language == graph.language ? nil : text.language
            add(text.text, of: id, sort, language: language, source: claim.source)
          }
        }
      }
      for alias in entity.aliases {
        add(
          alias.name.text, of: id, alias.sort ?? "variant", language: alias.language,
          source: alias.provenance.source?.entity, onlyIn: alias.onlyIn?.entity)
      }
    }

    mutating func addEdges(qualifiers: [String], to kinds: Set<KindID>) {
      for edge in graph.edges where kinds.contains(graph[edge.to.entity].kind) {
        for name in qualifiers {
          guard let text = edge.item.qualifier(name) else { continue }
          add(text, of: edge.to.entity, "named", saidBy: edge.provenance.source?.entity)
        }
      }
    }

    private mutating func add(
      _ text: String, of entity: EntityID, _ sort: String, language: String? = nil,
      source: EntityID? = nil, onlyIn: EntityID? = nil
    ) {
      let number = number(of: text, entity, language, onlyIn)
      if !wordings[number].sorts.contains(sort) { wordings[number].sorts.append(sort) }
      if let source { stated[number].append(source) }
    }

    private mutating func add(
      _ text: String, of entity: EntityID, _ sort: String, saidBy said: EntityID?
    ) {
      // A name that is valid in this source only is known already.
      let own = numbers[Key(words: text.foldedName, entity: entity, onlyIn: said)]
      let number = own ?? number(of: text, entity, nil, nil)
      if wordings[number].sorts.isEmpty { wordings[number].sorts.append(sort) }
      if let said { stated[number].append(said) }
    }

    private mutating func number(
      of text: String, _ entity: EntityID, _ language: String?, _ only: EntityID?
    ) -> Int {
      let key = Key(words: text.foldedName, entity: entity, onlyIn: only)
      if let number = numbers[key] { return number }
      numbers[key] = wordings.count
      wordings.append(Wording(text: text, entity: entity, language: language, onlyIn: only))
      stated.append([])
      return wordings.count - 1
    }

    /// Counts the quotes that have each wording, and puts all into order.
    func finished() -> [Wording] {
      let quotes = graph.quotes.unique(by: { QuoteKey(source: $0.source, text: $0.text.text, at: $0.at) })
      let index = PhraseIndex(quotes.map(\.text.text))
      let owners = Dictionary(wordings.map { ($0.text.foldedName, Set([$0.entity])) }) { $0.union($1) }
      var found: [(key: NaturalKey, wording: Wording)] = []
      for (number, var wording) in wordings.enumerated() {
        var counts: [EntityID: Int] = [:]
        let occurrences = index.occurrences(of: wording.text)
        for (source, found) in Dictionary(grouping: occurrences, by: { quotes[$0.text].source }) {
          counts[source] = WordingPlaces(found.map { ($0, quotes[$0.text].at) }).count
        }
        for source in Set(stated[number]) { counts[source] = max(counts[source] ?? 0, 1) }
        wording.uses = counts.filter { wording.onlyIn == nil || $0.key == wording.onlyIn }
          .map { Use(source: $0.key, count: $0.value) }
          .sorted { ($1.count, $0.source) < ($0.count, $1.source) }
        wording.isShared = (owners[wording.text.foldedName]?.count ?? 0) > 1
        found.append((NaturalKey(wording.text.sortingKey(in: NameOrder(language: graph.language))), wording))
      }
      return found.sorted { ($0.key, $0.wording.entity) < ($1.key, $1.wording.entity) }.map(\.wording)
    }
  }

  private struct QuoteKey: Hashable {
    let source: EntityID
    let text: String
    let at: String?
  }
}
