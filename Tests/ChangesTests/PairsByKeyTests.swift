import TestSupport
import Testing

@testable import Changes

/// Pairs are those that a search through the whole list would find, but for the time.
@Suite struct PairsByKeyTests {
  @Test(arguments: 0..<50) func theFirstOfEachKeyIsTaken(_ seed: Int) {
    var generator = SeededGenerator(seed: UInt64(seed))
    func list() -> [Int] {
      (0..<Int.random(in: 0...12, using: &generator)).map { _ in Int.random(in: 0..<20, using: &generator) }
    }
    let (old, new) = (list(), list())
    func key(_ number: Int) -> Int? { number % 5 == 4 ? nil : number % 5 }
    var (restOld, restNew) = (old, new)
    let pairs = takePairs(&restOld, &restNew, by: key)
    var (leftOld, leftNew): ([Int], [Int]) = (old, [])
    var wanted: [[Int]] = []
    for number in new {
      if let index = leftOld.firstIndex(where: { key($0) != nil && key($0) == key(number) }) {
        wanted.append([leftOld.remove(at: index), number])
      } else {
        leftNew.append(number)
      }
    }
    #expect(pairs.map { [$0.old, $0.new] } == wanted)
    #expect(restOld == leftOld && restNew == leftNew)
  }

  @Test func aHundredThousandTakeAMoment() {
    var (old, new) = (Array(0..<100_000), Array((0..<100_000).reversed()))
    #expect(takePairs(&old, &new) { $0 }.count == 100_000)
    #expect(old.isEmpty && new.isEmpty)
  }
}
