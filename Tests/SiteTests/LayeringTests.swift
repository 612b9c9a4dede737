import Knowledge
import Testing

@testable import Site

@Suite struct LayeringTests {
  private func layering(_ count: Int, _ next: [Int: [Int]]) -> Layering {
    let next = Dictionary(uniqueKeysWithValues: next.map { (EntityID($0), $1.map { EntityID($0) }) })
    return Layering((0..<count).map { EntityID($0) }, next: next)
  }

  private func levels(_ count: Int, _ next: [Int: [Int]]) -> [Int?] {
    let ways = layering(count, next)
    return (0..<count).map { ways.levels[EntityID($0)] }
  }

  @Test func theLongestWayCounts() {
    #expect(levels(4, [0: [1, 3], 1: [2], 2: [3]]) == [0, 1, 2, 3])
    #expect(levels(4, [3: [0], 2: [3, 0], 1: [2]]) == [3, 0, 1, 2])
  }

  @Test func aCircleBeginsWhereItIsEntered() {
    #expect(levels(4, [0: [1], 1: [2], 2: [0], 3: [2]]) == [2, 3, 1, 0])
  }

  @Test func aCircleThatNothingEntersBeginsWithItsFirst() {
    #expect(levels(3, [0: [1], 1: [2], 2: [0]]) == [0, 1, 2])
  }

  /// What is above a circle stays above it, though it comes first by name.
  @Test func whatACircleLeadsToIsAboveIt() {
    #expect(levels(4, [1: [2], 2: [1, 0], 0: [3]]) == [2, 0, 1, 3])
  }

  @Test func groupsAreThoseThatStepsConnect() {
    #expect(
      layering(5, [0: [3], 4: [3], 1: [2]]).groups.map { $0.map(\.index) } == [[0, 3, 4], [1, 2]])
    #expect(layering(0, [:]).groups.isEmpty)
  }

  @Test func aLongWayNeitherOverflowsNorTakesLong() {
    let count = 30_000
    let chain = Dictionary(uniqueKeysWithValues: (0..<count - 1).map { ($0, [$0 + 1]) })
    let start = ContinuousClock.now
    #expect(levels(count, chain).last == count - 1)
    #expect(ContinuousClock.now - start < .seconds(10))
  }
}
