/// What stands where in a picture, from the top left. A unit is a pixel where the picture is as wide as it was made.
struct Drawing: Sendable {
  enum Shape: Sendable {
    case box(x: Int, y: Int, width: Int, height: Int)
    case line(x1: Int, y1: Int, x2: Int, y2: Int)
    case dot(x: Int, y: Int, radius: Int)
    /// Corners of a line that isn't closed.
    case bend([(x: Int, y: Int)])
    /// The foot of a line of text, and where it begins, ends or has its middle.
    case text(String, x: Int, y: Int, Anchor)
    /// A line of text that is read from below, with its foot on the right.
    case upright(String, x: Int, y: Int)
  }

  enum Anchor: String, Sendable {
    case start, middle, end
  }

  /// How a shape looks: a class of `pictures.css`.
  enum Look: String, Sendable {
    case label, strong, quiet, tick, inside, verdict, number, sentence
    /// Text on a dark ground.
    case onDark = "on-dark"
    case grid, row, axis, lead, now, vague
    /// What other lines don't run through: it lies behind text.
    case ground
    /// Years that are left out.
    case gap
    /// A day of which only the month or the year is known: from its first day to its last.
    case whisker
    case vagueWhisker = "whisker-vague"
    case mark, hollow, limit, gutter, empty, own, bar, total
    case cell1 = "cell-1"
    case cell2 = "cell-2"
    case cell3 = "cell-3"
    case cell4 = "cell-4"
    case cell5 = "cell-5"
    /// The whole of a link, where it has gaps: what a finger may hit.
    case target
  }

  /// From few to many: five steps of one colour.
  static let steps: [Look] = [.cell1, .cell2, .cell3, .cell4, .cell5]

  struct Item: Sendable {
    let shape: Shape
    let look: Look
  }

  enum Part: Sendable {
    case item(Item)
    /// What leads somewhere, with its name in words.
    case link(name: String, href: String, [Item])
  }

  let width: Int
  var height: Int
  private(set) var parts: [Part] = []

  static let wide = 960
  static let narrow = 320
  /// Of all text, in pixels; bold text is no larger.
  static let fontSize = 14
  /// From foot to foot.
  static let lineHeight = 18
  /// The least height and width of what can be clicked: 24 pixels where the picture is drawn a little smaller.
  static let target = 28

  init(width: Int, height: Int = 0) { (self.width, self.height) = (width, height) }

  var isNarrow: Bool { width < 500 }

  mutating func add(_ look: Look, _ shape: Shape) { parts.append(.item(Item(shape: shape, look: look))) }

  /// Without an address it is no link, and its name stands nowhere: what it shows says the same.
  mutating func add(_ items: [Item], name: String, href: String?) {
    if let href { parts.append(.link(name: name, href: href, items)) } else { parts += items.map(Part.item) }
  }
}

extension Drawing {
  mutating func add(_ other: Drawing) { parts += other.parts }

  /// Below all else.
  mutating func append(_ other: Drawing) {
    parts += other.parts.map { part in
      switch part {
      case .item(let item): .item(item.moved(x: 0, y: height))
      case .link(let name, let href, let items):
        .link(name: name, href: href, items.map { $0.moved(x: 0, y: height) })
      }
    }
    height += other.height
  }
}

extension Drawing.Item {
  func moved(x: Int, y: Int) -> Drawing.Item {
    switch shape {
    case .box(let left, let top, let width, let height):
      Drawing.Item(look, .box(x: left + x, y: top + y, width: width, height: height))
    case .line(let x1, let y1, let x2, let y2):
      Drawing.Item(look, .line(x1: x1 + x, y1: y1 + y, x2: x2 + x, y2: y2 + y))
    case .dot(let left, let top, let radius):
      Drawing.Item(look, .dot(x: left + x, y: top + y, radius: radius))
    case .bend(let corners): Drawing.Item(look, .bend(corners.map { (x: $0.x + x, y: $0.y + y) }))
    case .upright(let words, let left, let top):
      Drawing.Item(look, .upright(words, x: left + x, y: top + y))
    case .text(let words, let left, let top, let anchor):
      Drawing.Item(look, .text(words, x: left + x, y: top + y, anchor))
    }
  }

  init(_ look: Drawing.Look, _ shape: Drawing.Shape) { self.init(shape: shape, look: look) }

  /// What lies behind lines of text.
  static func ground(
    _ lines: [String], x: Int, y: Int, _ anchor: Drawing.Anchor = .start
  ) -> Drawing.Item {
    let length = lines.map(\.pictureWidth).max() ?? 0
    let left =
      switch anchor {
      case .start: x
      case .middle: x - length / 2
      case .end: x - length
      }
    return Drawing.Item(
      .ground,
      .box(x: left - 2, y: y - 14, width: length + 4, height: lines.count * Drawing.lineHeight + 1))
  }

  /// Lines of text below one another.
  static func lines(
    _ lines: [String], x: Int, y: Int, _ look: Drawing.Look, _ anchor: Drawing.Anchor = .start
  ) -> [Drawing.Item] {
    lines.enumerated().map { number, line in
      Drawing.Item(look, .text(line, x: x, y: y + number * Drawing.lineHeight, anchor))
    }
  }
}
