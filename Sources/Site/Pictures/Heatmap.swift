/// A cell for each row and column, darker where there is more, with the number in it.
struct Heatmap {
  struct Line {
    let label: String
    let href: String?
    /// Beside the row or below the column.
    let total: Int
    /// Whether a dot stands at the total: it leads.
    var isMarked = false
    /// Whether it sums up others, or is what says nothing.
    var isRest = false
  }

  struct Cell {
    let count: Int
    /// How much of it is only proposed, and not counted.
    var proposed = 0
    let name: String
    let href: String?
    /// Whether it has a dot: one of the two leads.
    var isMarked = false
  }

  let rows: [Line]
  let columns: [Line]
  /// By row and column; `nil` where there is nothing.
  let cells: [[Cell?]]

  /// What has the darkest step: what says nothing, or is summed up, would take it from all else.
  private var most: Int {
    let said = rows.indices.filter { !rows[$0].isRest }.flatMap { row in
      columns.indices.filter { !columns[$0].isRest }.compactMap { cells[row][$0]?.count }
    }
    return max(1, said.max() ?? 1)
  }

  /// In which of five steps a number is, from 0. The steps widen with the square of their number: where one cell has far more
  /// than all others, these would else have one shade.
  static func step(_ count: Int, of most: Int) -> Int {
    most < 5 ? min(4, count) : (0..<4).first { ($0 + 1) * ($0 + 1) * most >= 25 * count } ?? 4
  }

  private static let cellHeight = 30
  /// With the gap between two cells.
  private static let leastSide = 30

  /// The number in its cell, with what is only proposed in brackets.
  private func items(of cell: Cell, x: Int, y: Int, width: Int, height: Int = cellHeight) -> [Drawing.Item] {
    let look = cell.count == 0 ? Drawing.Look.empty : Drawing.steps[Self.step(cell.count, of: most)]
    let words = cell.count == 0 ? "(\(cell.proposed))" : String(cell.count)
    let isDark = look == .cell5
    return [
      Drawing.Item(look, .box(x: x, y: y, width: width - 2, height: height - 2)),
      Drawing.Item(
        isDark ? .onDark : .number,
        .text(words, x: x + width / 2 - 1, y: y + height / 2 + 4, .middle)),
    ] + (cell.isMarked ? [Self.dot(right: x + width, y: y, isDark ? .onDark : .mark)] : [])
  }

  /// In the upper right corner.
  private static func dot(right: Int, y: Int, _ look: Drawing.Look) -> Drawing.Item {
    Drawing.Item(look, .dot(x: right - 7, y: y + 5, radius: 3))
  }
}

// MARK: - Things with themselves

extension Heatmap {
  /// The lower half, where rows and columns are the same. Each row has its name before it, and each column above its first
  /// cell, in the room that the upper half leaves. That first cell has the thing's own total.
  func triangle(width: Int) -> Drawing {
    let left = namesOfTriangle(width)
    let side = side(ofTriangle: width)
    let lines = rows.map { $0.label.lines(within: left - 10) }
    let heights = lines.map { max(Self.cellHeight, $0.count * Drawing.lineHeight + 8) }
    let turned = Self.turned(rows.map(\.label), side: side)
    var (head, before) = (2, 0)
    for (names, height) in zip(turned, heights) {
      head = max(head, (names.map(\.pictureWidth).max() ?? 0) + 12 - before)
      before += height
    }
    var drawing = Drawing(width: width, height: head)
    for (number, row) in rows.enumerated() {
      let (y, height) = (drawing.height, heights[number])
      let top = y + height / 2 - lines[number].count * Drawing.lineHeight / 2 + 13
      let box = Drawing.Item(.target, .box(x: 0, y: y, width: left - 2, height: height - 2))
      drawing.add(
        [box] + Drawing.Item.lines(lines[number], x: left - 8, y: top, .label, .end), name: row.label,
        href: row.href)
      for column in 0..<number {
        let x = left + column * side
        if let cell = cells[number][column] {
          drawing.add(
            items(of: cell, x: x, y: y, width: side, height: height), name: cell.name, href: cell.href)
        } else {
          drawing.add(.empty, .box(x: x, y: y, width: side - 2, height: height - 2))
        }
      }
      let x = left + number * side
      drawing.add(.own, .box(x: x, y: y, width: side - 3, height: height - 3))
      drawing.add(.strong, .text(String(row.total), x: x + side / 2 - 1, y: y + height / 2 + 4, .middle))
      if row.isMarked { drawing.add(.mark, Self.dot(right: x + side, y: y, .mark).shape) }
      for item in Self.upright(turned[number], .quiet, x: x, y: y - 6, side: side) {
        drawing.add(item.look, item.shape)
      }
      drawing.height += height
    }
    drawing.height += 4
    return drawing
  }

  /// Of as many as have room: a cell is no narrower than a finger.
  ///
  /// - Parameter map: of so many of the first.
  static func triangle(width: Int, most: Int, _ map: (Int) -> Heatmap) -> (drawing: Drawing, count: Int) {
    var count = most
    while count > 2, map(count).side(ofTriangle: width) < leastSide { count -= 1 }
    return (map(count).triangle(width: width), count)
  }

  /// The names before the rows have this room: on phones as much as the longest word, else as a long name.
  private func namesOfTriangle(_ width: Int) -> Int {
    let isNarrow = width < Drawing.wide / 2
    let longest = rows.map(\.label.pictureWidth).max() ?? 0
    let word = rows.flatMap { $0.label.split(separator: " ") }.map(\.pictureWidth).max() ?? 0
    let most = isNarrow ? min(max(word, 90), width / 2) : 260
    return min(longest, most) + 12
  }

  private func side(ofTriangle width: Int) -> Int {
    min(64, (width - namesOfTriangle(width)) / max(1, rows.count))
  }

  /// What the framed cells are, for the key.
  static func ownEntry(_ text: String) -> PictureKey.Entry {
    PictureKey.Entry(.own, .box(x: 1, y: 2, width: 14, height: 12), text)
  }

  /// What a dot is, where there is any.
  func markedEntry(_ text: String) -> [PictureKey.Entry] {
    guard cells.joined().contains(where: { $0?.isMarked ?? false }) else { return [] }
    return [PictureKey.Entry(.mark, .dot(x: 8, y: 8, radius: 3), text)]
  }

  /// What brackets are, where there are any.
  func proposedEntry(_ page: PageContext) -> [PictureKey.Entry] {
    guard cells.joined().contains(where: { $0.map { $0.count == 0 } ?? false }) else { return [] }
    return [PictureKey.Entry(.number, .text("(1)", x: 9, y: 13, .middle), page.text("picture_proposed"))]
  }
}

// MARK: - Things with others

extension Heatmap {
  /// Names of rows stand before them, those of columns above, and their totals as bars behind and below.
  func rectangle(width: Int) -> Drawing {
    var drawing = Drawing(width: width)
    let isNarrow = drawing.isNarrow
    let sums = isNarrow ? 40 : 130
    let longest = rows.map(\.label.pictureWidth).max() ?? 0
    // On phones long names stand above their cells.
    let isStacked =
      isNarrow && (longest > 140 || longest + 12 + columns.count * Self.leastSide + sums > width)
    let left = isStacked ? 0 : min(longest + 12, isNarrow ? 116 : 300)
    let side = max(Self.leastSide, min(100, (width - left - sums) / max(1, columns.count)))
    let head = addColumns(to: &drawing, left: left, side: side)
    drawing.height = head
    let right = left + columns.count * side
    let mostInRow = max(1, rows.map(\.total).max() ?? 1)
    for (number, row) in rows.enumerated() {
      if row.isRest, number > 0 { drawing.height += 6 }
      let y = drawing.height
      let lines = row.label.lines(within: isStacked ? width : left - 12)
      let named = lines.count * Drawing.lineHeight + 8
      let height = isStacked ? Self.cellHeight : max(Self.cellHeight, named)
      let label =
        [
          Drawing.Item(
            .target, .box(x: 0, y: y, width: isStacked ? width : left - 6, height: max(named, Drawing.target))
          )
        ]
        + Drawing.Item.lines(
          lines, x: 0, y: y + (isStacked ? named : height) / 2 - lines.count * Drawing.lineHeight / 2 + 13,
          row.href == nil ? .quiet : .label)
      drawing.add(label, name: row.label, href: row.href)
      if isStacked { drawing.height += max(named, Drawing.target) }
      addCells(of: number, to: &drawing, left: left, side: side, height: height)
      let middle = drawing.height + (height - Self.cellHeight) / 2
      let length = isNarrow ? 0 : row.total * (sums - 50) / mostInRow
      if length > 0 { drawing.add(.total, .box(x: right + 6, y: middle + 6, width: length, height: 16)) }
      drawing.add(
        .strong, .text(String(row.total), x: right + (length > 0 ? length + 10 : 6), y: middle + 19, .start))
      drawing.height += height + (isStacked ? 6 : 0)
    }
    addTotals(to: &drawing, left: left, side: side)
    return drawing
  }

  private func addCells(of row: Int, to drawing: inout Drawing, left: Int, side: Int, height: Int) {
    for column in columns.indices {
      let (x, y) = (left + column * side, drawing.height)
      if let cell = cells[row][column] {
        drawing.add(
          items(of: cell, x: x, y: y, width: side, height: height), name: cell.name, href: cell.href)
      } else {
        drawing.add(.empty, .box(x: x, y: y, width: side - 2, height: height - 2))
      }
    }
  }

  /// Across where there is room, else from below to above.
  private func addColumns(to drawing: inout Drawing, left: Int, side: Int) -> Int {
    let labels = columns.map { $0.label.lines(within: side - 2) }
    let isAcross =
      labels.allSatisfy { $0.count <= 3 }
      && columns.allSatisfy { column in
        column.label.split(separator: " ").allSatisfy { $0.pictureWidth <= side - 2 }
      }
    let turned = isAcross ? [] : Self.turned(columns.map(\.label), side: side)
    let head =
      isAcross
      ? (labels.map(\.count).max() ?? 1) * Drawing.lineHeight + 12
      : (turned.joined().map(\.pictureWidth).max() ?? 0) + 16
    for (number, column) in columns.enumerated() {
      let x = left + number * side
      let look: Drawing.Look = column.href == nil ? .quiet : .label
      let box = Drawing.Item(.target, .box(x: x, y: 0, width: side - 2, height: head - 4))
      let lines: [Drawing.Item]
      if isAcross {
        let top = head - labels[number].count * Drawing.lineHeight + 6
        lines = Drawing.Item.lines(labels[number], x: x + side / 2 - 1, y: top, look, .middle)
      } else {
        lines = Self.upright(turned[number], look, x: x, y: head - 8, side: side)
      }
      drawing.add([box] + lines, name: column.label, href: column.href)
    }
    return head
  }

  /// Turned names may be as many lines as have room beside one another.
  private static func turned(_ names: [String], side: Int) -> [[String]] {
    let lengths = [150, 210, 280, 400]
    let length = lengths.first { length in
      names.allSatisfy { $0.lines(within: length).count * Drawing.lineHeight <= side + 6 }
    }
    return names.map { $0.lines(within: length ?? 400) }
  }

  /// - Parameter y: where they begin, at the foot.
  private static func upright(
    _ lines: [String], _ look: Drawing.Look, x: Int, y: Int, side: Int
  ) -> [Drawing.Item] {
    lines.enumerated().map { number, words in
      let offset = (2 * number - lines.count + 1) * Drawing.lineHeight / 2
      return Drawing.Item(look, .upright(words, x: x + side / 2 + 4 + offset, y: y))
    }
  }

  private func addTotals(to drawing: inout Drawing, left: Int, side: Int) {
    let most = max(1, columns.map(\.total).max() ?? 1)
    let y = drawing.height + 4
    for (number, column) in columns.enumerated() {
      let height = column.total * 40 / most
      let x = left + number * side
      if height > 0 { drawing.add(.total, .box(x: x + side / 4, y: y, width: side / 2, height: height)) }
      drawing.add(.strong, .text(String(column.total), x: x + side / 2 - 1, y: y + height + 16, .middle))
    }
    drawing.height = y + 64
  }
}
