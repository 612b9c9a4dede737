import Knowledge
import Templates

/// The drawing of a ladder, in pixels from the top left.
struct ShownLadderDrawing: Sendable {
  let page: PageContext
  let drawing: LadderDrawing

  static let record: RecordType<ShownLadderDrawing> = RecordType([
    .number("width", "of the whole") { $0.drawing.width },
    .number("height", "of the whole") { $0.drawing.height },
    .number("box_width", "of each box") { _ in LadderDrawing.boxWidth },
    .number("box_height", "of each box") { _ in LadderDrawing.boxHeight },
    .list("boxes", "the rungs", of: ShownBox.record) { shown in
      shown.drawing.boxes.map { ShownBox(page: shown.page, box: $0) }
    },
    .list("arrows", "the steps", of: ShownArrow.record) { $0.drawing.arrows.map(ShownArrow.init) },
  ])
}

/// A rung as a box.
struct ShownBox: Sendable {
  let page: PageContext
  let box: LadderDrawing.Box

  static let record: RecordType<ShownBox> = RecordType([
    .number("x", "its left edge") { $0.box.x },
    .number("y", "its upper edge") { $0.box.y },
    .number("middle", "the middle, from the left") { $0.box.x + LadderDrawing.boxWidth / 2 },
    .text("href", "the page of the rung") { $0.page.href(Target($0.box.entity)) },
    .text("title", "of the rung, whole") { $0.page.graph.title(of: $0.box.entity) },
    .list("lines", "the title in lines that fit", of: ShownTextLine.record) { shown in
      ShownTextLine.stacked(shown.box.lines, from: shown.top, by: LadderDrawing.lineHeight)
    },
    .text("note", "since when it exists") { $0.box.note },
    .number("note_y", "the foot of the note") {
      $0.top + $0.box.lines.count * LadderDrawing.lineHeight
    },
  ])

  /// The foot of the first line.
  private var top: Int {
    let count = box.lines.count + (box.note == nil ? 0 : 1)
    return box.y + (LadderDrawing.boxHeight - count * LadderDrawing.lineHeight) / 2 + 14
  }
}

/// A step as an arrow.
struct ShownArrow: Sendable {
  let arrow: LadderDrawing.Arrow

  static let record: RecordType<ShownArrow> = RecordType([
    .text("path", "for `<path d>`") { shown in
      "M" + shown.arrow.points.map { "\($0.x) \($0.y)" }.joined(separator: "L")
    },
    .number("label_x", "the left edge of what it takes") { $0.arrow.label.x },
    .list("lines", "what it takes, in lines", of: ShownTextLine.record) { $0.lines },
  ])

  private var lines: [ShownTextLine] {
    let height = LadderDrawing.lineHeight - 2
    let top = arrow.label.y - (arrow.lines.count - 1) * height / 2 + 5
    return ShownTextLine.stacked(arrow.lines, from: top, by: height)
  }
}

/// A line of text in the drawing.
struct ShownTextLine: Sendable {
  let y: Int
  let text: String

  static let record = RecordType<ShownTextLine>([
    .number("y", "its foot") { $0.y },
    .text("text", "its words") { $0.text },
  ])

  static func stacked(_ lines: [String], from top: Int, by height: Int) -> [ShownTextLine] {
    lines.enumerated().map { ShownTextLine(y: top + $0 * height, text: $1) }
  }
}
