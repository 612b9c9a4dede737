import Knowledge

/// Time from above to below, for phones: a line for each name, and one for a month with many.
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
    drawing.addKey(key)
    var axis = Drawing(width: Drawing.narrow)
    axis.add(.axis, .line(x1: 14, y1: 0, x2: 14, y2: body.height))
    axis.add(body)
    axis.height = body.height
    drawing.append(axis)
  }

  /// There is no scale here, so a dot is a date however exact.
  private var key: [PictureKey.Entry] {
    let signs = Set(marks.marks.flatMap(shown.signs))
    let dot = PictureKey.Entry(.mark, .dot(x: 8, y: 8, radius: 5), shown.page.text("picture_date"))
    let isVague = !signs.isDisjoint(with: [.vague, .vagueWhisker])
    return [dot] + shown.key(signs.intersection([.sum, .differs]).union(isVague ? [.vague] : []))
  }

  private func addYear(_ year: Int, after last: Int?, to body: inout Drawing) {
    if let last, year - last > 1 {
      let years = year - last == 2 ? (last + 1).asYear : "\((last + 1).asYear)–\((year - 1).asYear)"
      body.add(.tick, .text("⋯ \(years)", x: Self.left, y: body.height + 12, .start))
      body.height += 18
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
    case .sum(_, let counts):
      label = shown.words(ofSum: mark, in: marks).lines(within: room)
      head = counts.sorted { $0.key < $1.key }.map { "\(shown.title(ofLane: $0.key)) \($0.value)" }
        .joined(separator: " · ").lines(within: room)
      sign = [Drawing.Item(.bar, .dot(x: 14, y: y, radius: 9))]
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
    case .sum(let date, _):
      body.add(sign + lines, name: shown.words(ofSum: mark, in: marks), href: shown.href(ofSum: date))
    }
    body.height += height
  }
}
