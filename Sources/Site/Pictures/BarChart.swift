/// Bars from the left, each with its label and number: what there is of a sum that is too long to be drawn one by one.
struct BarChart {
  struct Bar {
    let label: String
    let count: Int
    let name: String
    let href: String?
  }

  let bars: [Bar]

  init(_ bars: [Bar]) { self.bars = bars }

  func drawing(width: Int) -> Drawing {
    var drawing = Drawing(width: width)
    let left = min(width / 3, (bars.map(\.label.pictureWidth).max() ?? 0) + 12)
    let room = width - left - 60
    let most = max(1, bars.map(\.count).max() ?? 1)
    for bar in bars {
      let y = drawing.height
      let length = max(2, bar.count * room / most)
      drawing.add(
        [
          Drawing.Item(.target, .box(x: 0, y: y, width: width, height: Drawing.target)),
          Drawing.Item(.label, .text(bar.label, x: left - 12, y: y + 19, .end)),
          Drawing.Item(.bar, .box(x: left, y: y + 4, width: length, height: Drawing.target - 8)),
          Drawing.Item(.strong, .text(String(bar.count), x: left + length + 6, y: y + 19, .start)),
        ], name: bar.name, href: bar.href)
      drawing.height += Drawing.target
    }
    drawing.height += 4
    return drawing
  }
}
