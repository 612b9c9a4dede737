import Diagnostics

/// Finds in the source what a tree has, in the order in which it stands there.
struct SourcePlaces {
  let source: [UInt8]
  private let lineStarts: [UInt32]
  let origin: SourceOrigin
  /// Where the next is sought.
  var offset = 0
  /// Bytes looked through in vain: a file that is made for it must not take long.
  var wasted = 0

  init(_ source: [UInt8], lineStarts: [UInt32], origin: SourceOrigin) {
    self.source = source
    self.lineStarts = lineStarts
    self.origin = origin
  }

  mutating func seekFrom(_ position: Position) { offset = sourceOffset(position) }

  /// The next place where the bytes stand, past which is sought from then on; `nil` where they are escaped there.
  mutating func seek(_ wanted: [UInt8]) -> Int? {
    guard wasted < 4_000_000 else { return nil }
    let limit = min(source.count, offset + 8_000)
    guard offset < limit, let next = source.first(wanted, in: offset..<limit) else {
      wasted += max(0, limit - offset)
      return nil
    }
    offset = next + wanted.count
    return next > 0 && source[next - 1] == .backslash ? nil : next
  }

  /// Where the bytes stand in the file, and how much of a length is in that line.
  mutating func find(_ wanted: [UInt8], length: Int) -> (position: Position, length: Int)? {
    seek(wanted).map { (position(of: $0), max(1, min(length, lengthOfLine(from: $0)))) }
  }

  func sourceOffset(_ position: Position) -> Int {
    let line = Int(position.line) - Int(origin.first.line)
    guard lineStarts.indices.contains(line) else { return offset }
    let start = Int(lineStarts[line])
    // Where something was written anew, columns of the file are no offsets: what is sought comes later in the line.
    if !origin.replaced.isEmpty {
      let isInLine = offset >= start && line + 1 < lineStarts.count && offset < Int(lineStarts[line + 1])
      return isInLine ? offset : start
    }
    let before = line == 0 ? Int(origin.first.column) : origin.indent + 1
    return min(source.count, start + max(0, Int(position.column) - before))
  }

  /// In bytes; of a long line only what anybody would look at.
  func lengthOfLine(from start: Int) -> Int {
    let limit = min(source.count, start + 200)
    return (source[start..<limit].firstIndex(of: .newline) ?? limit) - start
  }

  /// In the file.
  func position(of offset: Int) -> Position {
    let line = lineStarts.partitioningIndex { Int($0) > offset }
    let start = line > 0 ? Int(lineStarts[line - 1]) : 0
    return origin.position(line: max(1, line), column: offset - start + 1)
  }
}
