extension [Claim] {
  /// The pairs of claims that hold at the same time on some day, by their numbers, the lower one first. What holds at
  /// other times is never held against them: a fact that was changed thousands of times is looked through in no time.
  func forEachOverlap(_ body: (_ first: Int, _ second: Int) -> Void) {
    let order = indices.sorted { (self[$0].period.start, $0) < (self[$1].period.start, $1) }
    var open: [Int] = []
    for number in order {
      open.removeAll { self[$0].period.end <= self[number].period.start }
      for other in open where self[other].period.overlaps(self[number].period) {
        body(Swift.min(other, number), Swift.max(other, number))
      }
      open.append(number)
    }
  }
}
