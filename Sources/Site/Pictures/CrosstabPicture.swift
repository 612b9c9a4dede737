import Knowledge

extension CrosstabView {
  /// One row or one column is a list.
  func hasPicture(of part: ViewPart, _ crosstab: Crosstab) -> Bool {
    part.about == .whole && part.number == 1 && crosstab.rows.count > 1 && crosstab.columns.count > 1
      && crosstab.things.counted > 2
  }

  func picture(of part: ViewPart, _ crosstab: Crosstab, on page: PageContext) -> Picture? {
    guard hasPicture(of: part, crosstab) else { return nil }
    let shown = CrosstabPicture(page: page, crosstab: crosstab, part: part)
    let title = page.site.views.page(of: page.viewName, about: part.about)?.title ?? ""
    return Picture(
      title: title, sentence: shown.sentence, remarks: shown.remarks,
      tellsAll: crosstab.rows.count <= CrosstabPicture.mostRows
        && crosstab.columns.count <= CrosstabPicture.mostColumns,
      wide: shown.drawing(width: Drawing.wide, most: CrosstabPicture.mostColumns),
      narrow: shown.drawing(width: Drawing.narrow, most: 6))
  }
}

/// A crosstab as a heat map: what comes seldom among the columns is summed up, rows that come seldom are left to the list.
struct CrosstabPicture {
  let page: PageContext
  let crosstab: Crosstab
  let part: ViewPart

  static let mostRows = 16
  /// Of a wide screen; a phone has room for six, and the table is a touch away.
  static let mostColumns = 16

  private func label(_ group: Crosstab.Group) -> String {
    page.site.theme.label(of: group.value, in: page.graph)
  }

  /// The names of things are their short ones, as everywhere in pictures.
  private func short(_ group: Crosstab.Group) -> String {
    if case .entity(let entity) = group.value { page.graph.shortTitle(of: entity) } else { label(group) }
  }

  private func href(_ group: Crosstab.Group) -> String? {
    if case .entity(let entity) = group.value { page.href(Target(entity)) } else { nil }
  }

  /// The columns that have the most, in their order, and the others as one.
  private func columns(_ most: Int) -> [[Int]] {
    let all = Array(crosstab.columns.indices)
    guard all.count > most else { return all.map { [$0] } }
    let sorted = all.sorted { (crosstab.columns[$1].count, $0) < (crosstab.columns[$0].count, $1) }
    let kept = Set(sorted.prefix(most - 1))
    return all.filter(kept.contains).map { [$0] } + [all.filter { !kept.contains($0) }]
  }

  private func rows(_ most: Int) -> [Int] {
    let all = Array(crosstab.rows.indices)
    guard all.count > most else { return all }
    let sorted = all.sorted { (crosstab.rows[$1].count, $0) < (crosstab.rows[$0].count, $1) }
    let kept = Set(sorted.prefix(most))
    return all.filter(kept.contains)
  }

  func drawing(width: Int, most: Int) -> Drawing {
    let columns = columns(most)
    let rows = rows(Self.mostRows)
    let map = Heatmap(
      rows: rows.map { row in
        let group = crosstab.rows[row]
        return Heatmap.Line(
          label: short(group), href: href(group) ?? place(Crosstab.anchor(row: row)), total: group.count,
          isRest: group.value == .none)
      }, columns: columns.map(line), cells: rows.map { row in columns.map { cell(row, $0) } })
    var drawing = Drawing(width: width)
    drawing.addKey(map.proposedEntry(page))
    drawing.append(map.rectangle(width: width))
    let left = crosstab.rows.count - rows.count
    drawing.addNote(left > 0 ? page.text("picture_left_out", ["n": String(left)]) : nil)
    return drawing
  }

  private func line(_ columns: [Int]) -> Heatmap.Line {
    let groups = columns.map { crosstab.columns[$0] }
    if groups.count == 1, let group = groups.first {
      return Heatmap.Line(
        label: short(group), href: href(group), total: group.count, isRest: group.value == .none)
    }
    let things = groups.flatMap(\.things).unique
    return Heatmap.Line(
      label: page.text("picture_others", ["n": String(groups.count)]), href: nil, total: things.counted,
      isRest: true)
  }

  private func cell(_ row: Int, _ columns: [Int]) -> Heatmap.Cell? {
    let things = columns.flatMap { crosstab.things(row: row, column: $0) }.unique
    guard !things.isEmpty else { return nil }
    let values = [
      "a": label(crosstab.rows[row]), "n": String(things.counted),
      "b": columns.count == 1
        ? label(crosstab.columns[columns[0]]) : page.text("picture_others", ["n": String(columns.count)]),
    ]
    let anchor =
      columns.count == 1 ? Crosstab.anchor(row: row, column: columns[0]) : Crosstab.anchor(row: row)
    return Heatmap.Cell(
      count: things.counted, proposed: things.count - things.counted,
      name: page.text("picture_cell", values), href: place(anchor))
  }

  private func place(_ anchor: String) -> String { page.href(to: anchor, of: part.about, from: part) }
}

// MARK: - What is to be seen

extension CrosstabPicture {
  /// Which row and column have the most in common, of those that say something.
  var sentence: String {
    var most = 0
    var top: [(row: Int, column: Int)] = []
    for row in crosstab.rows.indices where crosstab.rows[row].value != .none {
      for column in crosstab.columns(of: row) where crosstab.columns[column].value != .none {
        let count = crosstab.things(row: row, column: column).counted
        if count > most { (most, top) = (count, []) }
        if count == most { top.append((row, column)) }
      }
    }
    var values = [
      "what": crosstab.view.label(in: page.graph.schema), "n": String(most),
      "all": String(crosstab.things.counted), "pairs": String(top.count),
    ]
    guard top.count == 1, let first = top.first else {
      guard let one = mostOften else { return page.text("picture_crosstab_tie", values) }
      (values["a"], values["n"]) = (label(one), String(one.count))
      return page.text("picture_crosstab_line", values)
    }
    values["a"] = label(crosstab.rows[first.row])
    values["b"] = label(crosstab.columns[first.column])
    return page.text("picture_crosstab", values)
  }

  /// The row or the column with the most, where just one has so many.
  private var mostOften: Crosstab.Group? {
    let groups = (crosstab.columns + crosstab.rows).filter { $0.value != .none }
    let top = groups.filter { group in groups.allSatisfy { $0.count <= group.count } }
    return top.count == 1 ? top.first : nil
  }

  var remarks: [String] {
    crosstab.emptyPairs == 0
      ? []
      : [
        page.text(
          "picture_crosstab_empty", ["n": String(crosstab.emptyPairs), "all": String(crosstab.pairs)])
      ]
  }
}
