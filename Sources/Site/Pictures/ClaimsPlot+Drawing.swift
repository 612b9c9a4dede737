import Knowledge

extension ClaimsPlot {
  /// Where the scale lies in the drawing.
  private struct Line {
    let left: Int
    let right: Int
    let least: Double
    /// From its left end to its right one.
    let span: Double

    func x(_ value: Double) -> Int { left + Int((value - least) / span * Double(right - left)) }
  }

  func drawing(width: Int) -> Drawing {
    let isNarrow = Drawing(width: width).isNarrow
    let isAcross = isNarrow || scale == .days
    let line = line(from: isAcross ? 6 : 216, to: isAcross ? width - 6 : 440)
    var body = Drawing(width: width)
    for row in rows { scale == .days ? addDay(row, to: &body, line) : add(row, to: &body, line) }
    var drawing = Drawing(width: width, height: body.height + 22)
    addFoot(to: &drawing, line, y: body.height)
    drawing.add(body)
    var whole = Drawing(width: width)
    whole.addKey(key)
    whole.append(drawing)
    return whole
  }

  /// Numbers begin at zero, for lengths are compared; days have no zero, so they begin with the first.
  private func line(from left: Int, to right: Int) -> Line {
    let places = rows.compactMap(\.place)
    let (low, high) = (places.map(\.low).min() ?? 0, places.map(\.high).max() ?? 1)
    guard scale == .days else {
      let least = min(0, low)
      return Line(left: left, right: right, least: least, span: max(high - least, 0.000_001) * 1.25)
    }
    return Line(left: left + 8, right: right - 8, least: low, span: max(high - low, 1))
  }

  /// Where zero is; for days how far the first is from the last, where both are known to the day.
  private func addFoot(to drawing: inout Drawing, _ line: Line, y: Int) {
    guard scale == .days else {
      let zero = line.x(0)
      drawing.add(.grid, .line(x1: zero, y1: 0, x2: zero, y2: y + 2))
      drawing.add(.tick, .text("0", x: zero, y: y + 16, .middle))
      return
    }
    guard let first = placed.first?.place, let last = placed.last?.place, first.isPoint, last.isPoint,
      first.low < last.low
    else { return }
    let delay = Delay(from: Int32(first.low), to: Int32(last.low))
    let (left, right) = (line.x(first.low), line.x(last.low))
    for x in [left, right] { drawing.add(.axis, .line(x1: x, y1: y + 3, x2: x, y2: y + 8)) }
    drawing.add(.axis, .line(x1: left, y1: y + 8, x2: right, y2: y + 8))
    drawing.addTick(delay.display(in: page.readerWords), x: (left + right) / 2, y: y + 13, .middle)
  }

  private func add(_ row: Row, to body: inout Drawing, _ line: Line) {
    let isNarrow = body.isNarrow
    let label = row.label.lines(within: isNarrow ? body.width : line.left - 24)
    let labelHeight = label.count * Drawing.lineHeight + 10
    let place = row.place.map { line.x($0.low) }
    let textX = place.map { $0 + 10 } ?? (isNarrow ? 8 : line.right + 18)
    let isBefore = place != nil && textX + row.words.pictureWidth > body.width
    let foot = isBefore ? textX - 20 : textX
    let words = row.words.lines(within: max(80, isBefore ? foot : body.width - textX - 8))
    let wordsHeight = words.count * Drawing.lineHeight + 10
    let height = isNarrow ? labelHeight + wordsHeight : max(Drawing.target, max(labelHeight, wordsHeight))
    let y = body.height + (isNarrow ? labelHeight + wordsHeight / 2 : height / 2)
    let labelY = isNarrow ? body.height + 17 : y - label.count * Drawing.lineHeight / 2 + 14
    var items = [
      Drawing.Item(.target, .box(x: 0, y: body.height, width: body.width, height: height))
    ]
    items += Drawing.Item.lines(label, x: 0, y: labelY, .label)
    if let place = row.place {
      items.append(Drawing.Item(.grid, .line(x1: line.left, y1: y, x2: line.right, y2: y)))
      items += mark(row, place, y: y, line)
    } else {
      let length = (words.map(\.pictureWidth).max() ?? 0) + 16
      items.append(
        Drawing.Item(
          .gutter, .box(x: textX - 8, y: y - wordsHeight / 2 + 2, width: length, height: wordsHeight - 4)))
    }
    let wordsY = y - words.count * Drawing.lineHeight / 2 + 14
    if place != nil { items.append(Drawing.Item.ground(words, x: foot, y: wordsY, isBefore ? .end : .start)) }
    items += Drawing.Item.lines(words, x: foot, y: wordsY, .inside, isBefore ? .end : .start)
    body.add(items, name: name(of: row), href: row.href)
    body.height += height + (isNarrow ? 4 : 0)
  }

  private func name(of row: Row) -> String {
    let sort = isOfTarget ? page.text(row.isFigure ? "picture_claims_figure" : "picture_claims_target") : nil
    return "\(row.label): " + [row.words, sort].compactMap(\.self).joined(separator: ", ")
  }

  /// The words stand above the line, for a year's may be as long as the line itself.
  private func addDay(_ row: Row, to body: inout Drawing, _ line: Line) {
    guard let place = row.place else { return }
    let width = body.width
    let label = row.label.lines(within: width)
    let words = row.words.lines(within: width)
    let isBeside =
      label.count == 1 && words.count == 1 && row.label.pictureWidth + row.words.pictureWidth + 16 <= width
    let wordsY = body.height + 17 + (isBeside ? 0 : label.count * Drawing.lineHeight)
    let textHeight = (label.count + (isBeside ? 0 : words.count)) * Drawing.lineHeight + 6
    let y = body.height + textHeight + 8
    let items =
      [
        Drawing.Item(.target, .box(x: 0, y: body.height, width: width, height: textHeight + 18)),
        Drawing.Item(.grid, .line(x1: line.left, y1: y, x2: line.right, y2: y)),
      ] + Drawing.Item.lines(label, x: 0, y: body.height + 17, .label)
      + Drawing.Item.lines(
        words, x: isBeside ? width : 0, y: wordsY, .inside, isBeside ? .end : .start)
      + mark(row, place, y: y, line)
    body.add(items, name: name(of: row), href: row.href)
    body.height += textHeight + 22
  }

  private func mark(_ row: Row, _ place: Place, y: Int, _ line: Line) -> [Drawing.Item] {
    let (x, end) = (line.x(place.low), line.x(place.high))
    func bar(_ from: Int, _ to: Int) -> Drawing.Item {
      Drawing.Item(.total, .box(x: from, y: y - 3, width: to - from, height: 6))
    }
    var items: [Drawing.Item] = []
    if place.isLower { items.append(bar(end, line.right)) }
    if place.isUpper { items.append(bar(line.left, x)) }
    let look: Drawing.Look = place.isVague ? .hollow : .mark
    if place.isPeriod {
      items.append(Drawing.Item(look, .box(x: x, y: y - 4, width: max(4, end - x), height: 8)))
    } else if !place.isPoint {
      items += TimelinePicture.whisker(x..<max(end, x + 6), y: y, isVague: place.isVague)
    } else if row.isFigure || scale == .days {
      items.append(Drawing.Item(look, .dot(x: x, y: y, radius: 5)))
    } else {
      items.append(Drawing.Item(look, .box(x: x - 2, y: y - 9, width: 4, height: 18)))
    }
    return items
  }

  private var key: [PictureKey.Entry] {
    let places = rows.compactMap(\.place)
    let dot = Drawing.Shape.dot(x: 8, y: 8, radius: 5)
    let bar = Drawing.Shape.box(x: 0, y: 5, width: 16, height: 6)
    let hasFigures = rows.contains(where: \.isFigure)
    let isWhisker = { (place: Place) in !place.isPoint && !place.isPeriod }
    let target = Drawing.Shape.box(x: 6, y: 0, width: 4, height: 16)
    let all: [(Bool, PictureKey.Entry)] = [
      (isOfTarget, PictureKey.Entry(.mark, target, page.text("picture_claims_target"))),
      (hasFigures, PictureKey.Entry(.mark, dot, page.text("picture_claims_figure"))),
      (
        places.contains { $0.isLower || $0.isUpper },
        PictureKey.Entry(.total, bar, page.text(scale == .days ? "picture_period" : "picture_cap_limit"))
      ),
      (places.contains(where: \.isPeriod), PictureKey.Entry(.mark, bar, page.text("picture_period"))),
      (
        places.contains(where: isWhisker),
        PictureKey.Entry(
          TimelinePicture.whisker(0..<17, y: 8, isVague: false), page.text("picture_somewhen"))
      ),
      (
        places.contains { $0.isVague && !isWhisker($0) },
        PictureKey.Entry(
          .hollow, dot, page.text(scale == .days ? "picture_hollow" : "picture_claims_about"))
      ),
      (
        places.contains { $0.isVague && isWhisker($0) },
        PictureKey.Entry(TimelinePicture.whisker(0..<17, y: 8, isVague: true), page.text("picture_dashed"))
      ),
      (
        rows.contains { $0.place == nil },
        PictureKey.Entry(
          .gutter, .box(x: 1, y: 2, width: 14, height: 12), page.text("picture_claims_gutter"))
      ),
    ]
    return all.filter(\.0).map(\.1)
  }
}
