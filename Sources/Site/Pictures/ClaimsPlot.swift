import Knowledge

/// What each source claims of a target and of the figures that measure it: numbers on one scale, wordings beside it.
struct ClaimsPlot {
  struct Row {
    let label: String
    let value: Quantity
    let words: String
    let isFigure: Bool
    let href: String?
  }

  let page: PageContext
  let rows: [Row]

  init(page: PageContext, goal: Tracker.Goal) {
    self.page = page
    let language = page.language
    let targets = goal.assertions.compactMap { assertion -> Row? in
      guard let value = assertion.value, let words = assertion.words(language: language) else { return nil }
      return Row(
        label: page.name(of: assertion.claim), value: value, words: words, isFigure: false,
        href: (assertion.claim?.source).map { page.href(Target($0)) })
    }
    let figures = goal.figures.compactMap { reading -> Row? in
      guard let value = reading.value else { return nil }
      let days = reading.dates.map(\.date).unique.map { $0.display(language: language) }
      return Row(
        label: ([page.name(of: reading.claim)] + days).joined(separator: ", "), value: value,
        words: value.display(language: language), isFigure: true, href: reading.edge.map { page.href($0.to) })
    }
    rows = targets + figures
  }

  var picture: Picture {
    let numbers = rows.filter { $0.magnitude != nil }.sorted { ($0.magnitude ?? 0) < ($1.magnitude ?? 0) }
    let values = [
      "n": String(numbers.count), "least": numbers.first?.words ?? "", "most": numbers.last?.words ?? "",
    ]
    let isSame = numbers.first?.magnitude == numbers.last?.magnitude
    let inWords = rows.count - numbers.count
    return Picture(
      title: page.text("picture_claims_title"),
      sentence: page.text(isSame ? "picture_claims_same" : "picture_claims", values),
      remarks: inWords == 0 ? [] : [page.text("picture_claims_words", ["n": String(inWords)])],
      wide: drawing(width: 640), narrow: drawing(width: Drawing.narrow))
  }
}

extension Tracker.Goal {
  /// Each claim of a figure once, though every claim of the target is held against it.
  var figures: [Reading] { (assertions.first?.readings ?? []).filter { $0.value != nil } }

  /// Whether two sources give numbers that can stand on one scale.
  var hasPlot: Bool {
    let claims = assertions.map { ($0.claim, $0.value) } + figures.map { ($0.claim, $0.value) }
    let numbers = claims.filter { $1?.magnitude != nil }
    let units = Set(numbers.map { [$1?.unit ?? "", $1?.currency ?? ""] })
    return units.count == 1 && Set(numbers.compactMap { $0.0?.source }).count > 1
  }
}

extension PageContext {
  fileprivate func name(of claim: Claim?) -> String {
    (claim?.source).map { graph.shortTitle(of: $0) } ?? text("register_without_source")
  }
}

extension ClaimsPlot.Row {
  /// Enough for a place on a screen.
  var magnitude: Double? {
    guard let number = value.magnitude else { return nil }
    var result = Double(number.significand)
    for _ in 0..<min(abs(number.exponent), 40) { result = number.exponent < 0 ? result / 10 : result * 10 }
    return result
  }

  fileprivate var isLower: Bool { value.op == .greater || value.op == .atLeast }
  fileprivate var isUpper: Bool { value.op == .less || value.op == .atMost }
  fileprivate var isVague: Bool { value.op == .about || value.op == .several }
}

// MARK: - Drawing

extension ClaimsPlot {
  private func drawing(width: Int) -> Drawing {
    var drawing = Drawing(width: width)
    let left = drawing.isNarrow ? 6 : 216
    let right = drawing.isNarrow ? width - 6 : 440
    let all = rows.compactMap(\.magnitude)
    let least = min(0, all.min() ?? 0)
    let span = max((all.max() ?? 1) - least, 0.000_001) * 1.25
    func x(_ value: Double) -> Int { left + Int((value - least) / span * Double(right - left)) }
    let zero = x(0)
    var body = Drawing(width: width, height: drawing.height)
    for row in rows { add(row, to: &body, left: left, right: right, x: x) }
    drawing.add(.grid, .line(x1: zero, y1: 0, x2: zero, y2: body.height + 2))
    drawing.add(.tick, .text("0", x: zero, y: body.height + 16, .middle))
    drawing.add(body)
    drawing.height = body.height + 22
    var whole = Drawing(width: width)
    whole.addKey(key)
    whole.append(drawing)
    return whole
  }

  private func add(_ row: Row, to body: inout Drawing, left: Int, right: Int, x: (Double) -> Int) {
    let isNarrow = body.isNarrow
    let label = row.label.lines(within: isNarrow ? body.width : left - 24)
    let labelHeight = label.count * Drawing.lineHeight + 10
    let place = row.magnitude.map(x)
    let textX = place.map { $0 + 10 } ?? (isNarrow ? 8 : right + 18)
    let isBefore = place != nil && textX + row.words.pictureWidth > body.width
    let words = row.words.lines(within: max(80, isBefore ? textX - 20 : body.width - textX - 8))
    let wordsHeight = words.count * Drawing.lineHeight + 10
    let height = isNarrow ? labelHeight + wordsHeight : max(Drawing.target, max(labelHeight, wordsHeight))
    let y = body.height + (isNarrow ? labelHeight + wordsHeight / 2 : height / 2)
    let labelY = isNarrow ? body.height + 17 : y - label.count * Drawing.lineHeight / 2 + 14
    var items = [
      Drawing.Item(.target, .box(x: 0, y: body.height, width: body.width, height: height))
    ]
    items += Drawing.Item.lines(label, x: 0, y: labelY, .label)
    if let place {
      items.append(Drawing.Item(.grid, .line(x1: left, y1: y, x2: right, y2: y)))
      items += mark(row, x: place, y: y, left: left, right: right)
    } else {
      let length = (words.map(\.pictureWidth).max() ?? 0) + 16
      items.append(
        Drawing.Item(
          .gutter, .box(x: textX - 8, y: y - wordsHeight / 2 + 2, width: length, height: wordsHeight - 4)))
    }
    items += Drawing.Item.lines(
      words, x: isBefore ? textX - 20 : textX, y: y - words.count * Drawing.lineHeight / 2 + 14, .inside,
      isBefore ? .end : .start)
    let sort = page.text(row.isFigure ? "picture_claims_figure" : "picture_claims_target")
    body.add(items, name: "\(row.label): \(row.words), \(sort)", href: row.href)
    body.height += height + (isNarrow ? 4 : 0)
  }

  private func mark(_ row: Row, x: Int, y: Int, left: Int, right: Int) -> [Drawing.Item] {
    var items: [Drawing.Item] = []
    if row.isLower { items.append(Drawing.Item(.total, .box(x: x, y: y - 3, width: right - x, height: 6))) }
    if row.isUpper { items.append(Drawing.Item(.total, .box(x: left, y: y - 3, width: x - left, height: 6))) }
    let look: Drawing.Look = row.isVague ? .hollow : .mark
    items.append(
      row.isFigure
        ? Drawing.Item(look, .dot(x: x, y: y, radius: 5))
        : Drawing.Item(look, .box(x: x - 2, y: y - 9, width: 4, height: 18)))
    return items
  }

  private var key: [PictureKey.Entry] {
    let dot = Drawing.Shape.dot(x: 8, y: 8, radius: 5)
    var entries = [
      PictureKey.Entry(.mark, .box(x: 6, y: 0, width: 4, height: 16), page.text("picture_claims_target"))
    ]
    func add(_ look: Drawing.Look, _ shape: Drawing.Shape, _ key: String, if isThere: (Row) -> Bool) {
      if rows.contains(where: isThere) { entries.append(PictureKey.Entry(look, shape, page.text(key))) }
    }
    add(.mark, dot, "picture_claims_figure", if: \.isFigure)
    add(.total, .box(x: 0, y: 5, width: 16, height: 6), "picture_cap_limit") { $0.isLower || $0.isUpper }
    add(.hollow, dot, "picture_claims_about") { $0.isVague && $0.magnitude != nil }
    add(.gutter, .box(x: 1, y: 2, width: 14, height: 12), "picture_claims_gutter") { $0.magnitude == nil }
    return entries
  }
}
