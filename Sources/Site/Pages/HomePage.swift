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
    let disputed = graph.entities.flatMap(\.discrepancies).filter(\.isConflict)
    let openFirst = disputed.filter(\.isOpen) + disputed.filter { !$0.isOpen }
    page["disputes"] = .list(openFirst.prefix(12).map { dispute($0, texts) })
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
    let discrepancies = graph.discrepancies
    return [
      "entities": .text(String(graph.entities.count { !graph.schema[$0.kind].isLenient })),
      "sources": .text(String(sources)),
      "quotes": .text(String(graph.quotes.count)),
      "discrepancies": .text(String(discrepancies.count(where: \.isConflict))),
      "open_discrepancies": .text(String(discrepancies.count(where: \.isOpen))),
    ]
  }

  private func dispute(_ discrepancy: Discrepancy, _ texts: FieldTexts) -> Value {
    let values = PageValues(site: self, entity: discrepancy.entity, root: "", texts: texts)
    return [
      "title": .text(graph.title(of: discrepancy.entity)),
      "href": .text(values.href(graph.target(of: discrepancy))),
      "label": values.optional(discrepancy.place.map { graph.schema[$0.field].label }),
      "class": .text(values.word(discrepancy.discrepancyClass, group: "class")),
      "state": .text(discrepancy.state),
      "state_label": .text(values.word(discrepancy.state, group: "state")),
      "claims": .list(
        discrepancy.claims.map { claim in
          [
            "text": .text(discrepancy.field.map { values.plainText(claim.value, $0) } ?? ""),
            "source": claim.source.map { .text(graph.title(of: $0)) } ?? .nothing,
          ]
        }),
    ]
  }
}
