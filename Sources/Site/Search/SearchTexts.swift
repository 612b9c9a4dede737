import CommonMark
import Folding
import Knowledge
import Search

/// What a reader finds of a page: its names, what it says field by field, and its text.
struct SearchTexts: Sendable {
  let page: PageContext
  let subjects: SearchSubjects
  /// The names of fields whose texts are names, and of qualifiers that tell by which words a source names something: as
  /// the indexes of wordings have them.
  let nameFields: Set<String>
  let qualifiers: Set<String>

  init(_ site: SiteModel) {
    page = PageContext(site, root: "")
    subjects = SearchSubjects(site)
    let views = site.views.declared.compactMap { $0.view as? WordingsView }
    nameFields = Set(views.flatMap(\.fields))
    qualifiers = Set(views.flatMap(\.qualifiers))
  }

  var site: SiteModel { page.site }
  var graph: KnowledgeGraph { page.graph }

  func document(_ number: Int) -> SearchDocument {
    var document =
      switch subjects.all[number] {
      case .entity(let id): self.document(of: id)
      case .view(let view): self.document(of: view)
      case .list(let kind): self.document(ofList: kind)
      }
    document.kind = subjects.kind(of: number)
    document.year = subjects.years[number]
    return document
  }

  private func document(of view: ViewPage) -> SearchDocument {
    var document = SearchDocument(title: view.title, href: Routes.encode(view.path))
    document.passages = [SearchDocument.Passage(.title, view.title)]
    if let text = site.description(of: view) { document.passages.append(SearchDocument.Passage(.body, text)) }
    return document
  }

  private func document(ofList id: KindID) -> SearchDocument {
    let kind = graph.schema[id]
    var document = SearchDocument(
      title: kind.label.many, href: site.routes.href(toListOf: id, root: "") ?? "")
    document.passages = [SearchDocument.Passage(.title, kind.label.many)]
    if let text = kind.description { document.passages.append(SearchDocument.Passage(.body, text)) }
    return document
  }

  private func document(of id: EntityID) -> SearchDocument {
    let title = graph.title(of: id)
    var document = SearchDocument(title: title, href: page.href(at: Target(id)))
    document.subtitle = subtitle(of: id)
    document.isDisputed = graph.isDisputed(id)
    // Whoever cites a source doesn't say that it is what readers look for.
    document.namings =
      graph.edges(to: id).count { $0.from != id }
      + graph.mentions(of: id).count { $0.from != id && !$0.isCitation }
    var facts = SearchFacts(texts: self, id)
    facts.read()
    document.passages = names(of: id, title: title) + facts.facts + facts.bodies + bodies(of: id)
    return document
  }
}

extension KnowledgeGraph {
  /// Whether sources disagree on something that it says, and nobody has explained it.
  func isDisputed(_ id: EntityID) -> Bool {
    self[id].discrepancies.contains { $0.isOpen && $0.matters }
      || self[id].toldDiscrepancy.map { $0.isOpen && $0.matters } ?? false
  }
}

// MARK: - What it is, in a few words

extension SearchTexts {
  /// Of what the list of its kind shows: what it belongs to, and its date; else the first that there is.
  private func subtitle(of id: EntityID) -> String {
    let entity = graph[id]
    let kind = graph.schema[entity.kind]
    let columns = kind.columns.compactMap { kind.fieldIndex(named: $0) }.filter { column in
      entity.today(column).map { !$0.isUnknown } ?? false
    }
    let relation = columns.first { kind.fields[$0].relation != nil }
    let date = columns.first { kind.fields[$0].type == .date }
    let chosen =
      relation == nil && date == nil ? columns.prefix(1) : [relation, date].compactMap(\.self)[...]
    return chosen.compactMap { column in entity.today(column).map { cell($0, kind.fields[column]) } }
      .filter { !$0.isEmpty }.joined(separator: " · ")
  }

  private func cell(_ fact: Fact, _ field: Field) -> String {
    let values = page.cell(fact, field)
    let most = 3
    let texts = values.prefix(most).map { $0.short ?? $0.text }
    return page.list(texts + (values.count > most ? ["…"] : []))
  }
}

// MARK: - Names

extension SearchTexts {
  private func names(of id: EntityID, title: String) -> [SearchDocument.Passage] {
    var passages = [SearchDocument.Passage(.title, title)]
    var known: Set<String> = [title.foldedName]
    func add(_ text: String, _ label: [String?], _ language: String? = nil) {
      guard known.insert(text.foldedName).inserted else { return }
      let language = language == page.language ? nil : language
      passages.append(
        SearchDocument.Passage(
          .name, text, label: label.compactMap(\.self).joined(separator: " · "), language: language ?? ""))
    }
    let entity = graph[id]
    let kind = graph.schema[entity.kind]
    for alias in entity.aliases {
      let sort = alias.sort.map { page.word($0, group: "sort") }
      add(alias.name.text, [sort, alias.onlyIn?.entity.map(graph.shortTitle)], alias.language)
    }
    for fact in entity.facts where fact.field == Kind.titleField || isName(kind.fields[fact.field]) {
      for claim in fact.claims {
        for text in claim.value.items.flatMap({ $0.texts(language: graph.contentLanguage) }) {
          add(text.text, [kind.fields[fact.field].label, claim.source.map(graph.shortTitle)], text.language)
        }
      }
    }
    for edge in graph.edges(to: id) where !qualifiers.isEmpty {
      for qualifier in edge.item.qualifiers where qualifiers.contains(qualifier.name) {
        if case .text(let text) = qualifier.value {
          add(text, [qualifier.label, edge.provenance.source?.entity.map(graph.shortTitle)])
        }
      }
    }
    return passages
  }

  /// Whether the texts of a field are names.
  func isName(_ field: Field) -> Bool { field.aliasSort != nil || nameFields.contains(field.name) }
}

// MARK: - Texts

extension SearchTexts {
  private func bodies(of id: EntityID) -> [SearchDocument.Passage] {
    guard let body = graph[id].body else { return [] }
    let prefix = site.routes.sections.prefix(of: id)
    return passages(.body(of: id), skipsTitle: body.title == graph.title(of: id)) { heading in
      Routes.encode(prefix + site.headingID(heading.id, in: id))
    }
  }

  /// A Markdown text, a paragraph each.
  ///
  /// - Parameters:
  ///   - label: of what stands before the first heading, and so `anchor`.
  ///   - heading: gives the address of a heading; without it none has one.
  func passages(
    _ document: DocumentID, skipsTitle: Bool = false, label: String = "", anchor: String = "",
    heading: ((MarkdownHeading) -> String)? = nil
  ) -> [SearchDocument.Passage] {
    let text = graph.document(document)
    let targets = graph.links(in: document)
    func words(_ node: Int) -> String {
      text.plainText(of: node) { link in
        guard let number = text.nodes[link.node].link, case .entity(let target)? = targets[orNone: number]
        else {
          return nil
        }
        return graph.title(of: target.entity)
      }
    }
    var passages: [SearchDocument.Passage] = []
    var (label, anchor) = (label, anchor)
    var index = 1
    while index < text.nodes.count {
      let node = text.nodes[index]
      switch node.kind {
      case .heading:
        let own = text.headings[node.heading]
        if let heading { (label, anchor) = (own.text, heading(own)) }
        if index != text.titleNode || !skipsTitle { add(own.text) } else { label = "" }
        index = Int(node.end)
      case .paragraph, .tableRow, .codeBlock, .asideTitle:
        add(words(index))
        index = Int(node.end)
      default: index += 1
      }
    }
    func add(_ text: String) {
      if !text.isEmpty {
        passages.append(SearchDocument.Passage(.body, text, label: label, anchor: anchor))
      }
    }
    return passages
  }
}

extension Array {
  fileprivate subscript(orNone index: Int) -> Element? { indices.contains(index) ? self[index] : nil }
}
