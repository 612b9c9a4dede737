import Knowledge

extension RegisterView {
  /// Two sources are told in a sentence.
  private static let leastSources = 3

  func hasPicture(of part: ViewPart, _ register: Register) -> Bool {
    guard part.about == .whole, part.number == 1 else { return false }
    let rows = RegisterPicture.rows(of: register)
    return Register.sources(of: rows).count >= Self.leastSources
      && rows.contains { Set($0.claims.compactMap(\.source)).count > 1 }
  }

  func picture(of part: ViewPart, _ register: Register, on page: PageContext) -> Picture? {
    guard hasPicture(of: part, register) else { return nil }
    let shown = RegisterPicture(page: page, register: register)
    let title = page.site.views.page(of: page.viewName, about: part.about)?.title ?? ""
    return Picture(
      title: title, sentence: shown.sentence,
      wide: shown.drawing(width: Drawing.wide, most: NetworkPicture.mostWide),
      narrow: shown.drawing(width: Drawing.narrow, most: NetworkPicture.mostNarrow))
  }
}

/// Which sources disagree with which, in how many of the disagreements that count: as the page counts them by source, so neither
/// what is just worded otherwise nor what is no conflict.
struct RegisterPicture {
  let page: PageContext
  private let rows: [Discrepancy]
  /// Those with the most cases first.
  private let sources: [EntityID]
  private let totals: [EntityID: Int]
  /// By the places of two sources among the first ones, the later one first.
  private let counts: [[Int]]

  static func rows(of register: Register) -> [Discrepancy] {
    register.rows(nil).map(\.discrepancy).filter(\.matters)
  }

  init(page: PageContext, register: Register) {
    self.page = page
    rows = Self.rows(of: register)
    let totals = Register.sources(of: rows)
    self.totals = totals
    let sources = totals.keys.sorted { (totals[$1] ?? 0, $0) < (totals[$0] ?? 0, $1) }
    self.sources = sources
    let places = Dictionary(
      sources.prefix(NetworkPicture.mostWide).enumerated().map { ($1, $0) },
      uniquingKeysWith: { first, _ in first })
    var counts = [[Int]](repeating: [Int](repeating: 0, count: places.count), count: places.count)
    for row in rows {
      let own = row.claims.compactMap(\.source).unique.compactMap { places[$0] }.sorted()
      for (number, a) in own.enumerated() { for b in own.dropFirst(number + 1) { counts[b][a] += 1 } }
    }
    self.counts = counts
  }

  func drawing(width: Int, most: Int) -> Drawing {
    let (map, count) = Heatmap.triangle(width: width, most: min(most, counts.count)) { count in
      Heatmap(
        rows: sources.prefix(count).map(line), columns: sources.prefix(count).map(line),
        cells: (0..<count).map { row in (0..<count).map { cell(row, $0) } })
    }
    var drawing = Drawing(width: width)
    drawing.addKey([Heatmap.ownEntry(page.text("picture_register_own"))])
    drawing.append(map)
    let left = sources.count - count
    drawing.addNote(left > 0 ? page.text("picture_left_out", ["n": String(left)]) : nil)
    return drawing
  }

  private func line(_ source: EntityID) -> Heatmap.Line {
    Heatmap.Line(
      label: page.graph.shortTitle(of: source), href: page.href(toPageAbout: .entity(source)),
      total: totals[source] ?? 0)
  }

  /// The page of the source with fewer cases has them all.
  private func cell(_ row: Int, _ column: Int) -> Heatmap.Cell? {
    guard row > column, counts[row][column] > 0 else { return nil }
    let values = [
      "a": page.graph.shortTitle(of: sources[column]), "b": page.graph.shortTitle(of: sources[row]),
      "n": String(counts[row][column]),
    ]
    return Heatmap.Cell(
      count: counts[row][column], name: page.text("picture_pair", values),
      href: page.href(toPageAbout: .entity(sources[row])))
  }

  /// Which two disagree most; where several do as often, how many.
  var sentence: String {
    let pairs = counts.indices.flatMap { row in
      (0..<row).map { (row: row, column: $0, count: counts[row][$0]) }
    }
    let most = pairs.map(\.count).max() ?? 0
    let top = pairs.filter { $0.count == most }
    var values = ["n": String(most), "all": String(rows.count), "pairs": String(top.count)]
    guard top.count == 1, let pair = top.first else { return page.text("picture_register_tie", values) }
    values["a"] = page.graph.shortTitle(of: sources[pair.column])
    values["b"] = page.graph.shortTitle(of: sources[pair.row])
    return page.text("picture_register", values)
  }
}
