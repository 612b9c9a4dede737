import Knowledge

/// Which day stands where from left to right. Years in which nothing is take little room together.
struct TimelineScale: Sendable {
  struct Tick: Sendable {
    let x: Int
    let label: String
    /// Whether there is room for the label.
    let hasLabel: Bool
  }

  /// Some years on end that are drawn at one scale.
  private struct Stretch: Sendable {
    let years: ClosedRange<Int>
    let days: ClosedRange<Int>
    let isGap: Bool
    var left = 0
    var right = 0
  }

  private(set) var ticks: [Tick] = []
  private var stretches: [Stretch]
  /// As drawn, counted from 1970-01-01.
  let days: ClosedRange<Int>

  private static let margin = 10
  private static let gapWidth = 36
  /// As many empty years are left out together; more, where there would be too many gaps to leave room for years.
  private static let leastGap = 3
  private static let mostGaps = 8
  /// The width of a year's label, with room about it.
  private static let labelWidth = 46

  /// - Parameter years: in which something is; `nil` where there are none.
  init?(years: [Int], width: Int) {
    let years = Set(years).sorted()
    var leastGap = Self.leastGap
    stretches = Self.stretches(years, leastGap: leastGap)
    while stretches.count(where: \.isGap) > Self.mostGaps {
      leastGap *= 2
      stretches = Self.stretches(years, leastGap: leastGap)
    }
    guard let first = stretches.first, let last = stretches.last else { return nil }
    days = first.days.lowerBound...last.days.upperBound
    let full = stretches.filter { !$0.isGap }.reduce(0) { $0 + $1.days.count }
    let room = width - 2 * Self.margin - stretches.count(where: \.isGap) * Self.gapWidth
    var (left, drawn) = (Self.margin, 0)
    for index in stretches.indices {
      let isGap = stretches[index].isGap
      stretches[index].left = left
      // From the sum of the days, so that rounding doesn't add up.
      let before = drawn * room / full
      if !isGap { drawn += stretches[index].days.count }
      left += isGap ? Self.gapWidth : drawn * room / full - before
      stretches[index].right = left
    }
    let isOneYear = first.years.count == 1 && stretches.count == 1
    ticks = isOneYear ? months(of: first.years.lowerBound) : yearTicks(within: width)
  }

  /// The middle of each stretch of years that are left out.
  var gaps: [Int] { stretches.filter(\.isGap).map { ($0.left + $0.right) / 2 } }

  /// - Parameter day: counted from 1970-01-01; one behind the last day is the right edge.
  func x(_ day: Int) -> Int {
    guard let stretch = stretches.first(where: { day <= $0.days.upperBound }) ?? stretches.last else {
      return 0
    }
    return stretch.left + (day - stretch.days.lowerBound) * (stretch.right - stretch.left)
      / stretch.days.count
  }

  private static func stretches(_ years: [Int], leastGap: Int) -> [Stretch] {
    var runs: [(years: ClosedRange<Int>, isGap: Bool)] = []
    for year in years {
      guard let last = runs.last else {
        runs = [(year...year, false)]
        continue
      }
      let missing = year - last.years.upperBound - 1
      if missing >= leastGap {
        runs.append((last.years.upperBound + 1...year - 1, true))
        runs.append((year...year, false))
      } else {
        runs[runs.count - 1].years = last.years.lowerBound...year
      }
    }
    return runs.compactMap { run in
      guard let first = EDTFDate(year: run.years.lowerBound), let last = EDTFDate(year: run.years.upperBound)
      else { return nil }
      return Stretch(years: run.years, days: Int(first.earliest)...Int(last.latest), isGap: run.isGap)
    }
  }

  private func months(of year: Int) -> [Tick] {
    (1...12).compactMap { EDTFDate(year: year, month: $0) }.map { month in
      Tick(x: x(Int(month.earliest)), label: month.description, hasLabel: true)
    }
  }

  /// The first year of each stretch, and round ones, as long as there is room.
  private func yearTicks(within width: Int) -> [Tick] {
    let full = stretches.filter { !$0.isGap }
    let years = full.reduce(0) { $0 + $1.years.count }
    let room = full.reduce(0) { $0 + $1.right - $1.left }
    let steps = [1, 2, 5, 10, 20, 50, 100, 200, 500]
    let step = steps.first { $0 * room / years >= Self.labelWidth } ?? 1000
    var ticks: [Tick] = []
    var free = 0
    for stretch in full {
      for year in stretch.years where year % step == 0 || year == stretch.years.lowerBound {
        guard let date = EDTFDate(year: year) else { continue }
        let x = x(Int(date.earliest))
        let hasRoom = x >= free && x + Self.labelWidth - 8 <= width
        if hasRoom { free = x + Self.labelWidth - 8 }
        ticks.append(Tick(x: x, label: date.description, hasLabel: hasRoom))
      }
    }
    return ticks
  }
}
