/// The context stack: the values of the sections that are open, innermost last.
struct Scope {
  private struct Level {
    /// Apart from other values, so that a look-up copies nothing.
    let record: BoundRecord?
    private let other: Value
    /// What the record has given last: templates ask whether something is there, and then for it.
    var lastSlot = -1
    var last = Value.nothing

    init(_ value: Value) {
      if case .record(let record) = value {
        (self.record, other) = (record, .nothing)
      } else {
        (record, other) = (nil, value)
      }
    }

    init(_ record: BoundRecord) { (self.record, other) = (record, .nothing) }

    var value: Value { record.map(Value.record) ?? other }
  }

  private let names: NameTable
  private var levels: [Level] = []
  /// For each level where its record's row begins in the table of names.
  private var rows: [Int] = []
  private static let nameless = -1

  init(_ values: [Value], _ names: NameTable) {
    self.names = names
    levels.reserveCapacity(16)
    rows.reserveCapacity(16)
    for value in values { push(value) }
  }

  mutating func push(_ value: Value) {
    let level = Level(value)
    rows.append(level.record.flatMap { names.row(of: $0.record) } ?? Self.nameless)
    levels.append(level)
  }

  /// Puts a record into the place of another of the same list.
  mutating func replaceTop(by record: BoundRecord) {
    levels[levels.count - 1] = Level(record)
  }

  mutating func pop() {
    levels.removeLast()
    rows.removeLast()
  }

  /// The value of a dotted name: its first word is looked for through the whole stack, the others only in
  /// what the word before them gives.
  mutating func value(at path: PathSlice, in paths: [Int32]) -> Value {
    guard path.count > 0 else { return levels[levels.count - 1].value }
    var value = first(Int(paths[Int(path.start)]))
    for index in Int(path.start + 1)..<Int(path.start + path.count) {
      value = names.member(Int(paths[index]), of: value)
    }
    return value
  }

  /// Appends the value of a name, escaped; nothing, lists and records have no text.
  mutating func insert(_ path: PathSlice, of paths: [Int32], _ escape: Escape, to output: inout OutputBuffer)
  {
    output.append(value(at: path, in: paths), escape)
  }

  private mutating func first(_ name: Int) -> Value {
    guard let (level, slot) = find(name), let record = levels[level].record else { return .nothing }
    if levels[level].lastSlot == slot { return levels[level].last }
    let value = record.value(slot)
    (levels[level].lastSlot, levels[level].last) = (slot, value)
    return value
  }

  /// Where a name is: the level, and there the slot of the record.
  @inline(__always)
  private func find(_ name: Int) -> (level: Int, slot: Int)? {
    var level = rows.count - 1
    while level >= 0 {
      let row = rows[level]
      if row >= 0 {
        let slot = names.slots[row + name]
        if slot >= 0 { return (level, Int(slot)) }
      }
      level -= 1
    }
    return nil
  }
}

extension OutputBuffer {
  fileprivate mutating func append(_ value: borrowing Value, _ escape: Escape) {
    switch value {
    case .nothing, .list, .record, .records: break
    case .flag(let flag): append(flag ? "true" : "false")
    case .number(let number): append(String(number).utf8.span)
    case .text(let text): append(text.utf8.span, escape)
    case .html(let bytes): append(markup: bytes.span, escape)
    }
  }
}
