/// What a `Range` header asks for.
enum ByteRange: Equatable {
  /// The whole: there is no such header, or one that need not be followed, such as one with several ranges.
  case whole
  case part(Range<Int>)
  /// It begins behind the end.
  case unsatisfiable

  /// - Parameter count: how many bytes there are.
  init(_ header: String, of count: Int) {
    self = .whole
    guard header.lowercased().hasPrefix("bytes=") else { return }
    let ends = header.dropFirst("bytes=".count)
      .split(separator: "-", omittingEmptySubsequences: false)
    guard ends.count == 2, ends.allSatisfy(\.isDigits) else { return }
    // A number that is too large for us is behind every end.
    let first = ends[0].isEmpty ? nil : Int(ends[0]) ?? Int.max
    let last = ends[1].isEmpty ? nil : Int(ends[1]) ?? Int.max
    switch (first, last) {
    case (let first?, let last?) where first > last: return
    case (let first?, let last):
      self = first < count ? .part(first..<min(last ?? count, count - 1) + 1) : .unsatisfiable
    case (nil, let suffix?):
      self = suffix > 0 && count > 0 ? .part(count - min(suffix, count)..<count) : .unsatisfiable
    case (nil, nil): return
    }
  }
}

extension StringProtocol {
  /// Whether it has no other characters than the ten digits.
  var isDigits: Bool { utf8.allSatisfy { (0x30...0x39).contains($0) } }
}
