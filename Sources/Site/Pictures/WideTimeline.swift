import Knowledge

/// Time from left to right, the lanes below one another; names stand beside their marks, which make room for one another.
struct WideTimeline {
  private let shown: TimelinePicture
  private let scale: SpreadScale
  private var lanes = Drawing(width: Drawing.wide, height: 46)
  /// Those that are drawn.
  private var signs: Set<TimelinePicture.Sign> = []

  private static let mostInLane = 24
  /// Longer names go on below.
  private static let labelWidth = 230

  /// What is to be put into a lane.
  private struct Placed {
    let mark: TimelineMarks.Mark
    /// The mark's own extent.
    let left: Int
    let right: Int
    let label: String
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
    var drawing = Drawing(width: Drawing.wide)
    drawing.addKey(shown.key(signs) + (scale.gaps.isEmpty ? [] : [TimeAxis.entry(shown.page)]))
    drawing.addNote(scale.isUneven ? shown.page.text("picture_uneven") : nil)
    if scale.isUneven { drawing.height += 8 }
    drawing.append(body)
    return drawing
  }

  private var body: Drawing {
    var drawing = Drawing(width: Drawing.wide)
    let foot = lanes.height + 4
    let ticks = shown.part.year == nil ? scale.ticks : scale.months(shown.words)
    for gap in scale.gaps { drawing.addGap(gap, top: 44, foot: foot) }
    for tick in ticks { drawing.add(.grid, .line(x1: tick.x, y1: 40, x2: tick.x, y2: foot)) }
    if let day = shown.page.site.configuration.asOf, scale.days.contains(Int(day.latest)) {
      drawing.addDay(day, x: scale.x(Int(day.latest)), foot: foot, on: shown.page)
    }
    for tick in ticks {
      for y in [34, foot + 14] { drawing.addTick(tick.label, x: tick.x + 3, y: y) }
    }
    drawing.add(lanes)
    drawing.height = foot + 20
    return drawing
  }
}

// MARK: - Lanes

extension WideTimeline {
  private mutating func add(_ lane: Int) {
    let all = TimelineMarks(shown.events.filter { $0.lane == lane }, most: Self.mostInLane)
    guard !all.marks.isEmpty else { return }
    signs.formUnion(all.marks.flatMap(shown.signs))
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
      if TimelinePicture.Sign(date) == .day {
        (left, right) = (left - 5, left + 5)
      } else {
        right = max(right, left + 8)
      }
    case .sum:
      label = shown.words(ofSum: mark, in: all)
      let middle = (left + right) / 2
      (left, right) = (middle - 9, middle + 9)
    }
    let room = Drawing.wide - right - 8
    var isBold = false
    if case .sum = mark { isBold = true }
    // The name of a sum is bold, and never goes on below.
    let whole = isBold ? label.pictureWidth * 9 / 8 : min(label.pictureWidth, Self.labelWidth)
    if case .event = mark, right - left > whole || max(room, left) < whole {
      let lines = label.lines(within: max(right - left, whole))
      let end = left + max(right - left, lines.map(\.pictureWidth).max() ?? 0)
      let shift = max(0, end - Drawing.wide)
      return Placed(
        mark: mark, left: left, right: right, label: label, lines: lines, labelX: left - shift,
        anchor: .start,
        extent: left - shift - 4..<end - shift + 16, isOver: true)
    }
    let isBehind = room >= whole
    let lines =
      isBold ? [label] : label.lines(within: min(isBehind ? room : left - 8, Self.labelWidth))
    let length = isBold ? whole : lines.map(\.pictureWidth).max() ?? 0
    let extent = isBehind ? left - 4..<right + length + 16 : left - length - 16..<right + 4
    return Placed(
      mark: mark, left: left, right: right, label: label, lines: lines,
      labelX: isBehind ? right + 6 : left - 6,
      anchor: isBehind ? .start : .end, extent: extent)
  }

  private mutating func draw(_ placed: Placed, lane: Int, height: Int) {
    let y = lanes.height + height / 2
    let from = placed.extent.lowerBound
    let barY = placed.isOver ? y + placed.lines.count * Drawing.lineHeight / 2 + 4 : y
    let top = y - placed.lines.count * Drawing.lineHeight / 2 + 14
    // Before what shows that the mouse is over it.
    let ground = Drawing.Item.ground(placed.lines, x: placed.labelX, y: top, placed.anchor)
    let target = Drawing.Item(
      .target, .box(x: from, y: lanes.height, width: placed.extent.count - 4, height: height))
    let items = [ground, target] + mark(placed, y: placed.isOver ? barY : y)
    switch placed.mark {
    case .event(let event):
      let label = Drawing.Item.lines(placed.lines, x: placed.labelX, y: top, .label, placed.anchor)
      lanes.add(items + label, name: shown.name(of: event), href: shown.href(of: event))
    case .sum(let date, _):
      let label = Drawing.Item.lines(placed.lines, x: placed.labelX, y: top, .strong, placed.anchor)
      let name = "\(shown.title(ofLane: lane)), \(placed.label)"
      lanes.add(items + label, name: name, href: shown.href(ofSum: date))
    }
  }

  private func mark(_ placed: Placed, y: Int) -> [Drawing.Item] {
    guard case .event(let event) = placed.mark else {
      return [Drawing.Item(.bar, .dot(x: placed.left + 9, y: y, radius: 9))]
    }
    let isVague = shown.isVague(event)
    switch TimelinePicture.Sign(event.date) {
    case .somewhen:
      return TimelinePicture.whisker(placed.left..<placed.right, y: y, isVague: isVague)
    case .period:
      let shape = Drawing.Shape.box(x: placed.left, y: y - 3, width: placed.right - placed.left, height: 6)
      return [Drawing.Item(isVague ? .hollow : .mark, shape)]
    default:
      return [Drawing.Item(isVague ? .hollow : .mark, .dot(x: placed.left + 5, y: y, radius: 5))]
    }
  }
}

extension TimelinePicture {
  /// Whether a page of one year is about another.
  func isInYear(_ year: Int) -> Bool { part.year.map { $0 == year } ?? true }
}
