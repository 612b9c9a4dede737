import Folding
import Knowledge

/// One page of a list that is too long for one: the things of a year where the list is in the order of dates, else those
/// of a letter, or so many of them by their numbers.
struct ListPart: Hashable, Sendable {
  enum Heading: Hashable, Sendable {
    /// As `LetterGroups` has them.
    case letter(String)
    /// `nil` for what has no date.
    case year(Int?)
    /// The number of the page, and those of the first and of the last thing on it, all from 1.
    case numbers(page: Int, first: Int, last: Int)
  }

  let heading: Heading
  /// From 1, where one year or letter needs several pages.
  let number: Int
  let path: String
  let entities: [EntityID]

  /// No page has more rows.
  static let mostRows = 200
  /// What the first page of a longer list shows of it.
  static let firstRows = 100
  /// A list with more things that are sections of it has pages.
  static let mostSections = 20

  /// In the path of a page of a letter.
  static let letterFolder = "/by-letter/"
  /// Where they are, below the address of the list.
  static let folders = ["by-letter", "by-year", "by-number", "in-parts"]
}

extension ListPart {
  /// The pages of a list; none where one page holds it.
  ///
  /// - Parameters:
  ///   - entities: in the order of the list.
  ///   - path: of the whole list.
  ///   - sections: how many of them are sections of the list.
  static func parts(
    of entities: [EntityID], _ kind: Kind, path: String, sections: Int = 0, in graph: KnowledgeGraph
  ) -> [ListPart] {
    guard entities.count > mostRows || sections > mostSections else { return [] }
    let (folder, groups) = groups(of: entities, kind, in: graph)
    let stem = (path.without(end: "/index.html") ?? path.without(end: ".html")).map(String.init) ?? path
    return groups.flatMap { heading, entities in
      entities.inPages(of: mostRows).enumerated().map { index, page in
        let slug = heading.slug + (index == 0 ? "" : "-\(index + 1)")
        return ListPart(
          heading: heading, number: index + 1, path: "\(stem)/\(folder)/\(slug).html", entities: page)
      }
    }
  }

  /// Whether a thing is on the page of its lists on which it was in an earlier graph.
  static func isKept(_ id: EntityID, in graph: KnowledgeGraph, since previous: KnowledgeGraph) -> Bool {
    let order = graph.schema[graph[id].kind].order
    return graph.title(of: id) == previous.title(of: id)
      && order.map { graph[id].fact($0.field) == previous[id].fact($0.field) } ?? true
  }

  private typealias Groups = [(heading: Heading, entities: [EntityID])]

  private static func groups(
    of entities: [EntityID], _ kind: Kind, in graph: KnowledgeGraph
  ) -> (folder: String, Groups) {
    // A field of that name has narrowed lists there.
    func folder(_ word: String) -> String { kind.facets.contains(word) ? folders[3] : "by-\(word)" }
    guard let order = kind.order, !kind.isAlphabetical else {
      let order = NameOrder(language: graph.language)
      let keyed = entities.map { (title: graph.title(of: $0), id: $0) }
      return (
        folder("letter"),
        LetterGroups.grouped(keyed, in: order, by: \.title).map { group in
          let keyed = group.items.map { (NaturalKey($0.title.sortingKey(in: order)), $0.id) }
          return (.letter(group.heading), keyed.sorted { $0 < $1 }.map(\.1))
        }
      )
    }
    guard case .date = kind.fields[order.field].type else {
      let pages = entities.inPages(of: mostRows)
      return (
        folder("number"),
        pages.enumerated().map { index, page in
          let first = index * mostRows + 1
          return (.numbers(page: index + 1, first: first, last: first + page.count - 1), page)
        }
      )
    }
    var groups: Groups = []
    var places: [Int?: Int] = [:]
    for id in entities {
      let dates = graph[id].today(order.field)?.value.items ?? []
      let year = dates.lazy.compactMap { if case .date(let date) = $0 { date.years.first } else { nil } }
        .first
      if let place = places[year] {
        groups[place].entities.append(id)
      } else {
        places[year] = groups.count
        groups.append((.year(year), [id]))
      }
    }
    return (folder("year"), groups)
  }
}

extension Kind {
  /// Whether no other field gives the order of its things.
  var isAlphabetical: Bool { order.map { $0.field == Kind.titleField } ?? true }
}

extension ListPart.Heading {
  fileprivate var slug: String {
    switch self {
    case .letter(let letter): LetterGroups.slug(letter)
    case .year(let year): year?.asYear ?? "_none"
    case .numbers(let page, _, _): String(page)
    }
  }
}
