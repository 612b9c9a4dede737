import Knowledge
import Templates

extension SiteModel {
  /// What the template of a kind's list gets.
  ///
  /// - Parameter facet: to which the list is narrowed.
  func listPage(_ kindID: KindID, path: String, facet: Facet? = nil) -> Object {
    let kind = graph.schema[kindID]
    let root = Routes.root(from: path)
    let entities = facet?.entities ?? graph.entities(of: kindID)
    let narrowed = facet.map { kind.fields[$0.field].label + ": " + label(of: $0) }
    var page = common(
      path: path, root: root, title: narrowed.map { "\(kind.label.many) · \($0)" } ?? kind.label.many,
      description: kind.description, kind: kind.name)
    page["kind"] = [
      "name": .text(kind.name), "label": .text(kind.label.many), "label_one": .text(kind.label.one),
      "description": kind.description.map(Value.text) ?? .nothing, "count": .text(String(entities.count)),
      "href": routes.href(toListOf: kindID, root: root).map(Value.text) ?? .nothing,
    ]
    page["narrowed"] = narrowed.map(Value.text) ?? .nothing
    page["facets"] = .list(
      facets[kindID].filter { !$0.isEmpty }.map { facetGroup($0, path: path, root) })
    page["has_facets"] = .flag(facets[kindID].contains { !$0.isEmpty })
    let columns = kind.columns.compactMap { name in kind.fieldIndex(named: name) }
    page["columns"] = .list(
      columns.map { ["name": .text(kind.fields[$0].name), "label": .text(kind.fields[$0].label)] })
    let texts = FieldTexts()
    page["rows"] = .list(
      entities.map { id in
        row(PageValues(site: self, entity: id, root: root, texts: texts), kind, columns: columns)
      })
    return page
  }

  private func facetGroup(_ facets: [Facet], path: String, _ root: String) -> Value {
    let field = facets.first.map { graph.schema[$0.kind].fields[$0.field] }
    // Where there are very many, only the whole list names them all, as with the parts of a view.
    let isShort = facets.count <= ViewPart.mostNamed || !facets.contains { $0.path == path }
    let facets = isShort ? facets : facets.filter { $0.path == path }
    return [
      "name": field.map { .text($0.name) } ?? .nothing, "label": field.map { .text($0.label) } ?? .nothing,
      "values": .list(
        facets.map { facet in
          [
            "label": .text(label(of: facet)), "count": .text(String(facet.entities.count)),
            "href": .text(root + Routes.encode(facet.path)), "is_current": .flag(facet.path == path),
          ]
        }),
    ]
  }

  private func label(of facet: Facet) -> String {
    switch facet.value {
    case .word(let word): theme.word(word, group: "value")
    case .flag(let flag): theme.word(flag ? "yes" : "no", group: "flag")
    case .entity(let entity): PageValues(site: self, entity: entity, root: "").short(entity)
    case .year(let year): String(year)
    case .none: theme.strings["facet_none"] ?? "–"
    }
  }

  private func row(_ values: PageValues, _ kind: Kind, columns: [Int]) -> Value {
    let id = values.entity
    let cells = columns.map { column -> Value in
      let field = kind.fields[column]
      guard let fact = graph[id].fact(column), let claim = fact.preferredClaim else {
        return [
          "name": .text(field.name), "label": .text(field.label), "values": .nothing, "is_disputed": .nothing,
          "is_inferred": .nothing,
        ]
      }
      return [
        "name": .text(field.name), "label": .text(field.label),
        "values": .list(values.cell(fact, field)), "is_disputed": .flag(fact.isDisputed),
        "is_inferred": .flag(claim.isInferred),
      ]
    }
    return [
      "title": .text(graph.title(of: id)),
      "href": .text(values.href(Target(id))),
      "id": .text(graph.id(of: id)),
      "summary": values.optional(values.plainSummary),
      "is_disputed": .flag(!graph[id].discrepancies.isEmpty),
      "cells": .list(cells),
    ]
  }
}

extension Claim {
  /// Whether no source says it outright: of a list, whether that holds for all of it.
  fileprivate var isInferred: Bool {
    let items = value.items.map { value in
      if case .reference(let item) = value { item.provenance.isInferred } else { false }
    }
    return provenance.isInferred || !items.isEmpty && items.allSatisfy(\.self)
  }
}
