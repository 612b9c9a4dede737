import Knowledge
import Testing

@testable import Site

@Suite struct TimelineScaleTests {
  static let width = 960

  /// Single years, years far apart, and more than the drawing has units.
  @Test(arguments: [
    [2024], [2024, 2025], [2015, 2016, 2019, 2027, 2049], [0, 9999], Array(1000...3000), [1800, 1804, 1808],
    Array(stride(from: 1700, through: 2020, by: 4)),
  ])
  func daysStandInTheirOrderWithinTheDrawing(years: [Int]) throws {
    let scale = try #require(TimelineScale(years: years, width: Self.width))
    var last = 0
    let step = max(1, scale.days.count / 5000)
    for day in stride(from: scale.days.lowerBound, through: scale.days.upperBound, by: step) {
      let x = scale.x(day)
      #expect(x >= last && x <= Self.width)
      last = x
    }
    #expect(scale.ticks.allSatisfy { (0...Self.width).contains($0.x) })
    let labelled = scale.ticks.filter(\.hasLabel).map(\.x)
    #expect(zip(labelled, labelled.dropFirst()).allSatisfy { $0 + 30 <= $1 })
    #expect(!labelled.isEmpty)
  }

  @Test func onlyThreeEmptyYearsOrMoreAreLeftOut() throws {
    #expect(try #require(TimelineScale(years: [2000, 2003], width: Self.width)).gaps.isEmpty)
    #expect(try #require(TimelineScale(years: [2000, 2004], width: Self.width)).gaps.count == 1)
    #expect(TimelineScale(years: [], width: Self.width) == nil)
  }

  @Test func aSingleYearHasItsMonths() throws {
    let scale = try #require(TimelineScale(years: [2024], width: Self.width))
    #expect(scale.ticks.map(\.label).first == "2024-01" && scale.ticks.count == 12)
  }
}
