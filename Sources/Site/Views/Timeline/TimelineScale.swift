import Knowledge

/// Which day stands where from left to right. Years in which nothing is take little room together.
struct TimelineScale: Sendable {
  struct Tick: Sendable {
    /// Where the year or month begins.
    let x: Int
    /// The middle of its label, which is that of the year or month.
    let middle: Int
    let label: String
    /// Whether there is room for the label.
    var hasLabel = false
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
  private static let gapWidth = 32
  /// As many empty years are left out together; more, where there would be too many gaps to leave room for years.
  private static let leastGap = 3
  private static let mostGaps = 8
  /// Between two labels.
  private static let labelGap = 6
  /// Years that are narrower than this have no line each.
  private static let leastYear = 10

  /// `nil` where there are no years.
  ///
  /// - Parameters:
  ///   - years: in which something is.
  ///   - named: those whose names matter, the ones that matter most first.
  init?(years: [Int], named: [Int] = [], width: Int) {
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
    ticks = isOneYear ? months(of: first.years.lowerBound) : yearTicks
    label(named.compactMap { EDTFDate(year: $0)?.description }, within: width)
  }

  /// Where years are left out.
  var gaps: [Range<Int>] { stretches.filter(\.isGap).map { $0.left..<$0.right } }

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
    (1...12).compactMap { EDTFDate(year: year, month: $0) }.map(tick)
  }

  /// The first year of each stretch, and as many others as have room for a line.
  private var yearTicks: [Tick] {
    let full = stretches.filter { !$0.isGap }
    let years = full.reduce(0) { $0 + $1.years.count }
    let room = full.reduce(0) { $0 + $1.right - $1.left }
    let steps = [1, 2, 5, 10, 20, 50, 100, 200, 500]
    let step = steps.first { $0 * room / years >= Self.leastYear } ?? 1000
    return full.flatMap { stretch in
      stretch.years.filter { $0 % step == 0 || $0 == stretch.years.lowerBound }
        .compactMap { EDTFDate(year: $0) }.map(tick)
    }
  }

  private func tick(_ date: EDTFDate) -> Tick {
    let (start, end) = (x(Int(date.earliest)), x(Int(date.latest) + 1))
    return Tick(x: start, middle: (start + end) / 2, label: date.description)
  }

  /// Those that matter first, then every second, fourth and so on, then the others, as long as there is room.
  private mutating func label(_ named: [String], within width: Int) {
    let places = Dictionary(ticks.indices.map { (ticks[$0].label, $0) }) { first, _ in first }
    var order = named.compactMap { places[$0] }
    var step = 1
    while step * 2 < ticks.count { step *= 2 }
    while step > 0 {
      order += stride(from: 0, to: ticks.count, by: step)
      step /= 2
    }
    var taken: [Range<Int>] = []
    for index in order where !ticks[index].hasLabel {
      let half = ticks[index].label.pictureWidth / 2
      let middle = ticks[index].middle
      let own = middle - half..<middle + half + Self.labelGap
      guard own.lowerBound >= 0, middle + half <= width, taken.allSatisfy({ !$0.overlaps(own) }) else {
        continue
      }
      taken.append(own)
      ticks[index].hasLabel = true
    }
  }
}
