/// The context stack: the values of the sections that are open, innermost last.
struct Scope {
  private struct Level {
    /// The value, unless it has names.
    var value = Value.nothing
    /// Here, so that a look-up copies nothing.
    var object = Object()
    var record: BoundRecord?
    /// What the record has given last: templates ask whether something is there, and then for it.
    var lastSlot = -1
    var last = Value.nothing
  }

  private let names: NameTable
  private var levels: [Level] = []
  /// For each level where its record's row begins in the table of names, or one of those below.
  private var rows: [Int] = []
  private static let nameless = -1
  private static let object = -2

  init(_ values: [Value], _ names: NameTable) {
    self.names = names
    levels.reserveCapacity(16)
    rows.reserveCapacity(16)
    for value in values { push(value) }
  }

  mutating func push(_ value: Value) {
    var level = Level()
    var row = Self.nameless
    switch value {
    case .object(let object): (level.object, row) = (object, Self.object)
    case .record(let record):
      level.record = record
      row = names.row(of: record.record) ?? Self.nameless
    default: level.value = value
    }
    levels.append(level)
    rows.append(row)
  }

  /// Puts a record into the place of another of the same list.
  mutating func replaceTop(by record: BoundRecord) {
    levels[levels.count - 1] = Level(record: record)
  }

  mutating func pop() {
    levels.removeLast()
    rows.removeLast()
  }

  /// The value of a dotted name: its first word is looked for through the whole stack, the others only in
  /// what the word before them gives.
  mutating func value(at path: PathSlice, in paths: [Int32]) -> Value {
    guard path.count > 0 else { return top }
    var value = first(Int(paths[Int(path.start)]))
    for index in Int(path.start + 1)..<Int(path.start + path.count) {
      value = names.member(Int(paths[index]), of: value)
    }
    return value
  }

  /// Appends the value of a name, escaped; nothing, lists and objects have no text.
  mutating func insert(_ path: PathSlice, of paths: [Int32], _ escape: Escape, to output: inout OutputBuffer)
  {
    // Nearly all names are of one word, and found in place they cost no copy.
    if path.count == 1, let (level, entry) = find(Int(paths[Int(path.start)])), rows[level] == Self.object {
      output.append(levels[level].object.entries[entry].value, escape)
    } else {
      output.append(value(at: path, in: paths), escape)
    }
  }

  private var top: Value {
    let level = levels[levels.count - 1]
    if let record = level.record { return .record(record) }
    return rows[rows.count - 1] == Self.object ? .object(level.object) : level.value
  }

  private mutating func first(_ name: Int) -> Value {
    guard let (level, entry) = find(name) else { return .nothing }
    if levels[level].lastSlot == entry { return levels[level].last }
    guard let record = levels[level].record else { return levels[level].object.entries[entry].value }
    let value = record.value(entry)
    (levels[level].lastSlot, levels[level].last) = (entry, value)
    return value
  }

  /// Where a name is: the level, and there the entry of an object or the slot of a record.
  @inline(__always)
  private func find(_ name: Int) -> (level: Int, entry: Int)? {
    var level = rows.count - 1
    while level >= 0 {
      let row = rows[level]
      if row >= 0 {
        let slot = names.slots[row + name]
        if slot >= 0 { return (level, Int(slot)) }
      } else if row == Self.object, let entry = search(name, in: level) {
        return (level, entry)
      }
      level -= 1
    }
    return nil
  }

  private func search(_ name: Int, in level: Int) -> Int? {
    let hash = names.hashes[name]
    return levels[level].object.entries.firstIndex { $0.name == hash }
  }
}

extension OutputBuffer {
  fileprivate mutating func append(_ value: borrowing Value, _ escape: Escape) {
    switch value {
    case .nothing, .list, .object, .record, .records: break
    case .flag(let flag): append(flag ? "true" : "false")
    case .number(let number): append(String(number).utf8.span)
    case .text(let text): append(text.utf8.span, escape)
    case .html(let bytes): append(markup: bytes.span, escape)
    }
  }
}
