/// Where a row of things is cut into files: before a thing whose own key says so, so that the other cuts stay where they
/// are when something is added, taken away or changed.
enum FileCuts {
  /// - Parameters:
  ///   - average: the bytes of a file. Those of more than one thing are no larger than twice of it, and those before
  ///     whose end no large thing stands are no smaller than half of it.
  ///   - size: the bytes of a thing.
  ///   - key: what a thing is known by, hashed.
  static func ranges(
    of count: Int, average: Int, size: (Int) -> Int, key: (Int) -> UInt64
  ) -> [Range<Int>] {
    var ranges: [Range<Int>] = []
    var (first, sum) = (0, 0)
    for number in 0..<count {
      let own = size(number)
      if sum > 0, sum + own > average * 2 || sum >= average / 2 && mayBegin(own, average, key(number)) {
        ranges.append(first..<number)
        (first, sum) = (number, 0)
      }
      sum += own
    }
    if first < count { ranges.append(first..<count) }
    return ranges
  }

  /// Of the things in half of a file's bytes one may begin the next, however small things are.
  private static func mayBegin(_ size: Int, _ average: Int, _ key: UInt64) -> Bool {
    key >> 32 < UInt64(size) << 32 / UInt64(max(1, average / 2))
  }
}
