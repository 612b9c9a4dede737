import Diagnostics

/// A text made fit for the parser: valid UTF-8, no byte order mark, lines that end in `\n`, and no control
/// bytes where marks will stand. Each replacement is U+FFFD.
struct CleanText {
  private(set) var bytes: [UInt8]
  /// Where the original was not UTF-8 (or held a control byte), at most one a line.
  private(set) var faults: [Fault] = []
  /// What was not UTF-8; then, in what came of that, what was a control byte.
  private(set) var replaced: [ReplacedColumns] = []
  /// Whether a byte order mark was dropped.
  let hadByteOrderMark: Bool

  struct Fault {
    /// Within the text.
    var position: Position
    var what: String
    var help: String
  }

  /// - Parameter replacesControls: whether all control bytes are replaced, not only NUL.
  init(_ original: ArraySlice<UInt8>, replacesControls: Bool) {
    hadByteOrderMark = original.starts(with: [0xEF, 0xBB, 0xBF])
    let original = hadByteOrderMark ? original.dropFirst(3) : original
    bytes = Array(original)
    do throws(UTF8.ValidationError) {
      _ = try UTF8Span(validating: bytes.span)
    } catch {
      replaceInvalidSequences()
    }
    let needsPass = bytes.contains { $0 < 0x20 && $0 != .newline && $0 != .tab }
    if needsPass { normalize(replacesControls: replacesControls) }
  }

  private mutating func replaceInvalidSequences() {
    let original = bytes
    var start = 0
    var lines = LineCounter()
    var columns = ReplacedColumns()
    defer { replaced.append(columns) }
    bytes.removeAll(keepingCapacity: true)
    while start < original.count {
      do throws(UTF8.ValidationError) {
        _ = try UTF8Span(validating: original.span.extracting(start...))
        bytes += original[start...]
        return
      } catch {
        let bad = start + error.byteOffsets.lowerBound
        let after = max(start + error.byteOffsets.upperBound, bad + 1)
        let position = lines.position(of: bad, in: original)
        note("the text is not valid UTF-8", position, help: "save the file as UTF-8")
        columns.add(position, length: after - bad)
        bytes += original[start..<bad]
        bytes += Self.replacement
        start = after
      }
    }
  }

  private mutating func normalize(replacesControls: Bool) {
    let original = bytes
    var lines = LineCounter()
    var columns = ReplacedColumns()
    bytes.removeAll(keepingCapacity: true)
    for (offset, byte) in original.enumerated() {
      if byte == 0x0D {
        let isPair = offset + 1 < original.count && original[offset + 1] == .newline
        if !isPair { bytes.append(.newline) }
      } else if byte == 0 || (replacesControls && Mark.isControl(byte)) {
        let position = lines.position(of: offset, in: original)
        columns.add(position, length: 1)
        note(
          "the text contains a control character", replaced.original(position), help: "delete the character")
        bytes += Self.replacement
      } else {
        bytes.append(byte)
      }
    }
    replaced.append(columns)
  }

  private mutating func note(_ what: String, _ position: Position, help: String) {
    if let last = faults.last, last.position.line == position.line { return }
    if faults.count < Self.faultLimit { faults.append(Fault(position: position, what: what, help: help)) }
  }

  private static let replacement: [UInt8] = [0xEF, 0xBF, 0xBD]
  /// A file in another encoding is wrong everywhere; nobody reads more than this.
  private static let faultLimit = 20
}

/// Positions of rising offsets, counted on from the last one asked for.
private struct LineCounter {
  private var line = 1
  private var lineStart = 0
  private var offset = 0

  mutating func position(of wanted: Int, in bytes: [UInt8]) -> Position {
    while offset < wanted {
      let isLoneReturn = bytes[offset] == 0x0D && (offset + 1 == bytes.count || bytes[offset + 1] != .newline)
      if bytes[offset] == .newline || isLoneReturn {
        line += 1
        lineStart = offset + 1
      }
      offset += 1
    }
    return Position(line: line, column: wanted - lineStart + 1)
  }
}
