import Diagnostics
import Knowledge
import Templates

extension SourcesView {
  static var shape: Shape {
    let link = Shape.record(ShownLink.record)
    let use = Shape.object([
      "source": link, "anchor": .text, "summary": .text, "statement_count": .text, "quote_count": .text,
      "citation_count": .text, "thing_count": .text, "facts": .list(.record(ShownFact.record)),
      "kinds": .list(
        .object([
          "label": .text, "count": .text,
          "things": .list(.object(["thing": link, "count": .text])),
        ])),
    ])
    return [
      "read": .list(use), "read_count": .text, "linked": .list(use), "linked_count": .text,
      "has_linked": .flag,
    ]
  }

  func value(of part: ViewPart, _ uses: [Use], on page: PageContext) -> Value {
    let linked = uses.filter { !$0.isRead }
    return [
      "read": .list(uses.filter(\.isRead).map { value($0, page) }),
      "read_count": page.count(uses.count - linked.count),
      "linked": .list(linked.map { value($0, page) }), "linked_count": page.count(linked.count),
      "has_linked": .flag(!linked.isEmpty),
    ]
  }

  private func value(_ use: Use, _ page: PageContext) -> Value {
    let entity = page.graph[use.source]
    let id = page.graph.id(of: use.source)
    let fields = page.graph.schema[kind].fields
    let facts = shown.compactMap { number -> Value? in
      guard let fact = entity.fact(number) else { return nil }
      return page.factValue(
        fact, fields[number],
        anchor: "\(id)-\(fields[number].name)")
    }
    let kinds = use.things.map { page.graph[$0.entity].kind }.unique
    return [
      "source": page.linkValue(use.source), "anchor": .text(id),
      "summary": page.optional(page.plainSummary(of: use.source)),
      "statement_count": page.count(use.statements),
      "quote_count": page.count(use.quotes), "citation_count": page.count(use.citations),
      "thing_count": page.count(use.things.count), "facts": .list(facts),
      "kinds": .list(
        kinds.map { kind in
          let things = use.things.filter { page.graph[$0.entity].kind == kind }
          let label = page.graph.schema[kind].label
          return [
            "label": .text(things.count == 1 ? label.one : label.many), "count": page.count(things.count),
            "things": .list(
              things.map { ["thing": page.linkValue($0.entity), "count": page.count($0.statements)] }),
          ]
        }),
    ]
  }

  func data(of part: ViewPart, _ uses: [Use], in site: SiteModel) -> ViewData {
    let graph = site.graph
    let fields = graph.schema[kind].fields
    let page = PageContext(site, root: "")
    let rows = uses.map { use -> [JSON] in
      let facts = shown.map { number -> JSON in
        guard let fact = graph[use.source].fact(number) else { return .null }
        return .array(fact.claims.flatMap { page.texts($0.value) }.unique.map(JSON.string))
      }
      return [.string(graph.id(of: use.source)), .string(graph.title(of: use.source))] + facts + [
        .integer(use.statements), .integer(use.quotes), .integer(use.citations), .integer(use.things.count),
      ]
    }
    return ViewData(
      columns: ["id", "title"] + shown.map { fields[$0].name } + [
        "statements", "quotes", "citations", "things",
      ],
      rows: rows)
  }
}

extension PageContext {
  /// Each value as it would be typed: an id for a reference, EDTF for a date; the first URL or text of a record.
  func texts(_ value: FieldValue) -> [String] {
    switch value {
    case .list(let items): items.flatMap(texts)
    case .date(let date): [date.description]
    case .quantity(let quantity): [quantity.description]
    case .localized(let texts): texts.map(\.text)
    case .reference(let item):
      item.reference.entity.map { [graph.id(of: $0)] } ?? []
    // Records nest four deep at most: the schema's reader sees to it.
    case .record(let record): record.facts.first.map { texts($0.value) } ?? []
    case .text, .markdown, .flag: [words(value)]
    }
  }
}
