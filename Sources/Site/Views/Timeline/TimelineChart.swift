import Knowledge

/// Where everything of a timeline stands in its drawing, in whole units from the upper left corner.
struct TimelineChart: Sendable {
  struct Lane: Sendable {
    let number: Int
    let top: Int
    /// Where the title's foot is.
    let titleY: Int
    var marks: [Mark] = []
  }

  struct Mark: Sendable {
    let event: Timeline.Event
    let left: Int
    let right: Int
    /// Where the middle is.
    let y: Int
    /// Whether a day is known; else it's a bar over all that the date may be.
    var isDot: Bool { event.date.firstDay != nil && event.date.earliest == event.date.latest }
    let isOpenAtStart: Bool
    let isOpenAtEnd: Bool
  }

  static let width = 960
  private static let head = 22
  private static let titleHeight = 20
  private static let rowHeight = 13
  private static let mostRows = 14

  private(set) var lanes: [Lane] = []
  let scale: TimelineScale
  /// Where the date of the knowledge is.
  let now: Int?
  private(set) var height = 0

  /// - Parameters:
  ///   - year: the only one to draw; `nil` for all that the events span.
  ///   - asOf: the date of the knowledge.
  ///
  /// `nil` where there is nothing to draw.
  init?(_ timeline: Timeline, year: Int?, asOf: EDTFDate?) {
    let ends = timeline.events.flatMap { [$0.date.firstYear, $0.date.lastYear] }.compactMap(\.self)
    let years = year.map { [$0] } ?? ends + [asOf?.lastYear].compactMap(\.self)
    guard !ends.isEmpty, let scale = TimelineScale(years: years, width: Self.width) else { return nil }
    self.scale = scale
    now = asOf?.lastDay.flatMap { scale.days.contains(Int($0.latest)) ? scale.x(Int($0.latest)) : nil }
    var y = Self.head
    for number in timeline.lanes {
      var lane = Lane(number: number, top: y, titleY: y + 15)
      let events = timeline.events.filter { $0.lane == number }.sorted {
        EDTFDate.sortsByEarliest($0.date, $1.date)
      }
      let rows = layOut(events, in: &lane, from: y + Self.titleHeight)
      lanes.append(lane)
      y += Self.titleHeight + max(1, rows) * Self.rowHeight + 6
    }
    height = y + 20
  }

  /// Marks that would touch stand below one another, as long as there are few.
  private func layOut(_ events: [Timeline.Event], in lane: inout Lane, from top: Int) -> Int {
    var ends: [Int] = []
    for event in events {
      var (left, right) = extent(event.date)
      let isDot = event.date.earliest == event.date.latest
      if isDot { (left, right) = (left - 5, left + 5) } else { right = max(right, left + 6) }
      let row: Int
      if let free = ends.firstIndex(where: { $0 < left }) {
        row = free
      } else if ends.count < Self.mostRows {
        row = ends.count
        ends.append(right)
      } else {
        row = ends.indices.min { ends[$0] < ends[$1] } ?? 0
      }
      ends[row] = max(ends[row], right + 1)
      lane.marks.append(
        Mark(
          event: event, left: left, right: right, y: top + row * Self.rowHeight + 6,
          isOpenAtStart: Int(event.date.earliest) < scale.days.lowerBound,
          isOpenAtEnd: Int(event.date.latest) > scale.days.upperBound))
    }
    return ends.count
  }

  /// What of a date is within the drawing.
  private func extent(_ date: EDTFDate) -> (left: Int, right: Int) {
    let first = max(Int(date.earliest), scale.days.lowerBound)
    let last = min(Int(date.latest), scale.days.upperBound)
    return (scale.x(first), scale.x(last + 1) - 1)
  }
}
