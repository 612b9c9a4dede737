import Knowledge
import Templates

/// What each template may ask for. It follows the builders of `Pages` and `Values`, and a test holds every page's
/// values against it; the manual's page on templates lists the same names.
struct Shapes {
  let schema: Schema
  /// The keys of the strings file.
  let strings: [String]

  func byTemplate(names: Set<String>) -> [String: Shape] {
    var shapes: [String: Shape] = [:]
    let feeds = ViewTypes.all.reduce(into: [:]) { $0.merge($1.feedShapes(self)) { $1 } }
    for name in names where !name.contains("/") {
      switch name {
      case "home": shapes[name] = home
      case "list": shapes[name] = list
      case "404": shapes[name] = .object(common)
      case "redirect":
        shapes[name] = .object(common.merging(["target": .object(["title": .text, "href": .text])]) { $1 })
      case Sitemap.template: shapes[name] = Sitemap.shape
      case "layout", "view": break
      case let name where ViewTypes.all.contains { $0.type == name }: shapes[name] = view(name)
      case let name where feeds[name] != nil: shapes[name] = feeds[name]
      default: shapes[name] = entity(schema.kind(named: name))
      }
    }
    return shapes
  }

  var common: [String: Shape] {
    [
      "site": .object([
        "title": .text, "description": .text, "language": .text, "licence": .text, "as_of": .text,
        "as_of_date": .text, "home": .text, "has_base_url": .flag,
        "navigation": .list(.object(["label": .text, "href": .text, "is_current": .flag])),
      ]),
      "strings": .object(Dictionary(strings.map { ($0, .text) }) { first, _ in first }),
      "assets": .text, "root": .text,
      "page": .object([
        "title": .text, "description": .text, "path": .text, "canonical": .text, "id": .text, "kind": .text,
        "language": .text, "dir": .text, "is_draft": .flag,
      ]),
    ]
  }

  /// A view's own names come beside those that every view has.
  private func view(_ name: String) -> Shape {
    let own = ViewTypes.all.first { $0.type == name }?.shape(self) ?? [:]
    return .object(common.merging(viewHead) { $1 }.merging(own) { $1 })
  }

  private var viewLinks: Shape { .list(.object(["title": .text, "href": .text, "description": .text])) }

  var statement: Shape {
    .object([
      "qualifiers": .list(.object(["name": .text, "label": .text, "text": .text])),
      "source": .object(["text": .text, "short": .text, "href": .text]), "quote": .text, "at": .text,
      "scope": .text,
      "as_of": .text, "is_inferred": .flag, "note": .text, "role": .text, "role_name": .text,
      "has_detail": .flag,
    ])
  }

  /// A record's facts hold values in turn: as deep as the schema lets records nest.
  func value(depth: Int, hasDetails: Bool = true) -> Shape {
    var shape: [String: Shape] = [
      "text": .text, "short": .text, "href": .text, "html": .html, "datetime": .text, "lang": .text,
      "dir": .text,
      "type": .text, "is_external": .flag,
      "kind": .text, "anchor": .text, "statements": .list(statement), "scope": .text,
    ]
    shape["details"] = .list(hasDetails ? detail : .object([:]))
    shape["fields"] = .list(depth > 0 ? fact(depth: depth - 1) : .object([:]))
    return .object(shape)
  }

  func fact(depth: Int) -> Shape {
    let values = Shape.list(value(depth: depth))
    return .object([
      "name": .text, "label": .text, "help": .text, "anchor": .text, "type": .text, "is_list": .flag,
      "is_relation": .flag, "values": values, "is_claimed": .flag, "is_disputed": .flag,
      "claims": claims(values: values),
      "discrepancy": .object([
        "class": .text, "state": .text, "state_label": .text, "is_open": .flag, "reason": .text,
      ]),
    ])
  }

  /// What the list of its kind tells of what a relation leads to.
  private var detail: Shape {
    .object([
      "label": .text, "type": .text, "values": .list(value(depth: 0, hasDetails: false)),
      "is_disputed": .flag,
    ])
  }

  /// What sources say, side by side.
  var claims: Shape { claims(values: .list(value(depth: 2))) }

  private func claims(values: Shape) -> Shape {
    .list(.object(["values": values, "statement": statement, "is_preferred": .flag]))
  }

  /// - Parameter kind: the one whose template it is; `nil` for templates that serve several.
  private func entity(_ kind: KindID?) -> Shape {
    let fact = fact(depth: 2)
    let named = kind.map { [$0] } ?? schema.kindIDs
    let fieldNames = Set(named.flatMap { schema[$0].fields.dropFirst(Kind.commonFields.count).map(\.name) })
    var shape = common
    shape["entity"] = head
    shape["facts"] = .list(fact)
    shape["records"] = .list(fact)
    shape["fields"] = .object(Dictionary(fieldNames.map { ($0, fact) }) { first, _ in first })
    shape["inverses"] = .list(
      .object([
        "name": .text, "label": .text, "anchor": .text, "count": .text, "items": .list(value(depth: 0)),
      ]))
    shape["outcomes"] = .list(outcome)
    shape["has_outcomes"] = .flag
    shape["backlinks"] = .list(
      .object([
        "title": .text, "href": .text, "kind": .text,
        "sentences": .list(
          .object(["before": .text, "text": .text, "after": .text, "href": .text, "is_citation": .flag])),
      ]))
    shape["backlink_count"] = .text
    shape["discrepancies"] = .list(
      .object(["label": .text, "href": .text, "class": .text, "state": .text, "state_label": .text]))
    shape["views"] = viewLinks
    shape["quotes"] = .list(
      .object(["text": .text, "at": .text, "title": .text, "href": .text, "field": .text]))
    shape["quote_count"] = .text
    shape["cite"] = .object(["text": .text, "id": .text, "url": .text])
    return .object(shape.merging(body) { $1 })
  }

  private var head: Shape {
    .object([
      "title": .text, "id": .text, "slug": .text, "kind": .text, "kind_label": .text,
      "kind_label_many": .text,
      "kind_href": .text, "summary": .html, "source_path": .text, "is_published": .flag,
      "other_titles": .list(.object(["text": .text, "lang": .text, "dir": .text, "statement": statement])),
      "aliases": .list(
        .object([
          "text": .text, "lang": .text, "dir": .text, "sort": .text, "sort_label": .text,
          "only_in": .object(["text": .text, "short": .text, "href": .text]), "statement": statement,
        ])),
      "has_aliases": .flag, "title_fact": fact(depth: 0),
    ])
  }

  private var body: [String: Shape] {
    [
      "title_anchor": .text, "body": .html, "has_contents": .flag,
      "contents": .list(.object(["level": .text, "title": .text, "href": .text])),
    ]
  }

  private var list: Shape {
    .object(
      common.merging([
        "kind": .object([
          "name": .text, "label": .text, "label_one": .text, "description": .text, "count": .text,
          "href": .text,
        ]),
        "narrowed": .text, "has_facets": .flag,
        "facets": .list(
          .object([
            "name": .text, "label": .text,
            "values": .list(
              .object(["label": .text, "count": .text, "href": .text, "is_current": .flag])),
          ])),
        "columns": .list(.object(["name": .text, "label": .text])),
        "rows": .list(
          .object([
            "title": .text, "href": .text, "id": .text, "summary": .text, "is_disputed": .flag,
            "cells": .list(
              .object([
                "name": .text, "label": .text, "values": .list(value(depth: 0)), "is_disputed": .flag,
                "is_inferred": .flag,
              ])),
          ])),
      ]) { $1 })
  }

  private var home: Shape {
    let disputes = Shape.list(
      .object([
        "title": .text, "href": .text, "label": .text, "class": .text, "state": .text, "state_label": .text,
        "claims": .list(.object(["text": .text, "source": .text])),
      ]))
    return .object(
      common.merging([
        "title": .text,
        "kinds": .list(
          .object([
            "name": .text, "label": .text, "label_one": .text, "description": .text, "href": .text,
            "count": .text,
          ])),
        "totals": .object([
          "entities": .text, "sources": .text, "quotes": .text, "discrepancies": .text,
          "open_discrepancies": .text,
        ]),
        "views": viewLinks, "has_views": .flag, "has_kinds": .flag, "has_pages": .flag,
        "pages": .list(.object(["title": .text, "href": .text])),
        "disputes": disputes, "has_disputes": .flag,
        "register": .object(["title": .text, "href": .text, "description": .text]),
      ]) { $1 }.merging(body) { $1 })
  }
}
