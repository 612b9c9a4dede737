/// The names that the templates of a program use, as small numbers, and where each record has them: so a name
/// is found while rendering without being hashed or compared.
struct NameTable: Sendable {
  /// The name that every list has: how many items there are.
  static let count = 0

  private var nameCount = 1
  private var numbers: [String: Int32] = ["count": 0]
  /// Kept alive, as rows are found by identity.
  private var records: [RecordDescription] = []
  /// For each record a row with the slot of each name, or -1.
  private(set) var slots: [Int32] = []
  private var rows = IdentityTable()

  /// The number of a name. All are numbered before records are added.
  mutating func number(of text: String) -> Int32 {
    if let number = numbers[text] { return number }
    let number = Int32(nameCount)
    nameCount += 1
    numbers[text] = number
    return number
  }

  /// Adds all records that can be reached from `shapes`.
  mutating func add(recordsIn shapes: some Sequence<Shape>) {
    var seen: Set<ObjectIdentifier> = []
    var queue = shapes.flatMap(\.records)
    while let record = queue.popLast() {
      guard seen.insert(ObjectIdentifier(record)).inserted else { continue }
      let row = slots.count
      slots.append(contentsOf: repeatElement(-1, count: nameCount))
      for (slot, member) in record.members.enumerated() {
        if let number = numbers[member.name] { slots[row + Int(number)] = Int32(slot) }
        queue += member.shape().records
      }
      records.append(record)
    }
    rows = IdentityTable(records, step: nameCount)
  }

  /// Where the record's row begins in `slots`; nothing for one that the program doesn't know.
  func row(of record: ObjectIdentifier) -> Int? { rows[record] }

  /// The slot of a name in a record.
  private func slot(of name: Int, in record: ObjectIdentifier) -> Int? {
    guard let row = row(of: record) else { return nil }
    let slot = slots[row + name]
    return slot < 0 ? nil : Int(slot)
  }

  /// What a value has by a name, as the later words of a dotted one ask.
  func member(_ name: Int, of value: Value) -> Value {
    switch value {
    case .record(let record):
      return slot(of: name, in: record.record).map { record.value($0) } ?? .nothing
    case .list, .records: return name == Self.count ? .number(value.itemCount) : .nothing
    default: return .nothing
    }
  }
}

/// Numbers by the identity of records. A few hundred records at most; a look-up costs a multiplication and
/// mostly one comparison.
private struct IdentityTable: Sendable {
  private var keys: [UInt] = [0]
  private var numbers: [Int32] = [0]

  init() {}

  /// The numbers `0`, `step`, `2 * step` …
  init(_ records: [RecordDescription], step: Int) {
    var size = 4
    while size < 2 * records.count { size *= 2 }
    keys = [UInt](repeating: 0, count: size)
    numbers = [Int32](repeating: 0, count: size)
    for (index, record) in records.enumerated() {
      let key = UInt(bitPattern: ObjectIdentifier(record))
      var place = place(of: key)
      while keys[place] != 0 { place = (place + 1) & (size - 1) }
      (keys[place], numbers[place]) = (key, Int32(index * step))
    }
  }

  subscript(record: ObjectIdentifier) -> Int? {
    let key = UInt(bitPattern: record)
    var place = place(of: key)
    while keys[place] != 0 {
      if keys[place] == key { return Int(numbers[place]) }
      place = (place + 1) & (keys.count - 1)
    }
    return nil
  }

  /// Fibonacci hashing: addresses differ in their middle bits.
  private func place(of key: UInt) -> Int {
    Int(truncatingIfNeeded: (UInt64(key) &* 0x9E37_79B9_7F4A_7C15) &>> 32) & (keys.count - 1)
  }
}

extension Shape {
  /// The records that it names, not those within them.
  fileprivate var records: [RecordDescription] {
    switch self {
    case .record(let record): [record]
    case .list(let item): item.records
    case .any, .text, .number, .html, .flag: []
    }
  }
}
