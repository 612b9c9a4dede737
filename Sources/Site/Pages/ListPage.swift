import Knowledge
import Templates

extension SiteModel {
  /// What the template of a kind's list gets.
  func listPage(_ kindID: KindID, path: String) -> Object {
    let kind = graph.schema[kindID]
    let root = Routes.root(from: path)
    let entities = graph.entities(of: kindID)
    var page = common(
      path: path, root: root, title: kind.label.many, description: kind.description, kind: kind.name)
    page["kind"] = [
      "name": .text(kind.name), "label": .text(kind.label.many), "label_one": .text(kind.label.one),
      "description": kind.description.map(Value.text) ?? .nothing, "count": .text(String(entities.count)),
    ]
    let columns = kind.columns.compactMap { name in kind.fieldIndex(named: name) }
    page["columns"] = .list(
      columns.map { ["name": .text(kind.fields[$0].name), "label": .text(kind.fields[$0].label)] })
    page["rows"] = .list(entities.map { row($0, kind, columns: columns, root: root) })
    return page
  }

  private func row(_ id: EntityID, _ kind: Kind, columns: [Int], root: String) -> Value {
    let values = PageValues(site: self, entity: id, root: root)
    let cells = columns.map { column -> Value in
      let field = kind.fields[column]
      guard let fact = graph[id].fact(column), let claim = fact.preferredClaim else {
        return [
          "name": .text(field.name), "label": .text(field.label), "values": .nothing, "is_disputed": .nothing,
        ]
      }
      return [
        "name": .text(field.name), "label": .text(field.label),
        "values": .list(values.cell(claim, field)), "is_disputed": .flag(values.isDisputed(fact)),
      ]
    }
    return [
      "title": .text(graph.title(of: id)),
      "href": .text(values.href(Target(id))),
      "id": .text(graph.id(of: id)),
      "summary": values.optional(values.plainSummary),
      "is_disputed": .flag(!graph.discrepancies(in: id).isEmpty),
      "cells": .list(cells),
    ]
  }
}
