import Diagnostics

/// Where a file's lines begin, so that many diagnostics in one file cost one scan.
struct Lines: Sendable {
  private let starts: [Int32]
  private let count: Int

  init(_ bytes: [UInt8]) {
    var starts: [Int32] = [0]
    for index in bytes.indices where bytes[index] == UInt8(ascii: "\n") { starts.append(Int32(index + 1)) }
    self.starts = starts
    self.count = bytes.count
  }

  /// The place of a range of bytes, cut off at the end of its first line.
  func place(_ range: Range<Int>, in path: String) -> Place {
    let line = lineIndex(of: range.lowerBound)
    let start = Int(starts[line])
    let end = line + 1 < starts.count ? Int(starts[line + 1]) - 1 : count
    let position = Position(line: line + 1, column: range.lowerBound - start + 1)
    return Place(path, position, length: max(1, min(range.upperBound, end) - range.lowerBound))
  }

  private func lineIndex(of offset: Int) -> Int {
    var (low, high) = (0, starts.count)
    while high - low > 1 {
      let middle = (low + high) / 2
      if Int(starts[middle]) <= offset { low = middle } else { high = middle }
    }
    return low
  }
}
