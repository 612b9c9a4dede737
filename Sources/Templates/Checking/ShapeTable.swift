/// Shapes and stacks of them as small numbers, so that "this partial in this scope" can be remembered.
struct ShapeTable {
  enum Node: Hashable {
    case any, text, number, html, flag
    case list(Int)
    /// One of `records`.
    case record(Int)
  }

  private(set) var nodes: [Node] = []
  private var shapes: [Node: Int] = [:]
  private var records: [RecordNames] = []
  private var recordNumbers: [ObjectIdentifier: Int] = [:]
  private var stacks: [[Int]] = []
  private var stackIndices: [[Int]: Int] = [:]
  /// The number of the shape of a list's `count`.
  private let number: Int

  private struct RecordNames {
    var record: RecordDescription
    var names: [String: Int] = [:]
  }

  /// The name that every list has: how many items there are.
  private static let count = "count"

  /// Shapes below this depth are not looked into; records nest without a limit.
  private static let deepest = 64

  init() {
    (nodes, shapes, number) = ([.number], [.number: 0], 0)
  }

  /// The number of a shape. Records are looked into one after the other, since they refer to each other.
  mutating func insert(_ shape: Shape) -> Int {
    var next = records.count
    let index = insert(shape, depth: 0)
    while next < records.count {
      for member in records[next].record.members {
        records[next].names[member.name] = insert(member.shape(), depth: 0)
      }
      next += 1
    }
    return index
  }

  private mutating func insert(_ shape: Shape, depth: Int) -> Int {
    if depth > Self.deepest { return intern(.any) }
    switch shape {
    case .any: return intern(.any)
    case .text: return intern(.text)
    case .number: return number
    case .html: return intern(.html)
    case .flag: return intern(.flag)
    case .list(let item): return intern(.list(insert(item, depth: depth + 1)))
    case .record(let record): return intern(.record(number(of: record)))
    }
  }

  private mutating func number(of record: RecordDescription) -> Int {
    let identity = ObjectIdentifier(record)
    if let number = recordNumbers[identity] { return number }
    records.append(RecordNames(record: record))
    recordNumbers[identity] = records.count - 1
    return records.count - 1
  }

  private mutating func intern(_ node: Node) -> Int {
    if let index = shapes[node] { return index }
    nodes.append(node)
    shapes[node] = nodes.count - 1
    return nodes.count - 1
  }

  /// The stack with `shape` on top. A shape that is already in it moves up: where it was before, it could
  /// not be seen any more. So there are only so many stacks, however templates recurse.
  mutating func push(_ shape: Int, on stack: Int?) -> Int {
    let shapes = (stack.map { stacks[$0].filter { $0 != shape } } ?? []) + [shape]
    if let index = stackIndices[shapes] { return index }
    stacks.append(shapes)
    stackIndices[shapes] = stacks.count - 1
    return stacks.count - 1
  }

  func top(of stack: Int) -> Int? {
    stacks[stack].last
  }

  /// What an interpolation of a section's item sees: the items of a list, one after the other.
  func item(of shape: Int) -> Int {
    if case .list(let item) = nodes[shape] { item } else { shape }
  }
}

// MARK: Names

extension ShapeTable {
  enum Lookup {
    case found(Int)
    /// Something in the stack is not known well enough.
    case unknown
    case missing
  }

  func find(_ name: String, in stack: Int) -> Lookup {
    for shape in stacks[stack].reversed() {
      if nodes[shape] == .any { return .unknown }
      if let field = fields(of: shape)?[name] { return .found(field) }
    }
    return .missing
  }

  /// What a dotted name finds in a shape: a field, or how many items a list has.
  func find(_ name: String, of shape: Int) -> Int? {
    if case .list = nodes[shape] { return name == Self.count ? number : nil }
    return fields(of: shape)?[name]
  }

  /// The names that a tag may use here: those of the whole stack.
  func names(in stack: Int) -> Set<String> {
    stacks[stack].reduce(into: []) { $0.formUnion(fields(of: $1)?.keys.map(\.self) ?? []) }
  }

  func hasNames(_ shape: Int) -> Bool { fields(of: shape) != nil }

  /// What can follow a dot.
  func names(of shape: Int) -> [String] {
    if case .list = nodes[shape] { return [Self.count] }
    return fields(of: shape).map { Array($0.keys) } ?? []
  }

  /// The dotted names of two words that end in `name`.
  func dottedNames(endingIn name: String, in stack: Int) -> [String] {
    stacks[stack].flatMap { shape in
      (fields(of: shape) ?? [:]).filter { find(name, of: $0.value) != nil }.map { "\($0.key).\(name)" }
    }
  }

  /// The names of a shape that has any.
  private func fields(of shape: Int) -> [String: Int]? {
    switch nodes[shape] {
    case .record(let number): records[number].names
    default: nil
    }
  }

  /// For messages: "is …".
  func description(of shape: Int) -> String {
    switch nodes[shape] {
    case .any: "not known"
    case .text: "a text"
    case .number: "a number"
    case .html: "markup"
    case .flag: "a flag"
    case .list: "a list"
    case .record: "an object"
    }
  }
}
