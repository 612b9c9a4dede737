import Knowledge
import Templates

extension SiteModel {
  /// What the home page's template gets; with `content/index.md`, that file's text too.
  func homePage(index: EntityID?) -> Object {
    var page = common(path: Routes.home, root: "", title: index.map(graph.title) ?? configuration.title)
    page["title"] = .text(index.map(graph.title) ?? configuration.title)
    page["kinds"] = .list(graph.schema.kindIDs.compactMap(kindCard))
    page["totals"] = totals
    page["views"] = .list(views.wholes.map { link(to: $0, root: "") })
    page["has_views"] = .flag(!views.wholes.isEmpty)
    let hasKinds = graph.entities.contains { $0.kind != .page }
    page["has_kinds"] = .flag(hasKinds)
    // Plain pages have no list of their own: where there is nothing else, this is the way to them.
    let pages = graph.entities(of: .page).filter { $0 != index && routes.path(of: $0) != Routes.notFound }
    page["has_pages"] = .flag(!hasKinds && !pages.isEmpty)
    page["pages"] = hasKinds ? .nothing : .list(pages.map(pageLink))
    let texts = FieldTexts(owner: index)
    let disputed =
      graph.discrepancies.filter { $0.state == "open" }
      + graph.discrepancies.filter { $0.state != "open" && $0.state != Schema.notAConflict }
    page["disputes"] = .list(disputed.prefix(12).map { dispute($0, texts) })
    page["register"] = views.whole(ofType: RegisterView.type).map { link(to: $0, root: "") } ?? .nothing
    page["has_disputes"] = .flag(!disputed.isEmpty)
    if let index { PageValues(site: self, entity: index, root: "", texts: texts).addBody(to: &page) }
    return page
  }

  private func pageLink(_ id: EntityID) -> Value {
    ["title": .text(graph.title(of: id)), "href": .text(routes.href(to: Target(id), root: ""))]
  }

  private func kindCard(_ id: KindID) -> Value? {
    let kind = graph.schema[id]
    let count = graph.entities(of: id).count
    guard count > 0, let href = routes.href(toListOf: id, root: "") else { return nil }
    return [
      "name": .text(kind.name), "label": .text(count == 1 ? kind.label.one : kind.label.many),
      "label_one": .text(kind.label.one), "description": kind.description.map(Value.text) ?? .nothing,
      "href": .text(href), "count": .text(String(count)),
    ]
  }

  private var totals: Value {
    let sources = graph.schema.sourceKind.map { graph.entities(of: $0).count } ?? 0
    let disagreements = disagreements
    return [
      "entities": .text(String(graph.entities.count { !graph.schema[$0.kind].isLenient })),
      "sources": .text(String(sources)),
      "quotes": .text(String(graph.quotes.count)),
      "discrepancies": .text(String(disagreements.count(where: \.isConflict))),
      "open_discrepancies": .text(String(disagreements.count(where: \.isOpen))),
    ]
  }

  private func dispute(_ discrepancy: Discrepancy, _ texts: FieldTexts) -> Value {
    let values = PageValues(site: self, entity: discrepancy.entity, root: "", texts: texts)
    let field = graph.schema[discrepancy.field]
    return [
      "title": .text(graph.title(of: discrepancy.entity)),
      "href": .text(values.href(graph.target(of: discrepancy))),
      "label": .text(field.label),
      "class": .text(values.word(discrepancy.discrepancyClass, group: "class")),
      "state": .text(discrepancy.state),
      "state_label": .text(values.word(discrepancy.state, group: "state")),
      "claims": .list(
        discrepancy.fact.claims.map { claim in
          let source = claim.source.flatMap { graph.target(of: $0, in: discrepancy.entity) }
          return [
            "text": .text(values.plainText(claim.value, field)),
            "source": source.map { .text(graph.title(of: $0.entity)) } ?? .nothing,
          ]
        }),
    ]
  }
}
