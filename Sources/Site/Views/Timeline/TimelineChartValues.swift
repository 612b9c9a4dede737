import Knowledge
import Templates

extension TimelineChart {
  static var shape: Shape {
    let mark = Shape.object([
      "title": .text, "date": .text, "x": .text, "y": .text, "width": .text, "is_dot": .flag,
      "is_hollow": .flag, "is_disputed": .flag, "remarks": .list(.text), "start": .text, "end": .text,
    ])
    return .object([
      "width": .text, "height": .text, "foot": .text, "top": .text, "right": .text, "label_y": .text,
      "first": .text, "last": .text, "gaps": .list(.text),
      "ticks": .list(.object(["x": .text, "label": .text, "label_x": .text])),
      "lanes": .list(
        .object([
          "title": .text, "count": .text, "top": .text, "title_y": .text, "marks": .list(mark),
        ])),
      "now": .object(["x": .text, "label_x": .text, "anchor": .text]),
    ])
  }

  func value(on page: PageContext, titles: [String]) -> Value {
    let foot = height - 18
    return [
      "width": number(Self.width), "height": number(height), "foot": number(foot), "top": number(18),
      "right": number(Self.width), "label_y": number(height - 4),
      "first": day(scale.days.lowerBound), "last": day(scale.days.upperBound),
      "gaps": .list(scale.gaps.map(number)),
      "ticks": .list(
        scale.ticks.map { tick in
          [
            "x": number(tick.x), "label": tick.hasLabel ? .text(tick.label) : .nothing,
            "label_x": number(tick.x + 3),
          ]
        }),
      "lanes": .list(
        lanes.map { lane in
          [
            "title": .text(titles[lane.number]), "count": number(lane.marks.count),
            "top": number(lane.top), "title_y": number(lane.titleY),
            "marks": .list(lane.marks.map { value($0, page) }),
          ]
        }),
      "now": now.map(now) ?? .nothing,
    ]
  }

  private func value(_ mark: Mark, _ page: PageContext) -> Value {
    let date = mark.event.date
    let (left, right) = (mark.left, mark.right)
    return [
      "title": .text(page.graph.title(of: mark.event.entity)),
      "date": .text(date.display(language: page.language)),
      "x": number(mark.isDot ? (left + right) / 2 : left),
      "y": number(mark.isDot ? mark.y : mark.y - 4),
      "width": number(right - left),
      "is_dot": .flag(mark.isDot),
      "is_hollow": .flag(date.isApproximate || date.isUncertain || mark.event.isInferred),
      "is_disputed": .flag(mark.event.isDisputed),
      "remarks": .list(mark.event.remarks.map(Value.text)),
      "start": mark.isOpenAtStart ? arrow(at: left, mark.y, to: -7) : .nothing,
      "end": mark.isOpenAtEnd ? arrow(at: right, mark.y, to: 7) : .nothing,
    ]
  }

  /// The corners of a triangle that shows that a period goes on.
  private func arrow(at x: Int, _ y: Int, to tip: Int) -> Value {
    .text("\(x),\(y - 4) \(x + tip),\(y) \(x),\(y + 4)")
  }

  /// The label stands on the side that has room.
  private func now(_ x: Int) -> Value {
    let isLate = x > Self.width / 2
    return [
      "x": number(x), "label_x": number(isLate ? x - 4 : x + 4), "anchor": .text(isLate ? "end" : "start"),
    ]
  }

  private func day(_ number: Int) -> Value {
    EDTFDate(dayNumber: Int32(number)).map { .text($0.description) } ?? .nothing
  }

  private func number(_ number: Int) -> Value { .text(String(number)) }
}
