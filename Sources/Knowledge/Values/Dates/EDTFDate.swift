/// A date as an Extended Date/Time Format level 0 text gives it, with level 1's `~`, `?` and `%` behind it
/// and with open intervals: `2021-06-01`, `2019-10~`, `2025`, `2024/2026`, `2024/..`.
///
/// A date stands for a stretch of whole days, from its `earliest` to its `latest`.
package struct EDTFDate: Hashable, Sendable {
  package enum Precision: UInt8, Hashable, Comparable, Sendable {
    case year, month, day

    package static func < (a: Precision, b: Precision) -> Bool { a.rawValue < b.rawValue }
  }

  /// A single date, or one end of an interval.
  package struct Point: Hashable, Sendable {
    /// 0 to 9999.
    package let year: Int
    /// 1 to 12; `nil` where only the year is known.
    package let month: Int?
    /// 1 to 31; `nil` where only the month or the year is known.
    package let day: Int?
    package let isApproximate: Bool
    package let isUncertain: Bool
  }

  package enum Extent: Hashable, Sendable {
    case point(Point)
    /// An end that is `nil` is open; never both.
    case interval(from: Point?, to: Point?)
  }

  package let extent: Extent
  /// The first day, counted from 1970-01-01; `Int32.min` where the start is open.
  package let earliest: Int32
  /// The last day, counted from 1970-01-01; `Int32.max` where the end is open.
  package let latest: Int32

  init(_ extent: Extent) {
    self.extent = extent
    switch extent {
    case .point(let point): (earliest, latest) = (point.firstDay, point.lastDay)
    case .interval(let from, let to): (earliest, latest) = (from?.firstDay ?? .min, to?.lastDay ?? .max)
    }
  }

  /// A single day, counted from 1970-01-01; `nil` outside of the years 0 to 9999.
  package init?(dayNumber: Int32) {
    let (year, month, day) = CivilCalendar.civilDate(of: dayNumber)
    guard (0...9999).contains(year) else { return nil }
    self.init(.point(Point(year: year, month: month, day: day, isApproximate: false, isUncertain: false)))
  }
}

extension EDTFDate {
  /// How exact the date is; an interval is as exact as its coarser end.
  package var precision: Precision {
    points.map(\.precision).min() ?? .day
  }

  /// Whether any part of it is.
  package var isApproximate: Bool { points.contains(where: \.isApproximate) }

  /// Whether any part of it is.
  package var isUncertain: Bool { points.contains(where: \.isUncertain) }

  private var points: [Point] {
    switch extent {
    case .point(let point): [point]
    case .interval(let from, let to): [from, to].compactMap(\.self)
    }
  }
}

extension EDTFDate.Point {
  package var precision: EDTFDate.Precision {
    day != nil ? .day : month != nil ? .month : .year
  }

  fileprivate var firstDay: Int32 {
    CivilCalendar.dayNumber(year: year, month: month ?? 1, day: day ?? 1)
  }

  fileprivate var lastDay: Int32 {
    let month = month ?? 12
    let day = day ?? CivilCalendar.daysInMonth(month, of: year)
    return CivilCalendar.dayNumber(year: year, month: month, day: day)
  }
}
