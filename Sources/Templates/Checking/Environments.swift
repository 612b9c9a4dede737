/// What fills blocks at a place in a chain of calls, as small numbers.
struct Environments {
  /// An override, and what fills the blocks in its own text.
  struct Filling: Hashable {
    var template: Int
    var nodes: Range<Int>
    var outer: Int
  }

  private var bindings: [[String: Filling]] = [[:]]
  private var indices: [[String: Filling]: Int] = [[:]: 0]

  /// The environment in which nothing fills a block.
  static let empty = 0

  subscript(environment: Int, block: String) -> Filling? {
    bindings[environment][block]
  }

  /// The environment inside a call: an outer override wins over an inner one, so what is bound stays.
  mutating func inside(_ call: Call, of template: Int, in environment: Int) -> Int {
    if call.overrides.isEmpty { return environment }
    var inner = bindings[environment]
    for override in call.overrides where inner[override.name] == nil {
      inner[override.name] = Filling(template: template, nodes: override.nodes, outer: environment)
    }
    if let index = indices[inner] { return index }
    bindings.append(inner)
    indices[inner] = bindings.count - 1
    return bindings.count - 1
  }
}
