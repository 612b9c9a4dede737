import Diagnostics
import Knowledge
import Templates

extension GlossaryView {
  static func shape(_ shapes: Shapes) -> [String: Shape] {
    let link = ViewCanvas.linkShape
    return [
      "entry_count": .text, "has_kinds": .flag,
      "letters": .list(
        .object([
          "letter": .text, "anchor": .text,
          "entries": .list(
            .object([
              "term": link, "anchor": .text, "kind": .text, "summary": .text,
              "names": .list(
                .object([
                  "text": .text, "lang": .text, "dir": .text, "sources": .list(link), "is_inferred": .flag,
                ])),
              "definition": .object(["values": .list(shapes.value(depth: 1))]),
              "distinct": .list(link), "has_distinct": .flag,
              "aliases": .list(.object(["text": .text, "lang": .text, "dir": .text])), "mention_count": .text,
            ])),
        ])),
    ]
  }

  func values(of part: ViewPart, on page: ViewCanvas) -> Object {
    let entries = entries(in: page.graph)
    let letters = Letters.grouped(entries) { page.graph.title(of: $0.entity) }
    return [
      "entry_count": page.count(entries.count), "has_kinds": .flag(kinds.count > 1),
      "letters": .list(
        letters.enumerated().map { number, group in
          [
            "letter": .text(group.heading), "anchor": .text("letter-\(number + 1)"),
            "entries": .list(group.items.map { value($0, page) }),
          ]
        }),
    ]
  }

  private func value(_ entry: Entry, _ page: ViewCanvas) -> Value {
    let values = page.values(of: entry.entity)
    let entity = page.graph[entry.entity]
    let kind = page.graph.schema[entity.kind]
    return [
      "term": page.link(entry.entity), "anchor": .text(page.graph.id(of: entry.entity)),
      "kind": .text(kind.label.one), "summary": page.optional(values.plainSummary),
      "names": .list(
        entry.names.map { name in
          [
            "text": .text(name.text), "lang": .text(name.language),
            "dir": page.optional(page.direction(of: name.language)),
            "sources": .list(name.sources.map { page.link($0) }), "is_inferred": .flag(name.isInferred),
          ]
        }),
      "definition": definition(of: entity, kind, values),
      "distinct": .list(entry.others.map { page.link($0) }), "has_distinct": .flag(!entry.others.isEmpty),
      "aliases": .list(
        entity.aliases.map { alias in
          [
            "text": .text(alias.name.text), "lang": page.optional(alias.language),
            "dir": page.optional(page.direction(of: alias.language)),
          ]
        }),
      "mention_count": page.count(page.graph.mentions(of: entry.entity).count),
    ]
  }

  /// Every claim of it, with its source.
  private func definition(of entity: Entity, _ kind: Kind, _ values: PageValues) -> Value {
    guard let number = definition.flatMap({ kind.fieldIndex(named: $0) }), let fact = entity.fact(number)
    else { return .nothing }
    let field = kind.fields[number]
    return [
      "values": .list(
        fact.claims.flatMap { claim in
          claim.value.items.flatMap { value in
            values.values(
              value, field, statements: claim.provenance.isEmpty ? [] : [values.statement(claim.provenance)])
          }
        })
    ]
  }

  func data(of part: ViewPart, in site: SiteModel) -> ViewData {
    let graph = site.graph
    let entries = entries(in: graph)
    let languages = entries.flatMap(\.names).map(\.language).unique.sorted()
    let rows = entries.map { entry -> [JSON] in
      let entity = graph[entry.entity]
      let kind = graph.schema[entity.kind]
      let values = PageValues(site: site, entity: entry.entity, root: "")
      let fact = definition.flatMap { kind.fieldIndex(named: $0) }.flatMap { entity.fact($0) }
      let names = languages.map { language in
        JSON.array(entry.names.filter { $0.language == language }.map { .string($0.text) })
      }
      return [.string(graph.id(of: entry.entity)), .string(graph.title(of: entry.entity))] + names + [
        .array(entity.aliases.map { .string($0.name.text) }),
        .array((fact?.claims ?? []).map { .string(values.words($0.value)) }),
        .optional(values.plainSummary), .array(entry.others.map { .string(graph.id(of: $0)) }),
      ]
    }
    return ViewData(
      columns: ["id", "title"] + languages + ["aliases", "definition", "summary", "not_to_be_confused_with"],
      rows: rows)
  }
}
