/// Puts stand-ins over Chinese, Japanese and Korean characters beside `*` and `_`, where libcmark would judge
/// the delimiters otherwise than `Neighbour` does.
///
/// libcmark lets a run both open and close where both its neighbours look like letters, or both like
/// punctuation. So the East Asian one of the two gets the look of the other, on this side only. An underscore
/// needs no help but behind a variation selector: whether it opens within a word asks for punctuation anyway.
struct EmphasisMarker {
  /// A character beside one or two runs, and how it has to look to each.
  private struct Change {
    var range: Range<Int>
    var left: StandIns.Look?
    var right: StandIns.Look?
  }

  private var changes: [Change] = []

  static func mark(
    _ lines: [PreparedText.Content], in text: inout PreparedText, _ standIns: inout StandIns, source: [UInt8]
  ) {
    for line in lines {
      var marker = EmphasisMarker()
      marker.findChanges(text.bytes, line.textStart..<line.end)
      for change in marker.changes { put(change, line.textStart..<line.end, &text, &standIns, source) }
    }
  }

  private mutating func findChanges(_ bytes: [UInt8], _ range: Range<Int>) {
    var offset = range.lowerBound
    let end = range.upperBound
    while true {
      offset = bytes.span.firstIndex(from: offset, before: end) { byte in
        byte == UInt8(ascii: "*") || byte == .underscore || byte == .backslash
      }
      guard offset < end else { return }
      let start = offset
      offset += 1
      if bytes[start] == .backslash {
        if offset < end, bytes[offset].isPunctuation { offset += 1 }
        continue
      }
      while offset < end, bytes[offset] == bytes[start] { offset += 1 }
      let isBesideASCII =
        (start == range.lowerBound || bytes[start - 1] < 0x80) && (offset == end || bytes[offset] < 0x80)
      if !isBesideASCII { judge(start..<offset, bytes, range) }
    }
  }

  private mutating func judge(_ run: Range<Int>, _ bytes: [UInt8], _ range: Range<Int>) {
    let before = Neighbour(before: run.lowerBound, in: bytes, from: range.lowerBound)
    let after = Neighbour(after: run.upperBound, in: bytes, before: range.upperBound)
    guard before.sort != .space, after.sort != .space else { return }
    if bytes[run.lowerBound] == .underscore || !(before.isEastAsian || after.isEastAsian) {
      if before.seen != before.sort { changeRight(of: before, to: before.sort) }
    } else if before.seen != after.seen {
      if after.isEastAsian {
        changes.append(Change(range: after.range, left: Self.look(before.seen)))
      } else {
        changeRight(of: before, to: after.seen)
      }
    }
  }

  private mutating func changeRight(of neighbour: Neighbour, to sort: Neighbour.Sort) {
    if changes.last?.range != neighbour.range { changes.append(Change(range: neighbour.range)) }
    changes[changes.count - 1].right = Self.look(sort)
  }

  private static func look(_ sort: Neighbour.Sort) -> StandIns.Look {
    sort == .punctuation ? .punctuation : .letter
  }

  /// A side that no run asks about looks like what it is; one without a run, like a letter, which no
  /// backslash can escape.
  private static func put(
    _ change: Change, _ line: Range<Int>, _ text: inout PreparedText, _ standIns: inout StandIns,
    _ source: [UInt8]
  ) {
    let own = look(Neighbour(after: change.range.lowerBound, in: text.bytes, before: line.upperBound).seen)
    let left = isRun(change.range.lowerBound - 1, text.bytes, line) ? own : .letter
    let right = isRun(change.range.upperBound, text.bytes, line) ? own : .letter
    guard
      let bytes = standIns.bytes(
        for: text.bytes[change.range], left: change.left ?? left, right: change.right ?? right, in: source),
      bytes.count == change.range.count
    else { return }
    for (offset, byte) in zip(change.range, bytes) { text.overwrite(offset, with: byte) }
  }

  private static func isRun(_ offset: Int, _ bytes: [UInt8], _ line: Range<Int>) -> Bool {
    line.contains(offset) && (bytes[offset] == UInt8(ascii: "*") || bytes[offset] == .underscore)
  }
}
