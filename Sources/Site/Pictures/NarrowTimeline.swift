import Knowledge

/// Time from above to below, for phones: a line for each name, and one number for a month with many.
struct NarrowTimeline {
  private(set) var drawing = Drawing(width: Drawing.narrow)
  private let shown: TimelinePicture
  private let marks: TimelineMarks

  private static let most = 60
  private static let left = 38

  init(_ shown: TimelinePicture) {
    self.shown = shown
    marks = TimelineMarks(shown.events, most: Self.most)
    var year: Int?
    var body = Drawing(width: Drawing.narrow)
    for mark in marks.marks {
      if let start = mark.date.start?.year, start != year {
        if shown.part.year == nil, !mark.isOfYear { addYear(start, after: year, to: &body) }
        year = start
      }
      add(mark, to: &body)
    }
    drawing.add(.axis, .line(x1: 14, y1: 0, x2: 14, y2: body.height))
    drawing.add(body)
    drawing.height = body.height
    drawing.addLegend(shown.legend(hasDays: false, hasSpans: false))
  }

  private func addYear(_ year: Int, after last: Int?, to body: inout Drawing) {
    if let last, year - last > 1 {
      body.add(.tick, .text("⋯", x: Self.left, y: body.height + 12, .start))
      body.height += 14
    }
    let box = Drawing.Item(.target, .box(x: 0, y: body.height, width: Drawing.narrow, height: 30))
    let words = Drawing.Item(.strong, .text(shown.page.year(year), x: Self.left, y: body.height + 20, .start))
    body.add([box, words], name: shown.page.year(year), href: shown.page.href(toPageAbout: .year(year)))
    body.height += 30
  }

  private func add(_ mark: TimelineMarks.Mark, to body: inout Drawing) {
    let room = Drawing.narrow - Self.left
    let head: [String]
    let label: [String]
    var sign: [Drawing.Item]
    let y = body.height + 12
    switch mark {
    case .event(let event):
      head = "\(shown.words(event.date)) · \(shown.title(ofLane: event.lane))".lines(within: room)
      label = shown.label(of: event).lines(within: room)
      sign = [Drawing.Item(shown.isVague(event) ? .hollow : .mark, .dot(x: 14, y: y, radius: 5))]
    case .sum(let date, let counts):
      let count = counts.values.reduce(0, +)
      label = shown.words(ofSum: date, in: marks).lines(within: room)
      head = counts.sorted { $0.key < $1.key }.map { "\(shown.title(ofLane: $0.key)) \($0.value)" }
        .joined(separator: " · ").lines(within: room)
      sign = [
        Drawing.Item(.bar, .dot(x: 14, y: y, radius: 13)),
        Drawing.Item(.onDark, .text(String(count), x: 14, y: y + 5, .middle)),
      ]
    }
    let height = (head.count + label.count) * Drawing.lineHeight + 10
    sign.insert(
      Drawing.Item(.target, .box(x: 0, y: body.height, width: Drawing.narrow, height: height)), at: 0)
    let lines =
      Drawing.Item.lines(label, x: Self.left, y: body.height + 17, .label)
      + Drawing.Item.lines(
        head, x: Self.left, y: body.height + 17 + label.count * Drawing.lineHeight, .quiet)
    switch mark {
    case .event(let event):
      body.add(sign + lines, name: shown.name(of: event), href: shown.href(of: event))
    case .sum(let date, let counts):
      let values = ["when": shown.words(date), "n": String(counts.values.reduce(0, +))]
      body.add(sign + lines, name: shown.page.text("picture_sum", values), href: shown.href(ofSum: date))
    }
    body.height += height
  }
}
