import Knowledge

/// Which day stands where from left to right, where months in which much happens get more room than others, and years in which
/// nothing does get next to none.
struct SpreadScale: Sendable {
  private struct Stretch {
    let days: ClosedRange<Int>
    /// How much room it asks for.
    let weight: Int
    let isGap: Bool
    var left = 0
    var right = 0
  }

  struct Tick: Sendable {
    let x: Int
    let label: String
  }

  private var stretches: [Stretch] = []
  private(set) var ticks: [Tick] = []
  private(set) var gaps: [Int] = []
  let days: ClosedRange<Int>

  private static let gapWeight = 36
  private static let yearWeight = 46
  private static let leastGap = 2
  private static let labelWidth = 40

  /// - Parameters:
  ///   - counts: how many marks each year has, and of these how many each month, by its number; years without marks may be
  ///     missing.
  ///   - width: in pixels.
  init?(counts: [Int: [Int: Int]], width: Int) {
    let years = counts.keys.sorted()
    guard let first = years.first, let last = years.last,
      let start = EDTFDate(year: first), let end = EDTFDate(year: last)
    else { return nil }
    days = Int(start.earliest)...Int(end.latest)
    var year = first
    while year <= last {
      // Thousands of years are one gap, so this doesn't walk over each.
      let next = years.first { $0 >= year } ?? last
      if next - year >= Self.leastGap {
        add(from: EDTFDate(year: year), to: EDTFDate(year: next - 1), weight: Self.gapWeight, isGap: true)
        year = next
      }
      add(year, counts[year] ?? [:])
      year += 1
    }
    place(within: width)
    for year in years.first.map({ $0...last }) ?? first...last where counts[year] != nil {
      guard let date = EDTFDate(year: year) else { continue }
      let x = x(Int(date.earliest))
      if ticks.last.map({ x - $0.x >= Self.labelWidth }) ?? true {
        ticks.append(Tick(x: x, label: date.description))
      }
    }
    gaps = stretches.filter(\.isGap).map { ($0.left + $0.right) / 2 }
  }

  private mutating func add(_ year: Int, _ months: [Int: Int]) {
    guard !months.isEmpty else {
      add(from: EDTFDate(year: year), to: EDTFDate(year: year), weight: Self.yearWeight)
      return
    }
    for month in 1...12 {
      let count = min(months[month] ?? 0, 5)
      let date = EDTFDate(year: year, month: month)
      add(from: date, to: date, weight: count == 0 ? 6 : 24 + 12 * count)
    }
  }

  private mutating func add(from: EDTFDate?, to: EDTFDate?, weight: Int, isGap: Bool = false) {
    guard let from, let to else { return }
    stretches.append(Stretch(days: Int(from.earliest)...Int(to.latest), weight: weight, isGap: isGap))
  }

  private mutating func place(within width: Int) {
    let all = max(1, stretches.reduce(0) { $0 + $1.weight })
    var before = 0
    for index in stretches.indices {
      stretches[index].left = before * width / all
      before += stretches[index].weight
      stretches[index].right = before * width / all
    }
  }

  /// The months, where there is room for their names.
  func months(_ words: (EDTFDate) -> String) -> [Tick] {
    stretches.compactMap { stretch in
      guard let first = EDTFDate(dayNumber: Int32(stretch.days.lowerBound)), let start = first.start,
        let month = EDTFDate(year: start.year, month: start.month)
      else { return nil }
      let label = words(month)
      return label.pictureWidth + 8 < stretch.right - stretch.left ? Tick(x: stretch.left, label: label) : nil
    }
  }

  /// - Parameter day: counted from 1970-01-01; one behind the last day is the right edge.
  func x(_ day: Int) -> Int {
    guard let stretch = stretches.first(where: { day <= $0.days.upperBound }) ?? stretches.last else {
      return 0
    }
    let offset = max(0, day - stretch.days.lowerBound)
    return stretch.left + offset * (stretch.right - stretch.left) / stretch.days.count
  }
}
