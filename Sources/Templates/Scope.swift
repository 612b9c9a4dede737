/// The context stack: the values of the sections that are open, innermost last.
struct Scope {
  private struct Level {
    /// The value, unless it is an object.
    var value: Value?
    /// Here, so that a look-up copies nothing.
    var object = Object()

    init(_ value: Value) {
      if case .object(let object) = value { self.object = object } else { self.value = value }
    }
  }

  private var levels: [Level] = []

  init(_ value: Value) {
    levels.reserveCapacity(16)
    push(value)
  }

  mutating func push(_ value: Value) {
    levels.append(Level(value))
  }

  mutating func pop() {
    levels.removeLast()
  }

  /// The value of a dotted name: its first word is looked for through the whole stack, the others only in
  /// what the word before them gives.
  func value(at path: PathSlice, in names: [Name]) -> Value {
    guard path.count > 0 else { return top }
    var value = first(names[Int(path.start)])
    if path.count == 1 { return value }
    for index in Int(path.start + 1)..<Int(path.start + path.count) {
      guard case .object(let object) = value, let found = object[names[index]] else { return .nothing }
      value = found
    }
    return value
  }

  /// Appends the value of a name, escaped; nothing, lists and objects have no text.
  func insert(_ path: PathSlice, of names: [Name], _ escape: Escape, to output: inout OutputBuffer) {
    // Nearly all names are of one word, and found in place they cost no copy.
    if path.count == 1 {
      guard let (level, entry) = find(names[Int(path.start)]) else { return }
      output.append(levels[level].object.entries[entry].value, escape)
    } else {
      output.append(value(at: path, in: names), escape)
    }
  }

  private var top: Value {
    let level = levels[levels.count - 1]
    return level.value ?? .object(level.object)
  }

  private func first(_ name: Name) -> Value {
    find(name).map { levels[$0.level].object.entries[$0.entry].value } ?? .nothing
  }

  @inline(__always)
  private func find(_ name: Name) -> (level: Int, entry: Int)? {
    var level = levels.count - 1
    while level >= 0 {
      for entry in levels[level].object.entries.indices where levels[level].object.entries[entry].name == name
      {
        return (level, entry)
      }
      level -= 1
    }
    return nil
  }
}

extension OutputBuffer {
  fileprivate mutating func append(_ value: borrowing Value, _ escape: Escape) {
    switch value {
    case .nothing, .list, .object: break
    case .flag(let flag): append(flag ? "true" : "false")
    case .text(let text): append(text.utf8.span, escape)
    case .html(let bytes): append(markup: bytes.span, escape)
    }
  }
}
