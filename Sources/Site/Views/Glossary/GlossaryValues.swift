import Diagnostics
import Knowledge
import Templates

extension GlossaryView {
  static var shape: Shape {
    let link = Shape.record(ShownLink.record)
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
              "definition": .object(["values": .list(.record(ShownValue.record))]),
              "distinct": .list(link), "has_distinct": .flag,
              "aliases": .list(.object(["text": .text, "lang": .text, "dir": .text])), "mention_count": .text,
            ])),
        ])),
    ]
  }

  func value(of part: ViewPart, _ entries: [Entry], on page: PageContext) -> Value {
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

  private func value(_ entry: Entry, _ page: PageContext) -> Value {
    let entity = page.graph[entry.entity]
    let kind = page.graph.schema[entity.kind]
    return [
      "term": page.linkValue(entry.entity), "anchor": .text(page.graph.id(of: entry.entity)),
      "kind": .text(kind.label.one), "summary": page.optional(page.plainSummary(of: entry.entity)),
      "names": .list(
        entry.names.map { name in
          [
            "text": .text(name.text), "lang": .text(name.language),
            "dir": page.optional(page.direction(of: name.language)),
            "sources": .list(name.sources.map { page.linkValue($0) }), "is_inferred": .flag(name.isInferred),
          ]
        }),
      "definition": definition(of: entity, kind, page),
      "distinct": .list(entry.others.map { page.linkValue($0) }),
      "has_distinct": .flag(!entry.others.isEmpty),
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
  private func definition(of entity: Entity, _ kind: Kind, _ page: PageContext) -> Value {
    guard let number = definition.flatMap({ kind.fieldIndex(named: $0) }), let fact = entity.fact(number)
    else { return .nothing }
    let field = kind.fields[number]
    return [
      "values": page.shownValues(
        fact.claims.flatMap { claim in
          claim.value.items.flatMap { page.values($0, field, page.statements(claim.provenance)) }
        })
    ]
  }

  func data(of part: ViewPart, _ entries: [Entry], in site: SiteModel) -> ViewData {
    let graph = site.graph
    let languages = entries.flatMap(\.names).map(\.language).unique.sorted()
    let page = PageContext(site, root: "")
    let rows = entries.map { entry -> [JSON] in
      let entity = graph[entry.entity]
      let kind = graph.schema[entity.kind]
      let fact = definition.flatMap { kind.fieldIndex(named: $0) }.flatMap { entity.fact($0) }
      let names = languages.map { language in
        JSON.array(entry.names.filter { $0.language == language }.map { .string($0.text) })
      }
      return [.string(graph.id(of: entry.entity)), .string(graph.title(of: entry.entity))] + names + [
        .array(entity.aliases.map { .string($0.name.text) }),
        .array((fact?.claims ?? []).map { .string(page.words($0.value)) }),
        .optional(page.plainSummary(of: entry.entity)),
        .array(entry.others.map { .string(graph.id(of: $0)) }),
      ]
    }
    return ViewData(
      columns: ["id", "title"] + languages + ["aliases", "definition", "summary", "not_to_be_confused_with"],
      rows: rows)
  }
}
