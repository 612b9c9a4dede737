import Knowledge

/// Which day stands where from left to right, where months in which much happens get more room than others, and years in which
/// nothing does get next to none.
struct SpreadScale: Sendable {
  private enum Sort {
    case month, year
    /// Years that are left out.
    case gap
  }

  private struct Stretch {
    let days: ClosedRange<Int>
    /// How much room it asks for.
    let weight: Int
    let sort: Sort
    var left = 0
    var right = 0
  }

  struct Tick: Sendable {
    let x: Int
    let label: String
  }

  private var stretches: [Stretch] = []
  private(set) var ticks: [Tick] = []
  /// Where years are left out.
  private(set) var gaps: [Range<Int>] = []
  let days: ClosedRange<Int>

  private static let gapWidth = 28
  private static let yearWeight = 46
  private static let leastGap = 2
  private static let labelWidth = 42

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
        add(from: EDTFDate(year: year), to: EDTFDate(year: next - 1), weight: 0, .gap)
        year = next
      }
      add(year, counts[year] ?? [:])
      year += 1
    }
    place(within: width)
    for stretch in stretches where stretch.sort != .gap {
      guard let start = EDTFDate(dayNumber: Int32(stretch.days.lowerBound))?.start, start.month == 1 else {
        continue
      }
      if ticks.last.map({ stretch.left - $0.x >= Self.labelWidth - 4 }) ?? true {
        ticks.append(Tick(x: stretch.left, label: start.year.asYear))
      }
    }
    gaps = stretches.filter { $0.sort == .gap }.map { $0.left..<$0.right }
  }

  private mutating func add(_ year: Int, _ months: [Int: Int]) {
    guard !months.isEmpty else {
      add(from: EDTFDate(year: year), to: EDTFDate(year: year), weight: Self.yearWeight, .year)
      return
    }
    for month in 1...12 {
      let count = min(months[month] ?? 0, 5)
      let date = EDTFDate(year: year, month: month)
      add(from: date, to: date, weight: count == 0 ? 6 : 24 + 12 * count, .month)
    }
  }

  private mutating func add(from: EDTFDate?, to: EDTFDate?, weight: Int, _ sort: Sort) {
    guard let from, let to else { return }
    stretches.append(Stretch(days: Int(from.earliest)...Int(to.latest), weight: weight, sort: sort))
  }

  /// A year has room for its name, as far as there is any, and what is left goes to the months by their weights.
  private mutating func place(within width: Int) {
    let count = stretches.count { $0.sort == .gap } * Self.gapWidth
    let all = max(1, stretches.reduce(0) { $0 + $1.weight })
    let years = stretches.count { $0.sort == .year }
    let least = years * Self.labelWidth <= width / 2 ? Self.labelWidth : 0
    let isFixed = Self.yearWeight * (width - count) / all < least
    let months = stretches.reduce(0) { $0 + (isFixed && $1.sort == .year ? 0 : $1.weight) }
    let room = width - count - (isFixed ? years * least : 0)
    var (before, fixed) = (0, 0)
    for index in stretches.indices {
      stretches[index].left = fixed + before * room / max(1, months)
      switch stretches[index].sort {
      case .gap: fixed += Self.gapWidth
      case .year where isFixed: fixed += least
      case .year, .month: before += stretches[index].weight
      }
      stretches[index].right = fixed + before * room / max(1, months)
    }
  }

  /// Whether a day is not as wide everywhere.
  var isUneven: Bool { Set(stretches.filter { $0.sort != .gap }.map(\.weight)).count > 1 }

  /// The months with their names: those that have room themselves, and others where their neighbours leave it.
  func months(_ words: (EDTFDate) -> String) -> [Tick] {
    let all = stretches.compactMap { stretch -> (tick: Tick, end: Int, fits: Bool)? in
      guard let first = EDTFDate(dayNumber: Int32(stretch.days.lowerBound)), let start = first.start,
        let month = EDTFDate(year: start.year, month: start.month)
      else { return nil }
      let label = words(month)
      let end = stretch.left + label.pictureWidth + 8
      return (Tick(x: stretch.left, label: label), end, end < stretch.right)
    }
    var (ticks, free): ([Tick], Int) = ([], 0)
    for (number, one) in all.enumerated() {
      let next = all[number...].dropFirst().first(where: \.fits)?.tick.x ?? stretches.last?.right ?? 0
      guard one.fits || one.tick.x >= free && one.end <= next else { continue }
      ticks.append(one.tick)
      free = one.end
    }
    return ticks
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
