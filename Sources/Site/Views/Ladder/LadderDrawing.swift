import Knowledge

/// Where each rung and each step of a ladder is drawn, in pixels from the top left.
struct LadderDrawing {
  struct Box {
    let entity: EntityID
    let x: Int
    let y: Int
    let lines: [String]
    let note: String?
  }

  struct Arrow {
    let from: (x: Int, y: Int)
    let to: (x: Int, y: Int)
    let lines: [String]
  }

  static let boxWidth = 246
  static let boxHeight = 78
  static let lineHeight = 19
  private static let gap = (x: 190, y: 104)
  private static let margin = 8

  let width: Int
  let height: Int
  let boxes: [Box]
  let arrows: [Arrow]

  /// - Parameters:
  ///   - title: of a rung's box.
  ///   - note: the small line below the title.
  ///   - label: what stands beside a step's arrow.
  init(
    _ ladder: Ladder, title: (EntityID) -> String, note: (EntityID) -> String?,
    label: (Ladder.Step) -> String
  ) {
    let levels = ladder.rungs.map(\.level).max() ?? 1
    let stepX = Self.boxWidth + Self.gap.x
    let stepY = Self.boxHeight + Self.gap.y
    var boxes: [Box] = []
    var left = 0
    for chain in ladder.chains {
      let rows = Dictionary(grouping: chain, by: \.level)
      for (level, rungs) in rows.sorted(by: { $0.key < $1.key }) {
        for (column, rung) in rungs.enumerated() {
          boxes.append(
            Box(
              entity: rung.entity, x: Self.margin + (left + column) * stepX,
              y: Self.margin + (levels - level) * stepY,
              lines: title(rung.entity).broken(at: 26, lines: 2), note: note(rung.entity)))
        }
      }
      left += rows.values.map(\.count).max() ?? 0
    }
    self.boxes = boxes
    let places = Dictionary(boxes.map { ($0.entity, $0) }) { first, _ in first }
    width = max(left * stepX, 1)
    height = levels * stepY - Self.gap.y + 2 * Self.margin
    arrows = ladder.steps.compactMap { step in
      guard let from = places[step.from], let to = places[step.to] else { return nil }
      return Arrow(
        from: (from.x + Self.boxWidth / 2, from.y), to: (to.x + Self.boxWidth / 2, to.y + Self.boxHeight),
        lines: label(step).broken(at: 34, lines: 4))
    }
  }
}

extension String {
  /// In lines of about `width` Latin letters, broken at blanks and after Han characters; what is too much for
  /// `limit` lines ends in "…".
  func broken(at width: Int, lines limit: Int) -> [String] {
    var lines: [String] = []
    var line = ""
    for word in words {
      if !line.isEmpty, line.terminalWidth + word.terminalWidth > width {
        lines.append(line.trimmingBlanks)
        line = ""
      }
      line += word
    }
    if !line.trimmingBlanks.isEmpty { lines.append(line.trimmingBlanks) }
    guard lines.count > limit else { return lines }
    return Array(lines[..<(limit - 1)]) + [lines[limit - 1] + "…"]
  }

  /// Each with the blanks behind it; a wide character is a word of its own.
  private var words: [String] {
    var words = [""]
    for character in self {
      let isWide = String(character).terminalWidth > 1
      if isWide || words[words.count - 1].last == " ", character != " " { words.append("") }
      words[words.count - 1].append(character)
    }
    return words.filter { !$0.isEmpty }
  }

  private var trimmingBlanks: String {
    var text = self[...]
    while text.last == " " { text.removeLast() }
    return String(text.drop { $0 == " " })
  }
}
