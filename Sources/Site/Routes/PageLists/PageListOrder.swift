import CommonMark
import Folding
import Knowledge

/// The order of the plain pages of a folder: those with an `order` first, then as the folder's index lists them, then the newest
/// first where every page has a date, else by title. Pages with a tag: the newest first.
struct PageListOrder {
  struct Key {
    var order: OrderOfPage?
    var listed: Int?
    /// Later days have smaller ones.
    var day: Int?
    var title: NaturalKey
  }

  private let graph: KnowledgeGraph
  private let listed: [EntityID: Int]
  private let isByDate: Bool

  /// - Parameter index: the page of the folder.
  init(_ graph: KnowledgeGraph, index: EntityID?) {
    self.graph = graph
    let listed = index.map { graph.listed(by: $0) } ?? []
    self.listed = Dictionary(listed.enumerated().map { ($1, $0) }) { first, _ in first }
    isByDate = false
  }

  static func newestFirst(_ graph: KnowledgeGraph) -> PageListOrder {
    PageListOrder(graph: graph, listed: [:], isByDate: true)
  }

  private init(graph: KnowledgeGraph, listed: [EntityID: Int], isByDate: Bool) {
    (self.graph, self.listed, self.isByDate) = (graph, listed, isByDate)
  }

  func ordered(_ pages: [EntityID]) -> [EntityID] {
    let keys = keys(of: pages)
    return pages.indices.sorted { a, b in
      precedes(keys[a], keys[b]) || !precedes(keys[b], keys[a]) && a < b
    }.map { pages[$0] }
  }

  /// The further pages of a long list, by year, letter or number.
  func parts(of pages: [EntityID], at path: String) -> [ListPart] {
    guard pages.count > ListPart.mostRows else { return [] }
    var kind = graph.schema[.page]
    let keys = keys(of: pages)
    let isPlain = keys.allSatisfy { $0.order == nil && $0.listed == nil }
    let field = isPlain && keys.allSatisfy { $0.day != nil } ? "date" : "order"
    let isByTitle = isPlain && !isByDate && keys.contains { $0.day == nil }
    kind.order = isByTitle ? nil : kind.fieldIndex(named: field).map { KindOrder(field: $0) }
    return ListPart.parts(of: ordered(pages), kind, path: path, in: graph)
  }

  private func keys(of pages: [EntityID]) -> [Key] {
    var keys = pages.map { page in
      Key(
        order: isByDate ? nil : graph.orderOfPage(page), listed: listed[page], day: graph.dayOfPage(page),
        title: NaturalKey(graph.title(of: page).foldedName))
    }
    let haveDays = keys.allSatisfy { $0.order != nil || $0.listed != nil || $0.day != nil }
    if !isByDate, !haveDays { for number in keys.indices { keys[number].day = nil } }
    return keys
  }

  /// What has a key comes before what has none.
  func precedes(_ a: Key, _ b: Key) -> Bool {
    if a.order != b.order { return PageListOrder.isFirst(a.order, b.order) }
    if a.listed != b.listed { return PageListOrder.isFirst(a.listed, b.listed) }
    if a.day != b.day { return PageListOrder.isFirst(a.day.map { -$0 }, b.day.map { -$0 }) }
    return a.title < b.title
  }

  private static func isFirst<Value: Comparable>(_ a: Value?, _ b: Value?) -> Bool {
    guard let a else { return false }
    return b.map { a < $0 } ?? true
  }
}

/// What a page writes as its `order`: numbers by their value, before words.
struct OrderOfPage: Comparable {
  private let number: Double?
  private let words: NaturalKey

  init(_ text: String) {
    number = Double(text)
    words = NaturalKey(text.foldedName)
  }

  static func < (a: OrderOfPage, b: OrderOfPage) -> Bool {
    switch (a.number, b.number) {
    case (let x?, let y?) where x != y: x < y
    case (.some, nil): true
    case (nil, .some): false
    default: a.words < b.words
    }
  }
}

extension KnowledgeGraph {
  func orderOfPage(_ page: EntityID) -> OrderOfPage? {
    schema[self[page].kind].fieldIndex(named: "order").flatMap { self[page].fact($0)?.value }
      .map { OrderOfPage(words($0, as: .page)) }
  }

  /// The date of a plain page.
  func dateOfPage(_ page: EntityID) -> EDTFDate? {
    guard let field = schema[self[page].kind].fieldIndex(named: "date"),
      case .date(let date)? = self[page].today(field)?.preferredClaim?.value
    else { return nil }
    return date
  }

  /// Its last day, counted from 1970-01-01.
  fileprivate func dayOfPage(_ page: EntityID) -> Int? { dateOfPage(page).map { Int($0.latest) } }

  /// What a page's text leads to: first what its lists and tables name, then the rest, each in the order of the text.
  func listed(by page: EntityID) -> [EntityID] {
    guard let body = self[page].body, let targets = self[page].links.first else { return [] }
    var lists: [Range<Int>] = []
    for (number, node) in body.nodes.enumerated() where node.kind == .list || node.kind == .table {
      if lists.last?.contains(number) != true { lists.append(number..<Int(node.end)) }
    }
    var (listed, others): ([EntityID], [EntityID]) = ([], [])
    for (link, target) in zip(body.links, targets) {
      guard case .entity(let target) = target else { continue }
      if lists.contains(where: { $0.contains(link.node) }) {
        listed.append(target.entity)
      } else {
        others.append(target.entity)
      }
    }
    return (listed + others).unique
  }
}
