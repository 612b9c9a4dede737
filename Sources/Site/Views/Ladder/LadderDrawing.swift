import Knowledge

/// Where each rung and each step of a ladder is drawn, in pixels from the top left.
struct LadderDrawing: Sendable {
  struct Box: Sendable {
    let entity: EntityID
    let x: Int
    let y: Int
    let lines: [String]
    let note: String?
  }

  struct Arrow: Sendable {
    /// The corners, the first at a box's upper edge, the last at one's lower edge.
    let points: [(x: Int, y: Int)]
    let lines: [String]
    /// The middle of the label's left edge.
    let label: (x: Int, y: Int)
  }

  static let boxWidth = 246
  static let boxHeight = 78
  static let lineHeight = 19
  private static let gap = (x: 190, y: 104)
  private static let margin = 8
  /// How far from boxes a step that goes round others runs, and how wide it is beside them.
  private static let bend = 12
  private static let lane = 28
  private static let labelWidth = 245

  private(set) var width = 1
  let height: Int
  private(set) var boxes: [Box] = []
  private(set) var arrows: [Arrow] = []

  /// - Parameters:
  ///   - title: of a rung's box.
  ///   - note: the small line below the title.
  ///   - label: what stands beside a step's arrow.
  init(
    _ ladder: Ladder, title: (EntityID) -> String, note: (EntityID) -> String?,
    label: (Ladder.Step) -> String
  ) {
    let levels = ladder.rungs.map(\.level).max() ?? 1
    height = levels * (Self.boxHeight + Self.gap.y) - Self.gap.y + 2 * Self.margin
    var left = Self.margin
    for chain in ladder.chains {
      let rows = Dictionary(grouping: chain, by: \.level)
      var places: [EntityID: (box: Box, level: Int)] = [:]
      for (level, rungs) in rows.sorted(by: { $0.key < $1.key }) {
        for (column, rung) in rungs.enumerated() {
          let box = Box(
            entity: rung.entity, x: left + column * (Self.boxWidth + Self.gap.x),
            y: Self.margin + (levels - level) * (Self.boxHeight + Self.gap.y),
            lines: title(rung.entity).broken(at: 26, lines: 2), note: note(rung.entity))
          boxes.append(box)
          places[rung.entity] = (box, level)
        }
      }
      left += (rows.values.map(\.count).max() ?? 0) * (Self.boxWidth + Self.gap.x)
      for step in chain.flatMap({ ladder.steps(from: $0.entity) }) {
        guard let from = places[step.from], let to = places[step.to] else { continue }
        let lines = label(step).broken(at: 34, lines: 4)
        if to.level == from.level + 1 {
          arrows.append(Self.straight(from.box, to.box, lines))
        } else {
          arrows.append(Self.around(from.box, to.box, lines, by: left))
          left += Self.lane + (lines.isEmpty ? 0 : Self.labelWidth)
        }
      }
    }
    width = max(left, 1)
  }

  private static func straight(_ from: Box, _ to: Box, _ lines: [String]) -> Arrow {
    let start = (x: from.x + boxWidth / 2, y: from.y)
    let end = (x: to.x + boxWidth / 2, y: to.y + boxHeight)
    return Arrow(
      points: [start, end], lines: lines, label: ((start.x + end.x) / 2 + 14, (start.y + end.y) / 2))
  }

  /// Beside the boxes between, which would hide it.
  private static func around(_ from: Box, _ to: Box, _ lines: [String], by x: Int) -> Arrow {
    let start = (x: from.x + boxWidth * 2 / 3, y: from.y)
    let end = (x: to.x + boxWidth * 2 / 3, y: to.y + boxHeight)
    let turns = (from: start.y - bend, to: end.y + bend)
    return Arrow(
      points: [start, (start.x, turns.from), (x, turns.from), (x, turns.to), (end.x, turns.to), end],
      lines: lines, label: (x + 10, (turns.from + turns.to) / 2))
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
