import Knowledge

/// Time from left to right, the lanes below one another; names stand beside their marks, which make room for one another.
struct WideTimeline {
  private let shown: TimelinePicture
  private let scale: SpreadScale
  private var lanes = Drawing(width: Drawing.wide, height: 46)

  private static let mostInLane = 24
  /// Longer names go on below.
  private static let labelWidth = 230

  /// What is to be put into a lane.
  private struct Placed {
    let mark: TimelineMarks.Mark
    /// The mark's own extent.
    let left: Int
    let right: Int
    let lines: [String]
    let labelX: Int
    let anchor: Drawing.Anchor
    /// With the label.
    let extent: Range<Int>
    /// Whether the label stands over a bar that is long enough.
    var isOver = false
  }

  /// `nil` where no date has a year.
  init?(_ shown: TimelinePicture) {
    self.shown = shown
    var counts: [Int: [Int: Int]] = [:]
    for event in shown.events {
      for year in [event.date.firstYear, event.date.lastYear].compactMap(\.self) where shown.isInYear(year) {
        counts[year] = counts[year] ?? [:]
      }
      if let start = event.date.start, let month = start.month, counts[start.year] != nil {
        counts[start.year]?[month, default: 0] += 1
      }
    }
    if let day = shown.page.site.configuration.asOf?.lastYear, shown.isInYear(day) {
      counts[day] = counts[day] ?? [:]
    }
    guard let scale = SpreadScale(counts: counts, width: Drawing.wide - 8) else { return nil }
    self.scale = scale
    for lane in shown.timeline.lanes { add(lane) }
  }

  var drawing: Drawing {
    var drawing = Drawing(width: Drawing.wide, height: lanes.height)
    let foot = lanes.height + 4
    for tick in shown.part.year == nil ? scale.ticks : scale.months(shown.words) {
      drawing.add(.grid, .line(x1: tick.x, y1: 40, x2: tick.x, y2: foot))
      for y in [34, foot + 14] { drawing.add(.tick, .text(tick.label, x: tick.x + 3, y: y, .start)) }
    }
    for gap in scale.gaps { drawing.add(.tick, .text("⋯", x: gap, y: 44, .middle)) }
    if let day = shown.page.site.configuration.asOf, scale.days.contains(Int(day.latest)) {
      let x = scale.x(Int(day.latest))
      let words = shown.page.text("as_of_day", shown.words(day))
      let length = words.pictureWidth
      let start = x + 5 + length <= Drawing.wide ? x + 5 : max(0, x - 5 - length)
      drawing.add(.now, .line(x1: x, y1: 18, x2: x, y2: foot))
      drawing.add(.tick, .text(words, x: start, y: 14, .start))
    }
    drawing.add(lanes)
    drawing.height = foot + 20
    let events = shown.events
    drawing.addLegend(
      shown.legend(
        hasDays: events.contains { shown.isDay($0.date) }, hasSpans: events.contains { !shown.isDay($0.date) }
      ))
    return drawing
  }
}

// MARK: - Lanes

extension WideTimeline {
  private mutating func add(_ lane: Int) {
    let all = TimelineMarks(shown.events.filter { $0.lane == lane }, most: Self.mostInLane)
    guard !all.marks.isEmpty else { return }
    let top = lanes.height
    lanes.add(.axis, .line(x1: 0, y1: top, x2: Drawing.wide, y2: top))
    lanes.add(.strong, .text(shown.title(ofLane: lane), x: 0, y: top + 18, .start))
    lanes.height += 26
    var rows: [[Placed]] = []
    for placed in all.marks.map({ place($0, of: all) }) {
      let free = rows.firstIndex { $0.allSatisfy { !$0.extent.overlaps(placed.extent) } }
      if let free { rows[free].append(placed) } else { rows.append([placed]) }
    }
    for row in rows {
      let count = row.map { $0.lines.count + ($0.isOver ? 1 : 0) }.max() ?? 1
      let height = max(Drawing.target, count * Drawing.lineHeight + 10)
      for placed in row { draw(placed, lane: lane, height: height) }
      lanes.height += height
    }
    lanes.height += 6
  }

  private func place(_ mark: TimelineMarks.Mark, of all: TimelineMarks) -> Placed {
    let date = mark.date
    let first = max(Int(date.earliest), scale.days.lowerBound)
    let last = min(Int(date.latest), scale.days.upperBound)
    var (left, right) = (scale.x(first), scale.x(last + 1))
    let label: String
    switch mark {
    case .event(let event):
      label = shown.label(of: event)
      if shown.isDay(date) { (left, right) = (left - 5, left + 5) } else { right = max(right, left + 8) }
    case .sum:
      label = shown.words(ofSum: date, in: all)
      let middle = (left + right) / 2
      (left, right) = (middle - 13, middle + 13)
    }
    let room = Drawing.wide - right - 8
    let whole = min(label.pictureWidth, Self.labelWidth)
    if case .event = mark, right - left > whole || max(room, left) < whole {
      let lines = label.lines(within: max(right - left, whole))
      let end = left + max(right - left, lines.map(\.pictureWidth).max() ?? 0)
      let shift = max(0, end - Drawing.wide)
      return Placed(
        mark: mark, left: left, right: right, lines: lines, labelX: left - shift, anchor: .start,
        extent: left - shift - 4..<end - shift + 16, isOver: true)
    }
    let isBehind = room >= whole
    let lines = label.lines(within: isBehind ? min(room, Self.labelWidth) : min(left - 8, Self.labelWidth))
    let length = lines.map(\.pictureWidth).max() ?? 0
    let extent = isBehind ? left - 4..<right + length + 16 : left - length - 16..<right + 4
    return Placed(
      mark: mark, left: left, right: right, lines: lines, labelX: isBehind ? right + 6 : left - 6,
      anchor: isBehind ? .start : .end, extent: extent)
  }

  private mutating func draw(_ placed: Placed, lane: Int, height: Int) {
    let y = lanes.height + height / 2
    let from = placed.extent.lowerBound
    var items = [
      Drawing.Item(.target, .box(x: from, y: lanes.height, width: placed.extent.count - 4, height: height))
    ]
    let barY = placed.isOver ? y + placed.lines.count * Drawing.lineHeight / 2 + 4 : y
    let top = y - placed.lines.count * Drawing.lineHeight / 2 + 14
    let label = Drawing.Item.lines(placed.lines, x: placed.labelX, y: top, .label, placed.anchor)
    switch placed.mark {
    case .event(let event):
      let look: Drawing.Look = shown.isVague(event) ? .hollow : .mark
      items.append(
        shown.isDay(event.date)
          ? Drawing.Item(look, .dot(x: placed.left + 5, y: y, radius: 5))
          : Drawing.Item(
            look, .box(x: placed.left, y: barY - 3, width: placed.right - placed.left, height: 6)))
      lanes.add(items + label, name: shown.name(of: event), href: shown.href(of: event))
    case .sum(let date, let counts):
      let count = counts.values.reduce(0, +)
      items.append(Drawing.Item(.bar, .dot(x: placed.left + 13, y: y, radius: 13)))
      items.append(Drawing.Item(.onDark, .text(String(count), x: placed.left + 13, y: y + 5, .middle)))
      let values = ["a": shown.title(ofLane: lane), "b": shown.words(date), "n": String(count)]
      lanes.add(
        items + label, name: shown.page.text("picture_cell", values), href: shown.href(ofSum: date))
    }
  }
}

extension TimelinePicture {
  /// Whether a page of one year is about another.
  func isInYear(_ year: Int) -> Bool { part.year.map { $0 == year } ?? true }
}
