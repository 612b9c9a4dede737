import CommonMark
import Knowledge
import Templates

extension SiteModel {
  /// What the template of an entity's page gets.
  func entityPage(_ id: EntityID) -> Object {
    let path = routes.path(of: id)
    // The page for what is not found is shown at any address.
    let root = path == Routes.notFound ? configuration.basePath : Routes.root(from: path)
    let values = PageValues(
      site: self, entity: id, root: root, texts: FieldTexts(owner: id), detailsRelations: true)
    let entity = graph[id]
    let kind = graph.schema[entity.kind]
    var page = common(
      path: path, root: root, title: graph.title(of: id), description: values.plainSummary,
      id: kind.isLenient ? nil : graph.id(of: id), kind: kind.isLenient ? nil : kind.name,
      isDraft: !entity.isPublished)
    page["entity"] = values.head(kind)
    values.addFacts(of: kind, to: &page)
    page["inverses"] = values.inverses()
    let outcomes = values.outcomes()
    page["outcomes"] = .list(outcomes)
    page["has_outcomes"] = .flag(!outcomes.isEmpty)
    page["discrepancies"] = values.discrepancies()
    page["views"] = .list(views.pages(about: id).map { link(to: $0, root: root) })
    page["quotes"] = values.quotes()
    let quoteCount = graph.quotes(from: id).count
    page["quote_count"] = quoteCount == 0 ? .nothing : .text(String(quoteCount))
    page["cite"] = values.citation(path: path)
    values.addBacklinks(to: &page)
    values.addBody(to: &page)
    return page
  }
}

extension PageValues {
  var subject: Entity { graph[entity] }

  fileprivate func head(_ kind: Kind) -> Value {
    let title = subject.fact(Kind.titleField)
    let hasClaims = title?.claims.contains { !$0.provenance.isEmpty } ?? false
    return [
      "title": .text(graph.title(of: entity)),
      "id": .text(graph.id(of: entity)),
      "slug": .text(subject.slug),
      "kind": .text(kind.name),
      "kind_label": .text(kind.label.one),
      "kind_label_many": .text(kind.label.many),
      "kind_href": optional(site.routes.href(toListOf: subject.kind, root: root)),
      "source_path": .text(subject.path),
      "is_published": .flag(subject.isPublished),
      "summary": summary,
      "other_titles": title.map(otherTitles) ?? .nothing,
      "title_fact": title.map { title in
        hasClaims ? fact(title, kind.fields[Kind.titleField]) : .nothing
      } ?? .nothing,
      "aliases": .list(subject.aliases.map(alias)),
      "has_aliases": .flag(!subject.aliases.isEmpty),
    ]
  }

  private var summary: Value {
    guard case .markdown(let document, _)? = subject.fact(Kind.summaryField)?.value else { return .nothing }
    return .html(html(document))
  }

  /// The title in other languages and in other sources.
  private func otherTitles(_ fact: Fact) -> Value {
    let shown = graph.title(of: entity)
    let titles = fact.claims.flatMap { claim -> [Value] in
      claim.value.texts(language: language).filter { $0.text != shown }.map { text in
        [
          "text": .text(text.text), "lang": .text(text.language),
          "dir": optional(direction(of: text.language)),
          "statement": statement(claim.provenance),
        ]
      }
    }
    return .list(titles)
  }

  private func alias(_ alias: Alias) -> Value {
    [
      "text": .text(alias.name.text),
      "lang": optional(alias.language),
      "dir": optional(direction(of: alias.language)),
      "sort": optional(alias.sort),
      "sort_label": optional(alias.sort.map { word($0, group: "sort") }),
      "only_in": (alias.onlyIn?.target).map(link) ?? .nothing,
      "statement": alias.provenance.isEmpty ? .nothing : statement(alias.provenance),
    ]
  }

  /// The facts in the schema's order, lists of records apart from the others, and all of them by name.
  fileprivate func addFacts(of kind: Kind, to page: inout Object) {
    var facts: [Value] = []
    var records: [Value] = []
    var byName: Object = [:]
    for fact in subject.facts where fact.field != Kind.titleField {
      let field = kind.fields[fact.field]
      // A summary stands above the facts, unless there are several.
      if fact.field == Kind.summaryField, fact.claims.count == 1 { continue }
      let value = self.fact(fact, field)
      if field.isRecordList { records.append(value) } else { facts.append(value) }
      if fact.field != Kind.summaryField { byName[Name(field.name)] = value }
    }
    page["facts"] = .list(facts)
    page["records"] = .list(records)
    page["fields"] = .object(byName)
  }

  fileprivate func discrepancies() -> Value {
    .list(
      subject.discrepancies.compactMap { discrepancy in
        guard let place = discrepancy.place else { return nil }
        let field = graph.schema[place.field]
        return [
          "label": .text(field.label),
          "href": .text(
            place.record.map { href(to: $0, on: entity) } ?? "#fact-" + Routes.encode(field.name)),
          "class": .text(word(discrepancy.discrepancyClass, group: "class")),
          "state": .text(discrepancy.state),
          "state_label": .text(word(discrepancy.state, group: "state")),
        ]
      })
  }

  /// On a source's page: the words taken from it, and what they're evidence for.
  fileprivate func quotes() -> Value {
    .list(
      graph.quotes(from: entity).map { quote in
        let field = quote.field.map { graph.schema[FieldID(graph[quote.entity].kind, $0)].label }
        return [
          "text": .text(quote.text.text),
          "at": optional(quote.at),
          "title": .text(graph.title(of: quote.entity)),
          "href": .text(href(Target(quote.entity))),
          "field": optional(field),
        ]
      })
  }

  fileprivate func citation(path: String) -> Value {
    let title = graph.title(of: entity)
    var text = "\(title). In: \(site.configuration.title)"
    if let date = site.configuration.asOf { text += ", " + date.display(language: language) }
    return [
      "text": .text(text + "."),
      "id": .text(graph.id(of: entity)),
      "url": optional(site.configuration.address(of: path)),
    ]
  }
}

extension Field {
  var isRecordList: Bool { recordFields != nil && isList }
}
