/// What a template is filled in with.
public enum Value: Sendable {
  case nothing
  case flag(Bool)
  case text(String)
  case number(Int)
  /// Markup that is already safe, from our own renderer: HTML text takes it as it is.
  case html([UInt8])
  case list([Value])
  case object(Object)
  case record(BoundRecord)
  case records(BoundRecords)

  /// Whether a section over it is skipped: nothing, false, zero, an empty text or an empty list.
  var isFalsey: Bool {
    switch self {
    case .nothing: true
    case .flag(let flag): !flag
    case .text(let text): text.isEmpty
    case .number(let number): number == 0
    case .html(let bytes): bytes.isEmpty
    case .list(let items): items.isEmpty
    case .object, .record, .records: false
    }
  }

  /// How many items a list has.
  var itemCount: Int {
    switch self {
    case .list(let items): items.count
    case .records(let records): records.count
    default: 0
    }
  }
}

/// Named values. Few enough, by far, that a linear search beats a hash table.
public struct Object: Sendable, ExpressibleByDictionaryLiteral {
  struct Entry: Sendable {
    var name: Name
    var value: Value
  }

  private(set) var entries: [Entry] = []

  public init() {}

  /// With room for `capacity` values.
  public init(capacity: Int) {
    entries.reserveCapacity(capacity)
  }

  public init(dictionaryLiteral elements: (Name, Value)...) {
    entries.reserveCapacity(elements.count)
    for (name, value) in elements { set(name, value) }
  }

  /// Gives `name` this value, in place of the one it may have had.
  public mutating func set(_ name: Name, _ value: Value) {
    if let index = entries.firstIndex(where: { $0.name == name }) {
      entries[index].value = value
    } else {
      entries.append(Entry(name: name, value: value))
    }
  }

  /// In the order in which they were given.
  public var all: [(name: Name, value: Value)] { entries.map { ($0.name, $0.value) } }

  public subscript(name: Name) -> Value? {
    get {
      for index in entries.indices where entries[index].name == name { return entries[index].value }
      return nil
    }
    set { set(name, newValue ?? .nothing) }
  }
}

extension Value: ExpressibleByDictionaryLiteral {
  public init(dictionaryLiteral elements: (Name, Value)...) {
    var object = Object(capacity: elements.count)
    for (name, value) in elements { object.set(name, value) }
    self = .object(object)
  }
}
