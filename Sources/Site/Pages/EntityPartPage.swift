import Knowledge
import Templates

/// A page on which a long list of an entity's page goes on.
struct EntityPartPage: Sendable {
  let own: EntityPage
  let part: EntityPart

  static let record: RecordType<EntityPartPage> = RecordType(
    "entity-part", "",
    [
      .record("thing", "whose list it is", of: ShownLink.record) { $0.own.page.link($0.part.entity) },
      .text("label", "what the list is called") { $0.label },
      .number("number", "of the page; the first is the thing's own") { $0.part.number },
      .record("inverse", "where it is a relation from elsewhere: what leads here", of: ShownInverse.record) {
        $0.inverse
      },
      .list("backlinks", "where it is the pages whose texts lead here", of: ShownBacklink.record) { shown in
        shown.part.list == .backlinks ? shown.own.backlinks(onPage: shown.part.number) : []
      },
      .list("quotes", "where it is the words taken from a source", of: ShownQuote.record) { shown in
        shown.part.list == .quotes ? shown.own.quotes(onPage: shown.part.number) : []
      },
      .list("turns", "the pages before this one and behind it", of: ShownTurn.record) { shown in
        shown.own.turns(shown.part.list, from: shown.part.number)
      },
    ])

  var label: String {
    switch part.list {
    case .inverse: inverse?.relation.label ?? ""
    case .backlinks: own.page.text("mentioned_in")
    case .quotes: own.page.text("quotes_taken")
    }
  }

  private var inverse: ShownInverse? {
    guard case .inverse(let name) = part.list else { return nil }
    return own.allInverses.first { $0.relation.name == name }?.page(part.number)
  }
}

extension EntityPage {
  func backlinks(onPage number: Int) -> [ShownBacklink] {
    let all = backlinks
    return Array(all[EntityPart.range(ofPage: number, among: all.count)])
  }

  func quotes(onPage number: Int) -> [ShownQuote] {
    let all = graph.quotes(from: id)
    return all[EntityPart.range(ofPage: number, among: all.count)].map { ShownQuote(page: page, quote: $0) }
  }

  /// The pages of a long list beside one of them.
  func turns(_ list: EntityPart.List, from number: Int) -> [ShownTurn] {
    let count =
      switch list {
      case .inverse(let name): allInverses.first { $0.relation.name == name }?.itemCount ?? 0
      case .backlinks: backlinkCount
      case .quotes: graph.quotes(from: id).count
      }
    return page.turns(list, of: id, from: number, among: count)
  }

  var backlinkCount: Int { Set(graph.mentions(of: id).map(\.from)).subtracting([id]).count }
}

extension PageContext {
  /// The pages of a long list beside one of them.
  func turns(_ list: EntityPart.List, of id: EntityID, from number: Int, among count: Int) -> [ShownTurn] {
    [(-1, "prev"), (1, "next")].compactMap { step, rel in
      let other = number + step
      let range = EntityPart.range(ofPage: max(other, 1), among: count)
      guard other > 0, !range.isEmpty else { return nil }
      let path = EntityPart.path(of: id, list, other, site.routes)
      let fragment = other == 1 ? site.routes.fragment(of: id) : ""
      return ShownTurn(
        rel: rel, label: "\(range.lowerBound + 1)–\(range.upperBound)",
        href: root + Routes.encode(path) + fragment)
    }
  }
}
