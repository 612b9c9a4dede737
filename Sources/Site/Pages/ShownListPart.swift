import Knowledge
import Templates

/// A page of a long list, as the others lead to it.
struct ShownListPart: Sendable {
  let list: ListPage
  /// `nil` for the first page.
  let number: Int?

  static let record = RecordType<ShownListPart>([
    .text("label", "its letter, year or numbers; of the first page what the list is called") { $0.label },
    .text("href", "its address") { $0.href },
    .number("count", "how many entities it has") { $0.part?.entities.count ?? $0.list.entities.count },
    .flag("is_current", "it is this page") { $0.number == $0.list.number },
  ])

  private var part: ListPart? { number.map { list.parts[$0] } }
  var href: String { list.page.root + Routes.encode(path) }
  var label: String { part?.label(in: list.site.theme) ?? list.narrowed ?? list.kind.label.many }
  private var path: String {
    part?.path ?? list.facet?.path ?? list.site.routes.lists[Int(list.id.index)] ?? list.path
  }
}

extension ListPart {
  func label(in theme: Theme) -> String {
    switch heading {
    case .letter(let letter): number == 1 ? letter : "\(letter) \(number)"
    case .year(let year):
      (year.map(theme.words.year) ?? theme.strings["facet_none"] ?? "–") + (number == 1 ? "" : " · \(number)")
    case .numbers(_, let first, let last): "\(first)–\(last)"
    }
  }
}

/// A link to the page before or behind one, where pages have an order.
struct ShownTurn: Sendable {
  let rel: String
  let label: String
  let href: String

  static let record = RecordType<ShownTurn>(
    "turn", "A link to the page before this one or behind it.",
    [
      .text("rel", "`prev` or `next`") { $0.rel },
      .text("label", "what the page is called") { $0.label },
      .text("href", "its address") { $0.href },
    ])
}
