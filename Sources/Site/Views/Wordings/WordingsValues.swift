import Diagnostics
import Knowledge
import Templates

extension WordingsView {
  static var shape: Shape {
    let link = Shape.record(ShownLink.record)
    return [
      "wording_count": .text, "thing_count": .text,
      "letters": .list(
        .object([
          "letter": .text, "anchor": .text,
          "wordings": .list(
            .object([
              "text": .text, "lang": .text, "dir": .text, "thing": link, "kind": .text, "sorts": .text,
              "only_in": link,
              "is_shared": .flag,
              "uses": .list(.object(["source": link, "count": .text])),
            ])),
        ])),
    ]
  }

  func value(of part: ViewPart, _ index: WordingIndex, on page: PageContext) -> Value {
    let wordings = index.wordings
    let letters = Letters.grouped(wordings, by: \.text)
    return [
      "wording_count": page.count(wordings.count),
      "thing_count": page.count(Set(wordings.map(\.entity)).count),
      "letters": .list(
        letters.enumerated().map { number, group in
          [
            "letter": .text(group.heading), "anchor": .text("letter-\(number + 1)"),
            "wordings": .list(group.items.map { wording($0, page) }),
          ]
        }),
    ]
  }

  private func wording(_ wording: WordingIndex.Wording, _ page: PageContext) -> Value {
    [
      "text": .text(wording.text), "lang": page.optional(wording.language),
      "dir": page.optional(page.direction(of: wording.language)),
      "thing": page.linkValue(wording.entity),
      "kind": .text(page.graph.schema[page.graph[wording.entity].kind].label.one),
      "sorts": .text(wording.sorts.map { page.word($0, group: "sort") }.joined(separator: ", ")),
      "only_in": wording.onlyIn.map { page.linkValue($0) } ?? .nothing,
      "is_shared": .flag(wording.isShared),
      "uses": .list(
        wording.uses.map { ["source": page.linkValue($0.source), "count": page.count($0.count)] }),
    ]
  }

  /// One row for each wording and each source that uses it.
  func data(of part: ViewPart, _ index: WordingIndex, in site: SiteModel) -> ViewData {
    let graph = site.graph
    let rows = index.wordings.flatMap { wording -> [[JSON]] in
      let head: [JSON] = [
        .string(wording.text), .optional(wording.language), .array(wording.sorts.map(JSON.string)),
        .string(graph.id(of: wording.entity)), .string(graph.title(of: wording.entity)),
        .optional(wording.onlyIn.map { graph.id(of: $0) }),
      ]
      if wording.uses.isEmpty { return [head + [.null, .integer(0)]] }
      return wording.uses.map { head + [.string(graph.id(of: $0.source)), .integer($0.count)] }
    }
    return ViewData(
      columns: ["wording", "language", "sort", "id", "title", "only_in", "source", "places"], rows: rows)
  }
}
