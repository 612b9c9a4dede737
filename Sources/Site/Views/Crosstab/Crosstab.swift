import Knowledge

/// The things of a kind, or their records, by two things that they say. One that says several counts with each.
final class Crosstab: Sendable {
  /// What is counted.
  struct Thing: Hashable, Sendable {
    let target: Target
    /// Which it is of the records that have no id.
    let number: Int?
    /// Whether only a draft makes it or has it say so: it is shown, and counted nowhere.
    let isProposed: Bool
  }

  /// A value with all that say it.
  struct Group: Sendable {
    let value: CountedValue
    let things: [Thing]

    var count: Int { things.counted }
  }

  let view: CrosstabView
  let rows: [Group]
  let columns: [Group]
  /// All of them, in the graph's order.
  let things: [Thing]
  /// By row: the things of the columns that have some, by the column's number.
  private let cells: [[Int: [Thing]]]

  init(_ view: CrosstabView, in graph: KnowledgeGraph) {
    self.view = view
    var pairs: [(thing: Thing, row: CountedValue, column: CountedValue)] = []
    for entity in view.things.entities(in: graph) {
      let isProposed = view.isProposed(entity, in: graph)
      for pair in view.crossing.pairs(of: entity, in: graph) {
        let thing = Thing(target: pair.target, number: pair.number, isProposed: isProposed || pair.isProposed)
        pairs.append((thing, pair.row, pair.column))
      }
    }
    let rows = Group.all(pairs.map { ($0.row, $0.thing) }, by: view.crossing.rows)
    let columns = Group.all(pairs.map { ($0.column, $0.thing) }, by: view.crossing.columns)
    let rowNumbers = Dictionary(rows.enumerated().map { ($1.value, $0) }) { first, _ in first }
    let columnNumbers = Dictionary(columns.enumerated().map { ($1.value, $0) }) { first, _ in first }
    var cells = [[Int: [Thing]]](repeating: [:], count: rows.count)
    for (thing, row, column) in pairs {
      guard let row = rowNumbers[row], let column = columnNumbers[column] else { continue }
      cells[row][column, default: []].append(thing)
    }
    cells = cells.map { $0.mapValues(\.merged) }
    (self.rows, self.columns, self.cells) = (rows, columns, cells)
    things = pairs.map(\.thing).merged
  }

  /// What a row and a column have in common.
  func things(row: Int, column: Int) -> [Thing] { cells[row][column] ?? [] }

  /// The columns with which a row has something in common.
  func columns(of row: Int) -> [Int] { cells[row].keys.sorted() }

  /// How many pairs there are of what is said.
  var pairs: Int { rows.count { $0.value != .none } * columns.count { $0.value != .none } }

  /// How many of them have nothing that counts.
  var emptyPairs: Int {
    let full = rows.indices.filter { rows[$0].value != .none }.reduce(0) { sum, row in
      sum + cells[row].count { columns[$0.key].value != .none && $0.value.counted > 0 }
    }
    return pairs - full
  }

  /// Whether a thing counts with several values of the rows, or of the columns.
  var hasSeveral: Bool {
    [rows, columns].contains { groups in groups.reduce(0) { $0 + $1.count } > things.counted }
  }

  /// A larger table is read by nobody, and slows down browsers.
  private static let mostCells = 20_000
  /// Of rows and of cells that have something.
  private static let mostLinks = 4_000

  var isTooLarge: Bool {
    rows.count * columns.count > Self.mostCells
      || cells.reduce(rows.count) { $0 + $1.count } > Self.mostLinks
  }
}

extension Crosstab.Thing {
  fileprivate var made: Crosstab.Thing { Crosstab.Thing(target: target, number: number, isProposed: false) }
}

extension [Crosstab.Thing] {
  /// How many there are, without what is only proposed.
  var counted: Int { count { !$0.isProposed } }

  /// Each once: what counts in one way is not only proposed.
  fileprivate var merged: [Crosstab.Thing] {
    guard contains(where: \.isProposed) else { return unique }
    let made = Set(filter { !$0.isProposed })
    return filter { !$0.isProposed || !made.contains($0.made) }.unique
  }
}

extension Crosstab.Group {
  /// What many say comes first among entities; other values stand in their own order.
  fileprivate static func all(
    _ said: [(value: CountedValue, thing: Crosstab.Thing)], by path: CountedPath
  ) -> [Crosstab.Group] {
    var things: [CountedValue: [Crosstab.Thing]] = [:]
    for (value, thing) in said { things[value, default: []].append(thing) }
    let groups = things.map { Crosstab.Group(value: $0, things: $1.merged) }
    return groups.sorted { a, b in
      if case .entity = a.value, case .entity = b.value, a.count != b.count { return a.count > b.count }
      return a.value.rank(in: path.type) < b.value.rank(in: path.type)
    }
  }
}

extension CrosstabView {
  /// By its own status, unless that is what is counted by; or as nothing but proposals make it.
  fileprivate func isProposed(_ entity: EntityID, in graph: KnowledgeGraph) -> Bool {
    let fields = graph.schema[kind].fields
    let isCountedBy = [crossing.rows, crossing.columns].contains { path in
      path.field.map { !fields[$0].proposedValues.isEmpty } ?? false
    }
    return graph.isProposed(entity, madeBy: madeBy, whateverItsStatus: isCountedBy)
  }
}
