import Knowledge

/// A row for each target: a thin line to its deadline, and there a mark that says what it asks for.
struct DeadlineStrip {
  private let page: PageContext
  private let scale: TimelineScale
  /// What the lines begin with, in the schema's word; `nil` where none begins.
  private let origin: String?
  private let groups: [DeadlineRows.Group]
  private let width: Int
  /// Where the scale begins and ends; behind it values have room.
  private let left: Int
  private let right: Int
  private var rows: Drawing

  /// What stands above the rows: the day of the knowledge, and the years.
  private static let head = 48
  private static let titleWidth = 292

  /// `nil` where no deadline has a last day.
  init?(_ rows: DeadlineRows, width: Int) {
    (page, groups, self.width) = (rows.page, rows.groups, width)
    self.rows = Drawing(width: width, height: Self.head)
    let isNarrow = self.rows.isNarrow
    left = isNarrow ? 0 : Self.titleWidth + 18
    right = isNarrow ? width - 6 : width - 190
    let all = groups.flatMap(\.rows)
    let ends = all.flatMap(\.deadlines).compactMap(\.lastYear)
    let starts = all.compactMap { $0.from?.date.firstYear }
    let day = page.site.configuration.asOf?.lastYear
    guard !ends.isEmpty,
      let scale = TimelineScale(
        years: ends + starts + [day].compactMap(\.self), named: Self.byCount(ends), width: right - left)
    else { return nil }
    self.scale = scale
    let labels = all.compactMap { $0.from?.label }.unique
    origin = labels.isEmpty ? nil : labels.joined(separator: ", ")
    for group in groups {
      addTitle(of: group)
      for row in group.rows { add(row) }
    }
  }

  var drawing: Drawing {
    var drawing = Drawing(width: width)
    drawing.addKey(key)
    drawing.append(body)
    return drawing
  }

  private var body: Drawing {
    var drawing = Drawing(width: width)
    let foot = rows.height + 4
    for gap in scale.gaps {
      drawing.addGap(left + gap.lowerBound..<left + gap.upperBound, top: Self.head - 4, foot: foot)
    }
    for tick in scale.ticks {
      drawing.add(.grid, .line(x1: left + tick.x, y1: Self.head - 6, x2: left + tick.x, y2: foot))
    }
    if let day = page.site.configuration.asOf, let x = x(day) {
      drawing.addDay(day, x: x, foot: foot, on: page)
    }
    for tick in scale.ticks where tick.hasLabel {
      for y in [Self.head - 12, foot + 14] {
        drawing.addTick(tick.label, x: left + tick.middle, y: y, .middle)
      }
    }
    drawing.add(rows)
    drawing.height = foot + 20
    return drawing
  }

  /// The years in which most end come first.
  private static func byCount(_ years: [Int]) -> [Int] {
    let counts = Dictionary(grouping: years) { $0 }.mapValues(\.count)
    return counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map(\.key)
  }

  /// The middle of the mark of a deadline, which lies within its year.
  private func mark(_ date: EDTFDate) -> Int? {
    guard let x = x(date), let end = date.lastYear.flatMap({ EDTFDate(year: $0) }) else { return nil }
    return min(x, left + scale.x(Int(end.latest) + 1) - 7)
  }

  /// Where a day is that a date ends with.
  private func x(_ date: EDTFDate) -> Int? {
    let day = Int(date.latest)
    return scale.days.contains(day) ? left + max(0, scale.x(day + 1) - 1) : nil
  }

  private var key: [PictureKey.Entry] {
    let all = groups.flatMap(\.rows)
    var entries: [PictureKey.Entry] = []
    func add(_ cap: DeadlineRows.Cap, _ key: String) {
      guard all.contains(where: { $0.cap == cap }) else { return }
      entries.append(PictureKey.Entry(Self.cap(cap, x: 8, y: 8), page.text(key)))
    }
    add(.number, "picture_cap_number")
    add(.limit, "picture_cap_limit")
    add(.words, "picture_cap_words")
    func add(_ sign: String, _ word: String, where isSo: (DeadlineRows.Row) -> Bool) {
      guard all.contains(where: isSo) else { return }
      let text = page.word(word, group: "verdict")
      entries.append(PictureKey.Entry(.verdict, .text(sign, x: 8, y: 13, .middle), text))
    }
    add("✓", "met") { $0.isMet }
    add("✗", "not-met") { $0.isMissed }
    if let origin {
      let text = page.text("picture_lead", ["from": origin])
      entries.append(PictureKey.Entry(.lead, .line(x1: 0, y1: 8, x2: 16, y2: 8), text))
    }
    return entries + (scale.gaps.isEmpty ? [] : [TimeAxis.entry(page)])
  }
}

// MARK: - Rows

extension DeadlineStrip {
  private mutating func addTitle(of group: DeadlineRows.Group) {
    guard let title = group.title else { return }
    let lines = title.lines(within: width, isBold: true)
    let height = max(Drawing.target, lines.count * Drawing.lineHeight + 10)
    let y = rows.height + 6
    rows.add(.axis, .line(x1: 0, y1: y, x2: width, y2: y))
    let ground = Drawing.Item.ground(lines, x: 0, y: y + 20)
    let box = Drawing.Item(.target, .box(x: 0, y: y, width: width, height: height))
    rows.add(
      [ground, box] + Drawing.Item.lines(lines, x: 0, y: y + 20, .strong), name: title, href: group.href)
    rows.height = y + height
  }

  private mutating func add(_ row: DeadlineRows.Row) {
    if rows.isNarrow { addNarrow(row) } else { addWide(row) }
  }

  private mutating func addWide(_ row: DeadlineRows.Row) {
    let title = row.title.lines(within: Self.titleWidth)
    let last = row.deadlines.compactMap(mark).max()
    let text = words(of: row, withDate: last == nil)
    let x = last.map { $0 + 14 } ?? left + 4
    let lines = text.isEmpty ? [] : text.lines(within: width - x)
    let height = max(Drawing.target, max(title.count, lines.count) * Drawing.lineHeight + 10)
    let y = rows.height + height / 2
    func top(_ count: Int) -> Int { y - count * Drawing.lineHeight / 2 + 14 }
    let items =
      (lines.isEmpty ? [] : [Drawing.Item.ground(lines, x: x, y: top(lines.count))])
      + [Drawing.Item(.target, .box(x: 0, y: rows.height, width: width, height: height))]
      + Drawing.Item.lines(title, x: 0, y: top(title.count), .label) + strip(row, y: y)
      + Drawing.Item.lines(lines, x: x, y: top(lines.count), .inside)
    rows.add(items, name: name(of: row), href: row.href)
    rows.height += height
  }

  /// Title and value stand above the line.
  private mutating func addNarrow(_ row: DeadlineRows.Row) {
    let title = row.title.lines(within: width)
    let lines = words(of: row, withDate: true).lines(within: width)
    let y = rows.height + (title.count + lines.count) * Drawing.lineHeight + 14
    let height = y + 12 - rows.height
    let items =
      [
        Drawing.Item.ground(title + lines, x: 0, y: rows.height + 16),
        Drawing.Item(.target, .box(x: 0, y: rows.height, width: width, height: height)),
      ]
      + Drawing.Item.lines(title, x: 0, y: rows.height + 16, .label)
      + Drawing.Item.lines(
        lines, x: 0, y: rows.height + 16 + title.count * Drawing.lineHeight, .inside)
      + strip(row, y: y)
    rows.add(items, name: name(of: row), href: row.href)
    rows.height += height
  }

  private func strip(_ row: DeadlineRows.Row, y: Int) -> [Drawing.Item] {
    let ends = row.deadlines.compactMap(mark).sorted()
    guard let last = ends.last else { return [] }
    let start = row.from.map { left + scale.x(Int($0.date.earliest)) } ?? ends[0]
    let line = Drawing.Item(
      row.isProposed ? .vague : .lead, .line(x1: min(start, ends[0]), y1: y, x2: last, y2: y))
    return (start == last ? [] : [line]) + ends.flatMap { Self.cap(row.cap, x: $0, y: y) }
  }

  private static func cap(_ cap: DeadlineRows.Cap, x: Int, y: Int) -> [Drawing.Item] {
    switch cap {
    case .number: [Drawing.Item(.mark, .dot(x: x, y: y, radius: 5))]
    case .words: [Drawing.Item(.hollow, .dot(x: x, y: y, radius: 5))]
    case .limit: [Drawing.Item(.mark, .box(x: x - 3, y: y - 7, width: 6, height: 14))]
    }
  }

  private func words(of row: DeadlineRows.Row, withDate: Bool) -> String {
    let signs = (row.isMet ? ["✓"] : []) + (row.isMissed ? ["✗"] : [])
    let values = row.values.isEmpty ? [] : [row.values.joined(separator: " / ")]
    let said = signs + values + (row.isProposed ? ["(\(page.text("proposed")))"] : [])
    let dates = row.deadlines.map { $0.display(in: page.readerWords) }.joined(separator: " / ")
    return (withDate ? [dates] + (said.isEmpty ? [] : ["·"]) : []).joined(separator: " ")
      + (withDate && !said.isEmpty ? " " : "") + said.joined(separator: " ")
  }

  private func name(of row: DeadlineRows.Row) -> String {
    let verdicts =
      (row.isMet ? [page.word("met", group: "verdict")] : [])
      + (row.isMissed ? [page.word("not-met", group: "verdict")] : [])
    let dates = row.deadlines.map { $0.display(in: page.readerWords) }.joined(separator: " / ")
    return ([row.title, dates, row.values.joined(separator: " / ")] + verdicts)
      .filter { !$0.isEmpty }.joined(separator: ", ")
  }
}
