/// The rows of one part of a view in the order of its page, by which a long one is cut into pages: what each view says of
/// itself, so that paging, addresses, counts and links to a place follow.
struct ViewRows: Sendable {
  /// How much of a page each takes: one for a line with a link, some more for what is told with facts and sources.
  private(set) var weights: [Int] = []
  /// The ids to which links lead, each with the number of the row at which it stands.
  private(set) var places: [String: Int] = [:]
  /// What stands on one of the pages under a heading that readers look for.
  private(set) var sections: [Section] = []
  /// Whether further pages show what the first one doesn't; else other parts of the view do, and it's a digest.
  let goesOn: Bool

  /// No page has more: about half a megabyte, and some hundred rows.
  static let mostWeight = 1_000
  /// What a digest shows of the rows.
  static let inDigest = 100

  init(goesOn: Bool = true) { self.goesOn = goesOn }

  struct Section: Sendable {
    let anchor: String
    /// The key of the heading in the strings.
    let title: String
    let count: Int
  }

  var count: Int { weights.count }

  mutating func add(_ count: Int = 1, weighing weight: Int = 1) {
    weights += Array(repeating: max(1, weight), count: count)
  }

  /// The next row is the place of an id; of several with one id the first.
  mutating func mark(_ anchor: String) {
    if places[anchor] == nil { places[anchor] = weights.count }
  }

  /// The next row is the first under a heading, which the first of several pages names; nothing where there is none.
  mutating func begin(_ anchor: String, title: String, of count: Int) {
    guard count > 0 else { return }
    mark(anchor)
    sections.append(Section(anchor: anchor, title: title, count: count))
  }

  /// What each page shows, all about as long; none where one page holds all.
  var pages: [Range<Int>] {
    let total = weights.reduce(0, +)
    guard total > Self.mostWeight else { return [] }
    let count = (total + Self.mostWeight - 1) / Self.mostWeight
    var firsts: [Int] = []
    var before = 0
    var last = -1
    for (row, weight) in weights.enumerated() {
      // Which page it belongs to, where all are about as long. One row may be longer than a page.
      let page = before * count / total
      if page > last { firsts.append(row) }
      last = page
      before += weight
    }
    return zip(firsts, firsts.dropFirst() + [weights.count]).map { $0..<$1 }
  }
}

/// Walks over the rows of a part in the order of its page, and keeps those that belong to one page.
struct RowWindow {
  /// `nil` where one page shows all.
  private let rows: Range<Int>?
  private var next = 0

  init(_ part: ViewPart) { rows = part.rows }

  /// Those of the next rows that are on the page.
  mutating func take<Row>(_ items: [Row]) -> [Row] {
    guard let rows else { return items }
    let own = rows.clamped(to: next..<next + items.count)
    defer { next += items.count }
    return Array(items[(own.lowerBound - next)..<(own.upperBound - next)])
  }

  /// Whether the next row is on the page, and no one before it.
  mutating func takeOne() -> Bool { !take([()]).isEmpty }
}
