import Knowledge

/// What pictures that go from day to day have in common: the years that are left out, and the day of the knowledge.
enum TimeAxis {
  /// Of the key: two strokes across the line of the years.
  static func entry(_ page: PageContext) -> PictureKey.Entry {
    PictureKey.Entry(strokes(x: 8, y: 8), page.text("picture_break"))
  }

  fileprivate static func strokes(x: Int, y: Int) -> [Drawing.Item] {
    [-3, 3].map { Drawing.Item(.lead, .line(x1: x + $0 - 3, y1: y + 7, x2: x + $0 + 3, y2: y - 7)) }
  }
}

extension Drawing {
  /// A band from top to foot with the strokes at both ends, where years are left out.
  mutating func addGap(_ gap: Range<Int>, top: Int, foot: Int) {
    // On phones names stand all over the band.
    if !isNarrow { add(.gap, .box(x: gap.lowerBound, y: top, width: gap.count, height: foot - top)) }
    let middle = (gap.lowerBound + gap.upperBound) / 2
    for y in [top - 11, foot + 9] {
      for stroke in TimeAxis.strokes(x: middle, y: y) { add(stroke.look, stroke.shape) }
    }
  }

  /// The line of the day, with its words at the top.
  mutating func addDay(_ day: EDTFDate, x: Int, foot: Int, on page: PageContext) {
    let words = page.text("as_of_day", day.display(in: page.readerWords))
    let length = words.pictureWidth
    let start = x + 5 + length <= width ? x + 5 : max(0, min(x - 5, width) - length)
    add(.now, .line(x1: x, y1: 4, x2: x, y2: foot))
    add(.tick, .text(words, x: start, y: 14, .start))
  }

  /// Text that no line of the axis runs through.
  mutating func addTick(_ words: String, x: Int, y: Int, _ anchor: Anchor = .start) {
    let ground = Item.ground([words], x: x, y: y, anchor)
    add(ground.look, ground.shape)
    add(.tick, .text(words, x: x, y: y, anchor))
  }
}
