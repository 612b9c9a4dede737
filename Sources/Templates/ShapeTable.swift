/// Shapes and stacks of them as small numbers, so that "this partial in this scope" can be remembered.
struct ShapeTable {
  enum Node: Hashable {
    case any, text, html, flag
    case list(Int)
    case object([String: Int])
  }

  private(set) var nodes: [Node] = []
  private var shapes: [Node: Int] = [:]
  private var stacks: [[Int]] = []
  private var stackIndices: [[Int]: Int] = [:]

  /// Shapes below this depth are not looked into.
  private static let deepest = 64

  mutating func insert(_ shape: Shape, depth: Int = 0) -> Int {
    if depth > Self.deepest { return intern(.any) }
    switch shape {
    case .any: return intern(.any)
    case .text: return intern(.text)
    case .html: return intern(.html)
    case .flag: return intern(.flag)
    case .list(let item): return intern(.list(insert(item, depth: depth + 1)))
    case .object(let fields): return intern(.object(fields.mapValues { insert($0, depth: depth + 1) }))
    }
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

  enum Lookup {
    case found(Int)
    /// Something in the stack is not known well enough.
    case unknown
    case missing
  }

  func find(_ name: String, in stack: Int) -> Lookup {
    for shape in stacks[stack].reversed() {
      switch nodes[shape] {
      case .any: return .unknown
      case .object(let fields): if let field = fields[name] { return .found(field) }
      default: continue
      }
    }
    return .missing
  }

  /// The field of an object.
  func find(_ name: String, of shape: Int) -> Int? {
    if case .object(let fields) = nodes[shape] { fields[name] } else { nil }
  }

  /// The names that a tag may use here: those of the whole stack.
  func names(in stack: Int) -> Set<String> {
    stacks[stack].reduce(into: []) { $0.formUnion(names(of: $1)) }
  }

  func names(of shape: Int) -> [String] {
    if case .object(let fields) = nodes[shape] { Array(fields.keys) } else { [] }
  }

  /// The dotted names of two words that end in `name`.
  func dottedNames(endingIn name: String, in stack: Int) -> [String] {
    stacks[stack].flatMap { shape -> [String] in
      guard case .object(let fields) = nodes[shape] else { return [] }
      return fields.filter { find(name, of: $0.value) != nil }.map { "\($0.key).\(name)" }
    }
  }

  /// For messages: "is …".
  func description(of shape: Int) -> String {
    switch nodes[shape] {
    case .any: "not known"
    case .text: "a text"
    case .html: "markup"
    case .flag: "a flag"
    case .list: "a list"
    case .object: "an object"
    }
  }
}
