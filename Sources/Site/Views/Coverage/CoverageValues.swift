import Diagnostics
import Knowledge
import Templates

extension CoverageView {
  static var shape: Shape {
    let link = Shape.record(ShownLink.record)
    let counted = Shape.list(.object(["thing": link, "count": .text]))
    return [
      "kinds": .list(.object(["label": .text, "count": .text, "href": .text])),
      "totals": .list(.object(["name": .text, "label": .text, "count": .text])),
      "gaps": .list(
        .object([
          "label": .text, "kind": .text, "language": .text, "anchor": .text, "total": .text, "missing": .text,
          "has_missing": .flag, "things": .list(link),
        ])),
      "has_gaps": .flag,
      "unreferenced": .list(link), "unreferenced_count": .text, "unquoted": counted,
      "unquoted_count": .text, "inferred": counted, "inferred_count": .text,
      "unsourced": .list(.object(["thing": link, "fields": .text])), "unsourced_count": .text,
    ]
  }

  func value(of part: ViewPart, _ coverage: Coverage, on page: PageContext) -> Value {
    let schema = page.graph.schema
    return [
      "kinds": .list(
        coverage.kinds.map { kind, count in
          [
            "label": .text(schema[kind].label.many), "count": page.count(count),
            "href": count == 0
              ? .nothing : page.optional(page.site.routes.href(toListOf: kind, root: page.root)),
          ]
        }),
      "totals": .list(
        coverage.totals.all.map { name, count in
          ["name": .text(name), "label": .text(page.word(name, group: "total")), "count": page.count(count)]
        }),
      "gaps": .list(coverage.gaps.enumerated().map { gap($1, number: $0 + 1, page) }),
      "has_gaps": .flag(!coverage.gaps.isEmpty),
      "unreferenced": .list(coverage.unreferenced.map { page.linkValue($0) }),
      "unreferenced_count": page.count(coverage.unreferenced.count),
      "unquoted": counted(coverage.unquoted, page),
      "unquoted_count": page.count(coverage.unquoted.reduce(0) { $0 + $1.count }),
      "inferred": counted(coverage.inferred, page),
      "inferred_count": page.count(coverage.inferred.reduce(0) { $0 + $1.count }),
      "unsourced": .list(
        coverage.unsourced.map { entity, fields in
          let labels = fields.map { schema[page.graph[entity].kind].fields[$0].label }
          return ["thing": page.linkValue(entity), "fields": .text(labels.joined(separator: ", "))]
        }),
      "unsourced_count": page.count(coverage.unsourced.reduce(0) { $0 + $1.fields.count }),
    ]
  }

  private func gap(_ gap: Coverage.Gap, number: Int, _ page: PageContext) -> Value {
    let kind = page.graph.schema[gap.wish.kind]
    return [
      "label": .text(kind.fields[gap.wish.field].label), "kind": .text(kind.label.many),
      "language": page.optional(gap.wish.language), "anchor": .text("gap-\(number)"),
      "total": page.count(gap.total), "missing": page.count(gap.missing.count),
      "has_missing": .flag(!gap.missing.isEmpty), "things": .list(gap.missing.map { page.linkValue($0) }),
    ]
  }

  private func counted(_ things: [(entity: EntityID, count: Int)], _ page: PageContext) -> Value {
    .list(things.map { ["thing": page.linkValue($0.entity), "count": page.count($0.count)] })
  }

  /// One row for each number, then one for each thing that lacks something.
  func data(of part: ViewPart, _ coverage: Coverage, in site: SiteModel) -> ViewData {
    let graph = site.graph
    func row(_ section: String, _ entity: EntityID, _ what: String, _ count: Int) -> [JSON] {
      [
        .string(section), .string(graph.id(of: entity)), .string(graph.title(of: entity)), .string(what),
        .integer(count),
      ]
    }
    var rows: [[JSON]] = coverage.kinds.map {
      ["kind", .null, .null, .string(graph.schema[$0.kind].name), .integer($0.count)]
    }
    rows += coverage.totals.all.map { ["total", .null, .null, .string($0.name), .integer($0.count)] }
    for gap in coverage.gaps {
      let field = graph.schema[gap.wish.kind].fields[gap.wish.field].name
      let what = gap.wish.language.map { "\(field) (\($0))" } ?? field
      rows += gap.missing.map { row("missing", $0, what, 1) }
    }
    rows += coverage.unreferenced.map { row("unreferenced", $0, "", 1) }
    rows += coverage.unquoted.map { row("unquoted", $0.entity, "", $0.count) }
    rows += coverage.inferred.map { row("inferred", $0.entity, "", $0.count) }
    rows += coverage.unsourced.map { entity, fields in
      let names = fields.map { graph.schema[graph[entity].kind].fields[$0].name }
      return row("without-source", entity, names.joined(separator: "; "), fields.count)
    }
    return ViewData(columns: ["section", "id", "title", "what", "count"], rows: rows)
  }
}
